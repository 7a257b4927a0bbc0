import Text

/// The style sheets that pages load besides those of every page, and what of a sheet is published.
enum StyleSheet {
    static let charts = ["drawing.css", "charts.css"]
    static let process = ["drawing.css", "process.css"]

    /// A sheet as readers load it: without comments, empty lines and the space that lines and declarations begin with, which
    /// are for whoever changes it. What begins with `/*!`, as licences do, stays, and so does what looks like a comment in a string or an address
    /// (CSS Syntax Level 3, 4.3).
    static func published(_ sheet: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(sheet.count)
        var rest = sheet[...]
        while let byte = rest.first {
            var token = 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                token = length(upTo: byte, in: rest)
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if output.last.map("\n{;".utf8.contains) ?? true {
                    rest.removeFirst()
                    continue
                }
            case UInt8(ascii: "("):
                if output.suffix(3).elementsEqual("url".utf8) { token = length(upTo: UInt8(ascii: ")"), in: rest) }
            case UInt8(ascii: "/") where rest.starts(with: "/*".utf8):
                let end = rest.dropFirst(2).firstRange(of: Array("*/".utf8))?.upperBound ?? rest.endIndex
                if rest.starts(with: "/*!".utf8) {
                    token = end - rest.startIndex
                } else {
                    rest = rest[end...]
                    // Two words stay two.
                    if isWord(output.last), isWord(rest.first) { output += "/**/".utf8 }
                    continue
                }
            default: break
            }
            output += rest.prefix(token)
            rest = rest.dropFirst(token)
        }
        return output
    }

    static func isWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), 0x80...:
            true
        default: false
        }
    }

    /// The bytes from a mark to the one that closes it; all where nothing does. A backslash takes the byte behind it along.
    static func length(upTo close: UInt8, in text: ArraySlice<UInt8>) -> Int {
        var at = text.startIndex + 1
        while at < text.endIndex, text[at] != close { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at + 1, text.endIndex) - text.startIndex
    }

    /// The mark of CSS that is meant by one of Chinese at the beginning of some bytes.
    static func fullWidthMark(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = bytes.first, first == 0xE2 || first == 0xE3 || first == 0xEF else { return nil }
        return bytes.firstScalar?.asciiMark
    }
}
