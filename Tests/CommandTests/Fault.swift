import Foundation

/// One thing that is broken on purpose, and the problem it must be reported as.
struct Fault: CustomStringConvertible {
    var code: String
    var path: String
    /// Replaces the first occurrence of one text in the file by another; an empty first text appends.
    var replacing: String
    var with: String
    /// The text under which the caret must stand, found in the broken file, from `after` on.
    var caret: String
    var after: String

    init(_ code: String, _ path: String, replacing: String, with: String, caret: String, after: String = "") {
        (self.code, self.path, self.replacing, self.with) = (code, path, replacing, with)
        (self.caret, self.after) = (caret, after)
    }

    var description: String { "\(code) in \(path)" }

    enum BrokenFault: Error {
        case textNotFound(String)
        case caretNotFound(String)
    }

    func apply(to library: URL) throws {
        let file = library.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        var text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if replacing.isEmpty {
            text += with
        } else {
            guard let range = text.range(of: replacing) else { throw BrokenFault.textNotFound("\(self): \(replacing)") }
            text.replaceSubrange(range, with: with)
        }
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Where the caret must stand, counted independently of the program.
    func expectedPlace(in library: URL) throws -> String {
        let text = try String(contentsOf: library.appending(path: path), encoding: .utf8)
        guard !caret.isEmpty else { return "\(path):1:1: \(code)" }
        let start = after.isEmpty ? text.startIndex : text.range(of: after)?.upperBound ?? text.endIndex
        guard let range = text.range(of: caret, range: start..<text.endIndex) else {
            throw BrokenFault.caretNotFound("\(self): \(caret)")
        }
        let before = text[..<range.lowerBound]
        let line = before.unicodeScalars.count { $0 == "\n" } + 1
        let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
        return "\(path):\(line):\(column): \(code)"
    }
}
