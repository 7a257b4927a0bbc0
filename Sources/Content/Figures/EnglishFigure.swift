/// The grammar of English figures: lead, number or range, unit.
enum EnglishFigure {
    static func read(_ text: FigureText) -> FigureParts? {
        let (text, rounded) = withoutNote(text)
        guard let lead = FigureLead(english: text) else { return nil }
        if let parts = multiple(text, after: lead) { return parts }
        var start = lead.end
        let between = phrase("between", text, at: start)
        start = between ?? phrase("from", text, at: start) ?? start
        guard let first = EnglishNumber.read(text, at: start, joining: between == nil) else { return nil }
        let range = rangeEnd(text, after: first.end, between: between != nil)
        guard range != nil || between == nil else { return nil }

        var (rest, hedges) = trailing(text, at: range?.end ?? first.end)
        let change = range == nil && lead.direction == nil ? takeChange(&rest) : nil
        hedges += lead.hedges + (rounded ? [.rounded] : [])
        guard let unit = unit(rest), let hedge = Qualifier.combined(hedges) else { return nil }
        var parts = FigureParts(amount: first.amount, end: range?.amount, hedge: hedge, unit: unit)
        parts.sign = lead.isNegative ? -1 : change ?? 1
        parts.isChange = change != nil
        return parts.fits(lead) && parts.take(lead) ? parts : nil
    }

    /// The place after a phrase that stands here, whatever its case, and after the space behind it. Behind a sign
    /// no space is needed.
    static func phrase(_ phrase: String, _ text: FigureText, at start: Int) -> Int? {
        var place = start
        for scalar in phrase.unicodeScalars {
            guard let here = text[place], here == scalar || (here.isASCIILetter && here.value | 0x20 == scalar.value)
            else { return nil }
            place += 1
        }
        if text[place] == nil || text[place - 1]?.isASCIILetter == false { return text.skippingSpaces(from: place) }
        return text[place] == " " ? text.skippingSpaces(from: place) : nil
    }

    /// “doubled” is a change of 100 %.
    private static func multiple(_ text: FigureText, after lead: FigureLead) -> FigureParts? {
        guard lead.direction == nil, !lead.isNegative, let hedge = Qualifier.combined(lead.hedges) else { return nil }
        for (phrase, change) in EnglishFigureWords.multiples {
            guard Self.phrase(phrase, text, at: lead.end) == text.count, let amount = Amount(digits: abs(change)) else {
                continue
            }
            return FigureParts(amount: amount, hedge: hedge, unit: "%", sign: change.signum(), isChange: true)
        }
        return nil
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

    /// What is left behind the number without “+”, or “or more” and its like, which stand at either end of the unit.
    private static func trailing(_ text: FigureText, at start: Int) -> (rest: String, hedges: [Qualifier]) {
        let rest = text[start..<text.count].writtenString
        if ChineseNumber.isPlus(text, at: start) { return (String(rest.dropFirst()), [.atLeast]) }
        if rest.last == "+" { return (String(rest.dropLast()), [.atLeast]) }
        for (phrase, hedge) in EnglishFigureWords.behind {
            if rest.hasSuffix(phrase) { return (String(rest.dropLast(phrase.count)), [hedge]) }
            if rest.hasPrefix(phrase + " ") { return (String(rest.dropFirst(phrase.count)), [hedge]) }
        }
        return (rest, [])
    }

    /// The sign of “12.3% growth” and “a 5-point fall”, whose word is taken off.
    private static func takeChange(_ rest: inout String) -> Int? {
        for (phrase, sign) in EnglishFigureWords.changes where rest.lowercased().hasSuffix(" " + phrase) {
            rest = String(rest.dropLast(phrase.count + 1))
            return sign
        }
        return nil
    }

    /// What follows the number: nothing, a percent sign, or words after a space or a hyphen; without one only what is
    /// always written so (5km). Nil for an ordinal (3rd), a fraction (two thirds, one of five) and for everything with
    /// another number in it.
    private static func unit(_ rest: String) -> String? {
        let text = FigureText(rest)
        guard let first = text[0] else { return "" }
        let sign = text.skippingSpaces(from: 0)
        if text[sign] == "%" || text[sign] == "‰" {
            return isWords(text, from: sign + 1) ? text.string(from: sign, to: text.count) : nil
        }
        if let end = FigureUnits.end(text, at: sign), !first.isASCIILetter, first != " ", first != "-" {
            return end == text.count ? text.string(from: sign, to: end) : nil
        }
        let attached = first.isASCIILetter
        let start = first == "-" ? 1 : text.skippingSpaces(from: 0)
        guard first == " " || first == "-" || attached, let word = EnglishNumber.word(text, at: start) else {
            return nil
        }
        if attached, !FigureUnits.symbols.contains(text.string(from: start, to: word.end)) { return nil }
        guard !EnglishFigureWords.fractions.contains(word.word), !EnglishNumber.isNumber(word.word),
            isWords(text, from: start)
        else { return nil }
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

extension FigureParts {
    /// False where the level before has another unit, or where it is left open what changed: “increased 2.5 times” may
    /// mean to or by.
    fileprivate func fits(_ lead: FigureLead) -> Bool {
        if isChange || lead.direction != nil, !lead.isReached, unit.hasPrefix("times") { return false }
        guard lead.direction != nil, lead.isReached, let from = lead.from else { return true }
        return from.unit.isEmpty || unit.isEmpty || unit.hasPrefix(from.unit)
    }
}
