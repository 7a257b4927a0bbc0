import Text

/// The scalars of a text, with full-width letters, digits and signs turned into ASCII and traditional characters into
/// simplified ones, one for one.
struct FigureText {
    private(set) var scalars: [Unicode.Scalar]
    /// With the characters that are written, where they are traditional.
    private var written: [Unicode.Scalar]?

    init(_ text: String, readingCapitals: Bool = false) {
        let table = readingCapitals ? Traditional.numerals : Traditional.simplified
        scalars = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let narrow = Self.narrow(scalar)
            let folded = Traditional.folded(narrow, by: table)
            if folded != narrow, written == nil { written = scalars }
            scalars.append(folded)
            written?.append(narrow)
        }
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x3000, 0xA0, 0x202F, 0x2000...0x200A, 0x205F: " "
        default: scalar.halfWidth
        }
    }

    var count: Int { scalars.count }

    /// The scalar at a place, nil before the first and after the last.
    subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func string(from start: Int, to end: Int) -> String { Self.string(scalars, from: start, to: end) }

    /// What is written, with traditional characters.
    var writtenString: String { Self.string(written ?? scalars, from: 0, to: count) }

    private static func string(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> String {
        var result = String.UnicodeScalarView()
        if start < end { result.append(contentsOf: scalars[max(0, start)..<min(end, scalars.count)]) }
        return String(result)
    }

    func stands(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        index >= 0 && index + word.count <= count && scalars[index..<index + word.count].elementsEqual(word)
    }

    /// The place after a word that stands here.
    func end(of word: String, at index: Int) -> Int? {
        var place = index
        for scalar in word.unicodeScalars {
            guard self[place] == scalar else { return nil }
            place += 1
        }
        return place
    }

    func ends(with word: String) -> Bool { end(of: word, at: count - word.unicodeScalars.count) == count }

    func skippingSpaces(from index: Int) -> Int {
        var place = index
        while self[place] == " " { place += 1 }
        return place
    }

    /// Without the white space at both ends.
    var trimmed: FigureText {
        var (start, end) = (0, count)
        while end > 0, scalars[end - 1].properties.isWhitespace { end -= 1 }
        while start < end, scalars[start].properties.isWhitespace { start += 1 }
        return start == 0 && end == count ? self : self[start..<end]
    }

    /// ¥3,500 as 3,500元.
    var withUnitBehind: FigureText {
        let start = self[0]?.isMinus == true ? 1 : 0
        guard let sign = self[start], sign == "¥" || sign == "￥" else { return self }
        var text = removing(start..<skippingSpaces(from: start + 1))
        if !text.ends(with: "元") { text.append("元") }
        return text
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        scalars.append(scalar)
        written?.append(scalar)
    }

    var hasHan: Bool { scalars.contains(where: \.isHan) }

    func prefix(_ length: Int) -> FigureText { self[0..<min(max(0, length), count)] }

    /// A part of the text.
    subscript(range: Range<Int>) -> FigureText {
        var text = self
        text.scalars = Array(scalars[range])
        text.written = written.map { Array($0[range]) }
        return text
    }

    /// The text without a part of it.
    func removing(_ range: Range<Int>) -> FigureText {
        var text = self
        text.scalars.removeSubrange(range)
        text.written?.removeSubrange(range)
        return text
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    var isASCIILetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A && value < 0x80 }

    /// The common ideographs and 〇.
    var isHan: Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) || value == 0x3007
    }

    /// The signs that stand between the ends of a range: 3-5, 3–5, 3—5, 3~5, 3～5, 3〜5.
    var isRangeSign: Bool {
        switch value {
        case 0x2D, 0x7E, 0x2010...0x2015, 0x2212, 0x301C: true
        default: false
        }
    }

    /// The signs that make a number negative. A dash is none: it may be a list's.
    var isMinus: Bool { value == 0x2D || value == 0x2212 }
}
