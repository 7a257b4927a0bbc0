import Text

/// A file of a library that does not exist yet.
package typealias NewFile = SourceTree.File

extension NewFile {
    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// A table that people will fill in.
    init(path: String, rows: [[String]]) {
        var writer = CSVWriter(lineEnd: "\n", guardsFormulas: false)
        for row in rows { writer.write(row) }
        self.init(path: path, bytes: writer.bytes)
    }
}
