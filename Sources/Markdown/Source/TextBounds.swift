import Diagnostics
import Text

/// Finds what would make libcmark take far longer than a text is long, before it is called (libcmark 0.30: each line is
/// compared with every list and quote that is open, each link with every open `![`).
///
/// It only counts: blocks of code are not told from others, so what no text of people comes near may be refused in them
/// as well. It costs one pass.
struct TextBounds {
    /// Where the texts of the open items begin, as columns. What only seems closed is kept until a marker stands further
    /// left, since a line without one may continue a paragraph.
    private var items: [Int] = []
    /// The brackets that are open in the paragraph, and how many of them are images'.
    private var areImages: [Bool] = []
    private var openImages = 0

    /// Nil for nearly every text.
    static func problem(in source: SourceLines) -> Diagnostic? {
        // A byte a level is the least.
        guard source.bytes.count > Limits.blockLevels else { return nil }
        var bounds = TextBounds()
        for number in stride(from: 1, through: source.count, by: 1) {
            let line = source.content(number)
            if let marker = bounds.markerTooDeep(source.bytes, line) {
                return Diagnostic(
                    .overLimit(Phrase.blocksNestedTooDeeply(Limits.blockLevels)), at: source.span(marker..<marker + 1),
                    hint: .seeLimits)
            }
            if let image = bounds.imageTooMany(source.bytes, line) {
                return Diagnostic(
                    .overLimit(Phrase.tooManyOpenImages(Limits.openImages)), at: source.span(image..<image + 2),
                    hint: .seeLimits)
            }
        }
        return nil
    }

    /// The marker of a list or quote on a line that is one level too deep.
    private mutating func markerTooDeep(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
        var (index, column, quotes) = (line.lowerBound, 0, 0)
        guard !Self.isRule(bytes[line]) else { return nil }
        while index < line.upperBound {
            let byte = bytes[index]
            if byte.isSpaceOrTab {
                column += byte == 0x09 ? 4 - column % 4 : 1
                index += 1
            } else if byte == UInt8(ascii: ">") {
                (index, column, quotes) = (index + 1, column + 1, quotes + 1)
                if items.count + quotes > Limits.blockLevels { return index - 1 }
            } else if let length = Self.markerLength(bytes, index..<line.upperBound) {
                while let last = items.last, last > column { items.removeLast() }
                items.append(column + length + 1)
                if items.count + quotes > Limits.blockLevels { return index }
                (index, column) = (index + length, column + length)
            } else {
                return nil
            }
        }
        return nil
    }

    /// `-`, `12.` and their like before white space or the end of the line.
    private static func markerLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let digits = bytes[range].prefix(9).prefix { $0.isASCIIDigit }.count
        let sign = range.lowerBound + digits
        guard sign < range.upperBound else { return nil }
        guard (digits == 0 ? "-+*" : ".)").utf8.contains(bytes[sign]) else { return nil }
        let next = sign + 1
        return next == range.upperBound || bytes[next].isSpaceOrTab ? digits + 1 : nil
    }

    /// A line of nothing but hyphens, asterisks or underscores.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first(where: { !$0.isSpaceOrTab }), "-*_".utf8.contains(sign) else { return false }
        return line.allSatisfy { $0 == sign || $0.isSpaceOrTab }
    }

    /// The `![` of a line that is one too many in its paragraph.
    private mutating func imageTooMany(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
        var index = line.lowerBound
        var isBlank = true
        // Where a `!` stands that no backslash escapes.
        var mark: Int?
        while index < line.upperBound {
            let byte = bytes[index]
            if !byte.isASCIIWhitespace { isBlank = false }
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "!"): mark = index
            case UInt8(ascii: "["):
                let isImage = mark == index - 1
                areImages.append(isImage)
                if isImage { openImages += 1 }
                if openImages > Limits.openImages { return index - 1 }
            case UInt8(ascii: "]"):
                if areImages.popLast() == true { openImages -= 1 }
            default: break
            }
            index += 1
        }
        if isBlank {
            areImages.removeAll(keepingCapacity: true)
            openImages = 0
        }
        return nil
    }
}
