import Content

/// Writes a table as RFC 4180 has it: commas, lines ending in CR LF, fields in quotation marks where they
/// must be. The text is UTF-8 and begins with a byte order mark, without which spreadsheets take Chinese for
/// an older encoding when the file is opened by a double-click.
struct CSVWriter {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func write(_ table: DataTable) {
        write(table.fields.map { .text($0.name) })
        for index in 0..<table.count { write(table.row(index)) }
    }

    mutating func write(_ row: [DataCell]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .text(let text): write(text)
            case .number(let number): bytes += FigureDigits.plain(number).utf8
            case .integer(let number): bytes += String(number).utf8
            case .bool(let flag): bytes += (flag ? "true" : "false").utf8
            }
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func write(_ text: String) {
        let text = FormulaGuard.guarded(text)
        let needsQuotes = text.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0D, 0x0A].contains($0) }
        guard needsQuotes else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Keeps spreadsheets from running a text as a formula (OWASP, “CSV Injection”).
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or the end of a line gets an apostrophe in front, and so
/// do the full-width forms, which some input methods and spreadsheets turn into the plain ones. Apostrophes
/// before such a sign count as part of it, so that taking one away always gives back what was written.
/// Numbers are written as numbers and stay as they are.
enum FormulaGuard {
    static func guarded(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != "'" }
        return first.map(signs.contains) == true ? "'" + text : text
    }

    private static let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}
