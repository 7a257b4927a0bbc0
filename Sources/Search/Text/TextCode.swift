import Text

/// The code in which texts are stored: printable ASCII, with two characters for what the site writes most often –
/// Han characters, pairs of them, English words. It makes texts about half as long as UTF-8, needs no decompression
/// that a browser may lack, and every text can be decoded alone.
///
/// Lower-case letters, digits, space, `.`, `,` and `-` stand for themselves. `!` is ，, `#` is 。, `%` a line break,
/// `$` and a digit another ASCII character, `&` and three digits any character. The other 48 signs begin the code
/// of a unit.
struct TextCode: Sendable {
    /// Always in the list of units, at its beginning.
    static let punctuation = Array("、；：？！“”‘’（）《》·…—–".utf16)
    static let leads = Array("'()*+/:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`{|}~".utf8)
    static let capacity = leads.count * Int(PackedDigits.base)

    /// The list of units for the script in the browser: single characters as distances, pairs as the distance of
    /// the first single and the second single, words as differences from the one before.
    let literal: [UInt8]
    let fingerprint: Fingerprint

    private var codeOfSingle = [UInt16](repeating: 0, count: 1 << 16)
    private var pairs = PairTable()
    /// Words stand for themselves with the space before them.
    private var words = ByteTable()
    private var firstWord: Int

    /// - Parameters:
    ///   - grams: Pairs of characters and single ones, which tell how often they are used.
    ///   - words: How often words are used.
    init(grams: [MergedTerms], words candidates: [(word: [UInt8], count: Int)]) {
        let units = Self.chooseUnits(grams, candidates)
        var literal = [UInt8(ascii: "\"")]
        for (index, character) in Self.punctuation.enumerated() { codeOfSingle[Int(character)] = UInt16(index + 1) }

        literal.appendPacked(UInt32(units.singles.count))
        var numberOfSingle: [UInt16: UInt32] = [:]
        var previous: UInt32 = 0x3000
        for (index, character) in units.singles.enumerated() {
            literal.appendPacked(UInt32(character) - previous)
            previous = UInt32(character)
            numberOfSingle[character] = UInt32(index)
            codeOfSingle[Int(character)] = UInt16(Self.punctuation.count + index + 1)
        }
        let firstPair = Self.punctuation.count + units.singles.count
        literal.appendPacked(UInt32(units.pairs.count))
        var previousFirst: UInt32 = 0
        for (index, pair) in units.pairs.enumerated() {
            let first = numberOfSingle[UInt16(pair >> 16)] ?? 0
            literal.appendPacked(first - previousFirst)
            literal.appendPacked(numberOfSingle[UInt16(pair & 0xFFFF)] ?? 0, digits: 2)
            previousFirst = first
            pairs.insert(pair, code: UInt16(firstPair + index + 1))
        }
        firstWord = firstPair + units.pairs.count
        literal.appendPacked(UInt32(units.words.count))
        var previousWord: [UInt8] = []
        for word in units.words {
            literal.appendFrontCoded(word, after: previousWord)
            previousWord = word
            _ = words.insert(word.span)
        }
        literal.append(UInt8(ascii: "\""))
        self.literal = literal
        fingerprint = .of(literal)
    }

    private enum Unit {
        case single(UInt16)
        case pair(UInt32)
        case word([UInt8])
    }

    /// The units that make texts shortest, each kind in order.
    private static func chooseUnits(
        _ grams: [MergedTerms], _ words: [(word: [UInt8], count: Int)]
    ) -> (singles: [UInt16], pairs: [UInt32], words: [[UInt8]]) {
        var candidates: [(saving: Int, unit: Unit)] = []
        for part in grams {
            for (key, count) in zip(part.terms, part.counts) where key >> 16 >= 0x3400 {
                if key & 0xFFFF == 0 {
                    // Single characters are counted once a page, and are used more often than that.
                    candidates.append((count * 6, .single(UInt16(key >> 16))))
                } else if count >= 4 {
                    candidates.append((count * 2 - 3, .pair(key)))
                }
            }
        }
        for (word, count) in words where count >= 3 {
            candidates.append((count * (word.count - 1) - word.count, .word(word)))
        }
        // Equal savings keep the order in which they came, which is that of the index.
        candidates = candidates.enumerated().sorted { ($1.element.saving, $0.offset) < ($0.element.saving, $1.offset) }
            .prefix(capacity - punctuation.count).map(\.element)
        var result: (singles: [UInt16], pairs: [UInt32], words: [[UInt8]]) = ([], [], [])
        for candidate in candidates {
            switch candidate.unit {
            case .single(let character): result.singles.append(character)
            case .pair(let pair): result.pairs.append(pair)
            case .word(let word): result.words.append(word)
            }
        }
        let known = Set(result.singles)
        result.pairs.removeAll { !known.contains(UInt16($0 >> 16)) || !known.contains(UInt16($0 & 0xFFFF)) }
        result.singles.sort()
        result.pairs.sort()
        result.words.sort { $0.lexicographicallyPrecedes($1) }
        return result
    }

