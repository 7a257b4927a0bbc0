/// A number in a Chinese text, in digits or characters, with its multipliers and with 余, 多 or + behind it.
struct ChineseNumber {
    var amount: Amount
    /// 余 or 多 and + make the number a lower bound. Some read 100+ as more than 100 and some as 100 or more, so it
    /// is the weaker of the two.
    var hedges: [Qualifier] = []
    var end: Int

    var isHedged: Bool { !hedges.isEmpty }

    static func read(_ text: FigureText, at start: Int, hedged: Bool = false) -> ChineseNumber? {
        guard let first = text[start] else { return nil }
        let base =
            first.isDigit
            ? digits(text, at: start) : ChineseNumeral.read(text, at: start, hedged: hedged)
        guard var (amount, end) = base else { return nil }
        end = skippingSpace(text, from: end)
        guard let sign = text[end], sign == "余" || sign == "多" || isPlus(text, at: end) else {
            return ChineseNumber(amount: amount, end: end)
        }
        end += 1
        // 20余万人: the multiplier may come last.
        while let scalar = text[end], ChineseNumeral.multiplier(scalar) >= 4 {
            guard let scaled = amount.scaled(by: ChineseNumeral.multiplier(scalar)) else { return nil }
            (amount, end) = (scaled, end + 1)
        }
        return ChineseNumber(amount: amount, hedges: [sign == "+" ? .atLeast : .moreThan], end: end)
    }

    /// The sign of 100+; 1+4 and 1+N are names.
    static func isPlus(_ text: FigureText, at place: Int) -> Bool {
        text[place] == "+" && text[place + 1].map { !$0.isDigit && !$0.isASCIILetter && $0 != "+" } != false
    }

    /// 32.7万, 2千, 3千万, 1亿2000万, 2w, 20k.
    private static func digits(
        _ text: FigureText, at start: Int, below limit: Int = .max
    ) -> (amount: Amount, end: Int)? {
        guard let number = ArabicNumber.read(text, at: start) else { return nil }
        let (scale, end) = multipliers(text, at: skippingSpace(text, from: number.end))
        guard scale < limit, let amount = number.amount.scaled(by: scale) else { return nil }
        guard scale > 0, amount.decimals == 0, text[end]?.isDigit == true else { return (amount, end) }
        return compound(text, after: amount, at: end)
    }

    /// What follows in 1亿2000万 and 2万3000. In 3万5 the place of the last digit is left to the reader: nil.
    private static func compound(
        _ text: FigureText, after amount: Amount, at start: Int
    ) -> (amount: Amount, end: Int)? {
        guard let rest = digits(text, at: start, below: amount.scale), rest.amount.decimals == 0 else { return nil }
        let (front, back) = (Int(amount.value), Int(rest.amount.value))
        let place = Amount.power(amount.scale)
        guard back < place, back >= place / 10 || rest.amount.scale > 0 || text[start] == "0" else { return nil }
        return Amount(digits: front + back).map { ($0, rest.end) }
    }

    /// Past a space inside a number, as some set it between digits and characters: 2 万余人, 100 余名.
    private static func skippingSpace(_ text: FigureText, from end: Int) -> Int {
        guard text[end] == " ", let next = text[end + 1], !ChineseNumeral.isUnit(text, at: end + 1) else { return end }
        return next == "余" || next == "多" || ChineseNumeral.multiplier(next) > 1 ? end + 1 : end
    }

    /// 千, 万, 亿 and what can be made of them: 千万, 万亿; w and k, as they are typed.
    private static func multipliers(_ text: FigureText, at start: Int) -> (scale: Int, end: Int) {
        if let scale = typedMultiplier(text, at: start) { return (scale, start + 1) }
        var (scale, last, end) = (0, 0, start)
        while let scalar = text[end], !ChineseNumeral.isUnit(text, at: end) {
            let next = ChineseNumeral.multiplier(scalar)
            guard next > last, last == 0 || next >= 4 else { break }
            (scale, last, end) = (scale + next, next, end + 1)
        }
        return (scale, end)
    }

    /// 2w is 20,000 and 20k is 20,000. A capital W may mean watts, so a Chinese word has to follow it.
    private static func typedMultiplier(_ text: FigureText, at place: Int) -> Int? {
        let next = text[place + 1]
        guard next?.isASCIILetter != true, next?.isDigit != true, text[place - 1]?.isDigit == true else { return nil }
        switch text[place] {
        case "w": return 4
        case "W": return next?.isHan == true || next == "+" ? 4 : nil
        case "k", "K": return 3
        default: return nil
        }
    }
}
