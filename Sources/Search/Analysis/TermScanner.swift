/// Takes what a scanner finds in a text.
protocol TermSink {
    /// A character of a run without spaces, folded.
    mutating func gramCharacter(_ character: UInt16)
    /// The run before is over.
    mutating func endRun()
    /// A word or number, folded, in UTF-8.
    mutating func word(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Cuts a text into runs of Han characters, and words. The rules are those of docs/search.md, which the script in
/// the browser follows too; Tests/SearchTests/Fixtures/analysis.json holds both to them.
struct TermScanner {
    /// Longer words are cut: nobody types them, and they would be no better found whole.
    static let longestWord = 48

    private var word: [UInt8] = []
    private var isInRun = false
    /// Whether all of the word so far is digits and decimal points.
    private var isNumber = false
    private let simplified = CharacterFolding.simplified
    /// Whether a character so far was a traditional one.
    private(set) var hasTraditional = false

    mutating func scan(_ text: String, into sink: inout some TermSink) {
        var text = text
        text.withUTF8 { scan($0, into: &sink) }
    }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some TermSink) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                let kind = Self.asciiClass(byte)
                if kind == .letter || kind == .digit {
                    append(byte | (kind == .letter ? 0x20 : 0), isDigit: kind == .digit, into: &sink)
                } else {
                    punctuation(kind, next: bytes[(index + 1)...], into: &sink)
                }
                index += 1
                continue
            }
            let (scalar, length) = Self.decode(bytes, at: index)
            index += length
            if scalar >= 0x4E00, scalar <= 0x9FFF {
                let character = simplified[Int(scalar)]
                if character != scalar { hasTraditional = true }
                gram(character, into: &sink)
            } else {
                other(scalar, next: bytes[index...], into: &sink)
            }
        }
        endWord(into: &sink)
        endRun(into: &sink)
    }

    // MARK: One character

    private mutating func gram(_ character: UInt16, into sink: inout some TermSink) {
        if !word.isEmpty { endWord(into: &sink) }
        isInRun = true
        sink.gramCharacter(character)
    }

    private mutating func other(
        _ scalar: UInt32, next: Slice<UnsafeBufferPointer<UInt8>>, into sink: inout some TermSink
    ) {
        for folded in CharacterFolding.folded(scalar) {
            let kind = CharacterFolding.characterClass(folded)
            switch kind {
            case .gram: gram(UInt16(truncatingIfNeeded: folded), into: &sink)
            case .digit: append(UInt8(truncatingIfNeeded: folded), isDigit: true, into: &sink)
            case .letter:
                guard folded >= 0x80, let value = Unicode.Scalar(folded) else {
                    append(UInt8(truncatingIfNeeded: folded), isDigit: false, into: &sink)
                    break
                }
                endRun(into: &sink)
                isNumber = false
                let encoded = UTF8.encode(value).map { Array($0) } ?? []
                if word.count + encoded.count <= Self.longestWord { word += encoded }
            case .mark: break
            default: punctuation(kind, next: next, into: &sink)
            }
        }
    }

    private mutating func append(_ byte: UInt8, isDigit: Bool, into sink: inout some TermSink) {
        endRun(into: &sink)
        isNumber = isDigit && (isNumber || word.isEmpty)
        if word.count < Self.longestWord { word.append(byte) }
    }

    /// Marks that may belong to a word: the apostrophe of ‘don't’, the point of 32.7, the comma of 20,000.
    private mutating func punctuation(
        _ kind: CharacterClass, next: Slice<UnsafeBufferPointer<UInt8>>, into sink: inout some TermSink
    ) {
        switch kind {
        case .apostrophe where !word.isEmpty && !isNumber && Self.startsWithLetter(next): return
        case .fullStop where isNumber && Self.digitCount(next) > 0:
            word.append(0x2E)
            return
        case .comma where isNumber && Self.digitCount(next) == 3: return
        default: break
        }
        if !word.isEmpty { endWord(into: &sink) }
        if kind != .transparent && kind != .apostrophe { endRun(into: &sink) }
    }

    private mutating func endWord(into sink: inout some TermSink) {
        guard !word.isEmpty else { return }
        word.withUnsafeBufferPointer { sink.word($0) }
        word.removeAll(keepingCapacity: true)
        isNumber = false
    }

    private mutating func endRun(into sink: inout some TermSink) {
        guard isInRun else { return }
        isInRun = false
        sink.endRun()
    }

    // MARK: Bytes

    private static func asciiClass(_ byte: UInt8) -> CharacterClass {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0x20: .separator
        default: CharacterFolding.characterClass(UInt32(byte))
        }
    }

    private static func startsWithLetter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
    }

    /// How many ASCII digits come next.
    private static func digitCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        bytes.prefix { (0x30...0x39).contains($0) }.count
    }

    /// The character at an index of UTF-8 that Swift has made sure of, and its length.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        func part(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        let first = UInt32(bytes[index])
        if first >= 0xF0 { return ((first & 0x07) << 18 | part(1) << 12 | part(2) << 6 | part(3), 4) }
        if first >= 0xE0 { return ((first & 0x0F) << 12 | part(1) << 6 | part(2), 3) }
        return ((first & 0x1F) << 6 | part(1), 2)
    }
}
