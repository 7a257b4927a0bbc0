import Content
import Diagnostics
import Embedded
import Foundation
import Text

/// The templates and assets that a library has taken over from the program, each with the SHA-256 of the original as it was
/// then: `templates/ejected.csv`.
package struct EjectedFiles: Sendable {
    package static let path = LibraryPath.templates + "ejected.csv"
    private static let header = ["file", "sha256"]

    /// By the path below `templates/`.
    private var sums: [String: String] = [:]

    package init(_ tree: SourceTree, diagnostics: inout [Diagnostic]) {
        guard let file = tree[Self.path], checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else {
            return
        }
        let rows = readCells(
            file, from: byteOrderMarkLength(file.bytes), separator: UInt8(ascii: ","), diagnostics: &diagnostics)
        for row in rows.dropFirst() where row.count >= 2 { sums[row[0].text] = row[1].text }
    }

    /// Tells of each file of the library whose original is no longer what it was.
    func check(_ tree: SourceTree, against originals: [String: SourceTree.File], diagnostics: inout [Diagnostic]) {
        for (name, sum) in sums.sorted(by: { $0.key < $1.key }) {
            let path = LibraryPath.templates + name
            guard tree[path] != nil, let original = originals[name], sha256(original.bytes) != sum else {
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .changedOriginal(name), at: SourceSpan(path: path, range: 0..<0), hint: .compareOriginal(name)))
        }
    }

    /// The table with the original of a file as it is now.
    package func noting(_ original: SourceTree.File) -> SourceTree.File {
        var copy = self
        copy.sums[String(original.path.dropFirst(LibraryPath.templates.count))] = sha256(original.bytes)
        var writer = CSVWriter(lineEnd: "\n", guardsFormulas: false)
        writer.write(Self.header)
        for (name, sum) in copy.sums.sorted(by: { $0.key < $1.key }) { writer.write([name, sum]) }
        return SourceTree.File(path: Self.path, bytes: writer.bytes)
    }

    /// A template or an asset of the program, as the file that a library would have in its place.
    ///
    /// - Parameter name: its path below `templates/`.
    package static func original(_ name: String) -> SourceTree.File? {
        embeddedText(name).map { SourceTree.File(path: LibraryPath.templates + name, bytes: Array($0.utf8)) }
    }

    /// What can be taken over: not what authors are told and what only `init` uses.
    package static var names: [String] {
        embeddedTemplates.map(\.path).filter { !$0.hasPrefix("authoring/") }
    }
}
