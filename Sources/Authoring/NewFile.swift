import Content
import Foundation

/// A file of a library that does not exist yet.
package struct NewFile: Sendable, Equatable {
    /// Relative to the library's folder, with `/` between its parts.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        (self.path, self.bytes) = (path, bytes)
    }

    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// A table. The byte order mark tells spreadsheets that it is UTF-8; readers skip it.
    init(path: String, rows: [[String]]) {
        let text = rows.map { $0.map(csvField).joined(separator: ",") + "\n" }.joined()
        self.init(path: path, text: "\u{FEFF}" + text)
    }
}

/// A field by RFC 4180.
private func csvField(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
}

/// What kept files from being written.
package enum WritingError: Error, Equatable {
    /// Paths at which there is something already.
    case exists([String])
    case system(path: String, reason: String)
}

/// Writes files that do not exist yet: all of them or none. Nothing is ever replaced.
package func write(_ files: [NewFile], to folder: String) throws(WritingError) {
    let manager = FileManager.default
    func isTaken(_ path: String) -> Bool {
        // `fileExists` follows links, and would not see one that leads nowhere.
        (try? manager.attributesOfItem(atPath: folder + "/" + path)) != nil
    }
    let taken = files.map(\.path).filter(isTaken)
    guard taken.isEmpty else { throw .exists(taken) }
    var written: [URL] = []
    for file in files {
        let url = URL(filePath: folder + "/" + file.path)
        do {
            try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url, options: .withoutOverwriting)
            written.append(url)
        } catch {
            for url in written { try? manager.removeItem(at: url) }
            throw .system(path: file.path, reason: error.localizedDescription)
        }
    }
}
