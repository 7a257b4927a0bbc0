import Diagnostics
import Text

/// Lines that begin as Chinese writes what Markdown writes otherwise: `＞ 引用`, `－ 项`, `●项`, `１．项`, `1、项`, `———`.
extension AlmostMarkup {
    func beginning(_ first: UInt8) -> Diagnostic? {
        // Nearly all lines begin with a Han character or a letter.
        let mayBegin = [0xC2, 0xE2, 0xEF, UInt8(ascii: "[")].contains(first) || first.isASCIIDigit
        guard mayBegin || source.bytes[line].starts(with: "・".utf8) else { return nil }
        let text = text
        return quotation(text) ?? rule(text) ?? bullet(text) ?? number(text) ?? footnote(text)
    }

    /// What stands behind marks and the spaces after them.
    private struct Rest {
        /// How many bytes the marks and the spaces have.
        let length: Int
        let isSpaced: Bool
        let next: Unicode.Scalar?

        init(_ text: String, behind marks: Substring.UnicodeScalarView) {
            let spaces = text.unicodeScalars[marks.endIndex...].prefix { $0 == " " || $0 == "　" || $0 == "\u{A0}" }
            length = text[..<spaces.endIndex].utf8.count
            isSpaced = !spaces.isEmpty
            next = text.unicodeScalars[spaces.endIndex...].first
        }

        /// Whether words follow: not a number, a further mark or nothing.
        var isWords: Bool {
            guard let next else { return false }
            return next.properties.isIdeographic || "《“「【[".unicodeScalars.contains(next)
        }
    }

    private func range(_ length: Int) -> Range<Int> { line.lowerBound..<line.lowerBound + length }

    /// `＞50%` is a comparison.
    private func quotation(_ text: String) -> Diagnostic? {
        let marks = text.unicodeScalars.prefix { $0 == "＞" }
        let rest = Rest(text, behind: marks)
        guard !marks.isEmpty, rest.isWords else { return nil }
        // A line after it without the mark would become a part of the quotation.
        let after = source.bytes[line.upperBound..<paragraph.upperBound].drop { $0.isLineEnd || $0.isSpaceOrTab }
        return problem(
            .almostQuotation, range(rest.length), String(repeating: ">", count: marks.count) + " ",
            isCertain: after.isEmpty || after.starts(with: "＞".utf8))
    }

    /// A paragraph of nothing but `———`; under another line hyphens would make a heading of it.
    private func rule(_ text: String) -> Diagnostic? {
        guard let first = text.first, "—－＊＿＝".contains(first), text.count >= 3, text.allSatisfy({ $0 == first }),
            source.trimmed(paragraph) == line
        else { return nil }
        return problem(.almostRule, line, "---")
    }

    private func bullet(_ text: String) -> Diagnostic? {
        let marks = text.unicodeScalars.prefix(1)
        guard let mark = marks.first, "－＋＊·・●◆■▪‣".unicodeScalars.contains(mark) else { return nil }
        let rest = Rest(text, behind: marks)
        // `＊注：` is a note, and a pair of them something else.
        guard rest.isWords, mark != "＊" || rest.next != "注" && text.count(where: { $0 == "＊" }) == 1 else { return nil }
        return problem(
            .almostList, range(rest.length), "- ", isCertain: rest.isSpaced || !"－＋＊".unicodeScalars.contains(mark))
    }

    /// `3、5月`, `１．５` and `110、119` are numbers, `1、甲；2、乙` goes on in the line.
    private func number(_ text: String) -> Diagnostic? {
        let scalars = text.unicodeScalars
        let digits = scalars.prefix { $0.isASCIIOrWideDigit }
        guard (1...3).contains(digits.count), let mark = scalars[digits.endIndex...].first,
            "、．.".unicodeScalars.contains(mark), !(mark == "." && digits.allSatisfy(\.isASCII))
        else { return nil }
        let marks = scalars[..<scalars.index(after: digits.endIndex)]
        let rest = Rest(text, behind: marks)
        guard rest.isWords, !holdsNumber(scalars[marks.endIndex...]) else { return nil }
        let fix = String(String.UnicodeScalarView(digits.map(\.halfWidth))) + ". "
        // `4、五月`; and within a paragraph only the number 1 begins a list.
        let isNumber = rest.next.map { "一二三四五六七八九十百千万两几".unicodeScalars.contains($0) } ?? false
        return problem(.almostList, range(rest.length), fix, isCertain: !isNumber && (fix == "1. " || beginsList))
    }

    /// Whether the line begins its paragraph, or the line before is numbered too.
    private var beginsList: Bool {
        guard let end = source.bytes[..<line.lowerBound].lastIndex(where: { !$0.isLineEnd && !$0.isSpaceOrTab }),
            end > paragraph.lowerBound
        else { return true }
        let start = source.bytes[paragraph.lowerBound..<end].lastIndex(where: \.isLineEnd).map { $0 + 1 }
        let before = String(decoding: source.bytes[(start ?? paragraph.lowerBound)...end], as: UTF8.self)
            .unicodeScalars.drop { " \t　".unicodeScalars.contains($0) }
        let digits = before.prefix(while: \.isASCIIOrWideDigit)
        return (1...3).contains(digits.count)
            && before[digits.endIndex...].first.map { "、．.".unicodeScalars.contains($0) } == true
    }

    /// Whether another number is counted further on: `2、`.
    private func holdsNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        zip(text, text.dropFirst()).contains { $0.isASCIIOrWideDigit && ($1 == "、" || $1 == "．") }
    }

    /// `[^1]：注`
    private func footnote(_ text: String) -> Diagnostic? {
        guard text.hasPrefix("[^"), let end = text.firstRange(of: "]："), !text[..<end.lowerBound].contains("]") else {
            return nil
        }
        let start = line.lowerBound + text[..<end.lowerBound].utf8.count
        return problem(.almostFootnote, start..<start + "]：".utf8.count, "]: ")
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIOrWideDigit: Bool { ("0"..."9").contains(halfWidth) }
}
