extension Unicode.Scalar {
    /// Ideographs, kana, and the signs that are as wide: East Asian Width F and W (Unicode Standard Annex 11), without Hangul,
    /// which is written with spaces.
    package var isWide: Bool {
        (0x2E80...0x312F).contains(value) || (0x3190...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFE30...0xFE4F).contains(value) || (0xFF01...0xFF60).contains(value)
            || (0xFFE0...0xFFE6).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }

    /// Signs of Chinese that are not wide by themselves: “ ” ‘ ’ — … ·
    private var isNarrowChinesePunctuation: Bool {
        [0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7].contains(value)
    }

    /// Whether a line that ends with this character goes on with the next without a space, as Chinese does
    /// (CSS Text 3, segment break transformation).
    package func joinsLine(before next: Unicode.Scalar) -> Bool {
        (isWide || isNarrowChinesePunctuation) && (next.isWide || next.isNarrowChinesePunctuation)
            && (isWide || next.isWide)
    }
}

extension String {
    /// The lines of the text as one: with a space between them, except where Chinese stands on both sides.
    package var onOneLine: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        return split(whereSeparator: \.isNewline).reduce(into: "") { text, line in
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard let first = line.unicodeScalars.first else { return }
            while text.last == " " || text.last == "\t" { text.removeLast() }
            if let last = text.unicodeScalars.last, !last.joinsLine(before: first) { text += " " }
            text += line
        }
    }
}
