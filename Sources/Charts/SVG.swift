/// Draws a chart as inline SVG: valid both in HTML and as XML, without styles, scripts or references to
/// anything outside. Colours and sizes come from the classes in the style sheet of the site.
///
/// It is one image to assistive technology, unless it has links, which an image would hide. A chart without
/// a single figure is a sentence saying so.
package func svg(of chart: Chart) -> String {
    let (body, height) = drawing(of: chart)
    return body.document(
        "chart-" + chart.form.className, title: chart.title, description: chart.description, id: chart.id,
        height: height)
}

extension Drawing {
    /// The whole drawing, ``Layout/width`` wide.
    ///
    /// - Parameter id: what the ids of its title and description begin with.
    func document(
        _ className: String, title: String, description: String, id: String, height: Double
    ) -> String {
        let id = Self.escaped(String(id.map { $0.isWhitespace ? "-" : $0 }))
        var document = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart \(className)\" "
        document += "role=\"\(hasLinks ? "group" : "img")\" aria-labelledby=\"\(id).title \(id).desc\" "
        document += "viewBox=\"0 0 \(Layout.width.coordinate) \(height.rounded(.up).coordinate)\">\n"
        document += "<title id=\"\(id).title\">\(Self.escaped(title))</title>\n"
        document += "<desc id=\"\(id).desc\">\(Self.escaped(description))</desc>\n"
        return document + markup + "</svg>\n"
    }
}

private func drawing(of chart: Chart) -> (Drawing, height: Double) {
    let points = chart.series.flatMap(\.points)
    let isRows = chart.form == .bar || chart.form == .dot || chart.form == .target
    // Rows can say of each point that nothing was reported; a plane without a point says nothing.
    guard isRows ? !points.isEmpty : points.contains(where: { Extent($0.value) != nil }) else {
        var drawing = Drawing()
        let lines = Layout.label.lines(chart.words.noFigures, width: Layout.width, atMost: 3)
        drawing.text(lines, x: 0, y: 16, lineHeight: Layout.lineHeight, "chart-missing-text")
        return (drawing, Double(max(lines.count, 1)) * Layout.lineHeight + 5)
    }
    switch chart.form {
    case .bar, .dot, .target: return RowChart(chart).draw()
    case .line where chart.series.count <= MarkerShape.allCases.count: return LineChart(chart).draw()
    case .line, .smallMultiples: return SmallMultiples(chart).draw()
    }
}

extension ChartForm {
    fileprivate var className: String {
        switch self {
        case .bar: "bar"
        case .line: "line"
        case .dot: "dot"
        case .target: "target"
        case .smallMultiples: "small-multiples"
        }
    }
}
