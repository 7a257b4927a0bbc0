extension HTMLRenderer {
    /// Writes a table as cmark-gfm's `html_render` does.
    mutating func renderTable(_ table: TableLayout) {
        beginLine()
        output.append("<table>\n")
        for (index, row) in table.rows.enumerated() {
            if index == 0 { output.append("<thead>\n") }
            if index == 1 { output.append("<tbody>\n") }
            output.append("<tr>\n")
            for (cell, alignment) in zip(row, table.alignments) {
                renderCell(cell, alignment, isHeader: index == 0)
            }
            output.append("</tr>\n")
            sectionText.endLine()
            if index == 0 { output.append("</thead>\n") }
        }
        if table.rows.count > 1 { output.append("</tbody>\n") }
        output.append("</table>\n")
    }

    private mutating func renderCell(_ cell: TableLayout.Cell, _ alignment: TableAlignment, isHeader: Bool) {
        isHeader ? output.append("<th") : output.append("<td")
        switch alignment {
        case .none: break
        case .left: output.append(" align=\"left\"")
        case .center: output.append(" align=\"center\"")
        case .right: output.append(" align=\"right\"")
        }
        output.append(UInt8(ascii: ">"))
        if let heading = cell.heading, cells.indices.contains(heading) {
            leaf = LeafSource(cell.range, in: source)
            for inline in cells[heading].children { render(inline) }
            sectionText.appendSpace()
        }
        isHeader ? output.append("</th>\n") : output.append("</td>\n")
    }
}
