/// Every file of a library, sorted by path: the only thing that later stages know of the disk.
package struct SourceTree: Sendable {
    /// The file with the settings, and the folders beside it: all that a library is read from.
    package static let settingsName = "exemplar.yaml"
    package static let (contentFolder, seedsFolder, templatesFolder) = ("content", "seeds", "templates")
    package static let folders = [contentFolder, seedsFolder, templatesFolder]

    package struct File: Sendable, Equatable {
        /// Relative to the library's folder, with `/` between its parts.
        package var path: String
        package var bytes: [UInt8]
        /// What its lines are called where they are not numbered: the cells of a workbook, `表1!C7`.
        package var lineNames: [String] = []

        /// Its size in bytes, if that is more than ``Limits`` let such a file have; then it was not read.
        package var refusedSize: Int?

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        package init(path: String, refusedSize: Int) {
            self.init(path: path, bytes: [])
            self.refusedSize = refusedSize
        }
    }

    package private(set) var files: [File]
    /// Those that are too large to be read, in the same order; nothing but ``read`` asks for them, to say so.
    package let refused: [File]

    package init(files: [File]) {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        refused = sorted.filter { $0.refusedSize != nil }
        self.files = refused.isEmpty ? sorted : sorted.filter { $0.refusedSize == nil }
    }

    /// The file at a path.
    package subscript(path: String) -> File? {
        let place = files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
        return place < files.count && files[place].path == path ? files[place] : nil
    }

    /// The files below a folder, given without a slash at its end.
    package func files(in folder: String) -> ArraySlice<File> {
        let prefix = folder + "/"
        let start = files.firstIndex { $0.path.hasPrefix(prefix) } ?? files.endIndex
        let end = files[start...].firstIndex { !$0.path.hasPrefix(prefix) } ?? files.endIndex
        return files[start..<end]
    }
}
