/// A year as a line with the days on which something was reported and the day by which it is due, to stand beside a task.
///
/// It is decoration to assistive technology: the words beside it say the same.
///
/// - Parameters:
///   - reported: The days with a report, as parts of the year: 0 is its first day, 1 its end.
///   - due: The day by which it is to be done.
/// - Returns: Nothing where there is no day to show.
package func yearLine(reported: [Double], due: Double?) -> String {
    let days = reported.filter { (0...1).contains($0) }
    let end = due.flatMap { (0...1).contains($0) ? $0 : nil }
    guard !days.isEmpty || end != nil else { return "" }
    let (start, width, y) = (4.0, 112.0, 8.0)
    func x(_ day: Double) -> Double { start + day * width }
    var (drawing, line, marks, goal) = (Drawing(), Path(), Path(), Path())
    line.segment((x(0), y), (x(1), y))
    for quarter in 0...4 { line.segment((x(Double(quarter) / 4), y - 2), (x(Double(quarter) / 4), y + 2)) }
    drawing.path(line, "glyph-line")
    for day in days { marks.circle(x(day), y, radius: 3) }
    drawing.path(marks, "glyph-dot")
    if let end {
        goal.polyline([(x(end), y + 6), (x(end), y - 7), (x(end) - 6, y - 4.5), (x(end), y - 2)])
        drawing.path(goal, "glyph-line glyph-goal")
    }
    return "<svg class=\"year-line\" viewBox=\"0 0 120 16\" aria-hidden=\"true\">\n\(drawing.markup)</svg>"
}
