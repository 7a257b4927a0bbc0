import Content

/// How a language other than Chinese and English says figures: what `templates/strings/<language>.yaml` has for them.
///
///     figure-decimal: ","
///     figure-more-than: plus de {figure}
struct FigureWords {
    /// A language needs none of them: a figure for which one is missing stays as it is printed.
    private enum Key: String, CaseIterable {
        /// The mark before decimals, and that between thousands.
        case decimal, group
        /// A number with its unit, and with a sign for percent.
        case unit, percent
        /// A change, and one from a level to another.
        case up, down, rise, fall
    }

    static let keys = (Key.allCases.map(\.rawValue) + Qualifier.allCases.filter { $0 != .exact }.map(\.rawValue))
        .map { "figure-" + $0 }

    let strings: Strings

    /// Nil where the language has no words for such a figure.
    func text(of figure: PrintedFigure, unit: String) -> String? {
        if figure.change == .by {
            return level(figure.isFall ? figure.negated : figure, unit).flatMap {
                filled(figure.isFall ? .down : .up, ["figure": $0])
            }
        }
        guard let from = figure.baseline else { return level(figure, unit) }
        guard let before = amount(from, figure, unit), let after = level(figure, unit) else { return nil }
        return filled(from > figure.value ? .fall : .rise, ["from": before, "figure": after])
    }

    private func level(_ figure: PrintedFigure, _ unit: String) -> String? {
        if figure.qualifier == .range {
            guard let lower = number(figure.value), let upper = amount(figure.upper ?? figure.value, figure, unit)
            else { return nil }
            return filled(figure.qualifier.rawValue, ["lower": lower, "figure": upper])
        }
        guard let amount = amount(figure.value, figure, unit) else { return nil }
        return figure.qualifier == .exact ? amount : filled(figure.qualifier.rawValue, ["figure": amount])
    }

    private func amount(_ value: Double, _ figure: PrintedFigure, _ unit: String) -> String? {
        guard let number = number(value) else { return nil }
        if figure.isPercentage { return filled(.percent, ["number": number]) }
        return unit.isEmpty ? number : filled(.unit, ["number": number, "unit": unit])
    }

    private func number(_ value: Double) -> String? {
        guard let decimal = text(Key.decimal.rawValue), let group = text(Key.group.rawValue) else { return nil }
        return FigureDigits.english(value).map { $0 == "." ? decimal : $0 == "," ? group : String($0) }.joined()
    }

    private func text(_ key: String) -> String? { strings.texts["figure-" + key] }

    private func filled(_ key: Key, _ values: KeyValuePairs<String, String>) -> String? { filled(key.rawValue, values) }

    private func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String? {
        text(key).map { Strings.fill($0, values) }
    }
}
