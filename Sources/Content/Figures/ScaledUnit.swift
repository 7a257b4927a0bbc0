/// A unit that multiplies: 万元 is ten thousand 元, “thousand people” a thousand people. A value is never told in one, since
/// 万 and 亿 belong to the number: 12.5万元 is 125,000元.
package struct ScaledUnit: Equatable, Sendable {
    /// As it is written: 万, 亿, “thousand”, “10,000”.
    package let multiplier: String
    /// What is left; empty where the unit is a multiplier alone.
    package let unit: String

    /// Nil for a unit that counts one by one. 千 of 千米 is a part of the unit, and 每万人 is what a rate refers to.
    package init?(_ text: String) {
        let text = FigureText(text).trimmed
        guard let end = Self.powerOfTen(text) ?? (text.hasHan ? Self.chinese(text) : Self.english(text)) else {
            return nil
        }
        multiplier = text.string(from: 0, to: end)
        unit = text.string(from: text.skippingSpaces(from: end), to: text.count)
    }

    private static func chinese(_ text: FigureText) -> Int? {
        var end = 0
        while let scalar = text[end], ChineseNumeral.multiplier(scalar) > 0, !ChineseNumeral.isUnit(text, at: end) {
            end += 1
        }
        let isLarge = text.scalars.prefix(end).contains { $0 == "万" || $0 == "亿" }
        // 百 and 千 begin words of other kinds too: 百分比, 千分之.
        guard end > 0, text[end] != "分" else { return nil }
        guard isLarge || end == text.count || FigureUnits.end(text, at: end) != nil else { return nil }
        return end
    }

    private static func english(_ text: FigureText) -> Int? {
        guard let (amount, end) = EnglishNumber.read(text, at: 0, joining: false) ?? bareScale(text),
            amount.value >= 100
        else { return nil }
        return end
    }

    /// “thousand people” has no number in front.
    private static func bareScale(_ text: FigureText) -> (amount: Amount, end: Int)? {
        let numbered = FigureText("1 " + text.string(from: 0, to: text.count))
        return EnglishNumber.read(numbered, at: 0).flatMap { $0.end > 2 ? ($0.amount, $0.end - 2) : nil }
    }

    /// The place behind 10, 100, 1000, 10,000 and so on, of which a unit may be a multiple.
    private static func powerOfTen(_ text: FigureText) -> Int? {
        guard text[0] == "1" else { return nil }
        var end = 1
        while let scalar = text[end], scalar == "0" || (scalar == "," && text[end + 1] == "0") { end += 1 }
        return end > 1 && text[end]?.isDigit != true ? end : nil
    }
}
