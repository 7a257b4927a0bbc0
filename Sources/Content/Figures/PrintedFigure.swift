/// A figure as its source prints it, taken apart: 2万余人, 不低于97%, 32.7万件, “more than 20,000 people”.
package struct PrintedFigure: Sendable, Equatable {
    /// The number that is printed; the lower end of a range.
    package var value: Double
    package var qualifier: Qualifier
    /// What the print says for certain; nil where it sets no bound. A bound is never invented.
    package var lower: Double?
    package var upper: Double?
    /// What follows the number, without the words that hedge it. A percentage begins with `%`, however it
    /// was printed (％, 百分之, per cent); 万 and 亿 belong to the number, never to the unit.
    package var unit: String

    package init(value: Double, qualifier: Qualifier, lower: Double?, upper: Double?, unit: String) {
        self.value = value
        self.qualifier = qualifier
        self.lower = lower
        self.upper = upper
        self.unit = unit
    }

    /// Nil unless the whole text is one figure. A text with a Chinese character is read by the Chinese
    /// grammar, every other by the English one.
    package init?(_ text: String) {
        let text = FigureText(text).trimmed
        guard let parts = text.hasHan ? ChineseFigure.read(text) : EnglishFigure.read(text) else { return nil }
        self.init(parts)
    }

    /// A figure typed into a table by hand: a plain number, which may be negative, or a figure as printed.
    package init?(plainOrPrinted text: String) {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "-.".utf8.contains($0) }
        if isPlain, let number = Double(text) {
            self.init(value: number, qualifier: .exact, lower: number, upper: number, unit: "")
        } else {
            self.init(text)
        }
    }

    /// A percentage, whatever it is a percentage of.
    package var isPercentage: Bool { unit.hasPrefix("%") }

    /// The figure of a metric of this kind. A share that is *at least* something ends at 100; a change may
    /// go beyond, so there the bound goes.
    package func read(as kind: MetricKind) -> PrintedFigure {
        var figure = self
        if kind != .share, kind != .availability, qualifier == .atLeast { figure.upper = nil }
        return figure
    }

    /// Whether two prints, of which one may be a translation, say the same of a number. Units are not
    /// compared; nor are the bounds of a rounded figure, because 32.7万 and 327,000 show different digits.
    package func agrees(with other: PrintedFigure) -> Bool {
        value == other.value && qualifier == other.qualifier && (qualifier != .range || upper == other.upper)
    }
}

/// What the grammars find in a text, before anything is concluded from it.
struct FigureParts {
    var amount: Amount
    /// The other end of a range.
    var end: Amount?
    /// The hedge, if there is one.
    var hedge: Qualifier?
    var unit: String
}

extension PrintedFigure {
    /// Nil where a range runs backwards or is hedged: 约3—5个 has no bounds that could be relied on.
    init?(_ parts: FigureParts) {
        if let end = parts.end {
            let start = parts.amount.sharingScale(of: end)
            guard parts.hedge == nil, start.value < end.value else { return nil }
            self.init(
                value: start.value, qualifier: .range, lower: start.value, upper: end.value, unit: parts.unit)
            return
        }
        let (value, step) = (parts.amount.value, parts.amount.roundedStep)
        self.init(
            value: value, qualifier: parts.hedge ?? (step == nil ? .exact : .rounded), lower: nil, upper: nil,
            unit: parts.unit)
        switch qualifier {
        case .exact, .range: (lower, upper) = (value, value)
        case .moreThan: lower = value
        case .atLeast:
            lower = value
            if isPercentage, value <= 100 { upper = 100 }
        case .lessThan, .atMost: upper = value
        case .about, .nearly: break
        case .rounded:
            // Half up, in whole units: 32.7万 is 326,500 to 327,499.
            guard let step = step ?? parts.amount.coarsestStep else { break }
            (lower, upper) = (value - step / 2, value + step / 2 - 1)
        }
    }
}
