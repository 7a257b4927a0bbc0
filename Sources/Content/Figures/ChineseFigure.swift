/// The grammar of Chinese figures: lead, number or range, unit, hedge.
enum ChineseFigure {
    static func read(_ text: FigureText) -> FigureParts? {
        let (text, rounded) = withoutNote(text)
        guard let lead = FigureLead(chinese: text) else { return nil }
        if let parts = doubling(text, after: lead) { return parts }
        guard !lead.hasBase || lead.direction != nil else { return nil }
        let (percent, front) = percentSign(text, at: lead.end)
        let hedged = !lead.hedges.isEmpty || lead.direction != nil || percent != nil
        guard let first = ChineseNumber.read(text, at: front, hedged: hedged) else { return nil }
        let range = rangeEnd(text, after: first, percent: percent)
        // The two ends of -5%～8% lie on both sides of zero, which no bounds of a fall tell.
        guard range.map({ $0.isNegative == lead.hasMinus }) != false else { return nil }
        let end = range?.number.end ?? first.end
        guard range == nil || !first.isHedged, range?.number.isHedged != true else { return nil }

        let isYear = first.amount.scale == 0 && (1900...2099).contains(first.amount.value)
        let rest = text[text.skippingSpaces(from: end)..<text.count]
        var tail = ChineseTail(rest, isYear: isYear && rest[0] == "年")
        if isYear, tail.unit.string(from: 0, to: 1) == "年", tail.unit.count == 1 {
            guard tail.hedges.isEmpty, lead.hedges.isEmpty else { return nil }
        }
        guard let hedge = Qualifier.combined(lead.hedges + tail.hedges + first.hedges + (rounded ? [.rounded] : []))
        else { return nil }
        var parts = FigureParts(amount: first.amount, end: range?.number.amount, hedge: hedge, unit: "")
        if lead.isNegative { parts.sign = -1 }
        if let direction = tail.takeDirection(percent: percent) {
            guard lead.direction == nil, !lead.isNegative else { return nil }
            (parts.isChange, parts.sign) = (true, direction)
        }
        return parts.take(lead) && parts.take(tail.unit, percent: percent) ? parts : nil
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
    ) -> (number: ChineseNumber, isNegative: Bool)? {
        for place in first.end..<text.count {
            guard let start = endOfRangeSign(text, at: place) else { continue }
            var front = percent == nil ? start : percentSign(text, at: start).end
            let isNegative = text[front]?.isMinus == true
            if isNegative { front += 1 }
            guard let number = ChineseNumber.read(text, at: front) else { continue }
            let unit = text.string(from: first.end, to: place)
            guard unit.isEmpty || text.end(of: unit, at: number.end) != nil else { return nil }
            return (number, isNegative)
        }
        return nil
    }

    /// 翻一番 is a change of 100 %, 翻两番 one of 300 %, and 减半 one of -50 %.
    private static func doubling(_ text: FigureText, after lead: FigureLead) -> FigureParts? {
        guard lead.direction == nil, !lead.isNegative else { return nil }
        var (place, change, sign) = (lead.end, 50, -1)
        if let end = text.end(of: "减半", at: place) {
            place = end
        } else {
            guard text[place] == "翻" else { return nil }
            place = text.end(of: "了", at: place + 1) ?? place + 1
            var times = 1
            if let digit = text[place].flatMap({ ChineseNumeral.digit($0) ?? ($0.isDigit ? Int($0.value) - 0x30 : nil) }
            ) {
                (times, place) = (digit, place + 1)
            }
            guard text[place] == "番", (1...9).contains(times) else { return nil }
            (place, change, sign) = (place + 1, (1 << times - 1) * 100, 1)
        }
        let more = text[place] == "多" || text[place] == "余" ? [Qualifier.moreThan] : []
        let tail = ChineseTail(text[place + more.count..<text.count], isYear: false)
        guard tail.unit.count == 0, let amount = Amount(digits: change),
            let hedge = Qualifier.combined(lead.hedges + more + tail.hedges)
        else { return nil }
        return FigureParts(amount: amount, hedge: hedge, unit: "%", sign: sign, isChange: true)
    }

    /// A note behind the figure that it is rounded: 30万件（四舍五入）.
    private static func withoutNote(_ text: FigureText) -> (FigureText, Bool) {
        let start = text.count - 6
        guard start > 0, text.end(of: "(四舍五入)", at: start) == text.count else { return (text, false) }
        return (text.prefix(start), true)
    }
}

extension FigureParts {
    /// Takes over the unit; false where it is none, or not that of the level before.
    fileprivate mutating func take(_ written: FigureText, percent: String?) -> Bool {
        if let earlier = from?.unit, !earlier.isEmpty {
            let own = percent ?? written.string(from: 0, to: written.count)
            guard own.isEmpty || own.hasPrefix(earlier) || earlier.hasPrefix(own) else { return false }
        }
        if written[0] == "成", FigureUnits.longerWords.end(written, at: 0) == nil { return takeTenths(written) }
        guard let known = ChineseUnit.isKnown(written) else { return false }
        (unit, isUnitKnown) = (written.writtenString, known)
        if let percent {
            guard unit.isEmpty || unit.hasPrefix("的") else { return false }
            (unit, isUnitKnown) = (percent + unit, true)
        }
        guard isChange, written[0] == "倍" else { return true }
        unit = "%" + written[1..<written.count].writtenString
        return scale(by: 2)
    }

    /// 九成 is 90 %, and 九成五 is 95 %.
    private mutating func takeTenths(_ written: FigureText) -> Bool {
        guard scale(by: 1) else { return false }
        var rest = 1
        if let digit = written[1].flatMap(ChineseNumeral.digit) {
            guard end == nil, amount.decimals == 0, (1...9).contains(digit),
                let sum = Amount(digits: Int(amount.value) + digit)
            else { return false }
            (amount, rest) = (sum, 2)
        }
        let noun = written[rest..<written.count]
        guard noun.scalars.allSatisfy(\.isHan), noun[0].flatMap(ChineseNumeral.digit) == nil else { return false }
        unit = "%" + noun.writtenString
        return true
    }

    /// All numbers times ten to a power; they were not rounded by that.
    private mutating func scale(by power: Int) -> Bool {
        func scaled(_ amount: Amount) -> Amount? {
            Amount(
                digits: amount.digits, decimals: max(0, amount.decimals - power),
                scale: amount.scale + max(0, power - amount.decimals))
        }
        guard let amount = scaled(amount) else { return false }
        self.amount = amount
        if let end {
            guard let scaled = scaled(end) else { return false }
            self.end = scaled
        }
        if let from {
            guard let scaled = scaled(from.amount) else { return false }
            self.from = (scaled, "%")
        }
        return true
    }
}
