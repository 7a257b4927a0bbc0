/// The points of a chart with two axes, in the order of the horizontal one.
struct PlaneData {
    struct Point {
        let x: Double
        let extent: Extent?
        let label: String
        /// The figure as it is printed.
        let text: String
    }

    let series: [[Point]]
    let xDomain: ClosedRange<Double>
    /// The positions on the horizontal axis, each once, with the label of the first point there.
    let positions: [(x: Double, label: String)]

    init(_ chart: Chart) {
        let points = chart.series.flatMap(\.points)
        let isNumeric = points.allSatisfy { $0.x.map { $0.isFinite && abs($0) < 1e15 } ?? false }
        series = chart.series.map { series in
            let points = series.points.enumerated().map { index, point in
                Point(
                    x: isNumeric ? point.x ?? 0 : Double(index), extent: Extent(point.value), label: point.label,
                    text: point.value?.text ?? "")
            }
            return Self.inOrder(points, by: \.x)
        }
        var positions: [(x: Double, label: String)] = []
        for point in Self.inOrder(series.flatMap(\.self), by: \.x) where positions.last?.x != point.x {
            positions.append((point.x, point.label))
        }
        self.positions = positions
        xDomain = (positions.first?.x ?? 0)...(positions.last?.x ?? 0)
    }

    /// Sorted; what is equal stays in its order.
    private static func inOrder(_ points: [Point], by key: KeyPath<Point, Double>) -> [Point] {
        points.enumerated().sorted { ($0.element[keyPath: key], $0.offset) < ($1.element[keyPath: key], $1.offset) }
            .map(\.element)
    }

    /// The ticks of the vertical axis, with some room below the lowest point, and where an arrow leads on.
    func ticks(atMost count: Int, _ chart: Chart) -> AxisTicks? {
        let extents = series.flatMap { $0.compactMap(\.extent) }
        let numbers = extents.flatMap(\.numbers)
        guard let domain = Domain.covering(numbers, hint: chart.domainHint, isZeroBased: false) else { return nil }
        var (lower, upper) = (domain.lower, domain.upper)
        let room = (upper - lower) * 0.12
        if lower > room, chart.domainHint == nil { lower -= room }
        for extent in extents {
            if case .atLeast(let bound) = extent { upper = max(upper, bound + room) }
            if case .atMost(let bound) = extent, domain.lower != 0 { lower = min(lower, bound - room) }
        }
        return AxisTicks(from: lower, to: upper, atMost: count, isWhole: domain.isWhole && chart.unit != "%")
    }
}
