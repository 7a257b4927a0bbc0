/// A text that is a unit and nothing else: 万元, 元/平方米, %, 人次. The remarks that stand in brackets like a unit are
/// none, although a unit begins them: 市级, 次要.
package struct WholeUnit: Equatable, Sendable {
    package let text: String

    /// Nil where the text is no unit to its last character.
    package init?(_ text: String) {
        let (scaled, whole) = (ScaledUnit(text), FigureText(text).trimmed)
        let unit = scaled.map { FigureText($0.unit).trimmed } ?? whole
        if unit.count == 0 {
            // 万 alone multiplies what the metric counts; 十 may be the tenth of something.
            guard let scaled, scaled.multiplier.contains(where: { "千万亿萬億".contains($0) }) else { return nil }
        } else {
            guard let end = FigureUnits.end(unit, at: 0), unit.scalars.allSatisfy({ !$0.isDigit }) else { return nil }
            let isRate = unit[end] == "/" && FigureUnits.end(unit, at: end + 1) != nil
            guard isRate || end == unit.count else { return nil }
        }
        self.text = text
    }

    /// Whether it is money, of whatever amount.
    package var isMoney: Bool { Self.isMoney(text) }

    /// Whether a text that may be a unit speaks of money; 单元 is a part of a building.
    package static func isMoney(_ text: String) -> Bool {
        !text.contains("单元") && ["元", "yuan"].contains { text.lowercased().contains($0) }
    }
}
