/// The marks of footnotes as cmark-gfm scans them: `[^x]` in a text, `[^x]:` before the footnote's own.
enum FootnoteSyntax {
    struct Definition {
        /// `[^x]`.
        var mark: Range<Int>
        var label: Range<Int>
        /// Where the text begins; the end of the line if it begins on the next.
        var text: Int
    }

    /// `'[^' ([^\] \r\n\x00\t]+) ']:' [ \t]*`
    static func definition(at start: Int, in line: ArraySlice<UInt8>) -> Definition? {
        let labelStart = start + 2
        guard line[start...].starts(with: "[^".utf8),
            let labelEnd = line[labelStart...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0.isASCIIWhitespace }),
            labelEnd > labelStart, line[labelEnd...].starts(with: "]:".utf8)
        else { return nil }
        let text = line[(labelEnd + 2)...].firstIndex { !$0.isSpaceOrTab } ?? line.endIndex
        return Definition(mark: start..<labelEnd + 1, label: labelStart..<labelEnd, text: text)
    }

    /// Whether a definition could begin the line behind markers of quotes and lists; quick to tell.
    static func mayBeDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        firstDefinition(in: line) != nil
    }

    /// A list marker of four columns for footnotes, of a kind that the text itself does not use: libcmark would
    /// make one list of neighbours of a kind. If it uses all three, such neighbours may look looser than they are,
    /// but none is lost.
    static func freeListMarker(in source: SourceLines) -> [UInt8] {
        var used: Set<UInt8> = []
        for number in stride(from: 1, through: source.count, by: 1) {
            used.formUnion(source.bytes[source.content(number)].prefix { isMarkerOrSpace($0) })
        }
        let free = [UInt8(ascii: "+"), UInt8(ascii: ")"), UInt8(ascii: ".")].first { !used.contains($0) }
        return switch free {
        case UInt8(ascii: ")"): Array("1)  ".utf8)
        case UInt8(ascii: "."): Array("1.  ".utf8)
        default: Array("+   ".utf8)
        }
    }

    private static func isMarkerOrSpace(_ byte: UInt8) -> Bool {
        byte.isSpaceOrTab || byte.isASCIIDigit || ">-+*.)".utf8.contains(byte)
    }

    /// The line with the colon of its definition made another sign.
    static func disarmed(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        guard let definition = firstDefinition(in: line) else { return nil }
        var changed = Array(line)
        changed[definition.mark.upperBound - line.startIndex] = UInt8(ascii: ";")
        return changed
    }

    private static func firstDefinition(in line: ArraySlice<UInt8>) -> Definition? {
        guard let start = line.firstIndex(where: { !isMarkerOrSpace($0) }), line[start] == UInt8(ascii: "[") else {
            return nil
        }
        return definition(at: start, in: line)
    }

    /// The next `[^x]` in a text, without looking at what it stands in.
    static func reference(
        in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (mark: Range<Int>, label: Range<Int>)? {
        var index = start
        while index + 3 < text.count {
            guard text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "^") else {
                index += 1
                continue
            }
            let end = text[(index + 2)...].firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
            guard let end else { return nil }
            if text[end] == UInt8(ascii: "]"), end > index + 2 { return (index..<end + 1, index + 2..<end) }
            index = end
        }
        return nil
    }

    /// Labels are the same if they differ in case or outer space only.
    static func key(of label: some Sequence<UInt8>) -> String {
        let text = String(decoding: Array(label), as: UTF8.self).lowercased()
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? start
        return String(text[start..<end])
    }
}
