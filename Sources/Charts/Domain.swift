/// The part of the number line that an axis has to show.
enum Domain {
    /// Nil without a number. An axis that may begin elsewhere still begins at zero where the numbers are
    /// nearer to zero than to each other.
    ///
    /// `isWhole` tells whether all that is counted comes in whole pieces.
    static func covering(
        _ numbers: [Double], hint: ClosedRange<Double>?, isZeroBased: Bool
    ) -> (lower: Double, upper: Double, isWhole: Bool)? {
        guard var lower = numbers.min(), var upper = numbers.max() else { return nil }
        let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
        if isZeroBased || (lower > 0 && lower <= upper / 2) || (upper < 0 && upper >= lower / 2) {
            (lower, upper) = (min(lower, 0), max(upper, 0))
        }
        if let hint, abs(hint.lowerBound) < 1e150, abs(hint.upperBound) < 1e150 {
            (lower, upper) = (min(lower, hint.lowerBound), max(upper, hint.upperBound))
        }
        return (lower, upper, isWhole)
    }
}
