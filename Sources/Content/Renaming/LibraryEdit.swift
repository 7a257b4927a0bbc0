import Text

/// Changes to the files of a library, made in memory before any of them is written.
package struct LibraryEdit: Sendable {
    /// The files that are new or changed, as they will be.
    package internal(set) var written: [SourceTree.File] = []
    /// The files that will no longer be where they are.
    package internal(set) var removed: [String] = []
    /// Where files were that come to another path, by that.
    package internal(set) var moves: [String: String] = [:]

    /// The paths of files that there have not been.
    package internal(set) var added: Set<String> = []

    /// Paths that no file has had.
    package var created: Set<String> { added.union(moves.keys) }

    package var isEmpty: Bool { written.isEmpty && removed.isEmpty }

    /// The library as it will be.
    package func tree(_ tree: SourceTree) -> SourceTree {
        let gone = Set(removed)
        return SourceTree(files: tree.files.filter { !gone.contains($0.path) }).replacing(written)
    }
}
