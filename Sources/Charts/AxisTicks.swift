/// The ticks of an axis: whole multiples of 1, 2 or 5 times a power of ten. They are kept as whole numbers,
/// so that no 0.30000000000000004 is ever written.
struct AxisTicks: Equatable {
    /// A tick is `mantissa` × multiple × ten to the power of `exponent`.
    let mantissa: Int
    let exponent: Int
    let multiples: ClosedRange<Int>

    /// The finest ticks that reach from `lower` to `upper` or beyond in at most `count` steps.
    ///
    /// - Parameter isWhole: whether what is counted comes in whole pieces, so that half of one is no tick.
    init(from lower: Double, to upper: Double, atMost count: Int, isWhole: Bool = false) {
        var (lower, upper) = lower <= upper ? (lower, upper) : (upper, lower)
        if lower == upper {
            let margin = lower == 0 ? 1 : abs(lower) / 10
            (lower, upper) = lower == 0 ? (0, 1) : (lower - margin, upper + margin)
        }
        let count = max(count, 1)
        var exponent = Self.order(of: (upper - lower) / Double(count))
        // Multiples stay well within what a `Double` tells apart.
        exponent = max(exponent, Self.order(of: max(abs(lower), abs(upper))) - 14, isWhole ? 0 : -200)
        while true {
            for mantissa in [1, 2, 5] {
                let step = Self.scaled(Double(mantissa), by: exponent)
                let first = (lower / step + 1e-9).rounded(.down)
                let last = (upper / step - 1e-9).rounded(.up)
                guard last - first <= Double(count), abs(first) < 1e16, abs(last) < 1e16 else { continue }
                (self.mantissa, self.exponent) = (mantissa, exponent)
                multiples = Int(first)...max(Int(first) + 1, Int(last))
                return
            }
            exponent += 1
        }
    }

    var domain: ClosedRange<Double> { value(multiples.lowerBound)...value(multiples.upperBound) }

    func value(_ multiple: Int) -> Double { Self.scaled(Double(mantissa * multiple), by: exponent) }

    /// The ticks as they are written. A percentage stands at each, another unit only at the last.
    func texts(_ style: NumberStyle, unit: String) -> [(value: Double, text: String)] {
        multiples.map { multiple in
            var text = style.text(digits: mantissa * multiple, exponent: exponent)
            if unit == "%" || unit == "％" {
                text += unit
            } else if multiple == multiples.upperBound, !unit.isEmpty {
                text += style == .english ? " " + unit : unit
            }
            return (value(multiple), text)
        }
    }

    /// The power of ten at or below a number; 0 for 0.
    private static func order(of number: Double) -> Int {
        guard number > 0 else { return 0 }
        var order = 0
        while scaled(1, by: order) > number { order -= 1 }
        while scaled(1, by: order + 1) <= number { order += 1 }
        return order
    }

    /// Powers of ten up to the 22nd are exact, so one multiplication or division is as near as it gets.
    private static func scaled(_ number: Double, by exponent: Int) -> Double {
        var (power, left) = (1.0, exponent.magnitude)
        while left > 0 { (power, left) = (power * 10, left - 1) }
        return exponent < 0 ? number / power : number * power
    }
}
