/// Writes rows as RFC 4180 has them: commas, fields in quotation marks where they must be. The text is UTF-8 and
/// begins with a byte order mark, without which spreadsheets take Chinese for an older encoding when the file is
/// opened by a double-click.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let lineEnd: String
    private let guardsFormulas: Bool
    private var isInRow = false

    /// - Parameters:
    ///   - lineEnd: CR LF by the standard; tables that people edit beside other texts end their lines as those do.
    ///   - guardsFormulas: Whether texts that a spreadsheet would run are defused, see ``FormulaGuard``; not for
    ///     tables that this program reads again.
    package init(lineEnd: String = "\r\n", guardsFormulas: Bool = true) {
        (self.lineEnd, self.guardsFormulas) = (lineEnd, guardsFormulas)
    }

    /// A row of texts.
    package mutating func write(_ row: [String]) {
        for text in row { write(text) }
        endRow()
    }

    /// The next field of a row.
    package mutating func write(_ text: String) {
        let text = guardsFormulas ? FormulaGuard.guarded(text) : text
        let needsQuotes = text.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0D, 0x0A].contains($0) }
        guard needsQuotes else { return write(verbatim: text) }
        write(verbatim: "\"")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text as it stands between commas, as a table of this program has it.
    package static func field(_ text: String) -> String {
        var writer = CSVWriter(guardsFormulas: false)
        writer.bytes = []
        writer.write(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The next field of a row, which needs neither quotation marks nor a guard: a number, a word, nothing.
    package mutating func write(verbatim text: String) {
        if isInRow { bytes.append(UInt8(ascii: ",")) }
        isInRow = true
        bytes += text.utf8
    }

    package mutating func endRow() {
        isInRow = false
        bytes += lineEnd.utf8
    }

    /// Makes room for the rows that follow, see ``Swift/Array/reserve(after:of:)``.
    package mutating func reserve(after rows: Int, of count: Int) { bytes.reserve(after: rows, of: count) }
}

/// Keeps spreadsheets from running a text as a formula (OWASP, “CSV Injection”).
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or the end of a line gets an apostrophe in front, and so
/// do the full-width forms, which some input methods and spreadsheets turn into the plain ones. Apostrophes
/// before such a sign count as part of it, so that taking one away always gives back what was written.
/// Numbers are written as numbers and stay as they are.
package enum FormulaGuard {
    package static func guarded(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != "'" }
        return first.map(signs.contains) == true ? "'" + text : text
    }

    private static let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}