    // MARK: Coding

    func encode(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte >= 0x80 {
                    index += encodeWide(bytes, at: index, to: &output)
                } else if byte == 0x20, let (code, length) = word(after: index, in: bytes) {
                    appendCode(code, to: &output)
                    index += length + 1
                } else {
                    encodeASCII(byte, to: &output)
                    index += 1
                }
            }
        }
    }

    /// Writes a character beyond ASCII, and the next one with it if they are a unit. Returns how many bytes they have.
    private func encodeWide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]) -> Int {
        let (scalar, length) = TermScanner.decode(bytes, at: index)
        guard scalar <= 0xFFFF else {
            // As UTF-16 has it: two characters.
            for half in [0xD800 + ((scalar - 0x10000) >> 10), 0xDC00 + (scalar & 0x3FF)] {
                output.append(UInt8(ascii: "&"))
                output.appendPacked(half, digits: 3)
            }
            return length
        }
        if index + length < bytes.count, bytes[index + length] >= 0xE3 {
            let (next, nextLength) = TermScanner.decode(bytes, at: index + length)
            if next <= 0xFFFF, let code = pairs[scalar << 16 | next] {
                appendCode(code, to: &output)
                return length + nextLength
            }
        }
        switch scalar {
        case 0xFF0C: output.append(UInt8(ascii: "!"))
        case 0x3002: output.append(UInt8(ascii: "#"))
        default:
            let code = codeOfSingle[Int(scalar)]
            if code > 0 {
                appendCode(code, to: &output)
            } else {
                output.append(UInt8(ascii: "&"))
                output.appendPacked(scalar, digits: 3)
            }
        }
        return length
    }

    private func encodeASCII(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"):
            output.append(byte)
        case 0x0A: output.append(UInt8(ascii: "%"))
        case 0x20..<0x7D:
            output.append(UInt8(ascii: "$"))
            output.appendDigit(UInt32(byte) - 0x20)
        default:
            output.append(UInt8(ascii: "&"))
            output.appendPacked(UInt32(byte), digits: 3)
        }
    }

    /// The code of the word behind a space, and its length.
    private func word(after space: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (code: UInt16, length: Int)? {
        var end = space + 1
        while end < bytes.count, (0x61...0x7A).contains(bytes[end]) { end += 1 }
        let length = end - space - 1
        guard (2...24).contains(length) else { return nil }
        return words.number(of: UnsafeBufferPointer(rebasing: bytes[(space + 1)..<end]).span).map {
            (UInt16(firstWord + $0 + 1), length)
        }
    }

    private func appendCode(_ code: UInt16, to output: inout [UInt8]) {
        let (lead, digit) = (UInt32(code) - 1).quotientAndRemainder(dividingBy: PackedDigits.base)
        output.append(Self.leads[Int(lead)])
        output.appendDigit(digit)
    }
}

/// The codes of pairs of characters.
private struct PairTable: Sendable {
    private var keys = [UInt32](repeating: 0, count: 1 << 14)
    private var codes = [UInt16](repeating: 0, count: 1 << 14)

    mutating func insert(_ pair: UInt32, code: UInt16) {
        let slot = slot(of: pair)
        keys[slot] = pair
        codes[slot] = code
    }

    subscript(pair: UInt32) -> UInt16? {
        let slot = slot(of: pair)
        return keys[slot] == 0 ? nil : codes[slot]
    }

    /// There are at most `TextCode.capacity` pairs, so a slot is always free.
    private func slot(of pair: UInt32) -> Int {
        var slot = Int((pair &* 0x9E37_79B1) >> 18)
        while keys[slot] != 0, keys[slot] != pair { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }
}
