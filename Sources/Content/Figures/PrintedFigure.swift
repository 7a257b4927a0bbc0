import Text

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
    /// Whether the print tells a change, and from what; nil for a mere level, such as 97%.
    package var change: Change?

    /// What a print says of how something went.
    package enum Change: Sendable, Equatable {
        /// The number is itself the change: 下降5% is -5, 翻一番 is 100 %.
        case by
        /// The number is the level that was reached, such as the 95 of 由80%提高到95%; 80 is the level before, which
        /// 提高到95% leaves open.
        case to(from: Double?)
    }

    package init(
        value: Double, qualifier: Qualifier, lower: Double?, upper: Double?, unit: String, change: Change? = nil
    ) {
        self.value = value
        self.qualifier = qualifier
        self.lower = lower
        self.upper = upper
        self.unit = unit
        self.change = change
    }

    /// Nil unless the whole text is one figure, to its last character: what follows the number has to be a unit or
    /// a noun that the program knows. A text with a Chinese character is read by the Chinese grammar, every other
    /// by the English one.
    ///
    /// - Parameter anyNoun: whether an unknown noun may follow the number, as the unit of a metric may be one.
    package init?(_ text: String, anyNoun: Bool = false) {
        guard let read = Self.reading(text), anyNoun || read.isUnitKnown else { return nil }
        self = read.figure
    }

    /// A figure whose unit may be a noun that the program does not know: a library may count what it likes, if it
    /// declares it as the unit of a metric.
    static func reading(_ text: String) -> (figure: PrintedFigure, isUnitKnown: Bool)? {
        let text = FigureText(text, readingCapitals: true).trimmed.withUnitBehind
        guard let parts = text.hasHan ? ChineseFigure.read(text) : EnglishFigure.read(text),
            let figure = PrintedFigure(parts)
        else { return nil }
        return (figure, parts.isUnitKnown)
    }

    /// Whether the program has the numerals and hedges of a language, given by its tag, to read and to write.
    package static func isWritten(in language: String) -> Bool {
        ["zh", "en"].contains(language.prefix { $0 != "-" })
    }

    /// A figure typed into a table by hand: a plain number, which may be negative, or a figure as printed.
    package init?(plainOrPrinted text: String) {
        if let number = plainNumber(Array(text.utf8).span) {
            self.init(value: number, qualifier: .exact, lower: number, upper: number, unit: "")
        } else {
            self.init(text)
        }
    }

    /// The unit without the noun that may stand behind it: 户 of 户家庭, 个百分点; the whole of one that the program does not
    /// know.
    package var measure: String {
        let text = FigureText(unit)
        if isPercentage { return "%" }
        guard let end = FigureUnits.end(text, at: 0), text[end] != "/" else { return unit }
        return String(String.UnicodeScalarView(Array(unit.unicodeScalars.prefix(end))))
    }

    /// A percentage, whatever it is a percentage of.
    package var isPercentage: Bool { unit.hasPrefix("%") }

    /// The figure of a metric of this kind. A share that is *at least* something ends at 100; a change may
    /// go beyond, so there the bound goes. 由80%提高到95% is a share of 95 %, and a change of 15 percentage points.
    package func read(as kind: MetricKind) -> PrintedFigure {
        var figure = self
        if kind != .share, kind != .availability, qualifier == .atLeast { figure.upper = nil }
        guard kind == .change, case .to(let from?) = change else { return figure }
        figure.value = Self.difference(value, from)
        figure.lower = figure.lower.map { Self.difference($0, from) }
        figure.upper = figure.upper.map { Self.difference($0, from) }
        if isPercentage { figure.unit = "个百分点" }
        figure.change = .by
        return figure
    }

    /// The level before, where it is printed.
    package var baseline: Double? {
        guard case .to(let from) = change else { return nil }
        return from
    }

    /// Whether two prints, of which one may be a translation, say the same of a number. Units are not
    /// compared; nor are the bounds of a rounded figure, because 32.7万 and 327,000 show different digits.
    package func agrees(with other: PrintedFigure) -> Bool {
        value == other.value && qualifier == other.qualifier && (qualifier != .range || upper == other.upper)
            && baseline == other.baseline
    }

    /// The figure with the opposite sign: a fall for a rise.
    package var negated: PrintedFigure {
        PrintedFigure(
            value: qualifier == .range ? -(upper ?? value) : -value, qualifier: qualifier.negated,
            lower: upper.map { -$0 }, upper: lower.map { -$0 }, unit: unit, change: change)
    }

    /// As it is worked out on paper: 97.5 - 80.2 is 17.3, which binary fractions miss by a little.
    private static func difference(_ number: Double, _ other: Double) -> Double {
        func decimals(_ number: Double) -> Int {
            number.plainDigits.split(separator: ".").dropFirst().first?.count ?? 0
        }
        let power = Double(Amount.power(max(decimals(number), decimals(other))))
        return ((number - other) * power).rounded() / power
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
    /// -1 for what is below zero, or a fall.
    var sign = 1
    var isChange = false
    /// Whether a level is told that was reached, and the level before it.
    var isReached = false
    var from: (amount: Amount, unit: String)?
    /// Whether the unit is one of the program's.
    var isUnitKnown = true
}

extension PrintedFigure {
    /// Nil where a range runs backwards or is hedged: 约3—5个 has no bounds that could be relied on.
    init?(_ parts: FigureParts) {
        guard var figure = PrintedFigure(magnitude: parts) else { return nil }
        if parts.isChange { figure.change = .by }
        if parts.isReached { figure.change = .to(from: parts.from?.amount.value) }
        if !parts.isChange, parts.sign > 0, figure.isPercentage, figure.qualifier == .atLeast, figure.value <= 100 {
            figure.upper = 100
        }
        self = parts.sign < 0 ? figure.negated : figure
    }

    private init?(magnitude parts: FigureParts) {
        if let end = parts.end {
            var start = parts.amount.sharingScale(of: end).value
            var end = end.value
            // -5%至-3%, though 下降3%至5% says the same.
            if parts.sign < 0, !parts.isChange { (start, end) = (end, start) }
            guard parts.hedge == nil, start < end else { return nil }
            self.init(value: start, qualifier: .range, lower: start, upper: end, unit: parts.unit)
            return
        }
        let (value, step) = (parts.amount.value, parts.amount.roundedStep)
        self.init(
            value: value, qualifier: parts.hedge ?? (step == nil ? .exact : .rounded), lower: nil, upper: nil,
            unit: parts.unit)
        switch qualifier {
        case .exact, .range: (lower, upper) = (value, value)
        case .moreThan, .atLeast: lower = value
        case .lessThan, .atMost: upper = value
        case .about, .nearly: break
        case .rounded:
            // Half up, in whole units: 32.7万 is 326,500 to 327,499.
            guard let step = step ?? parts.amount.coarsestStep else { break }
            (lower, upper) = (value - step / 2, value + step / 2 - 1)
        }
    }
}
