/// Bars, dots or targets, one point a row, from top to bottom in the order they are given.
///
/// Short labels and figures stand on both sides of the marks; longer ones in a line above, with the figure
/// at its right end. Many rows are set closer, with the axis at the top, too.
struct RowChart {
    let chart: Chart
    let rows: [Row]
    let isBeside: Bool
    let ticks: AxisTicks?
    let scale: LinearScale
    private let isDense: Bool

    init(_ chart: Chart) {
        self.chart = chart
        let points = chart.series.flatMap(\.points)
        let extents = points.map { Extent($0.value) }
        let measure = RowMeasure(points, extents, chart)
        isBeside = measure.isBeside
        isDense = points.count > 24
        rows = points.indices.map { Row(points[$0], extents[$0], chart, isBeside: measure.isBeside) }
        ticks = measure.ticks
        scale = measure.scale
    }

    func draw() -> (Drawing, height: Double) {
        var body = Drawing()
        var bands: [ClosedRange<Double>] = []
        var key = Key(form: chart.form, words: chart.words)
        let hasTopAxis = ticks != nil && isDense
        var (y, index) = (hasTopAxis ? Layout.smallLine + 4 : 0, 0)
        for series in chart.series {
            if chart.series.count > 1, !series.name.isEmpty {
                if index > 0 { y += 8 }
                let lines = Layout.figure.lines(series.name, width: Layout.width, atMost: 2)
                body.text(lines, x: 0, y: y + 15, lineHeight: Layout.lineHeight, "chart-name")
                y += Double(lines.count) * Layout.lineHeight + 6
            }
            for row in rows[index..<index + series.points.count] {
                bands += draw(row, from: &y, in: &body)
                if let extent = row.extent { key.note(Key.Entry(extent.resolved(on: scale))) }
            }
            index += series.points.count
        }
        y -= isBeside ? 0 : gap - 4

        var drawing = Drawing()
        if let ticks {
            drawGrid(ticks, bands, in: &drawing)
            if hasTopAxis { drawTexts(ticks, y: 12, in: &drawing) }
            drawTexts(ticks, y: y + 13, in: &drawing)
            y += Layout.smallLine + 2
        }
        drawing.group("chart-series-1") { $0.append(body) }
        drawing.append(zeroLine(bands))
        let end = key.draw(below: y + 6, in: &drawing)
        return (drawing, end)
    }

    // MARK: - Rows

    private var thickness: Double { isDense ? 10 : chart.form == .target ? 18 : 16 }
    private var gap: Double { isDense ? 9 : 16 }

    /// Draws a row and moves `y` behind it. Returns where the grid is to be seen.
    private func draw(_ row: Row, from y: inout Double, in drawing: inout Drawing) -> [ClosedRange<Double>] {
        let top = y
        var band: ClosedRange<Double>?
        drawing.link(row.link) { drawing in
            if isBeside {
                let height = isDense ? Layout.lineHeight : 27
                let middle = top + height / 2
                band = middle - height / 2...middle + height / 2
                drawing.text(row.labelLines, x: 0, y: middle + 5, lineHeight: Layout.lineHeight, "chart-label")
                let reach = draw(row, at: middle - thickness / 2, in: &drawing) ?? scale(0)...scale(0)
                drawBeside(row, reach, y: middle + 5, in: &drawing)
                y = top + height
            } else {
                drawAbove(row, y: top + 14, in: &drawing)
                let height = Double(row.textLineCount) * Layout.lineHeight
                let start = top + height + 3
                if draw(row, at: start, in: &drawing) != nil { band = start - 2...start + thickness + 2 }
                y = start + (row.extent == nil && row.target == nil ? -3 : thickness) + gap
                if row.target != nil { y += Layout.smallLine * Double(row.targetLines.count) }
            }
        }
        return band.map { [$0] } ?? []
    }

