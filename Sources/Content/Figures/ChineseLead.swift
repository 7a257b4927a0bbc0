/// What stands before the number of a Chinese figure.
extension FigureLead {
    /// Nil where the words cannot stand together.
    init?(chinese text: FigureText) {
        while let (lead, place) = ChineseFigureWords.leads.match(text, at: end) {
            if case .number = lead { break }
            end = place
            switch lead {
            case .hedge(let hedge): hedges.append(hedge)
            case .nothing, .number: break
            case .base: hasBase = true
            case .baseBefore: guard takeBase(text) else { return nil }
            case .verb(let sign), .noun(let sign):
                guard direction == nil else { return nil }
                direction = sign
                if case .verb = lead { takeReached(text) } else { takeHowMuch(text) }
            case .from: guard takeFrom(text) else { return nil }
            }
            end = text.skippingSpaces(from: end)
        }
        guard takeSign(text), from == nil || isReached else { return nil }
    }

    /// 上年, 2023年, 去年同期 behind 较.
    private mutating func takeBase(_ text: FigureText) -> Bool {
        if let noun = ChineseFigureWords.bases.match(text, at: end)?.end {
            end = noun
        } else {
            let digits = ArabicNumber.endOfDigits(text, at: end)
            guard digits == end + 4, text[digits] == "年" else { return false }
            end = digits + 1
        }
        while let more = ChineseFigureWords.basesEnd.end(text, at: end) { end = more }
        if text[end] == "," { end += 1 }
        hasBase = true
        return true
    }

    /// 为 or 分别为 behind 降幅.
    private mutating func takeHowMuch(_ text: FigureText) {
        end = text.end(of: "分别", at: end) ?? end
        end = text.end(of: "为", at: end) ?? end
    }

    /// 了, and 到, 至 or 为, behind which stands what was reached.
    private mutating func takeReached(_ text: FigureText) {
        end = text.end(of: "了", at: end) ?? end
        for word in ["到了", "到", "至", "为"] {
            guard let place = text.end(of: word, at: end) else { continue }
            (end, isReached) = (place, true)
            return
        }
    }

    /// The level before, up to the verb.
    private mutating func takeFrom(_ text: FigureText) -> Bool {
        guard from == nil, direction == nil else { return false }
        let start = ChineseFigureWords.formerly.end(text, at: end) ?? end
        let (percent, front) = ChineseFigure.percentSign(text, at: start)
        guard let number = ChineseNumber.read(text, at: front), !number.isHedged else { return false }
        for place in number.end..<min(text.count, number.end + 8) {
            guard case .verb? = ChineseFigureWords.leads.match(text, at: place)?.value else { continue }
            let unit = percent ?? text.string(from: number.end, to: text[place - 1] == " " ? place - 1 : place)
            from = (number.amount, unit)
            end = place
            return true
        }
        return false
    }

    /// +12.3% and -12.3%; 增长-3% is a fall, and 下降-3% is nothing.
    private mutating func takeSign(_ text: FigureText) -> Bool {
        guard let sign = text[end], sign == "+" || sign.isMinus || sign == "负" else { return true }
        guard from == nil, !isReached, direction != -1, text[end + 1]?.isDigit == true else { return false }
        end += 1
        if sign == "+" {
            guard direction == nil else { return false }
            direction = 1
        } else {
            hasMinus = true
            if direction != nil || hasBase { direction = -1 } else { isNegative = true }
        }
        return true
    }
}
