/// The scalars of a text, with full-width letters, digits and signs turned into ASCII, one for one.
struct FigureText {
    private(set) var scalars: [Unicode.Scalar]

    init(_ text: String) {
        scalars = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { scalars.append(Self.folded(scalar)) }
    }

    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0, 0x202F, 0x2009: " "
        default: scalar
        }
    }

    var count: Int { scalars.count }

    /// The scalar at a place, nil before the first and after the last.
    subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func string(from start: Int, to end: Int) -> String {
        var result = String.UnicodeScalarView()
        if start < end { result.append(contentsOf: scalars[max(0, start)..<min(end, count)]) }
        return String(result)
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

    func skippingSpaces(from index: Int) -> Int {
        var place = index
        while self[place] == " " { place += 1 }
        return place
    }

    /// Without the white space at both ends.
    var trimmed: FigureText {
        var text = self
        while let last = text.scalars.last, last.properties.isWhitespace { text.scalars.removeLast() }
        text.scalars = Array(text.scalars.drop { $0.properties.isWhitespace })
        return text
    }

    var hasHan: Bool { scalars.contains(where: \.isHan) }

    func prefix(_ length: Int) -> FigureText {
        var text = self
        text.scalars = Array(scalars.prefix(length))
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
}
