import Text

/// The digits of a figure, with the multipliers or separators its language writes.
package enum FigureDigits {
    /// 2万, 3200, 97.5. Only a hedged number may be a decimal of 万 (2.3万余): without a hedge it would be
    /// rounded, so an exact 32,700 stays in digits.
    static func chinese(_ value: Double, hedged: Bool) -> String {
        guard value >= 0 else { return "-" + chinese(-value, hedged: hedged) }
        guard let whole = Int(exactly: value) else { return value.plainDigits }
        for (scale, sign) in multipliers where whole >= Amount.power(scale) {
            for decimals in hedged ? 0...2 : 0...0 where whole % Amount.power(scale - decimals) == 0 {
                return fixed(whole / Amount.power(scale - decimals), decimals: decimals) + sign
            }
        }
        return String(whole)
    }

    /// 32.7万, with as many decimals as the bounds say were printed. Nil where digits alone show as much
    /// (5000 and 30万, rounded at their last digit that is not zero) and where no multiplier shows that step.
    static func rounded(_ figure: PrintedFigure) -> String? {
        guard let lower = figure.lower, let upper = figure.upper, let step = Int(exactly: upper - lower + 1),
            let whole = Int(exactly: figure.value), step > 1, whole % step == 0
        else { return nil }
        for (scale, sign) in multipliers where whole >= Amount.power(scale) {
            for decimals in 1..<scale where Amount.power(scale - decimals) == step {
                return fixed(whole / step, decimals: decimals) + sign
            }
        }
        guard Amount(digits: whole)?.coarsestStep != Double(step) else { return nil }
        for (scale, sign) in multipliers.reversed() {
            for decimals in 1..<scale where Amount.power(scale - decimals) == step {
                return fixed(whole / step, decimals: decimals) + sign
            }
        }
        return nil
    }

    /// 3—5, 3万—5万. When only one end would have a multiplier, none has: 3—5万 would be 3万 to 5万.
    static func range(_ lower: Double, _ upper: Double) -> String {
        let ends = [lower, upper].map { chinese($0, hedged: false) }
        let shortened = ends.filter { end in multipliers.contains { end.hasSuffix($0.sign) } }
        return (shortened.count == 1 ? [lower.plainDigits, upper.plainDigits] : ends).joined(separator: "—")
    }

    /// 327,000, 97.5.
    package static func english(_ value: Double) -> String {
        let parts = value.magnitude.plainDigits.split(separator: ".", maxSplits: 1)
        var grouped = value < 0 ? "-" : ""
        for (index, digit) in (parts.first ?? "").enumerated() {
            if index > 0, ((parts.first?.count ?? 0) - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return parts.count > 1 ? "\(grouped).\(parts[1])" : grouped
    }

    private static let multipliers = [(scale: 8, sign: "亿"), (scale: 4, sign: "万")]

    /// 327 with one decimal is 32.7.
    private static func fixed(_ digits: Int, decimals: Int) -> String {
        guard decimals > 0 else { return String(digits) }
        let fraction = String(digits % Amount.power(decimals))
        let zeros = String(repeating: "0", count: max(0, decimals - fraction.count))
        return "\(digits / Amount.power(decimals)).\(zeros)\(fraction)"
    }
}
