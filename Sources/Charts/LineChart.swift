/// Lines from left to right, each named at its end, with figures written at their points where there is room.
struct LineChart {
    let chart: Chart
    let data: PlaneData
    private let ends: EndLabels
    private static let plotHeight = 190.0

    init(_ chart: Chart) {
        self.chart = chart
        data = PlaneData(chart)
        ends = EndLabels(chart, data)
    }

    func draw() -> (Drawing, height: Double) {
        guard let ticks = data.ticks(atMost: 5, chart) else { return (Drawing(), 0) }
        var drawing = Drawing()
        let unit = AxisUnit(chart.unit)
        let top = unit.isCaption ? 34.0 : 22
        let bottom = top + Self.plotHeight
        let texts = ticks.texts(chart.numberStyle, unit: unit.atTicks)
        let gutter = texts.map { TextMeasure.width(of: $0.text, size: Layout.smallSize) }.max() ?? 0
        let y = LinearScale(domain: ticks.domain, start: bottom, end: top)
        let right = Layout.width - (data.series.count > 1 ? ends.width : 8)
        let left = min(gutter + 14, right - 60)
        let x = LinearScale(domain: data.xDomain, start: left, end: right)

        if unit.isCaption {
            let lines = Layout.small.lines(unit.text, width: Layout.width, atMost: 1)
            drawing.text(lines[0], x: 0, y: 12, "chart-small")
        }
        var grid = Path()
        for (value, text) in texts {
            grid.segment((left - 8, y(value)), (right + 8, y(value)))
            drawing.text(text, x: left - 14, y: y(value) + 4, "chart-small", anchor: .end)
        }
        drawing.path(grid, "chart-grid")
        if ticks.multiples.contains(0) {
            var zero = Path()
            zero.segment((left - 8, y(0)), (right + 8, y(0)))
            drawing.path(zero, "chart-zero")
        }
        var end = PeriodAxis(data.positions, x: x).draw(below: bottom, in: &drawing)

        let marks = data.series.enumerated().map { index, points in
            SeriesMark(points, x: x, y: y, shape: .of(series: index), isAlone: data.series.count == 1)
        }
        var key = Key(form: .line, words: chart.words)
        for (index, mark) in marks.enumerated() {
            drawing.group("chart-series-\(index + 1)") { mark.draw(in: &$0) }
            for spot in mark.spots { key.note(spot.mark.flatMap { Key.Entry($0.extent) }) }
        }
        let explainsMissing = drawMissing(marks, y: bottom, in: &drawing)
        if explainsMissing { key.note(.missing) }
        if let only = marks.first, marks.count == 1 {
            drawFigures(of: only, x: left - 8...Layout.width, above: bottom, in: &drawing)
        } else {
            end = max(end, ends.draw(marks, from: right, y: top...bottom, in: &drawing))
        }
        end = key.draw(below: end + 8, in: &drawing)
        return (drawing, end)
    }

    /// A cross on the axis for every missing figure; of several series, side by side. The words stand above it
    /// where they fit; if not, returns true.
    private func drawMissing(_ marks: [SeriesMark], y: Double, in drawing: inout Drawing) -> Bool {
        var explains = false
        let width = TextMeasure.width(of: chart.words.notReported, size: Layout.smallSize)
        var crosses: [Double: Int] = [:]
        for (index, mark) in marks.enumerated() {
            let missing = mark.spots.indices.filter { mark.spots[$0].mark == nil }
            guard !missing.isEmpty else { continue }
            drawing.group("chart-series-\(index + 1)") { drawing in
                for spot in missing {
                    let x = mark.spots[spot].x
                    MissingMark.draw(x: x + Double(crosses[x, default: 0]) * 9, y: y, in: &drawing)
                    crosses[x, default: 0] += 1
                    let neighbours = [spot - 1, spot + 1].filter(mark.spots.indices.contains)
                    let room = neighbours.map { abs(mark.spots[$0].x - x) }.min() ?? Layout.width
                    if marks.count == 1, room >= width + 8, mark.spots.count <= 8 {
                        let middle = Layout.clamped(x, textWidth: width)
                        let classes = "chart-small chart-halo"
                        drawing.text(chart.words.notReported, x: middle, y: y - 9, classes, anchor: .middle)
                    } else {
                        explains = true
                    }
                }
            }
        }
        return explains
    }

    /// The last figure first, then the highest, the lowest and the first; all of them if they are few.
    private func drawFigures(
        of mark: SeriesMark, x range: ClosedRange<Double>, above bottom: Double, in drawing: inout Drawing
    ) {
        let known = mark.spots.indices.filter { mark.spots[$0].mark != nil }
        guard let first = known.first, let last = known.last else { return }
        func height(_ index: Int) -> Double { mark.spots[index].mark?.anchor ?? 0 }
        let highest = known.reduce(first) { height($1) < height($0) ? $1 : $0 }
        let lowest = known.reduce(first) { height($1) > height($0) ? $1 : $0 }
        var placer = FigurePlacer(area: (range, 0...bottom - 2), obstacles: mark.obstacles)
        for index in known where mark.hasMarker(index) {
            guard let point = mark.spots[index].mark else { continue }
            placer.take(x: mark.spots[index].x - 4...mark.spots[index].x + 4, y: point.reach)
        }
        var order = [last, highest, lowest, first]
        if known.count <= 8 { order += known }
        for (place, index) in order.enumerated() where !order[..<place].contains(index) {
            guard let point = mark.spots[index].mark else { continue }
            let neighbours = [index - 1, index + 1].filter { known.contains($0) }.map(height)
            let isValley = !neighbours.isEmpty && neighbours.allSatisfy { $0 < height(index) }
            let spot = placer.place(
                mark.spots[index].text, x: mark.spots[index].x, reach: point.reach, prefersBelow: isValley,
                isNeeded: index == last)
            if let spot {
                drawing.text(
                    mark.spots[index].text, x: spot.x, y: spot.y, "chart-value chart-halo", anchor: .middle)
            }
        }
    }
}

/// How the unit of a vertical axis is told: a percentage at every tick, any other unit once, above the axis.
struct AxisUnit {
    let text: String

    init(_ text: String) { self.text = text }

    var isCaption: Bool { !text.isEmpty && atTicks.isEmpty }
    var atTicks: String { text == "%" || text == "％" ? text : "" }
}
