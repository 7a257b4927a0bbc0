/// The grammar of Chinese figures: hedge, number or range, unit, hedge.
enum ChineseFigure {
    static func read(_ text: FigureText) -> FigureParts? {
        let (text, rounded) = withoutNote(text)
        let (leading, start) = ChineseHedges.leading(text, at: 0)
        let (percent, front) = percentSign(text, at: start)
        let hedged = !leading.isEmpty || percent != nil
        guard let first = ChineseNumber.read(text, at: front, hedged: hedged) else { return nil }
        let range = rangeEnd(text, after: first, percent: percent)
        let end = range?.end ?? first.end
        guard range == nil || !first.more, range?.more != true else { return nil }

        let isYear = first.amount.scale == 0 && (1900...2099).contains(first.amount.value)
        let rest = text.string(from: text.skippingSpaces(from: end), to: text.count)
        var (unit, trailing) = ChineseHedges.trailing(rest, isYear: isYear && rest.hasPrefix("年"))
        guard isUnit(unit), percent == nil || unit.isEmpty || unit.hasPrefix("的") else { return nil }
        if let percent { unit = percent + unit }
        if isYear, unit == "年", !trailing.isEmpty || !leading.isEmpty { return nil }

        let hedges = leading + trailing + (first.more ? [.moreThan] : []) + (rounded ? [.rounded] : [])
        guard let hedge = ChineseHedges.combined(hedges) else { return nil }
        return FigureParts(amount: first.amount, end: range?.amount, hedge: hedge, unit: unit)
    }

    /// 百分之六十 is 60%.
    static func percentSign(_ text: FigureText, at start: Int) -> (sign: String?, end: Int) {
        if let end = text.end(of: "百分之", at: start) { return ("%", end) }
        if let end = text.end(of: "千分之", at: start) { return ("‰", end) }
        return (nil, start)
    }

    /// The sign or word between the ends of a range, and the place after it.
    static func endOfRangeSign(_ text: FigureText, at start: Int) -> Int? {
        let place = text.skippingSpaces(from: start)
        guard let scalar = text[place] else { return nil }
        if scalar == "至" || scalar == "到" { return text.skippingSpaces(from: place + 1) }
        guard scalar.isRangeSign else { return nil }
        // ——, which some type for —.
        return text.skippingSpaces(from: text[place + 1] == scalar && scalar == "—" ? place + 2 : place + 1)
    }

    /// The upper end of 3—5个, 3%—5%, 24小时到48小时: the unit may stand at both ends, if it is the same.
    private static func rangeEnd(
        _ text: FigureText, after first: ChineseNumber, percent: String?
    ) -> ChineseNumber? {
        for place in first.end..<text.count {
            guard let start = endOfRangeSign(text, at: place) else { continue }
            let front = percent == nil ? start : percentSign(text, at: start).end
            guard let number = ChineseNumber.read(text, at: front) else { continue }
            let unit = text.string(from: first.end, to: place)
            guard unit.isEmpty || text.end(of: unit, at: number.end) != nil else { return nil }
            return number
        }
        return nil
    }

    /// A note behind the figure that it is rounded: 30万件（四舍五入）.
    private static func withoutNote(_ text: FigureText) -> (FigureText, Bool) {
        let start = text.count - 6
        guard start > 0, text.end(of: "(四舍五入)", at: start) == text.count else { return (text, false) }
        return (text.prefix(start), true)
    }

    /// Words only. Other digits and most signs say that the text is not one figure (1+4+N, 2025年9月); 几, 来,
    /// 分之 and 半 change the number (十几个, 十来个, 三分之一, 两个半小时), and so does what multiplies it.
    private static func isUnit(_ unit: String) -> Bool {
        let text = FigureText(unit)
        guard let first = text[0] else { return true }
        guard text.scalars.allSatisfy({ $0.isHan || $0.isASCIILetter || signs.contains($0) }) else { return false }
        if ChineseNumeral.isNumeral(first), !ChineseNumeral.isUnit(text, at: 0) { return false }
        if let word = EnglishNumber.word(text, at: 0), EnglishNumber.isNumber(word.word) { return false }
        if first == "/" || text.scalars.dropFirst().contains("%") || text.scalars.prefix(3).contains("半") {
            return false
        }
        return !["几", "来", "余", "多", "分之", "百分之"].contains { unit.hasPrefix($0) }
    }

    private static let signs = Set("%‰/·°℃㎡㎥ ".unicodeScalars)
}
