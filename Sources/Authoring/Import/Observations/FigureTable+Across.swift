import Content
import Diagnostics
import Text

extension FigureTable {
    /// What the headers above a column say of its figures.
    struct Heading {
        var column: Int
        var names: [Dimension: CSVCell] = [:]
        var aspect: FigureAspect?
        /// The header with the aspect.
        var header: CSVCell
    }

    /// Reads columns whose headers are metrics, places, times, or what figures of those are.
    mutating func readAcross(_ columns: [Int], _ diagnostics: inout [Diagnostic]) {
        let headings = understood(headings(of: columns), &diagnostics)
        for row in table.rows {
            let shared = cells(of: row)
            entries += headings.filter { isOwn($0.column, of: row) }.map { entry(of: row, shared, $0) }
        }
        take(headings)
    }

    /// Reads a figure a row, with those that stand beside it: of the year before, of the year so far, or planned.
    mutating func readDown() {
        let beside = headings(of: asides).filter { $0.aspect?.isNow == false }
        let figures = mapping.indices(of: "printed") + mapping.indices(of: "value")
        for row in table.rows {
            let cells = cells(of: row)
            if figures.allSatisfy({ isOwn($0, of: row) }) {
                let figure = cells["printed"] ?? cells["value"] ?? row.cells[0]
                entries.append(Entry(row: row.number, cells: cells, figure: figure))
            }
            entries += beside.filter { isOwn($0.column, of: row) }.map { entry(of: row, cells, $0) }
        }
        take(beside)
    }

    /// Whether a figure in a column is of this row alone.
    private func isOwn(_ column: Int, of row: Spreadsheet.Row) -> Bool {
        merged.isEmpty || !merged.contains(.init(row: row.number, column: column))
    }

    /// Says that columns have figures, and tells of those that are of another time or kind than the row says.
    private mutating func take(_ headings: [Heading]) {
        for heading in headings { mapping.fill(heading.column, "printed") }
        let headers = headings.map { ($0.aspect, lines(of: $0.header.text).joined()) }
        for header in Set(headers.filter { $0.0 == .yearBefore }.map(\.1)).sorted() {
            remarks.append(.figuresOfYearBefore(header))
        }
        for header in Set(headers.filter { $0.0 == .target }.map(\.1)).sorted() {
            remarks.append(.figuresPlanned(header))
        }
    }

    private func entry(of row: Spreadsheet.Row, _ shared: [String: CSVCell], _ heading: Heading) -> Entry {
        var cells = shared
        for key in ["printed", "value", "qualifier", "lower", "upper"] { cells[key] = nil }
        if heading.aspect?.isNow == false { cells["id"] = nil }
        if heading.aspect?.role != nil { for key in ["role", "baseline", "target"] { cells[key] = nil } }
        for (dimension, name) in heading.names {
            let own = dimension == .period ? shared[dimension.rawValue] : nil
            cells[dimension.rawValue] = own.map { Self.time($0, under: name) } ?? name
        }
        if heading.aspect != nil, cells["unit"]?.text.isEmpty ?? true,
            let unit = MetricBook.parted(trimmed(heading.header.text)).unit
        {
            cells["unit"] = CSVCell(text: unit, span: heading.header.span)
        }
        return Entry(
            row: row.number, cells: cells, figure: row.cells[heading.column],
            aspect: heading.aspect.map { ($0, heading.header) })
    }

    /// A time of which the row says a part and the header another: 2022年 and 一季度, 3月 and 2022年.
    private static func time(_ own: CSVCell, under name: CSVCell) -> CSVCell {
        let (first, second) = (trimmed(own.text), trimmed(name.text))
        guard !first.isEmpty else { return name }
        let (time, above) = (OfficeTime(first, year: 2000), OfficeTime(second, year: 2000))
        // Twice the same year is one.
        if let time, let above, above.namesYear, time.period == "\(above.year)" { return name }
        let isYearAbove = above?.namesYear == true && time?.namesYear == false
        return CSVCell(text: isYearAbove ? "\(second) \(first)" : "\(first) \(second)", span: name.span)
    }

    // MARK: Headers

    private func headings(of columns: [Int]) -> [Heading] {
        let lower = columns.map { table.header[$0] }
        let upper = columns.map { above.isEmpty ? nil : above[$0] }
        func dimension(of cells: [CSVCell?]) -> Dimension? {
            self.dimension(
                of: cells.compactMap { $0.map { trimmed($0.text) } }.filter { self.aspect(of: $0) == nil })
        }
        let (over, under) = (dimension(of: upper), dimension(of: lower))
        return columns.indices.map { index in
            var heading = Heading(column: columns[index], header: lower[index])
            for (cell, most) in [(upper[index], over), (lower[index], under)] {
                guard let cell else { continue }
                let text = trimmed(cell.text)
                if let aspect = aspect(of: text) {
                    (heading.aspect, heading.header) = (aspect, cell)
                } else if let dimension = most == .metric && Self.isTime(text) ? .period : most {
                    let first = heading.names[dimension].map { $0.text + " " }
                    heading.names[dimension] = first.map { CSVCell(text: $0 + cell.text, span: cell.span) } ?? cell
                }
            }
            return heading
        }
    }

    /// Leaves out columns of which nothing says what metric their figures are of, and tells of them.
    private func understood(_ headings: [Heading], _ diagnostics: inout [Diagnostic]) -> [Heading] {
        let named = mapping.indices(of: Dimension.metric.rawValue).first { mapping.columns[$0].use != .empty }
        let isAcross = named == nil && headings.contains { $0.names[.metric] != nil }
        return headings.filter { heading in
            if let named, let name = heading.names[.metric] {
                let (header, column) = (lines(of: name.text).joined(), mapping.columns[named].header)
                diagnostics.append(
                    Diagnostic(
                        .figuresOfNoMetric(column: column, header: header), at: name.span,
                        hint: .sayWhatFiguresAre(header: header, column: column)))
                return false
            }
            if isAcross, heading.names[.metric] == nil, heading.aspect != nil {
                diagnostics.append(
                    Diagnostic(
                        .headerOfNoMetric(lines(of: heading.header.text).joined()), at: heading.header.span,
                        hint: .nameMetricAbove))
                return false
            }
            return true
        }
    }
}
