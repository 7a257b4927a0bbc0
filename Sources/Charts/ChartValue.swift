/// One figure, with what is known for certain about it. A picture never claims more than this: a figure
/// without an upper bound has an open end.
package struct ChartValue: Sendable, Equatable {
    /// The number that is printed.
    package var value: Double
    /// The figure is this or more. Nil where that is not known.
    package var lower: Double?
    /// The figure is this or less. Nil where that is not known.
    package var upper: Double?
    /// The figure was given as *about* or *nearly* so much. Matters where neither bound is known.
    package var isApproximate: Bool
    /// The figure as it is printed: 2万余人, “more than 20,000 people”.
    package var text: String

    package init(value: Double, lower: Double?, upper: Double?, isApproximate: Bool = false, text: String) {
        self.value = value
        self.lower = lower
        self.upper = upper
        self.isApproximate = isApproximate
        self.text = text
    }

    /// An exact figure: both bounds are the value.
    package init(exactly value: Double, text: String) {
        self.init(value: value, lower: value, upper: value, text: text)
    }
}

/// What is drawn of a figure.
enum Extent: Equatable {
    case exact(Double)
    case between(Double, Double)
    /// Only the lower bound is known: open upwards.
    case atLeast(Double)
    /// Only the upper bound is known: open downwards.
    case atMost(Double)
    case approximate(Double)

    /// Nil where there is nothing to draw: no figure, or one that is not a number or beyond all measure.
    /// Bounds that are not numbers, or stand the wrong way round, are as good as unknown. A figure without
    /// bounds that does not say *about* is drawn as if it did: exact is what has both bounds.
    init?(_ figure: ChartValue?) {
        guard let figure, let value = Self.drawable(figure.value) else { return nil }
        let (lower, upper) = (figure.lower.flatMap(Self.drawable), figure.upper.flatMap(Self.drawable))
        self =
            switch (lower, upper) {
            case (let lower?, let upper?) where lower == upper: .exact(lower)
            case (let lower?, let upper?) where lower < upper: .between(lower, upper)
            case (let lower?, nil): .atLeast(lower)
            case (nil, let upper?): .atMost(upper)
            default: .approximate(value)
            }
    }

    /// Beyond these limits differences and quotients of figures would overflow.
    private static func drawable(_ number: Double) -> Double? {
        guard number.isFinite, abs(number) < 1e150 else { return nil }
        return abs(number) < 1e-150 ? 0 : number
    }

    /// The numbers that have a place on the axis.
    var numbers: [Double] {
        switch self {
        case .exact(let value), .approximate(let value), .atLeast(let value), .atMost(let value): [value]
        case .between(let lower, let upper): [lower, upper]
        }
    }

    /// The same for a scale on which some bounds are too near to each other to be told apart: 32.7万 rounded
    /// is 326,500 to 327,499, which is less than the width of a line.
    func resolved(on scale: LinearScale) -> Extent {
        guard case .between(let lower, let upper) = self, abs(scale(upper) - scale(lower)) < 1.5 else { return self }
        return .exact(lower + (upper - lower) / 2)
    }
}
