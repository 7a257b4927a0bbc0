import Text

/// Changes to the files of a library, made in memory before any of them is written.
package struct LibraryEdit: Sendable {
    /// A stretch of a file and what comes in its place.
    struct Replacement: Sendable {
        var range: Range<Int>
        var text: String
    }

    /// The files that are new or changed, as they will be.
    package internal(set) var written: [SourceTree.File] = []
    /// The files that will no longer be where they are.
    package internal(set) var removed: [String] = []
    /// Where files were that come to another path, by that.
    package internal(set) var moves: [String: String] = [:]

    /// Paths that no file has had.
    package var created: Set<String> { Set(moves.keys) }

    package var isEmpty: Bool { written.isEmpty && removed.isEmpty }

    /// The library as it will be.
    package func tree(_ tree: SourceTree) -> SourceTree {
        let gone = Set(removed + written.map(\.path))
        return SourceTree(files: tree.files.filter { !gone.contains($0.path) } + written)
    }
}

extension SourceTree.File {
    /// Nil if nothing changes. Of replacements that overlap the first counts.
    func replacing(_ replacements: [LibraryEdit.Replacement]) -> SourceTree.File? {
        var (result, end) = ([UInt8](), 0)
        for replacement in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where replacement.range.lowerBound >= end {
            result += bytes[end..<replacement.range.lowerBound]
            result += replacement.text.utf8
            end = replacement.range.upperBound
        }
        result += bytes[end...]
        return result == bytes ? nil : SourceTree.File(path: path, bytes: result)
    }
}
