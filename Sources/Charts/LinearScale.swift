/// Where a number stands on the paper.
struct LinearScale {
    let domain: ClosedRange<Double>
    /// The coordinates of both ends of the domain; the first is the larger one on an axis that points up.
    let start: Double
    let end: Double

    func callAsFunction(_ number: Double) -> Double {
        let span = domain.upperBound - domain.lowerBound
        guard span > 0 else { return (start + end) / 2 }
        return start + (number - domain.lowerBound) / span * (end - start)
    }
}
