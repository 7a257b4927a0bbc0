import Diagnostics
import Text

/// Finds half-width punctuation and spaces between Chinese characters, and brackets without their other half (GB/T 15834).
///
/// A text is looked at as it is written. Only what stands directly between two Han characters counts, so addresses, ids, numbers
/// and English are never touched; quotations (`>`), code and tables of figures are passed over.
enum ChinesePunctuation {
    struct Problem: Sendable {
        var message: Diagnostic.Message
        var range: Range<Int>
        var hint: Diagnostic.Hint
        var fix: String?
    }

    static func problems(in bytes: some Collection<UInt8>) -> [Problem] {
        guard bytes.contains(where: { (0xE3...0xE9).contains($0) }) else { return [] }
        let text = Array(bytes)
        return ranges(ofProse: text).flatMap { marks(in: text, $0) } + unpaired(in: text)
    }

    /// The lines that are neither quotations nor code.
    private static func ranges(ofProse text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, isCode) = (0, false)
        while start < text.count {
            let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            let line = text[start..<end].drop { $0 == UInt8(ascii: " ") }
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
                isCode.toggle()
            } else if !isCode, line.first != UInt8(ascii: ">"), !line.contains(UInt8(ascii: "`")) {
                ranges.append(start..<end)
            }
            start = end + 1
        }
        return ranges
    }

    private static let wide: [UInt8: String] = [
        UInt8(ascii: ","): "，", UInt8(ascii: ";"): "；", UInt8(ascii: ":"): "：", UInt8(ascii: "?"): "？",
        UInt8(ascii: "!"): "！", UInt8(ascii: "."): "。",
    ]

    private static func marks(in text: [UInt8], _ range: Range<Int>) -> [Problem] {
        var problems: [Problem] = []
        var index = range.lowerBound
        var (isQuoted, isTitle) = (false, false)
        // Titles and names of documents have spaces: 《中共中央 国务院关于…》. Sentences have none.
        let isSentence = text[range].holds("，") || text[range].holds("。")
        while index < range.upperBound {
            let byte = text[index]
            index += 1
            // What somebody said or wrote keeps its punctuation.
            if byte == 0xE2, text[index...].starts(with: [0x80, 0x9C]) { isQuoted = true }
            if byte == 0xE2, text[index...].starts(with: [0x80, 0x9D]) { isQuoted = false }
            if byte == 0xE3, text[index...].starts(with: [0x80, 0x8A]) { isTitle = true }
            if byte == 0xE3, text[index...].starts(with: [0x80, 0x8B]) { isTitle = false }
            guard !isQuoted, byte < 0x40, byte == UInt8(ascii: " ") || wide[byte] != nil,
                endsInHan(text[..<(index - 1)])
            else {
                continue
            }
            if let mark = wide[byte], beginsWithHan(text[index..<range.upperBound]) {
                problems.append(
                    Problem(
                        message: .halfWidth(String(UnicodeScalar(byte))), range: index - 1..<index,
                        hint: .writeInstead(mark), fix: mark))
            } else if byte == UInt8(ascii: " "), isSentence, !isTitle {
                let end = text[index..<range.upperBound].firstIndex { $0 != UInt8(ascii: " ") } ?? range.upperBound
                if beginsWithHan(text[end..<range.upperBound]) {
                    problems.append(
                        Problem(message: .spaceInChinese, range: index - 1..<end, hint: .closeUp, fix: nil))
                }
                index = end
            }
        }
        return problems
    }

    /// The last two bytes of opening brackets, with those of the closing ones. All are of three bytes; （ and ） begin with
    /// EF, the others with E3.
    private static let pairs: [[UInt8]: [UInt8]] = [
        [0x80, 0x8A]: [0x80, 0x8B], [0xBC, 0x88]: [0xBC, 0x89], [0x80, 0x8C]: [0x80, 0x8D],
        [0x80, 0x90]: [0x80, 0x91],
        [0x80, 0x94]: [0x80, 0x95],
    ]
    private static let closings = Set(pairs.values)

    /// Brackets of one paragraph that are not opened or not closed: 《》（）「」【】〔〕.
    private static func unpaired(in text: [UInt8]) -> [Problem] {
        paragraphs(of: text).flatMap { paragraph in
            var found: [Int] = []
            var open: [(closing: [UInt8], place: Int)] = []
            for place in paragraph where text[place] == 0xE3 || text[place] == 0xEF {
                guard place + 2 < paragraph.upperBound else { break }
                let bracket = Array(text[place + 1...place + 2])
                if let closing = pairs[bracket] {
                    open.append((closing, place))
                } else if closings.contains(bracket) {
                    if open.last?.closing == bracket {
                        open.removeLast()
                    } else if !endsInNumber(text[paragraph.lowerBound..<place]) {
                        found.append(place)
                    }
                }
            }
            return (found + open.map(\.place)).map { place in
                let mark = String(decoding: text[place..<place + 3], as: UTF8.self)
                return Problem(
                    message: .unpairedMark(mark), range: place..<place + 3, hint: .pairMarks, fix: nil)
            }
        }
    }

    /// `1）` and `甲）` number the items of a text.
    private static func endsInNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let last = String(decoding: bytes.suffix(4), as: UTF8.self).last else { return false }
        return last.isNumber || "一二三四五六七八九十甲乙丙丁abcdABCD".contains(last)
    }

    private static func paragraphs(of text: [UInt8]) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        for range in ranges(ofProse: text) {
            if let last = paragraphs.last, text[last.upperBound..<range.lowerBound].count(where: { $0 == 0x0A }) <= 1,
                !range.isEmpty, !last.isEmpty
            {
                paragraphs[paragraphs.count - 1] = last.lowerBound..<range.upperBound
            } else {
                paragraphs.append(range)
            }
        }
        return paragraphs
    }

    private static func endsInHan(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes.suffix(3), as: UTF8.self).unicodeScalars.last?.isHan == true
    }

    private static func beginsWithHan(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes.prefix(3), as: UTF8.self).unicodeScalars.first?.isHan == true
    }
}