    /// Draws the mark of a row, if it has one, and returns what it covers.
    private func draw(_ row: Row, at top: Double, in drawing: inout Drawing) -> ClosedRange<Double>? {
        let y = top...top + thickness
        // Thinner among targets, so that the shade shows on both sides.
        let bar = chart.form == .target ? top + 4...top + thickness - 4 : y
        if chart.form == .target, let target = row.target {
            let mark = TargetMark(target, scale: scale, y: y)
            mark.drawZone(in: &drawing)
            if let extent = row.extent { BarMark(extent, scale: scale, y: bar).draw(in: &drawing) }
            mark.drawLines(in: &drawing)
            mark.drawText(row.targetLines, in: &drawing)
            return scale.start...scale.end
        }
        guard let extent = row.extent else { return nil }
        if chart.form == .dot {
            let middle = top + thickness / 2
            var path = Path()
            path.segment((scale.start, middle), (scale.end, middle))
            drawing.path(path, "chart-grid")
            let mark = PointMark(extent, scale: scale, axis: .horizontal, across: middle, radius: isDense ? 4 : 5.5)
            mark.draw(in: &drawing)
            return mark.reach
        }
        let mark = BarMark(extent, scale: scale, y: bar)
        mark.draw(in: &drawing)
        return mark.reach
    }

    private func drawBeside(_ row: Row, _ reach: ClosedRange<Double>, y: Double, in drawing: inout Drawing) {
        guard let extent = row.extent else {
            let x = (chart.form == .dot ? scale.start : scale(0)) + 6
            return drawing.text(row.figureLines.first ?? "", x: x, y: y, "chart-missing-text")
        }
        let isLeft = chart.form != .dot && extent.numbers.allSatisfy { $0 < 0 }
        drawing.text(
            row.figureLines.first ?? "", x: isLeft ? reach.lowerBound - 6 : reach.upperBound + 6, y: y,
            "chart-value chart-halo", anchor: isLeft ? .end : .start)
    }

    private func drawAbove(_ row: Row, y: Double, in drawing: inout Drawing) {
        drawing.text(row.labelLines, x: 0, y: y, lineHeight: Layout.lineHeight, "chart-label")
        let classes = row.extent == nil ? "chart-missing-text" : "chart-value"
        if row.isFigureBelow {
            let below = y + Double(row.labelLines.count) * Layout.lineHeight
            // One line keeps to the column of the other figures.
            let isColumn = row.figureLines.count == 1
            drawing.text(
                row.figureLines, x: isColumn ? Layout.width : 0, y: below, lineHeight: Layout.lineHeight, classes,
                anchor: isColumn ? .end : .start)
        } else {
            // Beside the last line of the label, next to the mark.
            let line = y + Double(max(row.labelLines.count, 1) - 1) * Layout.lineHeight
            drawing.text(row.figureLines.first ?? "", x: Layout.width, y: line, classes, anchor: .end)
        }
    }

    // MARK: - Axis

    /// The lines run behind the marks only, not through the texts above them.
    private func drawGrid(_ ticks: AxisTicks, _ bands: [ClosedRange<Double>], in drawing: inout Drawing) {
        var path = Path()
        for multiple in ticks.multiples where multiple != 0 || chart.form == .dot {
            vertical(at: scale(ticks.value(multiple)), bands, in: &path)
        }
        drawing.path(path, "chart-grid")
    }

    private func zeroLine(_ bands: [ClosedRange<Double>]) -> Drawing {
        var (drawing, path) = (Drawing(), Path())
        guard chart.form != .dot, ticks != nil else { return drawing }
        vertical(at: scale(0), bands, in: &path)
        drawing.path(path, "chart-zero")
        return drawing
    }

    /// Bands that touch are drawn through.
    private func vertical(at x: Double, _ bands: [ClosedRange<Double>], in path: inout Path) {
        var open: ClosedRange<Double>?
        for band in bands {
            if let range = open, band.lowerBound - range.upperBound < 0.5 {
                open = range.lowerBound...band.upperBound
            } else {
                if let range = open { path.segment((x, range.lowerBound), (x, range.upperBound)) }
                open = band
            }
        }
        if let range = open { path.segment((x, range.lowerBound), (x, range.upperBound)) }
    }

    /// As many texts as fit, always with the last, which has the unit.
    private func drawTexts(_ ticks: AxisTicks, y: Double, in drawing: inout Drawing) {
        var free = Double.infinity
        for (value, text) in ticks.texts(chart.numberStyle, unit: chart.unit).reversed() {
            let width = TextMeasure.width(of: text, size: Layout.smallSize)
            let x = Layout.clamped(scale(value), textWidth: width)
            guard x + width / 2 <= free else { continue }
            drawing.text(text, x: x, y: y, "chart-small", anchor: .middle)
            free = x - width / 2 - 8
        }
    }
}
