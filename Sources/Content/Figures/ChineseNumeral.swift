/// Numbers in Chinese characters: 十, 二十三, 一百零八, 两千, 一万二千, 三点五, 二〇二五.
enum ChineseNumeral {
    /// The numeral that begins here, whole, and the place after it. 百, 千 and 万 with nothing before them are
    /// numbers only beside a hedge (近百名, 千余人): without one they begin names, as in 百千万 and 千家万户.
    static func read(_ text: FigureText, at start: Int, hedged: Bool) -> (amount: Amount, end: Int)? {
        var end = start
        while let scalar = text[end], isNumeral(scalar), !isUnit(text, at: end) { end += 1 }
        guard end > start else { return nil }
        if text[end] == "点", let first = text[end + 1], digit(first) != nil {
            return decimal(text, whole: start..<end)
        }
        let run = text.scalars[start..<end].flatMap(spelt)
        let bare = hedged || text[end] == "余" || text[end] == "多"
        guard let total = positional(run) ?? sum(run, bare: bare) else { return nil }
        // 三十五万 is 35 times ten to the 4th, so that 三至五万 can share the multiplier.
        let scale = run.reversed().prefix { multiplier($0) >= 2 }.reduce(0) { $0 + multiplier($1) }
        guard total % Amount.power(scale) == 0 else { return Amount(digits: total).map { ($0, end) } }
        return Amount(digits: total / Amount.power(scale), scale: scale).map { ($0, end) }
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || multiplier(scalar) > 0 || isTens(scalar)
    }

    /// 廿, 卅 and 卌, which are 二十, 三十 and 四十 in one character.
    private static func isTens(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "廿" || scalar == "卅" || scalar == "卌"
    }

    private static func spelt(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        case "廿": ["二", "十"]
        case "卅": ["三", "十"]
        case "卌": ["四", "十"]
        default: [scalar]
        }
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// The power of ten that a character multiplies by; 0 for all others.
    static func multiplier(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "十": 1
        case "百": 2
        case "千": 3
        case "万": 4
        case "亿": 8
        default: 0
        }
    }

    /// 千 that begins a unit: 千克, 千米, 千瓦. 百 of 百分点 likewise.
    static func isUnit(_ text: FigureText, at index: Int) -> Bool {
        switch text[index] {
        case "千": ["克", "米", "瓦", "卡", "伏", "赫", "帕", "焦"].contains(text[index + 1])
        case "百": text[index + 1] == "分" && text[index + 2] == "点" || text[index + 1] == "帕"
        default: false
        }
    }

    /// 三点二万.
    private static func decimal(_ text: FigureText, whole: Range<Int>) -> (amount: Amount, end: Int)? {
        let front = text.scalars[whole].flatMap(spelt)
        guard let value = front == ["零"] || front == ["〇"] ? 0 : sum(front, bare: false) else { return nil }
        var (digits, end) = (value, whole.upperBound + 1)
        while let scalar = text[end], let next = digit(scalar), scalar != "两" {
            guard digits < 1 << 48 else { return nil }
            (digits, end) = (digits * 10 + next, end + 1)
        }
        let decimals = end - whole.upperBound - 1
        var scale = 0
        while let scalar = text[end], multiplier(scalar) > 1, !isUnit(text, at: end) {
            (scale, end) = (scale + multiplier(scalar), end + 1)
        }
        return Amount(digits: digits, decimals: decimals, scale: scale).map { ($0, end) }
    }

    /// Digit by digit, as years are written: 二〇二五. Two digits side by side (三五个) are a guess, not a number.
    private static func positional(_ run: [Unicode.Scalar]) -> Int? {
        guard run.count >= 3, run.count <= 15, run[0] != "零", run[0] != "〇", !run.contains("两") else { return nil }
        guard run.count >= 4 || run.contains("〇") || run.contains("零") else { return nil }
        var result = 0
        for scalar in run {
            guard let next = digit(scalar) else { return nil }
            result = result * 10 + next
        }
        return result
    }

    /// 一万二千: what stands before each multiplier, multiplied, and all of it added up.
    private static func sum(_ run: [Unicode.Scalar], bare: Bool) -> Int? {
        var numeral = NumeralSum(bare: bare)
        for scalar in run {
            guard numeral.add(scalar) else { return nil }
        }
        return numeral.total
    }
}
