/// Works out where labels, marks and figures of a row chart stand.
struct RowMeasure {
    let isBeside: Bool
    /// Nil where no point has a figure.
    let ticks: AxisTicks?
    let scale: LinearScale

    init(_ points: [ChartPoint], _ extents: [Extent?], _ chart: Chart) {
        let domain = Self.domain(points, extents, chart)
        let room = Room(points, extents, chart)
        let beside = room.beside
        isBeside = chart.form != .target && room.labels <= 100 && beside.upperBound - beside.lowerBound >= 170
        let range = isBeside ? beside : room.above
        guard let domain else {
            ticks = nil
            scale = LinearScale(domain: 0...1, start: range.lowerBound, end: range.upperBound)
            return
        }
        let isWhole = domain.isWhole && chart.unit != "%"
        let steps = isBeside ? 4 : 5
        let ticks = AxisTicks(from: domain.lower, to: domain.upper, atMost: steps, isWhole: isWhole)
        self.ticks = ticks
        scale = LinearScale(domain: ticks.domain, start: range.lowerBound, end: range.upperBound)
    }

    /// Bars begin at zero, always. Dots do, if they are not far from it in proportion.
    private static func domain(
        _ points: [ChartPoint], _ extents: [Extent?], _ chart: Chart
    ) -> (lower: Double, upper: Double, isWhole: Bool)? {
        var numbers = extents.flatMap { $0?.numbers ?? [] }
        if chart.form == .target { numbers += points.flatMap { Extent($0.target)?.numbers ?? [] } }
        return Domain.covering(numbers, hint: chart.domainHint, isZeroBased: chart.form != .dot)
    }

    /// The widths that texts and open ends take from the marks.
    private struct Room {
        var labels = 0.0
        var (leftFigures, rightFigures) = (0.0, 0.0)
        var (leftEnd, rightEnd) = (0.0, 0.0)

        init(_ points: [ChartPoint], _ extents: [Extent?], _ chart: Chart) {
            let isDot = chart.form == .dot
            for (point, extent) in zip(points, extents) {
                labels = max(labels, TextMeasure.width(of: point.label, size: Layout.textSize))
                let text = extent == nil ? chart.words.notReported : point.value?.text ?? ""
                let figure = TextMeasure.width(of: text, size: Layout.textSize, isBold: true)
                if let extent, !isDot, extent.numbers.allSatisfy({ $0 < 0 }) {
                    leftFigures = max(leftFigures, figure)
                } else {
                    rightFigures = max(rightFigures, figure)
                }
                switch extent {
                case .atLeast(let bound) where isDot || bound >= 0: rightEnd = Layout.openReach
                case .atMost(let bound) where isDot || bound <= 0: leftEnd = Layout.openReach
                case .approximate(let value) where !isDot:
                    if value < 0 { leftEnd = max(leftEnd, 8) } else { rightEnd = max(rightEnd, 8) }
                default: break
                }
            }
            if isDot { (leftEnd, rightEnd) = (max(leftEnd, 8), max(rightEnd, 8)) }
        }

        var beside: ClosedRange<Double> {
            let start = labels + 10 + leftEnd + (leftFigures > 0 ? leftFigures + 6 : 0)
            let end = Layout.width - rightEnd - (rightFigures > 0 ? rightFigures + 6 : 0) - 1
            return start...max(start, end)
        }

        var above: ClosedRange<Double> { leftEnd + 2...Layout.width - rightEnd - 2 }
    }
}
