/// Lengths in units of the `viewBox`. A chart is laid out for a phone: 360 units wide, so that its texts
/// stay readable at 320 px; on larger screens it grows to about one and a half times that, and the style
/// sheet sets the texts a little smaller.
enum Layout {
    static let width = 360.0
    /// Names, labels and figures.
    static let textSize = 14.0
    static let lineHeight = 19.0
    /// Ticks, keys and notes.
    static let smallSize = 12.0
    static let smallLine = 17.0
    /// The room an open end takes beyond the last certain number.
    static let openReach = 24.0

    static let label = TextWrap(size: textSize)
    static let figure = TextWrap(size: textSize, isBold: true)
    static let small = TextWrap(size: smallSize)

    /// Where a text in the middle of `x` can stand without leaving the chart.
    static func clamped(_ x: Double, textWidth: Double, within range: ClosedRange<Double> = 0...width) -> Double {
        let half = textWidth / 2
        guard range.upperBound - range.lowerBound > textWidth else { return (range.lowerBound + range.upperBound) / 2 }
        return min(max(x, range.lowerBound + half), range.upperBound - half)
    }
}
