extension LooseScanner {
    /// A number in Chinese characters.
    func numeral(at start: Int) -> Find {
        if let end = LooseWords.idioms.end(text, at: start) { return .nothing(end: end) }
        // In 统一三项标准 the 一 belongs to the word before it.
        if text[start] == "一", let before = text[start - 1], LooseWords.endInOne.contains(before) {
            return .nothing(end: start + 1)
        }
        if let find = chinese(at: start) { return find }
        return .nothing(end: endOfRun(from: start))
    }

    /// The figure that begins here, if its unit is Chinese or a percent sign. Nil where no such unit follows.
    func chinese(at start: Int) -> Find? {
        let (percent, front) = ChineseFigure.percentSign(text, at: start)
        let before = text[start - 1]
        let hedged = percent != nil || before.map { LooseWords.hedges.contains($0) } == true
        guard var number = ChineseNumber.read(text, at: front, hedged: hedged) else { return nil }
        let isRange = endOfUpper(&number)
        if before == "第" { return .nothing(end: endOfOrdinals(from: number.end)) }
        // 几十个 and 数百户 give no number.
        if before == "几" || before == "数", text[start]?.isDigit == false { return .nothing(end: number.end) }
        if percent != nil { return text[number.end] == "几" ? .nothing(end: number.end) : .figure(start..<number.end) }
        // 一个 is an article; who counts two says 两, and 二次 or 二级 is “secondary”.
        if number.end == start + 1, text[start] == "一" || text[start] == "二" { return .nothing(end: number.end) }
        let unit = text[number.end] == " " ? number.end + 1 : number.end
        if text[unit] == "%" || text[unit] == "‰" { return .figure(start..<unit + 1) }
        // 150余期 counts, the 12期 of a paper is its number.
        guard let end = LooseWords.endOfUnit(text, at: unit, isHedged: number.isHedged) else { return nil }
        return isDate(number, unit: unit) || isName(unit: unit, end: end, isRange: isRange)
            ? .nothing(end: end) : .figure(start..<end)
    }

    /// Goes on to the upper end of a range; whether there is one.
    private func endOfUpper(_ number: inout ChineseNumber) -> Bool {
        guard let end = ChineseFigure.endOfRangeSign(text, at: number.end),
            let upper = ChineseNumber.read(text, at: end)
        else { return false }
        number = upper
        return true
    }

    /// 60岁以上 and 18至60岁 are groups of people, 三单合一 and 15分钟生活圈 names.
    private func isName(unit: Int, end: Int, isRange: Bool) -> Bool {
        if text[end - 1] == "岁", isRange || LooseWords.endsOfAge.end(text, at: end) != nil { return true }
        return LooseWords.namesAfterUnit.end(text, at: end) != nil
    }

    /// 2025年, 9月, 28日; but 3日内 is a figure.
    private func isDate(_ number: ChineseNumber, unit: Int) -> Bool {
        guard !number.isHedged, number.amount.scale == 0, number.amount.decimals == 0 else { return false }
        let value = number.amount.digits
        switch text[unit] {
        case "年": return LooseWords.years.contains(value)
        case "月": return (1...12).contains(value)
        case "日": return (1...31).contains(value) && !["内", "之", "以"].contains(text[unit + 1])
        default: return false
        }
    }

    /// 第1、2段: what a list adds is ordinal too.
    private func endOfOrdinals(from start: Int) -> Int {
        var end = start
        while text[end] == "、", let next = ChineseNumber.read(text, at: end + 1) { end = next.end }
        return end
    }

    private func endOfRun(from start: Int) -> Int {
        var end = start
        while let scalar = text[end], ChineseNumeral.isNumeral(scalar) { end += 1 }
        return end
    }
}
