/// The labels below a line chart: as many as fit at equal steps, and always the first and the last.
struct PeriodAxis {
    let positions: [(x: Double, label: String)]
    let scale: LinearScale

    init(_ positions: [(x: Double, label: String)], x scale: LinearScale) {
        self.positions = positions
        self.scale = scale
    }

    /// Draws below `top` and returns where the axis ends.
    func draw(below top: Double, in drawing: inout Drawing) -> Double {
        let shown = shown
        var path = Path()
        for label in shown { path.segment((label.x, top), (label.x, top + 5)) }
        drawing.path(path, "chart-zero")
        for label in shown {
            drawing.text(
                label.lines, x: label.middle, y: top + 18, lineHeight: Layout.smallLine, "chart-small", anchor: .middle)
        }
        return top + 8 + Double(shown.map(\.lines.count).max() ?? 1) * Layout.smallLine
    }

    private struct Label {
        let x: Double
        let middle: Double
        let lines: [String]
        let width: Double
    }

    private var shown: [Label] {
        guard let last = positions.indices.last else { return [] }
        var coarser = 0
        while true {
            let step = Self.step(coarser)
            let indices = Array(stride(from: 0, to: last, by: step)) + [last]
            let spacing = abs(scale.end - scale.start) / Double(max(indices.count - 1, 1))
            let labels = indices.map { label($0, width: min(max(spacing - 8, 72), 150)) }
            if fits(labels) { return labels }
            // The last may stand nearer to its neighbour than the others do.
            let others = labels.dropLast(2) + labels.suffix(1)
            if labels.count > 2, fits(Array(others)) { return Array(others) }
            if step > last { return [label(last, width: 150)] }
            coarser += 1
        }
    }

    /// 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100 and so on.
    private static func step(_ number: Int) -> Int {
        let small = [1, 2, 3, 4, 5, 6]
        let large = [10, 12, 15, 20, 25, 30, 40, 50, 60]
        guard number >= small.count else { return small[number] }
        let (decade, index) = (number - small.count).quotientAndRemainder(dividingBy: large.count)
        return (0..<decade).reduce(large[index]) { step, _ in step * 10 }
    }

    private func label(_ index: Int, width: Double) -> Label {
        let lines = Layout.small.lines(positions[index].label, width: width, atMost: 2)
        let width = lines.map { TextMeasure.width(of: $0, size: Layout.smallSize) }.max() ?? 0
        let x = scale(positions[index].x)
        return Label(x: x, middle: Layout.clamped(x, textWidth: width), lines: lines, width: width)
    }

    private func fits(_ labels: [Label]) -> Bool {
        zip(labels, labels.dropFirst()).allSatisfy { $0.middle + $0.width / 2 + 6 <= $1.middle - $1.width / 2 }
    }
}
