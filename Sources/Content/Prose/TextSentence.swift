import Markdown
import Text

/// A sentence of a text as it is written, markup and all. A heading, an item and a row of a table are sentences too.
struct TextSentence: Equatable {
    /// Bytes of the text.
    var range: Range<Int>
    /// The number of the paragraph, item, heading or row that it stands in.
    var block: Int
}

/// The sentences of a Markdown text. Blocks of YAML count as far as they have words: ids are the same in all languages.
func sentences(of text: String) -> [TextSentence] {
    var cutter = SentenceCutter()
    // By scalars, since CR LF is one character.
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
        cutter.read(Substring(line))
    }
    cutter.endBlock()
    return cutter.sentences
}

private struct SentenceCutter {
    var sentences: [TextSentence] = []
    private var offset = 0
    private var block = 0
    /// Where the sentence at hand begins; nil between two.
    private var start: Int?
    /// Where its last word ends.
    private var end = 0
    /// The sign that ends it, if that has been read and only closing marks may follow.
    private var terminator: Unicode.Scalar?
    /// The fence of the block at hand, and the name of what it draws, if it draws anything.
    private var fence: (mark: Substring, name: String?)?

    mutating func read(_ line: Substring) {
        let content = line.drop { " \t>\r".unicodeScalars.contains($0.unicodeScalars.first ?? "a") }
        defer { offset += line.utf8.count + 1 }
        if let fence {
            endBlock()
            if content.hasPrefix(fence.mark) {
                self.fence = nil
            } else if fence.name.map({ Self.hasWords(content, in: $0) }) ?? true {
                let mark = fence.name == nil ? 0 : Self.mark(of: content)
                readWords(line, from: line.utf8.count - content.utf8.count + mark)
                endBlock()
            }
            return
        }
        if let mark = ["```", "~~~"].first(where: { content.hasPrefix($0) }) {
            endBlock()
            let name = content.drop { mark.contains($0) }.split(whereSeparator: \.isWhitespace).first.map(String.init)
            fence = (content.prefix(3), name.flatMap { FencedBlock.names.contains($0) ? $0 : nil })
            return
        }
        let mark = Self.mark(of: content)
        let isAlone = content.isEmpty || content.hasPrefix("#") || content.hasPrefix("|")
        if isAlone || mark > 0 || content.hasPrefix("[^") { endBlock() }
        // `[name]: address` says nothing; `[^1]: text` does.
        if content.hasPrefix("["), !content.hasPrefix("[^"), content.contains("]:") { return endBlock() }
        readWords(line, from: line.utf8.count - content.utf8.count + mark)
        if isAlone { endBlock() }
    }

    /// How many bytes the sign of an item or a heading takes.
    private static func mark(of line: Substring) -> Int {
        if line.hasPrefix("#") { return line.prefix { $0 == "#" }.count }
        let number = line.prefix { $0.isASCII && $0.isNumber }.count
        let marks = number == 0 ? ["- ", "* ", "+ "] : [". ", ") "]
        return marks.contains(String(line.dropFirst(number).prefix(2))) ? number + 2 : 0
    }

    /// Whether a line of a block of YAML is in words.
    private static func hasWords(_ line: Substring, in block: String) -> Bool {
        let isItem = line.hasPrefix("- ")
        let key = (isItem ? line.dropFirst(2) : line).prefix { $0 != ":" }
        return wordKeys.contains(String(key)) || (isItem && block == "steps")
    }

    private static let wordKeys = Set(
        BlockFields.knownFields.flatMap { [$0] + $0.entries }.filter { $0.shape == .text }.map(\.key))

    mutating func endBlock() {
        endSentence()
        block += 1
    }

    private mutating func endSentence() {
        if let start { sentences.append(TextSentence(range: start..<end, block: block)) }
        (start, terminator) = (nil, nil)
    }

    private mutating func readWords(_ line: Substring, from mark: Int) {
        var place = offset + mark
        for scalar in line.unicodeScalars[line.utf8.index(line.startIndex, offsetBy: mark)...] {
            let next = place + UTF8.width(scalar)
            defer { place = next }
            let isSpace = scalar.isWhitespace
            if let terminator, !Self.isClosing(scalar) {
                // 3.5 and example.com go on.
                if isSpace || !terminator.isASCII { endSentence() } else { self.terminator = nil }
            }
            if isSpace { continue }
            if start == nil { start = place }
            end = next
            if Self.isTerminator(scalar) { terminator = scalar }
        }
        if terminator != nil { endSentence() }
    }

    private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", ".", "!", "?": true
        default: false
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "」", "』", "）", "》", ")", "\"", "*", "_": true
        default: isTerminator(scalar)
        }
    }
}

extension NormalizedText {
    /// What a sentence says, without its markup and the addresses of its links; nil if it says nothing.
    init?(sentence: String) {
        var words = String.UnicodeScalarView()
        var (previous, isAddress) = (Unicode.Scalar(" "), false)
        for scalar in sentence.unicodeScalars {
            defer { previous = scalar }
            if isAddress {
                // A title may follow, which is said.
                isAddress = scalar != ")" && !scalar.isWhitespace
            } else if scalar == "(", previous == "]" {
                isAddress = true
            } else if !Self.isMarkup(scalar) {
                words.append(scalar)
            }
        }
        guard words.contains(where: \.saysSomething) else { return nil }
        self.init(String(words))
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "*", "_", "`", "[", "]", ">", "|": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or a number.
    fileprivate var saysSomething: Bool { properties.isAlphabetic || properties.numericType != nil }
}
