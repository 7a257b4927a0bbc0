import Diagnostics
import Text

/// The text as written, by lines counted from 1 as libcmark counts them, and its place in its file.
struct SourceLines {
    let bytes: [UInt8]
    /// The offset of each line's first byte; the first line begins after a byte order mark.
    private let starts: [Int]
    private let path: String
    private let offset: Int
    /// Whether some link could have a title of no characters, which libcmark does not tell from none.
    let mayHoldEmptyTitles: Bool
    /// Where link reference definitions give an address (CommonMark 4.7), by address: after `]:`, on its line or
    /// the next. The first counts, as in CommonMark.
    private let definitions: [ArraySlice<UInt8>: Range<Int>]

    init(_ bytes: [UInt8], path: String, offset: Int) {
        self.bytes = bytes
        self.path = path
        self.offset = offset
        var starts = SourceText(bytes).lineStarts
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { starts[0] = 3 }
        self.starts = starts
        definitions = Self.definitions(in: bytes)
        mayHoldEmptyTitles = bytes.indices.dropLast().contains { index in
            switch (bytes[index], bytes[index + 1]) {
            case (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "'"), UInt8(ascii: "'")): true
            case (UInt8(ascii: "("), UInt8(ascii: ")")): true
            default: false
            }
        }
    }

    /// How many lines there are; an ending at the very end does not begin another.
    var count: Int {
        starts.last == bytes.count ? starts.count - 1 : starts.count
    }

    /// A line with its ending.
    func whole(_ line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
        return starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
    }

    /// A line without its ending.
    func content(_ line: Int) -> Range<Int> {
        let whole = whole(line)
        var end = whole.upperBound
        while end > whole.lowerBound, bytes[end - 1].isLineEnd { end -= 1 }
        return whole.lowerBound..<end
    }

    /// A line without its ending and the spaces around it.
    func trimmed(_ line: Int) -> Range<Int> {
        trimmed(content(line))
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isASCIIWhitespace { start += 1 }
        while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
        return start..<end
    }

    /// From the first byte of one line to the last before the ending of another.
    func lines(_ first: Int, through last: Int) -> Range<Int> {
        let start = content(first).lowerBound
        return start..<max(start, content(last).upperBound)
    }

    /// The place in the file of a range of these bytes.
    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(path: path, range: range.lowerBound + offset..<range.upperBound + offset)
    }

    /// Where a definition gives an address; `nil` if none does, or not in these very signs.
    func definition(of url: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        definitions[ArraySlice(url)]
    }

    private static func definitions(in bytes: [UInt8]) -> [ArraySlice<UInt8>: Range<Int>] {
        var definitions: [ArraySlice<UInt8>: Range<Int>] = [:]
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: ":") {
            guard var start = bytes[(index + 2)...].firstIndex(where: { !$0.isASCIIWhitespace }) else { continue }
            let isBracketed = bytes[start] == UInt8(ascii: "<")
            if isBracketed { start += 1 }
            // Nobody writes longer addresses, and looking for the end of each must not take for ever.
            let length = bytes[start...].prefix(2_048).prefix { byte in
                isBracketed ? byte != UInt8(ascii: ">") && !byte.isLineEnd : !byte.isASCIIWhitespace
            }.count
            let range = start..<start + length
            if definitions[bytes[range]] == nil { definitions[bytes[range]] = range }
        }
        return definitions
    }
}
