import Content
import Diagnostics
import Text

extension FigureTable {
    /// What the headers above a column say of its figures.
    struct Heading {
        var column: Int
        var names: [Dimension: CSVCell] = [:]
        var aspect: FigureAspect?
        var unit: CSVCell?
        /// The time that stands above several columns.
        var over: String?
        /// The header with the aspect.
        var header: CSVCell
    }

    /// Reads columns whose headers are metrics, places, times, or what figures of those are.
    mutating func readAcross(_ columns: [Int], _ diagnostics: inout [Diagnostic]) {
        let all = named(headings(of: columns), &diagnostics)
        let headings = understood(settled(all, &diagnostics), &diagnostics)
        for row in table.rows {
            let shared = cells(of: row)
            entries += headings.filter { isOwn($0.column, of: row) }.map { entry(of: row, shared, $0) }
        }
        take(headings)
    }

    /// Reads a figure a row, with those that stand beside it: of the year before, of the year so far, or planned.
    mutating func readDown(_ diagnostics: inout [Diagnostic]) {
        let figures = mapping.indices(of: "printed") + mapping.indices(of: "value")
        let own = figures.map { figureHeading($0) }
        let beside = settled(own + headings(of: asides), &diagnostics)
            .filter { $0.aspect?.isNow == false && !figures.contains($0.column) }
        for row in table.rows {
            let cells = cells(of: row)
            if figures.allSatisfy({ isOwn($0, of: row) }) {
                let figure = cells["printed"] ?? cells["value"] ?? row.cells[0]
                let heading = own.first { !row.cells.text($0.column).isEmpty } ?? own.first
                entries.append(ownEntry(of: row, cells, figure, heading))
            }
            entries += beside.filter { isOwn($0.column, of: row) }.map { entry(of: row, cells, $0) }
        }
        take(beside)
    }

    /// What the header of the column with the figures says of them: 数值（万元）, 1-6月累计.
    private func figureHeading(_ column: Int) -> Heading {
        let cell = table.header[column]
        let words = HeaderWords(trimmed(cell.text))
        var heading = Heading(column: column, aspect: words.aspect, unit: columnUnits[column], header: cell)
        heading.names[.period] = words.time.map { CSVCell(text: $0, span: cell.span) }
        heading.unit = words.unit.map { CSVCell(text: $0, span: cell.span) } ?? heading.unit
        return heading
    }

    private func ownEntry(
        of row: Spreadsheet.Row, _ cells: [String: CSVCell], _ figure: CSVCell, _ heading: Heading?
    ) -> Entry {
        var entry = Entry(row: row.number, cells: cells, figure: figure)
        guard let heading else { return entry }
        if let time = heading.names[.period] { entry.cells["period"] = Self.period(cells["period"], under: time) }
        entry.unit = heading.unit?.text
        entry.aspect = heading.aspect.map { ($0, heading.header) }
        return entry
    }

    private static func period(_ own: CSVCell?, under name: CSVCell) -> CSVCell {
        own.map { time($0, under: name) } ?? name
    }

    /// Whether a figure in a column is of this row alone.
    private func isOwn(_ column: Int, of row: Spreadsheet.Row) -> Bool {
        merged.isEmpty || !merged.contains(.init(row: row.number, column: column))
    }

    /// Says that columns have figures, and tells of those that are of another time or kind than the row says.
    private mutating func take(_ headings: [Heading]) {
        for heading in headings { mapping.fill(heading.column, "printed") }
        let headers = headings.map { ($0.aspect, lines(of: $0.header.text).joined()) }
        for header in Set(headers.filter { $0.0?.isYearBefore == true }.map(\.1)).sorted() {
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
            cells[dimension.rawValue] = Self.period(own, under: name)
        }
        let isOfMetric = heading.names[.metric] != nil
        if isOfMetric, cells["unit"]?.text.isEmpty ?? true, let unit = heading.unit { cells["unit"] = unit }
        return Entry(
            row: row.number, cells: cells, figure: row.cells[heading.column],
            unit: isOfMetric ? nil : heading.unit?.text,
            aspect: heading.aspect.map { ($0, heading.header) })
    }

    /// A time of which the row says a part and the header another: 2022年 and 一季度, 3月 and 2022年.
    private static func time(_ own: CSVCell, under name: CSVCell) -> CSVCell {
        let (first, second) = (trimmed(own.text), trimmed(name.text))
        guard !first.isEmpty else { return name }
        let (time, above) = (OfficeTime(first, year: 2000), OfficeTime(second, year: 2000))
        // Twice the same year or time is one.
        if let time, let above, above.namesYear, time.period == "\(above.year)" { return name }
        if let time, time.namesYear, OfficeTime(second, year: time.year)?.period == time.period { return own }
        let isYearAbove = above?.namesYear == true && time?.namesYear == false
        return CSVCell(text: isYearAbove ? "\(second) \(first)" : "\(first) \(second)", span: name.span)
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
