import Markdown
import Text

/// The parts of a text that are not the house's own words: what it quotes, and what must stay letter by letter.
struct TextPlaces {
    /// Between quotation marks or 《》, and in lines that begin with `>`.
    private var quoted: [Range<Int>] = []
    /// Code, addresses, and the printed figures that a link leads from.
    private var held: [Range<Int>] = []

    func isQuoted(_ range: Range<Int>) -> Bool { quoted.contains { $0.covers(range) } }
    func isHeld(_ range: Range<Int>) -> Bool { held.contains { $0.overlaps(range) } }

    init(of text: [UInt8]) {
        var (start, fence): (Int, Range<Int>?) = (0, nil)
        var open: [(mark: Mark, place: Int)] = []
        while start < text.count {
            let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            let line = text[start..<end]
            let content = line.drop { $0 == UInt8(ascii: " ") }
            if content.isEmpty { open = [] }
            let isFence = content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
            if isFence || fence != nil {
                held.append(start..<end)
                if isFence { fence = fence == nil ? start..<end : nil }
            } else if content.first == UInt8(ascii: ">") {
                quoted.append(start..<end)
            } else {
                readMarks(of: text, start..<end, open: &open)
                readLinks(of: text, start..<end)
            }
            start = end + 1
        }
    }

    // MARK: Quotations

    private enum Mark: UInt8, CaseIterable {
        case double, corner, hollow, title, straight

        /// By their last two bytes: all are three bytes long and begin with E2 or E3, except the straight one.
        var closing: [UInt8] {
            switch self {
            case .double: [0xE2, 0x80, 0x9D]
            case .corner: [0xE3, 0x80, 0x8D]
            case .hollow: [0xE3, 0x80, 0x8F]
            case .title: [0xE3, 0x80, 0x8B]
            case .straight: [UInt8(ascii: "\"")]
            }
        }

        /// The opening mark is the character before the closing one.
        var opening: [UInt8] { self == .straight ? closing : closing.dropLast() + [closing[2] - 1] }
    }

    private mutating func readMarks(of text: [UInt8], _ line: Range<Int>, open: inout [(mark: Mark, place: Int)]) {
        for index in line where text[index] == 0xE2 || text[index] == 0xE3 || text[index] == UInt8(ascii: "\"") {
            for mark in Mark.allCases {
                if text[index..<line.upperBound].starts(with: mark.closing),
                    let place = open.lastIndex(where: { $0.mark == mark })
                {
                    quoted.append(open[place].place..<index + mark.closing.count)
                    open.removeSubrange(place...)
                } else if text[index..<line.upperBound].starts(with: mark.opening) {
                    open.append((mark, index))
                }
            }
        }
    }

    // MARK: What must stay

    private static func standsInAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x80 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
    }

    private mutating func readLinks(of text: [UInt8], _ line: Range<Int>) {
        var (code, index): (Int?, Int) = (nil, line.lowerBound)
        while index < line.upperBound {
            let rest = text[index..<line.upperBound]
            if text[index] == UInt8(ascii: "`") {
                if let start = code { held.append(start..<index + 1) }
                code = code == nil ? index : nil
            } else if rest.starts(with: "](".utf8) {
                let end = rest.firstIndex(of: UInt8(ascii: ")")) ?? line.upperBound
                var start = index
                if rest.dropFirst(2).starts(with: "obs:".utf8) {
                    start = text[line.lowerBound..<index].lastIndex(of: UInt8(ascii: "[")) ?? index
                }
                held.append(start..<end)
                index = end
                continue
            } else if rest.starts(with: "://".utf8) {
                let start =
                    text[line.lowerBound..<index].lastIndex { !Self.standsInAddress($0) }.map { $0 + 1 }
                    ?? line.lowerBound
                let end = rest.firstIndex { !Self.standsInAddress($0) } ?? line.upperBound
                held.append(start..<end)
                index = end
                continue
            }
            index += 1
        }
    }
}

extension Range<Int> {
    func covers(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && upperBound >= other.upperBound }
}
