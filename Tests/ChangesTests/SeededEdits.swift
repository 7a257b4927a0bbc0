import Foundation
import TestSupport

/// A small edit of one file of the five-city library, with everything that it changes.
struct SeededEdit: Sendable {
    var path: String
    var old: String
    var new: String
    var changes: [String]

    var name: String { "\(path): \(new.prefix(40))" }

    static let file = Repository.folder.appending(path: "Tests/ChangesTests/Fixtures/edits.txt")

    /// Those of the file, which says how they are written.
    static let all: [SeededEdit] = {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n@ ").dropFirst().map { block in
            let rows = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            func lines(_ sign: String) -> [String] {
                rows.dropFirst().filter { $0.hasPrefix(sign) }.map { String($0.dropFirst(2)) }
            }
            let (old, new) = (lines("-"), lines("+"))
            return SeededEdit(
                path: rows[0], old: old.joined(separator: "\n") + (new.isEmpty ? "\n" : ""),
                new: new.joined(separator: "\n"), changes: lines("="))
        }
    }()

    /// Writes what each of them changes into the file.
    static func record(_ changes: [[String]]) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        var blocks = text.components(separatedBy: "\n@ ").map { block in
            block.split(separator: "\n").filter { !$0.hasPrefix("= ") }.joined(separator: "\n")
        }
        for (index, lines) in changes.enumerated() {
            blocks[index + 1] = "@ " + blocks[index + 1] + "\n" + lines.map { "= \($0)" }.joined(separator: "\n")
        }
        try (blocks.joined(separator: "\n\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}
