/// One small line chart a series, two in a row, all with the same axes, so that they can be compared.
struct SmallMultiples {
    let chart: Chart
    let data: PlaneData
    private static let plotHeight = 72.0
    private static let gap = 22.0

    init(_ chart: Chart) {
        self.chart = chart
        data = PlaneData(chart)
    }

    func draw() -> (Drawing, height: Double) {
        guard let ticks = data.ticks(atMost: 3, chart) else { return (Drawing(), 0) }
        var drawing = Drawing()
        var key = Key(form: .smallMultiples, words: chart.words)
        let unit = AxisUnit(chart.unit)
        let texts = ticks.texts(chart.numberStyle, unit: unit.atTicks)
        let gutter = 8 + (texts.map { TextMeasure.width(of: $0.text, size: Layout.smallSize) }.max() ?? 0)
        let width = (Layout.width - gutter - Self.gap) / 2
        var y = 0.0
        if unit.isCaption {
            let lines = Layout.small.lines(unit.text, width: Layout.width, atMost: 1)
            drawing.text(lines[0], x: 0, y: 12, "chart-small")
            y += Layout.smallLine + 4
        }
        for first in stride(from: 0, to: data.series.count, by: 2) {
            let row = first..<min(first + 2, data.series.count)
            let names = row.map { Layout.figure.lines(chart.series[$0].name, width: width, atMost: 2) }
            let lineCount = names.map(\.count).max() ?? 0
            let top = y + Double(lineCount) * Layout.lineHeight + 22
            let scale = LinearScale(domain: ticks.domain, start: top + Self.plotHeight, end: top)
            for (value, text) in texts {
                drawing.text(text, x: gutter - 6, y: scale(value) + 4, "chart-small", anchor: .end)
            }
            for (index, name) in zip(row, names) {
                let left = gutter + Double(index - first) * (width + Self.gap)
                drawing.text(name, x: left, y: y + 15, lineHeight: Layout.lineHeight, "chart-name")
                drawPanel(index, x: left...left + width, y: scale, ticks, &key, in: &drawing)
            }
            y = top + Self.plotHeight + Layout.smallLine + 18
        }
        y = key.draw(below: y - 6, in: &drawing)
        return (drawing, y)
    }

    private func drawPanel(
        _ index: Int, x frame: ClosedRange<Double>, y: LinearScale, _ ticks: AxisTicks, _ key: inout Key,
        in drawing: inout Drawing
    ) {
        var (grid, zero) = (Path(), Path())
        for multiple in ticks.multiples {
            let height = y(ticks.value(multiple))
            let ends = ((frame.lowerBound, height), (frame.upperBound, height))
            multiple == 0 ? zero.segment(ends.0, ends.1) : grid.segment(ends.0, ends.1)
        }
        drawing.path(grid, "chart-grid")
        drawing.path(zero, "chart-zero")
        drawPeriods(x: frame, below: y.start, in: &drawing)

        let x = LinearScale(domain: data.xDomain, start: frame.lowerBound + 7, end: frame.upperBound - 7)
        let mark = SeriesMark(data.series[index], x: x, y: y, shape: .circle, isAlone: true, radius: 3)
        drawing.group("chart-series-1") { drawing in
            mark.draw(in: &drawing)
            for spot in mark.spots where spot.mark == nil {
                MissingMark.draw(x: spot.x, y: y.start, in: &drawing)
                key.note(.missing)
            }
        }
        for spot in mark.spots { key.note(spot.mark.flatMap { Key.Entry($0.extent) }) }
        guard let last = mark.spots.last(where: { $0.mark != nil }), let point = last.mark else {
            let middle = (frame.lowerBound + frame.upperBound) / 2
            return drawing.text(
                chart.words.notReported, x: middle, y: y.start - 12, "chart-missing-text chart-halo", anchor: .middle)
        }
        let limits = (frame.lowerBound...frame.upperBound, y.end - 22...y.start - 1)
        var placer = FigurePlacer(area: limits, obstacles: mark.obstacles)
        let spot = placer.place(
            last.text, x: last.x, reach: point.reach, prefersBelow: false, isNeeded: true)
        if let spot {
            drawing.text(last.text, x: spot.x, y: spot.y, "chart-value chart-halo", anchor: .middle)
        }
    }

    /// The first and the last period, where both fit.
    private func drawPeriods(x frame: ClosedRange<Double>, below top: Double, in drawing: inout Drawing) {
        guard let first = data.positions.first, let last = data.positions.last else { return }
        let limit = frame.upperBound - frame.lowerBound
        let isOne = data.positions.count == 1
        let width = isOne ? limit : (limit - 10) / 2
        let start = Layout.small.lines(first.label, width: width, atMost: 1).first ?? ""
        let end = Layout.small.lines(last.label, width: width, atMost: 1).first ?? ""
        let y = top + 16
        if isOne {
            let middle = (frame.lowerBound + frame.upperBound) / 2
            return drawing.text(start, x: middle, y: y, "chart-small", anchor: .middle)
        }
        drawing.text(start, x: frame.lowerBound, y: y, "chart-small")
        drawing.text(end, x: frame.upperBound, y: y, "chart-small", anchor: .end)
    }
}
