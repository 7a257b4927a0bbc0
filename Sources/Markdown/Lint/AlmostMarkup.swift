import Diagnostics
import Text

/// What looks like Markdown on one line of a paragraph, and how it would be written.
enum AlmostMarkup {
    static func problems(in line: Range<Int>, _ source: SourceLines) -> [Diagnostic] {
        let bytes = source.bytes[line]
        guard let first = bytes.first else { return [] }
        func problem(_ message: Diagnostic.Message, _ range: Range<Int>, _ text: String) -> [Diagnostic] {
            let rest = String(decoding: source.bytes[range.upperBound..<line.upperBound], as: UTF8.self)
            let shown = text + (rest.count > 12 ? rest.prefix(10) + "…" : rest[...])
            return [Diagnostic(message, at: source.span(range), hint: .writeInstead(shown), fix: text)]
        }
        switch first {
        case UInt8(ascii: "#"):
            let marks = bytes.prefix { $0 == UInt8(ascii: "#") }.count
            guard marks <= 6, let next = bytes.dropFirst(marks).first, !next.isSpaceOrTab,
                marks > 1 || !bytes.dropFirst().contains(UInt8(ascii: "#")), next >= 0x80
            else { break }
            let space = spaceLength(bytes.dropFirst(marks))
            return problem(
                .almostHeading, line.lowerBound..<line.lowerBound + marks + space,
                String(repeating: "#", count: marks) + " ")
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            // Only Chinese: `-5` is a number, `--` a dash, `-o` an option.
            guard let next = bytes.dropFirst().first, (0xE3...0xE9).contains(next) else { break }
            return problem(.almostList, line.lowerBound..<line.lowerBound + 1, "- ")
        case 0xE2 where bytes.starts(with: "•".utf8):
            return problem(.almostList, line.lowerBound..<line.lowerBound + 3 + spaceLength(bytes.dropFirst(3)), "- ")
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = bytes.prefix(while: \.isASCIIDigit)
            guard digits.count <= 3, let mark = bytes[digits.endIndex...].first,
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
                let next = bytes[(digits.endIndex + 1)...].first, (0xE3...0xE9).contains(next)
            else { break }
            let text = String(decoding: digits + [mark], as: UTF8.self) + " "
            return problem(.almostList, line.lowerBound..<digits.endIndex + 1, text)
        case UInt8(ascii: "|"):
            // The first row of what is no table, since no row of hyphens follows it.
            let columns = bytes.count { $0 == UInt8(ascii: "|") } - 1
            guard columns > 1, bytes.last == first, bytes.contains(where: { $0 >= 0x80 }),
                !followsRow(line.lowerBound, source)
            else { break }
            return [
                Diagnostic(
                    .almostTable, at: source.span(line),
                    hint: .addRowOfHyphens("|" + String(repeating: "---|", count: columns)))
            ]
        default: break
        }
        return fullWidthMarks(in: line, source) + spacedAddresses(in: line, source)
    }

    /// Whether the line before the one that begins at a place begins like a row too.
    private static func followsRow(_ start: Int, _ source: SourceLines) -> Bool {
        guard let last = source.bytes[..<start].lastIndex(where: { !$0.isLineEnd && !$0.isSpaceOrTab }) else {
            return false
        }
        let line = (source.bytes[..<last].lastIndex(where: \.isLineEnd) ?? -1) + 1
        return source.bytes[line...last].first { !$0.isSpaceOrTab } == UInt8(ascii: "|")
    }

    /// `![图](会 议.jpg)`: an address ends at a space, unless it stands in `<` and `>`.
    private static func spacedAddresses(in line: Range<Int>, _ source: SourceLines) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var rest = source.bytes[line]
        while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
            rest = rest[(bracket + 1)...]
            guard rest.first == UInt8(ascii: "(") else { continue }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(where: { "()<>\"'`".utf8.contains($0) }) else { break }
            let address = rest[..<end]
            rest = rest[end...]
            guard rest.first == UInt8(ascii: ")"), let first = address.first, let last = address.last,
                !first.isSpaceOrTab, !last.isSpaceOrTab, address.contains(UInt8(ascii: " "))
            else { continue }
            let fixed = "](<\(String(decoding: address, as: UTF8.self))>)"
            problems.append(
                Diagnostic(.almostLink, at: source.span(bracket..<end + 1), hint: .writeInstead(fixed), fix: fixed))
        }
        return problems
    }

    /// How long the space that Markdown does not take for one is: full-width, without breaks.
    private static func spaceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        if bytes.starts(with: [0xC2, 0xA0]) { return 2 }
        if bytes.starts(with: [0xE3, 0x80, 0x80]) { return 3 }
        return bytes.first == UInt8(ascii: " ") ? 1 : 0
    }

    private static func fullWidthMarks(in line: Range<Int>, _ source: SourceLines) -> [Diagnostic] {
        // Nearly no line has any of them.
        let bytes = source.bytes[line]
        guard bytes.holds("＃") || bytes.holds("｜") || bytes.holds("＊＊") || bytes.holds("]（") else { return [] }
        let text = String(decoding: source.bytes[line], as: UTF8.self)
        func problem(_ message: Diagnostic.Message, _ found: Range<String.Index>, _ fixed: String) -> Diagnostic {
            let start = line.lowerBound + text[..<found.lowerBound].utf8.count
            return Diagnostic(
                message, at: source.span(start..<start + text[found].utf8.count), hint: .writeInstead(fixed), fix: fixed
            )
        }
        var problems: [Diagnostic] = []
        if text.unicodeScalars.first == "＃", let end = text.firstIndex(where: { $0 != "＃" && $0 != " " && $0 != "　" }) {
            let marks = text[..<end].count { $0 == "＃" }
            if marks <= 6 {
                problems.append(
                    problem(.almostHeading, text.startIndex..<end, String(repeating: "#", count: marks) + " "))
            }
        }
        if text.count(where: { $0 == "｜" }) >= 2, text.first == "｜" || text.last == "｜" {
            let row = text.replacing("｜", with: "|")
            problems.append(problem(.almostTable, text.startIndex..<text.endIndex, row))
        }
        for range in text.ranges(of: "＊＊") { problems.append(problem(.almostEmphasis, range, "**")) }
        let firstBracket = text.firstIndex(of: "[") ?? text.endIndex
        var rest = text.startIndex
        while let open = text[rest...].firstRange(of: "]（") {
            rest = open.upperBound
            guard let close = text[rest...].firstIndex(where: { $0 == "）" || $0 == ")" }) else { break }
            let address = text[rest..<close]
            guard !address.isEmpty, !address.contains(" "),
                address.contains(".") || address.contains("/") || address.contains(":"),
                firstBracket < open.lowerBound
            else { continue }
            problems.append(
                problem(.almostLink, open.lowerBound..<text.index(after: close), "](\(address))"))
            rest = text.index(after: close)
        }
        return problems
    }
}
