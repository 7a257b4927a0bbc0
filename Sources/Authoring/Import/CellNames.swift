import Office
import Text

/// What the cells of a row are called, with those that are drawn as one with them: `表1!C7`, `表1!C7:C9`.
struct CellNames {
    private let sheet: Spreadsheet
    private let title: Int?
    /// By column of the sheet, the rows that are drawn as one, from top to bottom.
    private let merges: [Int: [ClosedRange<Int>]]

    init(_ sheet: Spreadsheet, title: Int?) {
        (self.sheet, self.title) = (sheet, title)
        merges = Dictionary(grouping: sheet.merges.filter { $0.rows.count > 1 }, by: \.columns.lowerBound)
            .mapValues { $0.map(\.rows).sorted { $0.lowerBound < $1.lowerBound } }
    }

    func name(row: Int, column: Int) -> String {
        var rows = row...row
        // Rows over which a title is drawn are one record; a cell may be drawn over more of them.
        for column in [title, column].compactMap(\.self) {
            let first = merge(row: rows.lowerBound, column: column)?.lowerBound ?? rows.lowerBound
            let last = merge(row: rows.upperBound, column: column)?.upperBound ?? rows.upperBound
            rows = first...last
        }
        let first = sheet.address(row: rows.lowerBound, column: column)
        let last = rows.count > 1 ? ":" + sheet.address(row: rows.upperBound, column: column) : ""
        return (sheet.table.map { $0 + "!" } ?? "") + first + last
    }

    /// The rows that are drawn as one with a cell.
    private func merge(row: Int, column: Int) -> ClosedRange<Int>? {
        guard sheet.columns.indices.contains(column), let ranges = merges[sheet.columns[column]] else { return nil }
        let above = ranges[..<ranges.partitioningIndex { $0.lowerBound > row }]
        return above.last.flatMap { $0.contains(row) ? $0 : nil }
    }
}
