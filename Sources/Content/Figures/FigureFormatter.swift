/// Prints figures in one way each. Parsing the Chinese print gives back value, qualifier and bounds; parsing
/// the English one gives back value and qualifier.
package enum FigureFormatter {
    /// 2万余人, 不低于97%, 32.7万件, 24小时内, 超50%, 约300个, 近300个, 少于5个, 3—5个.
    ///
    /// A change is said with its direction: 下降5%.
    package static func chinese(_ figure: PrintedFigure) -> String {
        if figure.change == .by {
            return figure.isFall ? "下降" + level(figure.negated) : "增长" + level(figure)
        }
        guard let from = figure.baseline else { return level(figure) }
        return
            "由\(FigureDigits.chinese(from, hedged: false))\(figure.unit)\(from > figure.value ? "降" : "升")到\(level(figure))"
    }

    /// The same in traditional characters; the unit stays as it is.
    package static func traditional(_ figure: PrintedFigure) -> String {
        let text = chinese(figure)
        guard !figure.unit.isEmpty, let unit = text.ranges(of: figure.unit).last else {
            return Traditional.written(text)
        }
        return Traditional.written(String(text[..<unit.lowerBound])) + text[unit]
            + Traditional.written(String(text[unit.upperBound...]))
    }

    private static func level(_ figure: PrintedFigure) -> String {
        let unit = figure.unit
        let number = FigureDigits.chinese(figure.value, hedged: true)
        switch figure.qualifier {
        case .exact: return FigureDigits.chinese(figure.value, hedged: false) + unit
        case .moreThan: return takesYu(figure) ? "\(number)余\(unit)" : "超\(number)\(unit)"
        case .atLeast: return (figure.isPercentage ? "不低于" : "不少于") + number + unit
        case .lessThan: return (figure.isPercentage ? "低于" : "少于") + number + unit
        case .atMost: return takesNei(figure) ? "\(number)\(unit)内" : "不超过\(number)\(unit)"
        case .about: return "约\(number)\(unit)"
        case .nearly: return "近\(number)\(unit)"
        case .rounded:
            if let decimal = FigureDigits.rounded(figure) { return decimal + unit }
            return FigureDigits.chinese(figure.value, hedged: false) + unit + "（四舍五入）"
        case .range: return FigureDigits.range(figure.value, figure.upper ?? figure.value) + unit
        }
    }

    /// Whether the Chinese words of a figure say how it is hedged: 2万余人 does, 32.7万件 does not. English ones always do.
    package static func chineseSaysHedge(_ figure: PrintedFigure) -> Bool {
        figure.qualifier != .rounded || FigureDigits.rounded(figure) == nil
    }

    /// “more than 20,000 people”, “at least 97%”, “within 24 hours”, “327,000 events (rounded)”. The unit is
    /// given, because the one in the figure is in the language of its source; a percentage needs none.
    ///
    /// A rounded figure is not “about”: the source did not hedge, it cut its digits. So the number stands as
    /// it is, and a note says what was done to it. “0.327 million” would show the step, but nobody writes it.
    package static func english(_ figure: PrintedFigure, unit: String = "") -> String {
        let unit = figure.isPercentage ? "%" : unit.isEmpty ? "" : " " + unit
        if figure.change == .by {
            return figure.isFall
                ? "down " + level(figure.negated, unit: unit) : "up " + level(figure, unit: unit)
        }
        guard let from = figure.baseline else { return level(figure, unit: unit) }
        let start = FigureDigits.english(from) + unit
        return "\(from > figure.value ? "down" : "up") from \(start) to \(level(figure, unit: unit))"
    }

    private static func level(_ figure: PrintedFigure, unit: String) -> String {
        let words = FigureDigits.english(figure.value) + unit
        let measured = figure.isPercentage || isTime(unit) || figure.value != figure.value.rounded()
        return switch figure.qualifier {
        case .exact: words
        case .moreThan: "more than " + words
        case .atLeast: "at least " + words
        case .lessThan: (measured ? "less than " : "fewer than ") + words
        case .atMost: (isTime(unit) ? "within " : "at most ") + words
        case .about: "about " + words
        case .nearly: "nearly " + words
        case .rounded: words + " (rounded)"
        case .range:
            FigureDigits.english(figure.value) + "–" + FigureDigits.english(figure.upper ?? figure.value) + unit
        }
    }

    /// 余 stands behind a round number of things; 超 before all others (超33家, 超50%).
    private static func takesYu(_ figure: PrintedFigure) -> Bool {
        guard !figure.isPercentage, !figure.unit.isEmpty, figure.value >= 10 else { return false }
        return figure.value.truncatingRemainder(dividingBy: 10) == 0
    }

    /// 24小时内; but 2025年内 would be the year 2025.
    private static func takesNei(_ figure: PrintedFigure) -> Bool {
        let isYear = figure.unit == "年" && (1900...2099).contains(figure.value)
        let isMeasure = figure.unit != "%" && ChineseFigureWords.measures.contains { figure.unit.hasSuffix($0) }
        return isMeasure && !isYear
    }

    private static func isTime(_ unit: String) -> Bool {
        let times = ["second", "minute", "hour", "day", "week", "month", "year"]
        return times.contains { unit.hasSuffix($0) || unit.hasSuffix($0 + "s") }
    }
}

extension PrintedFigure {
    /// Whether all of a change lies at or below zero.
    package var isFall: Bool { (qualifier == .range ? upper ?? value : value) < 0 }
}
