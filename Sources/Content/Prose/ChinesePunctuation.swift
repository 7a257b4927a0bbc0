import Diagnostics
import Text

/// Finds half-width punctuation and spaces between Chinese characters, and brackets without their other half
/// (GB/T 15834).
///
/// A text is looked at as it is written. Only what stands directly between two Han characters counts, or between one and
/// the end of a line, so addresses, ids, numbers and English are never touched; quotations (`>` and “ ”) and code are passed over.
enum ChinesePunctuation {
    struct Problem: Sendable {
        var message: Diagnostic.Message
        var range: Range<Int>
        var hint: Diagnostic.Hint
        /// What can only be meant in its place.
        var fix: String?
    }

    static func problems(in bytes: some Collection<UInt8>) -> [Problem] {
        guard bytes.contains(where: { (0xE3...0xE9).contains($0) }) else { return [] }
        let text = Array(bytes)
        let lines = proseLines(of: text)
        return lines.flatMap { marks(in: text, $0) } + paragraphs(of: lines, text).flatMap { brackets(in: text, $0) }
    }

    /// The lines that are neither quotations nor code.
    private static func proseLines(of text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var (start, isCode) = (0, false)
        while start < text.count {
            let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            let line = text[start..<end].drop { $0 == UInt8(ascii: " ") }
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
                isCode.toggle()
            } else if !isCode, line.first != UInt8(ascii: ">"), !line.contains(UInt8(ascii: "`")) {
                lines.append(start..<end)
            }
            start = end + 1
        }
        return lines
    }

    /// Lines that follow each other without an empty one.
    private static func paragraphs(of lines: [Range<Int>], _ text: [UInt8]) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        for line in lines {
            if let last = paragraphs.last, !line.isEmpty, !last.isEmpty,
                text[last.upperBound..<line.lowerBound].count(where: { $0 == 0x0A }) <= 1
            {
                paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
            } else {
                paragraphs.append(line)
            }
        }
        return paragraphs
    }

    // MARK: Marks and spaces

    private static func fullWidth(_ mark: UInt8) -> String? {
        switch mark {
        case UInt8(ascii: ","): "，"
        case UInt8(ascii: ";"): "；"
        case UInt8(ascii: ":"): "："
        case UInt8(ascii: "?"): "？"
        case UInt8(ascii: "!"): "！"
        case UInt8(ascii: "."): "。"
        default: nil
        }
    }

    private static func marks(in text: [UInt8], _ line: Range<Int>) -> [Problem] {
        var problems: [Problem] = []
        var (isQuoted, isTitle, index) = (false, false, line.lowerBound)
        // An address of the web or of mail may have Chinese in it: https://经验.中国.
        var isAddress = false
        // Titles and names of documents have spaces: 《中共中央 国务院关于…》. Sentences have none.
        lazy var isSentence = text[line].holds("，") || text[line].holds("。")
        while index < line.upperBound {
            let (start, byte) = (index, text[index])
            index += 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: ")"), 0xEF: isAddress = false
            case UInt8(ascii: "@"): isAddress = true
            case UInt8(ascii: ":") where text[start..<line.upperBound].starts(with: "://".utf8): isAddress = true
            default: break
            }
            if byte >= 0x80 {
                guard byte == 0xE2 || byte == 0xE3, index + 1 < line.upperBound, text[index] == 0x80 else { continue }
                if byte == 0xE3 { isAddress = false }
                switch (byte, text[index + 1]) {
                // What somebody said or wrote keeps its punctuation.
                case (0xE2, 0x9C): isQuoted = true
                case (0xE2, 0x9D): isQuoted = false
                case (0xE3, 0x8A): isTitle = true
                case (0xE3, 0x8B): isTitle = false
                default: break
                }
            } else if !isQuoted, byte == UInt8(ascii: " ") || fullWidth(byte) != nil, !isAddress {
                while byte == UInt8(ascii: " "), index < line.upperBound, text[index] == byte { index += 1 }
                let isLast = index == line.upperBound && byte != UInt8(ascii: " ")
                guard isBehindHan(text, start, in: line), isLast || isBeforeHan(text, index, in: line)
                else { continue }
                if let mark = fullWidth(byte) {
                    problems.append(
                        Problem(
                            message: .halfWidth(String(UnicodeScalar(byte))), range: start..<index,
                            hint: .writeInstead(mark), fix: mark))
                } else if !isTitle, isSentence {
                    problems.append(
                        Problem(message: .spaceInChinese, range: start..<index, hint: .closeUp, fix: nil))
                }
            } else if !isQuoted, let pair = Pair(byte), isBeforeHan(text, index, in: line),
                let end = endOfPair(pair, text, start, in: line)
            {
                for (place, mark) in [(start, pair.opening), (end, pair.closing)] {
                    problems.append(
                        Problem(
                            message: .halfWidth(String(UnicodeScalar(text[place]))), range: place..<place + 1,
                            hint: .writeInstead(mark), fix: mark))
                }
                index = end + 1
            }
        }
        return problems
    }

    /// Half-width marks around words.
    private enum Pair {
        case brackets, quotation

        /// By the first of them.
        init?(_ mark: UInt8) {
            switch mark {
            case UInt8(ascii: "("): self = .brackets
            case UInt8(ascii: "\""): self = .quotation
            default: return nil
            }
        }

        var end: UInt8 { self == .brackets ? UInt8(ascii: ")") : UInt8(ascii: "\"") }
        var opening: String { self == .brackets ? "（" : "“" }
        var closing: String { self == .brackets ? "）" : "”" }
    }

    /// Where a pair that begins behind Chinese ends, with Chinese before its end; quotation marks may also begin and end a
    /// line, and have no half-width mark beside them, since they may belong to the address of a link.
    private static func endOfPair(_ pair: Pair, _ text: [UInt8], _ start: Int, in line: Range<Int>) -> Int? {
        let isQuotation = pair == .quotation
        guard
            isBehindHan(text, start, in: line) || isQuotation && (start == line.lowerBound || text[start - 1] >= 0x80),
            let end = text[(start + 1)..<line.upperBound].firstIndex(where: { $0 == pair.end || $0 == text[start] }),
            text[end] == pair.end, text[end - 1] >= 0x80
        else { return nil }
        return !isQuotation || end + 1 == line.upperBound || text[end + 1] >= 0x80 ? end : nil
    }

    /// Whether Chinese stands before a place: a link ends with its address, and reads as its words. Most marks have a letter
    /// before or behind, which one byte tells.
    private static func isBehindHan(_ text: [UInt8], _ place: Int, in line: Range<Int>) -> Bool {
        guard place > line.lowerBound else { return false }
        var end = place
        if text[place - 1] == UInt8(ascii: ")") {
            // Not past the bracket before, so that each byte is looked at once.
            let before = text[line.lowerBound..<place - 1]
            guard let bracket = before.lastIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }),
                text[bracket] == UInt8(ascii: "("), bracket > line.lowerBound, text[bracket - 1] == UInt8(ascii: "]")
            else { return false }
            end = bracket - 1
        }
        return end > line.lowerBound && text[end - 1] >= 0x80 && text[line.lowerBound..<end].lastScalar?.isHan == true
    }

    private static func isBeforeHan(_ text: [UInt8], _ place: Int, in line: Range<Int>) -> Bool {
        guard place < line.upperBound else { return false }
        let start = text[place] == UInt8(ascii: "[") ? place + 1 : place
        return start < line.upperBound && text[start] >= 0xE3
            && text[start..<line.upperBound].firstScalar?.isHan == true
    }

    // MARK: Brackets

    /// 《》（）「」【】〔〕 that are not opened or not closed in their paragraph. All are of three bytes: （ and ） begin with EF BC,
    /// the others with E3 80.
    private static func brackets(in text: [UInt8], _ paragraph: Range<Int>) -> [Problem] {
        var lonely: [Int] = []
        var open: [Int] = []
        for place in paragraph where text[place] == 0xE3 || text[place] == 0xEF {
            guard place + 2 < paragraph.upperBound else { break }
            let isRound = text[place] == 0xEF
            guard text[place + 1] == (isRound ? 0xBC : 0x80) else { continue }
            let last = text[place + 2]
            // An opening bracket is the character before its closing one.
            if isRound ? last == 0x88 : [0x8A, 0x8C, 0x90, 0x94].contains(last) {
                open.append(place)
            } else if isRound ? last == 0x89 : [0x8B, 0x8D, 0x91, 0x95].contains(last) {
                if let opening = open.last, text[opening] == text[place], text[opening + 2] == last - 1 {
                    open.removeLast()
                } else if !endsInNumber(text[paragraph.lowerBound..<place]) {
                    lonely.append(place)
                }
            }
        }
        return (lonely + open).map { place in
            let mark = String(decoding: text[place..<place + 3], as: UTF8.self)
            return Problem(message: .unpairedMark(mark), range: place..<place + 3, hint: .pairMarks, fix: nil)
        }
    }

    /// `1）` and `甲）` number the items of a text.
    private static func endsInNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let last = bytes.lastScalar.map(Character.init) else { return false }
        return last.isNumber || "一二三四五六七八九十甲乙丙丁abcdABCD".contains(last)
    }
}
