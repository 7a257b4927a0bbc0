import Content
import Diagnostics
import Text

/// The times of the figures in a table: as a cell writes them, with the year from above where it names none.
struct FigureTimes {
    private let table: FigureTable
    /// The time that is given for all rows.
    private let given: OfficeTime?
    /// The last time of each metric and place that named no year.
    private var latest: [String: OfficeTime] = [:]
    /// The last year that a row named, and the row.
    private var lastYear: (row: Int, year: Int)?
    private var times: [String: OfficeTime?] = [:]
    /// By where they begin, the cells that name no year: one may be the header of a column.
    private var yearless: Set<Int> = []
    /// The cells that took each year.
    private(set) var yearsTaken: [Int: [CSVCell]] = [:]

    init(_ table: FigureTable, given: OfficeTime?) { (self.table, self.given) = (table, given) }

    /// The time that a heading names, or else the one given for all rows: that of a part of its year is nearer.
    func ofAll(above row: Int) -> OfficeTime? {
        guard let heading = table.heading(above: row)?.time else { return given }
        return heading.period == given.map { "\($0.year)" } ? given : heading
    }

    /// The period that a cell writes, in ISO 8601; nil after telling why it is none.
    ///
    /// - Parameter subject: what the figure is of, whose times run forwards.
    mutating func period(_ cell: CSVCell, row: Int, subject: String, _ diagnostics: inout [Diagnostic]) -> String? {
        let heading = table.heading(above: row)
        // A year that was written goes on until the next one, in a row or in a heading.
        let goesOn = lastYear.flatMap { $0.row > heading?.row ?? 0 ? $0.year : nil }
        guard let time = time(cell.text, year: goesOn ?? heading?.time.year ?? given?.year) else {
            let lacksYear = OfficeTime(cell.text, year: 2000) != nil
            diagnostics.append(
                Diagnostic(
                    lacksYear ? .timeWithoutYear(cell.text) : .unreadableTime(cell.text), at: cell.span,
                    hint: lacksYear ? .giveYear : .writeTime))
            return nil
        }
        if time.namesYear {
            lastYear = (row, time.year)
        } else {
            if yearless.insert(cell.span.range.lowerBound).inserted { yearsTaken[time.year, default: []].append(cell) }
            // 12月, 1月: which of them is of another year, nobody said.
            let isHeading = goesOn == nil && heading != nil
            if !isHeading, let last = latest[subject], last.year == time.year, time.period < last.period {
                diagnostics.append(Diagnostic(.timeWithoutYear(cell.text), at: cell.span, hint: .writeYearHere))
                latest[subject] = time
                return nil
            }
        }
        latest[subject] = time
        return time.period
    }

    /// A time, read once.
    private mutating func time(_ text: String, year: Int?) -> OfficeTime? {
        let key = "\(year ?? 0) \(text)"
        if let known = times[key] { return known }
        let time = OfficeTime(text, year: year)
        times.updateValue(time, forKey: key)
        return time
    }
}
