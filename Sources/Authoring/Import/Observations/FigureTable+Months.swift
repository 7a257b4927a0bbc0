import Content
import Text

extension FigureTable {
    /// By where they begin, times of which nobody knows whether they are January or October: a spreadsheet makes 2025.1 of
    /// 2025.10.
    func monthsOrTenths(_ sheet: Spreadsheet) -> Set<Int> {
        let columns = mapping.indices(of: Dimension.period.rawValue)
        let rows = columns.map { column in
            table.rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
        }
        var found: Set<Int> = []
        for cells in rows + [table.header, above.compactMap(\.self)] {
            let times = cells.compactMap { cell in Self.month(trimmed(cell.text)).map { (cell: cell, month: $0) } }
            for (index, time) in times.enumerated() where time.month.text == "1" {
                let others = [
                    times[..<index].last { $0.month != time.month }, times[index...].first { $0.month != time.month },
                ]
                let months = others.compactMap { $0 }.filter { $0.month.year == time.month.year }.map(\.month.number)
                let start = time.cell.span.range.lowerBound
                // CSV that a spreadsheet saved has the number, and nothing beside it may tell.
                let isAlone = !sheet.keepsTexts && months.isEmpty
                let isBehind = !months.contains(2) && months.contains { $0 > 6 }
                if sheet.numbers.contains(start) || isAlone || isBehind {
                    found.insert(start)
                }
            }
        }
        return found
    }

    /// The year and the month of 2025.1.
    private static func month(_ text: String) -> (year: Substring, text: Substring, number: Int)? {
        guard text.utf8.count < 8, text.utf8.count > 5 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, Int(parts[0]) != nil, let number = Int(parts[1]) else {
            return nil
        }
        return (parts[0], parts[1], number)
    }
}
