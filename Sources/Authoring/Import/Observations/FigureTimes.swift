import Content
import Diagnostics
import Text

/// The times of a table's figures: of which year one is that names none, and which cells took theirs from elsewhere.
struct FigureTimes {
    /// What is given for all rows.
    private let given: OfficeTime?
    /// The last time of each metric and place.
    private var latest: [String: OfficeTime] = [:]
    /// The last year that a row named, and the row.
    private var lastYear: (row: Int, year: Int)?
    private var times: [String: OfficeTime?] = [:]
    /// By year, the cells that took it.
    private(set) var yearsTaken: [Int: [CSVCell]] = [:]
    /// By where they begin, the cells of those times: one may be the header of a column.
    private var yearless: Set<Int> = []

    init(given: OfficeTime?) { self.given = given }

    /// The time that a heading names, or else the one given for all rows: that of a part of its year is nearer.
    func ofAll(below heading: OfficeTime?) -> OfficeTime? {
        guard let heading else { return given }
        return heading.period == given.map { "\($0.year)" } ? given : heading
    }

    /// The time of a figure in ISO 8601; nil after telling why there is none.
    ///
    /// - Parameters:
    ///   - heading: the last one above the row that names a time.
    ///   - subject: the metric and the place.
    mutating func period(
        of cell: CSVCell, row: Int, below heading: (row: Int, time: OfficeTime)?, subject: String,
        _ diagnostics: inout [Diagnostic]
    ) -> String? {
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
        defer { latest[subject] = time }
        guard !time.namesYear else {
            lastYear = (row, time.year)
            return time.period
        }
        if yearless.insert(cell.span.range.lowerBound).inserted { yearsTaken[time.year, default: []].append(cell) }
        // 12月, 1月: which of them is of another year, nobody said.
        let isHeading = goesOn == nil && heading != nil
        if !isHeading, let last = latest[subject], last.year == time.year, Self.end(of: time) < Self.end(of: last) {
            diagnostics.append(Diagnostic(.timeWithoutYear(cell.text), at: cell.span, hint: .writeYearHere))
            return nil
        }
        return time.period
    }

    /// Where a time ends: 1-6月 does not run back behind 6月.
    private static func end(of time: OfficeTime) -> Substring {
        time.period.split(separator: "/").last ?? ""
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
