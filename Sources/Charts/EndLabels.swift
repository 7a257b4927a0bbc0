/// The names of several lines, each at the end of its own with the last figure below. Names that would
/// cover each other move apart, and a thin line leads back to the point.
struct EndLabels {
    private struct Label {
        let name: [String]
        let figure: String
        var height: Double {
            Double(name.count) * Layout.smallLine + (figure.isEmpty ? 0 : Layout.smallLine)
        }
    }

    private let labels: [Label]
    /// How much of the width of the chart the labels take, with the gap before them.
    let width: Double

    private static let textLimit = 88.0
    private static let indent = 28.0

    init(_ chart: Chart, _ data: PlaneData) {
        let labels = zip(chart.series, data.series).map { series, points in
            let last = points.last { $0.extent != nil }
            // A line that ends early says when, lest its figure be read as one of the last period.
            let isEarly = last.map { $0.x < data.xDomain.upperBound } ?? false
            let text = [last?.text, isEarly ? last?.label : nil].compactMap(\.self).joined(separator: " · ")
            let figure = Layout.small.lines(text, width: Self.textLimit, atMost: 1).first ?? ""
            return Label(name: Layout.small.lines(series.name, width: Self.textLimit, atMost: 3), figure: figure)
        }
        self.labels = labels
        let texts = labels.flatMap { $0.name + [$0.figure] }
        let widest = texts.map { TextMeasure.width(of: $0, size: Layout.smallSize, isBold: true) }.max() ?? 0
        width = min(widest, Self.textLimit) + Self.indent
    }

    /// Draws right of `x` and returns where the lowest label ends.
    func draw(
        _ marks: [SeriesMark], from x: Double, y: ClosedRange<Double>, in drawing: inout Drawing
    ) -> Double {
        let ends = marks.enumerated().compactMap { index, mark in
            mark.spots.last { $0.mark != nil }.map { (index, x: $0.x, y: $0.mark?.anchor ?? 0) }
        }
        let order = ends.sorted { ($0.y, $0.0) < ($1.y, $1.0) }
        let heights = order.map { labels[$0.0].height + 3 }
        var tops = zip(order, heights).map { $0.y - min($1, Layout.smallLine) / 2 }
        var free = y.lowerBound - 12
        for index in tops.indices {
            tops[index] = max(tops[index], free)
            free = tops[index] + heights[index]
        }
        var limit = max(y.upperBound + 6, y.lowerBound - 12 + heights.reduce(0, +))
        for index in tops.indices.reversed() {
            tops[index] = min(tops[index], limit - heights[index])
            limit = tops[index]
        }
        for (end, top) in zip(order, tops) {
            let middle = top + Layout.smallLine / 2
            if abs(end.y - middle) > 3 || x - end.x > 3 {
                var leader = Path()
                leader.polyline([(end.x + 5, end.y), (max(x + 6, end.x + 6), end.y), (x + 13, middle)])
                drawing.path(leader, "chart-leader")
            }
            let label = labels[end.0]
            drawing.group("chart-series-\(end.0 + 1)") { drawing in
                let shape = MarkerShape.of(series: end.0)
                drawing.path(shape.path(x + 18, middle, radius: 4), "chart-marker")
                let (left, baseline) = (x + Self.indent - 2, top + 13)
                drawing.text(
                    label.name, x: left, y: baseline, lineHeight: Layout.smallLine, "chart-small chart-strong")
                let below = baseline + Double(label.name.count) * Layout.smallLine
                drawing.text(label.figure, x: left, y: below, "chart-small")
            }
        }
        return zip(tops, heights).map { $0 + $1 }.max() ?? 0
    }
}
