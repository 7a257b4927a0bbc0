/// Who took a thing over from whom: one origin, arrows to those who copied it.
package struct CopyDiagram: Sendable, Equatable {
    package struct Copy: Sendable, Equatable {
        package var name: String
        /// Stands under the name in small print.
        package var note: String
        /// Drawn as a solid arrow; a broken one says that nothing is known of what came of it.
        package var isConfirmed: Bool

        package init(name: String, note: String, isConfirmed: Bool) {
            (self.name, self.note, self.isConfirmed) = (name, note, isConfirmed)
        }
    }

    package var title: String
    package var description: String
    package var origin: String
    package var copies: [Copy]
    /// What the ids of the elements begin with.
    package var id: String

    package init(title: String, description: String, origin: String, copies: [Copy], id: String) {
        (self.title, self.description, self.origin, self.copies, self.id) = (title, description, origin, copies, id)
    }
}

/// Draws who copied as inline SVG, by the same rules as ``svg(of:)-chart``.
package func svg(of diagram: CopyDiagram) -> String {
    let (left, right, rowHeight) = (120.0, 170.0, 44.0)
    var drawing = Drawing()
    let origin = Layout.label.lines(diagram.origin, width: left - 12, atMost: 3)
    var blocks: [(top: Double, lines: [String], copy: CopyDiagram.Copy)] = []
    var top = 4.0
    for copy in diagram.copies {
        let lines = Layout.label.lines(copy.name, width: Layout.width - right - 4, atMost: 2)
        blocks.append((top, lines, copy))
        top += rowHeight + Double(lines.count - 1) * Layout.lineHeight
    }
    let height = max(top, Double(origin.count) * Layout.lineHeight + 16)
    let middle = height / 2
    drawing.text(
        origin, x: 0, y: middle - Double(origin.count - 1) * Layout.lineHeight / 2 + 5, lineHeight: Layout.lineHeight,
        "chart-name")
    for (top, lines, copy) in blocks {
        let y = top + 12
        var path = Path()
        path.move(left, middle)
        path.line(left + 18, middle)
        path.line(left + 18, y)
        path.line(right - 8, y)
        drawing.path(path, copy.isConfirmed ? "chart-stroke" : "chart-stroke chart-broken")
        var head = Path()
        head.move(right - 14, y - 4)
        head.line(right - 8, y)
        head.line(right - 14, y + 4)
        drawing.path(head, "chart-stroke")
        drawing.text(lines, x: right, y: y + 5, lineHeight: Layout.lineHeight, "chart-name")
        drawing.text(
            [copy.note], x: right, y: y + 5 + Double(lines.count) * Layout.lineHeight - 2,
            lineHeight: Layout.lineHeight,
            "chart-small")
    }
    return drawing.document(
        "chart-copies", title: diagram.title, description: diagram.description, id: diagram.id, height: height)
}
