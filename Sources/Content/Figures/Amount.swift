/// A number as it is written: the digits 327, of which 1 stands behind the point, times ten to the 4th (万).
struct Amount: Equatable {
    let digits: Int
    let decimals: Int
    let scale: Int

    /// Nil where a `Double` could not hold the number as it is printed.
    init?(digits: Int, decimals: Int = 0, scale: Int = 0) {
        guard digits >= 0, digits <= Self.limit, (0...15).contains(decimals), (0...15).contains(scale) else {
            return nil
        }
        if scale > decimals {
            let (product, overflow) = digits.multipliedReportingOverflow(by: Self.power(scale - decimals))
            guard !overflow, product <= Self.limit else { return nil }
        }
        (self.digits, self.decimals, self.scale) = (digits, decimals, scale)
    }

    /// Every whole number up to here is a `Double`.
    private static let limit = 1 << 53

    /// One multiplication or division of two whole numbers: as near to the print as a `Double` gets.
    var value: Double {
        scale >= decimals
            ? Double(digits * Self.power(scale - decimals))
            : Double(digits) / Double(Self.power(decimals - scale))
    }

    /// What one step of the last digit is worth, if a decimal was cut there: 0.1万 is 1000. Nil for whole
    /// numbers, for 97.5, which has no multiplier, and for 1.2345万, which shows every digit.
    var roundedStep: Double? {
        decimals > 0 && scale > decimals ? Double(Self.power(scale - decimals)) : nil
    }

    /// The largest step at which a number that ends in zeros can have been rounded: 1000 for 327,000.
    var coarsestStep: Double? {
        guard digits > 0, decimals == 0 else { return nil }
        var (rest, zeros) = (digits, scale)
        while rest % 10 == 0 { (rest, zeros) = (rest / 10, zeros + 1) }
        return zeros > 0 ? Double(Self.power(zeros)) : nil
    }

    /// The number without its multiplier.
    private var mantissa: Double { Double(digits) / Double(Self.power(decimals)) }

    func scaled(by more: Int) -> Amount? {
        Amount(digits: digits, decimals: decimals, scale: scale + more)
    }

    /// The lower end of a range, when only the upper end names the multiplier: 3—5万 is 3万 to 5万, but
    /// 9000—1万 begins at 9000, because 9000万 would be beyond the end.
    func sharingScale(of end: Amount) -> Amount {
        guard end.scale > 0, scale < 4 else { return self }
        // 300—500万 and 3—5百万 share all there is; in 三百—五百万 both have their own 百.
        let shared = scale == 0 ? end.scale : end.scale - scale
        guard scale == 0 || (end.scale > 4 && shared >= 4) else { return self }
        guard mantissa < end.mantissa else { return self }
        return scaled(by: shared) ?? self
    }

    static func power(_ exponent: Int) -> Int {
        var result = 1
        for _ in 0..<min(max(exponent, 0), 18) { result *= 10 }
        return result
    }
}
