import Text

/// A Markdown text in which spaces stand for each comment, `<!-- … -->`, that begins a line, so that what an editor noted
/// for colleagues is neither read nor published, and every place in the text stays what it was. In blocks of code it is
/// code.
func blankingComments(_ text: [UInt8]) -> [UInt8] {
    guard text.holds("<!--") else { return text }
    var text = text
    var (line, fence) = (0, UInt8?.none)
    while line < text.count {
        let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        let start = text[line..<end].firstIndex { $0 != UInt8(ascii: " ") } ?? end
        let rest = text[start...]
        if let mark = fence {
            if rest.starts(with: [mark, mark, mark]) { fence = nil }
        } else if let mark = [UInt8(ascii: "`"), UInt8(ascii: "~")].first(where: { rest.starts(with: [$0, $0, $0]) }) {
            fence = mark
        } else if rest.starts(with: "<!--".utf8) {
            // What is never closed is no comment, nor is what comes after it.
            guard let close = text.position(of: "-->", from: start + 4) else { return text }
            for index in start..<close + 3 where ![0x0A, 0x0D].contains(text[index]) {
                text[index] = UInt8(ascii: " ")
            }
            // What follows on the line begins it now.
            line = close + 3
            continue
        }
        line = end + 1
    }
    return text
}
