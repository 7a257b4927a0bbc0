import Content
import Diagnostics
import Office
import Text

extension ImportTable {
    /// A cell by the number of its row in the sheet, and its column among those that are shown.
    struct ShownCell: Hashable {
        var row: Int
        var column: Int
    }

    /// Tells of figures that are drawn over several of the cells in which figures stand: a name is that of each row, but
    /// one figure may be of one place or of all together.
    ///
    /// - Parameter columns: those with figures.
    /// - Returns: the cells over which they are drawn.
    func mergedFigures(in columns: [Int], _ diagnostics: inout [Diagnostic]) -> Set<ShownCell> {
        var merged: Set<ShownCell> = []
        for merge in sheet.merges {
            let across = columns.filter { column in
                sheet.columns.indices.contains(column) && merge.columns.contains(sheet.columns[column])
            }
            guard let first = across.first, sheet.columns[first] == merge.columns.lowerBound else { continue }
            let down = rows.filter { merge.rows.contains($0.number) }
            let count = across.count * down.count
            guard count > 1, let top = down.first, top.number == merge.rows.lowerBound else { continue }
            let text = top.cells.text(first)
            // Where none was reported, none was for each.
            guard MissingFigure(text) == nil else { continue }
            diagnostics.append(
                Diagnostic(
                    .figureOverCells(text: lines(of: text).joined(separator: " "), count: count),
                    at: top.cells[first].span, hint: .writeFigureForEach))
            for row in down { merged.formUnion(across.map { ShownCell(row: row.number, column: $0) }) }
        }
        return merged
    }
}
