/// The grammar of English figures: hedge, number or range, unit.
enum EnglishFigure {
    static func read(_ text: FigureText) -> FigureParts? {
        let (text, rounded) = withoutNote(text)
        var (hedges, start): ([Qualifier], Int) = (rounded ? [.rounded] : [], 0)
        while let (end, hedge) = EnglishHedges.leading(text, at: start) {
            if let hedge { hedges.append(hedge) }
            start = end
        }
        let between = phrase("between", text, at: start)
        start = between ?? phrase("from", text, at: start) ?? start
        guard let first = EnglishNumber.read(text, at: start, joining: between == nil) else { return nil }
        let range = rangeEnd(text, after: first.end, between: between != nil)
        guard range != nil || between == nil else { return nil }

        let (rest, trailing) = EnglishHedges.trailing(text, at: range?.end ?? first.end)
        guard let unit = unit(rest), let hedge = ChineseHedges.combined(hedges + trailing) else { return nil }
        return FigureParts(amount: first.amount, end: range?.amount, hedge: hedge, unit: unit)
    }

    /// The place after a phrase that stands here, whatever its case, and after the space behind it.
    static func phrase(_ phrase: String, _ text: FigureText, at start: Int) -> Int? {
        var place = start
        for scalar in phrase.unicodeScalars {
            guard let here = text[place], here == scalar || (here.isASCIILetter && here.value | 0x20 == scalar.value)
            else { return nil }
            place += 1
        }
        if text[place] == nil { return place }
        return text[place] == " " ? text.skippingSpaces(from: place) : nil
    }

    /// The upper end of “3–5”, “3% to 5%”, “between 3 and 5”.
    private static func rangeEnd(
        _ text: FigureText, after end: Int, between: Bool
    ) -> (amount: Amount, end: Int)? {
        var place = text.skippingSpaces(from: end)
        let percent = text[place] == "%"
        if percent { place = text.skippingSpaces(from: place + 1) }
        if let next = phrase(between ? "and" : "to", text, at: place) {
            place = next
        } else {
            guard !between, text[place]?.isRangeSign == true else { return nil }
            place = text.skippingSpaces(from: place + 1)
        }
        guard let upper = EnglishNumber.read(text, at: place) else { return nil }
        return !percent || text[upper.end] == "%" ? upper : nil
    }

    /// A note behind the figure that it is rounded: “327,000 events (rounded)”.
    private static func withoutNote(_ text: FigureText) -> (FigureText, Bool) {
        let start = text.count - 9
        guard start > 0, phrase("(rounded)", text, at: start) == text.count else { return (text, false) }
        return (text.prefix(start).trimmed, true)
    }

    /// What follows the number: nothing, a percent sign, or words after a space or a hyphen. Nil for an
    /// ordinal (3rd), a fraction (two thirds, one of five) and for everything with another number in it.
    private static func unit(_ rest: String) -> String? {
        let text = FigureText(rest)
        guard let first = text[0] else { return "" }
        let sign = text.skippingSpaces(from: 0)
        if text[sign] == "%" { return isWords(text, from: sign + 1) ? text.string(from: sign, to: text.count) : nil }
        let attached = first.isASCIILetter
        let start = first == "-" ? 1 : text.skippingSpaces(from: 0)
        guard first == " " || first == "-" || attached, let word = EnglishNumber.word(text, at: start) else {
            return nil
        }
        let refused = attached ? EnglishHedges.suffixes : EnglishHedges.fractions
        guard !refused.contains(word.word), !EnglishNumber.isNumber(word.word), isWords(text, from: start) else {
            return nil
        }
        if word.word == "percent" { return "%" + text.string(from: word.end, to: text.count) }
        if word.word == "per", let end = phrase("cent", text, at: text.skippingSpaces(from: word.end)) {
            return "%" + (end < text.count ? " " : "") + text.string(from: end, to: text.count)
        }
        return text.string(from: start, to: text.count)
    }

    /// Letters, and the signs that stand between them.
    private static func isWords(_ text: FigureText, from start: Int) -> Bool {
        text.scalars.dropFirst(start).allSatisfy {
            $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0 == "/" || $0 == "'" || $0 == "’" || $0 == "²"
        }
    }
}
