import Diagnostics
import Text

/// What looks like Markdown on one line of a paragraph, and how it would be written.
struct AlmostMarkup {
    let source: SourceLines
    let line: Range<Int>
    /// The lines of the paragraph.
    let paragraph: Range<Int>

    /// - Parameter isField: whether the text is that of a field, which has no lists and no rules.
    func problems(isField: Bool) -> [Diagnostic] {
        guard let first = source.bytes[line].first else { return [] }
        if let problem = markOfLine(first) ?? (isField ? nil : beginning(first)) { return [problem] }
        if let row = tableRow(first) { return [row] }
        return marks()
    }

    var text: String { String(decoding: source.bytes[line], as: UTF8.self) }

    /// - Parameters:
    ///   - range: what `fix` stands for; the hint shows what follows it on the line too.
    ///   - isCertain: whether nothing else can be meant.
    func problem(
        _ message: Diagnostic.Message, _ range: Range<Int>, _ fix: String, isCertain: Bool = true
    ) -> Diagnostic {
        let rest = String(decoding: source.bytes[range.upperBound..<line.upperBound], as: UTF8.self)
        let shown = fix + (rest.count > 12 ? rest.prefix(10) + "…" : rest[...])
        return Diagnostic(message, at: source.span(range), hint: .writeInstead(shown), fix: isCertain ? fix : nil)
    }

    /// `##标题`, `-项`, `1.项`: marks of Markdown without the space behind them.
    private func markOfLine(_ first: UInt8) -> Diagnostic? {
        let bytes = source.bytes[line]
        switch first {
        case UInt8(ascii: "#"):
            let marks = bytes.prefix { $0 == UInt8(ascii: "#") }.count
            guard marks <= 6, let next = bytes.dropFirst(marks).first, !next.isSpaceOrTab,
                marks > 1 || !bytes.dropFirst().contains(UInt8(ascii: "#")), next >= 0x80
            else { return nil }
            let space = spaceLength(bytes.dropFirst(marks))
            return problem(
                .almostHeading, line.lowerBound..<line.lowerBound + marks + space,
                String(repeating: "#", count: marks) + " ")
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            // Only Chinese: `-5` is a number, `--` a dash, `-o` an option.
            guard let next = bytes.dropFirst().first, (0xE3...0xE9).contains(next) else { return nil }
            return problem(.almostList, line.lowerBound..<line.lowerBound + 1, "- ")
        case 0xE2 where bytes.starts(with: "•".utf8):
            return problem(.almostList, line.lowerBound..<line.lowerBound + 3 + spaceLength(bytes.dropFirst(3)), "- ")
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = bytes.prefix(while: \.isASCIIDigit)
            guard digits.count <= 3, let mark = bytes[digits.endIndex...].first,
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
                let next = bytes[(digits.endIndex + 1)...].first, (0xE3...0xE9).contains(next)
            else { return nil }
            let text = String(decoding: digits + [mark], as: UTF8.self) + " "
            return problem(.almostList, line.lowerBound..<digits.endIndex + 1, text)
        default: return nil
        }
    }

    /// The first row of what is no table, since no row of hyphens follows it.
    private func tableRow(_ first: UInt8) -> Diagnostic? {
        let bytes = source.bytes[line]
        guard first == UInt8(ascii: "|"), bytes.last == first else { return nil }
        let columns = bytes.count { $0 == first } - 1
        guard columns > 1, bytes.contains(where: { $0 >= 0x80 }), !followsRow else { return nil }
        return Diagnostic(
            .almostTable, at: source.span(line),
            hint: .addRowOfHyphens("|" + String(repeating: "---|", count: columns)))
    }

    /// Whether the line before begins like a row too.
    private var followsRow: Bool {
        guard let last = source.bytes[..<line.lowerBound].lastIndex(where: { !$0.isLineEnd && !$0.isSpaceOrTab }) else {
            return false
        }
        let start = (source.bytes[..<last].lastIndex(where: \.isLineEnd) ?? -1) + 1
        return source.bytes[start...last].first { !$0.isSpaceOrTab } == UInt8(ascii: "|")
    }

    /// How long the space that Markdown does not take for one is: full-width, without breaks.
    private func spaceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        if bytes.starts(with: [0xC2, 0xA0]) { return 2 }
        if bytes.starts(with: [0xE3, 0x80, 0x80]) { return 3 }
        return bytes.first == UInt8(ascii: " ") ? 1 : 0
    }
}
