/// What may stand behind the number of a Chinese figure.
enum ChineseUnit {
    /// Whether the program knows the unit; nil where it cannot be one.
    ///
    /// Other digits and most signs say that the text is not one figure (1+4+N, 2025年9月); 几, 来, 分之 and 半 change
    /// the number (十几个, 十来个, 三分之一, 两个半小时), and so does what multiplies it. Behind a unit that is known
    /// a noun may stand, whatever it is: 名第一书记.
    static func isKnown(_ text: FigureText) -> Bool? {
        guard let first = text[0] else { return true }
        guard text.scalars.allSatisfy({ $0.isHan || $0.isASCIILetter || signs.contains($0) }) else { return nil }
        if ChineseNumeral.isNumeral(first), !ChineseNumeral.isUnit(text, at: 0) { return nil }
        if let word = EnglishNumber.word(text, at: 0), EnglishNumber.isNumber(word.word) { return nil }
        if first == "/" || text.scalars.dropFirst().contains("%") || text.scalars.prefix(3).contains("半") { return nil }
        guard !changesNumber.contains(where: { text.end(of: $0, at: 0) != nil }), !hasSecondFigure(text),
            !isFrequency(text), !hasLateMultiplier(text)
        else { return nil }
        guard let end = FigureUnits.end(text, at: 0) else { return false }
        return text[end] != "/" || FigureUnits.end(text, at: end + 1) != nil
    }

    private static let signs = Set("%‰/·°℃㎡㎥²³ ".unicodeScalars)

    private static let changesNumber = ["几", "来", "余", "多", "分之", "百分之", "兆"]

    /// 3个亿 and 2人次万 are many more than 3 and 2; 5个百强县 is 5.
    private static func hasLateMultiplier(_ text: FigureText) -> Bool {
        guard let measure = FigureUnits.end(text, at: 0) else { return false }
        var place = measure
        func take(_ words: String) {
            while let scalar = text[place], words.unicodeScalars.contains(scalar) { place += 1 }
        }
        take("多余几")
        let start = place
        take("百千万亿兆wW")
        guard place > start else { return false }
        take("多余")
        return place == text.count || FigureUnits.end(text, at: place) == text.count
    }

    /// 一周三次, 2天一次: how often, which the first number does not say.
    private static func isFrequency(_ text: FigureText) -> Bool {
        guard let start = times.end(text, at: 0), text[start].map(ChineseNumeral.isNumeral) == true else {
            return false
        }
        var place = start
        while let scalar = text[place], ChineseNumeral.isNumeral(scalar) { place += 1 }
        return FigureUnits.end(text, at: place) != nil
    }

    private static let times = WordTable([
        "年", "季度", "个季度", "月", "个月", "周", "星期", "个星期", "天", "日", "工作日", "个工作日", "小时", "个小时", "分钟",
    ])

    /// 5个社区三个小区 is two figures; 5个三级网格 is one.
    private static func hasSecondFigure(_ text: FigureText) -> Bool {
        var place = 1
        while let scalar = text[place] {
            guard ChineseNumeral.isNumeral(scalar), scalar != "一", text[place - 1] != "第" else {
                place += 1
                continue
            }
            while let next = text[place], ChineseNumeral.isNumeral(next) { place += 1 }
            if let next = text[place], "个名户件项余".unicodeScalars.contains(next) { return true }
        }
        return false
    }
}
