/// What a figure should be: a shade over all that meets it, and a line at each bound.
struct TargetMark {
    let extent: Extent
    let scale: LinearScale
    let y: ClosedRange<Double>

    init(_ extent: Extent, scale: LinearScale, y: ClosedRange<Double>) {
        self.extent = extent.resolved(on: scale)
        self.scale = scale
        self.y = y
    }

    func drawZone(in drawing: inout Drawing) {
        let zone: ClosedRange<Double>
        switch extent {
        case .exact, .approximate: return
        case .between(let lower, let upper): zone = scale(lower)...scale(upper)
        case .atLeast(let bound): zone = scale(bound)...max(scale(bound), scale.end)
        case .atMost(let bound): zone = min(scale(bound), scale.start)...scale(bound)
        }
        drawing.rectangle(zone, y, "chart-zone")
    }

    /// Drawn over the bar.
    func drawLines(in drawing: inout Drawing) {
        var path = Path()
        for number in extent.numbers {
            path.segment((scale(number), y.lowerBound - 2), (scale(number), y.upperBound + 4))
        }
        if case .approximate = extent {
            drawing.path(path, "chart-target-line chart-broken")
        } else {
            drawing.path(path, "chart-target-line")
        }
    }

    /// Below the line it belongs to.
    func drawText(_ lines: [String], in drawing: inout Drawing) {
        let width = lines.map { TextMeasure.width(of: $0, size: Layout.smallSize) }.max() ?? 0
        let ends = extent.numbers.map { scale($0) }
        let middle = ends.reduce(0, +) / Double(max(ends.count, 1))
        drawing.text(
            lines, x: Layout.clamped(middle, textWidth: width), y: y.upperBound + Layout.smallLine,
            lineHeight: Layout.smallLine, "chart-small", anchor: .middle)
    }
}
