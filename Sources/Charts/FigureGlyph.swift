/// A picture of how certain a figure is, to stand beside it: a dot is exact, an arrow an open end, a bracket two ends
/// between which it lies, a dot in a broken line about so much.
///
/// It is decoration to assistive technology: the words beside it say the same.
///
/// - Returns: nothing where there is no figure.
package func glyph(of value: ChartValue) -> String {
    guard let extent = Extent(value) else { return "" }
    var (drawing, line) = (Drawing(), Path())
    let (left, middle, right, y) = (3.0, 13.0, 23.0, 6.0)
    var dot: Double?
    switch extent {
    case .exact: dot = middle
    case .approximate:
        dot = middle
        line.segment((left, y), (right, y))
    case .atLeast:
        dot = left + 3
        line.polyline([(left + 3, y), (right, y)])
        line.polyline([(right - 4, y - 4), (right, y), (right - 4, y + 4)])
    case .atMost:
        dot = right - 3
        line.polyline([(right - 3, y), (left, y)])
        line.polyline([(left + 4, y - 4), (left, y), (left + 4, y + 4)])
    case .between:
        line.segment((left, y), (right, y))
        line.segment((left, y - 4), (left, y + 4))
        line.segment((right, y - 4), (right, y + 4))
    }
    drawing.path(line, extent.isApproximate ? "glyph-line glyph-broken" : "glyph-line")
    if let dot {
        var path = Path()
        path.circle(dot, y, radius: 3)
        drawing.path(path, "glyph-dot")
    }
    return "<svg class=\"glyph\" viewBox=\"0 0 26 12\" aria-hidden=\"true\">\n\(drawing.markup)</svg>"
}

extension Extent {
    fileprivate var isApproximate: Bool { if case .approximate = self { true } else { false } }
}
