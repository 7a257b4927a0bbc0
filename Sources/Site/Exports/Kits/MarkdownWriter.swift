import Text

/// Writes Markdown that any editor understands: headings, paragraphs and lists of plain texts. What is text cannot become
/// anything else: it is escaped and kept on its line.
struct MarkdownWriter {
    /// What stands before an item.
    enum Bullet {
        case plain
        /// An open check box.
        case box
        /// A number with an open check box.
        case numberedBox(Int)

        fileprivate var mark: String {
            switch self {
            case .plain: "- "
            case .box: "- [ ] "
            case .numberedBox(let number): "\(number). [ ] "
            }
        }
    }

    /// Lines with their ends.
    private(set) var text = ""

    mutating func heading(_ level: Int, _ words: String) {
        block(String(repeating: "#", count: level) + " " + line(words))
    }

    mutating func paragraph(_ words: String) { block(line(words)) }

    /// A list, with a second line below items that have one.
    mutating func list(_ items: [(bullet: Bullet, words: String, below: String?)]) {
        block(
            items.map { item in
                item.bullet.mark + line(item.words) + (item.below.map { "\n   " + line($0) } ?? "")
            }.joined(separator: "\n"))
    }

    private mutating func block(_ lines: String) { text += (text.isEmpty ? "" : "\n") + lines + "\n" }

    private func line(_ words: String) -> String {
        let line =
            Self.mayEndLine(words)
            ? words.unicodeScalars.split(whereSeparator: Self.endsLine).map { String($0) }.joined(separator: " ")
            : words
        return markdownEscaped(line, beginsLine: true, lessThan: "&lt;")
    }

    /// Whether a character may be in it that ends a line, by its bytes.
    private static func mayEndLine(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x09...0x0D: return true
            case 0x85 where previous == 0xC2: return true
            case 0xA8 where previous == 0x80, 0xA9 where previous == 0x80: return true
            default: previous = byte
            }
        }
        return false
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
