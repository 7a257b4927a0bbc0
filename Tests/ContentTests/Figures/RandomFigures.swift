@testable import Content

/// The same figures on every machine.
struct RandomFigures {
    /// A linear congruential generator (Knuth's MMIX); its upper bits are good enough here.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    static let units = ["", "个", "家", "名", "件次", "户", "小时", "天", "个月", "年", "元", "%", "千克", "个百分点", "件/人", "条线索"]

    /// A figure whose bounds are those the qualifier allows.
    mutating func figure(_ qualifier: Qualifier) -> PrintedFigure {
        let unit = Self.units[below(Self.units.count)]
        var value = number()
        if unit == "%" { value = Double(below(1001)) / 10 }
        var figure = PrintedFigure(value: value, qualifier: qualifier, lower: nil, upper: nil, unit: unit)
        switch qualifier {
        case .exact: (figure.lower, figure.upper) = (value, value)
        case .moreThan: figure.lower = value
        case .atLeast: (figure.lower, figure.upper) = (value, unit == "%" ? 100 : nil)
        case .lessThan, .atMost: figure.upper = value
        case .about, .nearly: break
        case .range: (figure.lower, figure.upper) = (value, value + Double(1 + below(3)) * Double(power(below(6))))
        case .rounded:
            let step = power(1 + below(7))
            let whole = 1 + below(9999)
            figure.value = Double(whole * step)
            (figure.lower, figure.upper) = (figure.value - Double(step) / 2, figure.value + Double(step) / 2 - 1)
        }
        return figure
    }

    /// Small and large, round and not, a few with a decimal.
    private mutating func number() -> Double {
        switch below(4) {
        case 0: Double(1 + below(200))
        case 1: Double((1 + below(999)) * power(below(9)))
        case 2: Double(1 + below(2_000_000_000))
        default: Double(1 + below(9999)) / 10
        }
    }

    private func power(_ exponent: Int) -> Int { Amount.power(exponent) }
}
