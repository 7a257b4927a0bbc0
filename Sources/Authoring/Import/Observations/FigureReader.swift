import Content
import Diagnostics
import Office
import Text

/// Turns the figures of an office's table into rows of the library.
struct FigureReader {
    private let task: SpreadsheetImport
    private let library: Library
    private let table: FigureTable
    private let sheet: Spreadsheet
    /// Where the headers stand, for what no single row lacks.
    private let header: SourceSpan
    private(set) var book: MetricBook
    private(set) var diagnostics: [Diagnostic] = []
    /// Ids of figures that there are and that are left alone.
    private(set) var skipped: [String] = []
    /// Names of metrics of which it was told that their unit is unclear.
    private var unclearUnits: Set<String> = []
    /// The ids of the library's figures, where those that there are will be left alone.
    private var existing: [FigureSubject<String, [CalendarDate?]>: String] = [:]
    /// What the figures are, as far as words say it.
    private let roleField: ImportField?
    /// What all earlier figures of a metric are.
    private var roles: [String: String?] = [:]
    /// Whether all figures are of one metric.
    private let isOfOneMetric: Bool
    /// What a spreadsheet calls each cell, by where it begins.
    private let addresses: [Int: String]
    private var taken: [String: SourceSpan] = [:]
    private var times: FigureTimes
    private var missing: [Caution: [String]] = [:]
    private var unitsAdded: [String] = []

    init(_ whole: FigureImport, _ table: FigureTable, _ sheet: Spreadsheet, header: SourceSpan) {
        (task, library, self.table, self.sheet, self.header) = (whole.task, whole.library, table, sheet, header)
        book = MetricBook(
            whole.library, readings: whole.task.library.readings, answers: whole.answers,
            takesProposals: whole.takesProposals)
        roleField = task.fields.first { $0.key == "role" }
        isOfOneMetric = Set(table.entries.map { $0.cells["metric"]?.text ?? "" }).count == 1
        times = FigureTimes(given: task.defaults.last { $0.field == "period" }.flatMap { OfficeTime($0.text) })
        addresses = Dictionary(
            sheet.rows.flatMap { row in
                row.cells.enumerated().map { ($1.span.range.lowerBound, sheet.address(row: row.number, column: $0)) }
            }, uniquingKeysWith: { first, _ in first })
        if task.skipsExisting {
            for observation in library.observations where !observation.cautions.contains(.superseded) {
                let subject = FigureSubject(
                    observation.metric.id, observation.place.id, observation.period, observation.role,
                    observation.cautions)
                existing[subject] = existing[subject] ?? observation.id
            }
        }
    }

    mutating func rows() -> [FigureRow] {
        table.entries.compactMap { row(of: $0) }
    }

    // MARK: A row

    private mutating func row(of entry: FigureTable.Entry) -> FigureRow? {
        reportFaults(entry)
        var row = FigureRow(span: entry.figure.span)
        let printed = PrintedFigure(figure(entry), anyNoun: true)
        let unit = cell("unit", entry).map { MetricBook.unit($0.text) } ?? sharedUnit(entry)
        let proposed = (unit: unit ?? printed?.measure, isChange: printed?.change == .by)
        let metric = cell("metric", entry).flatMap { book.match($0, proposed, &diagnostics) }
        if cell("metric", entry) == nil { reportMissing("metric", entry) }
        let place = place(entry)
        let told = diagnostics.count
        let period = period(entry, place: place ?? "", metric: metric?.id ?? "")
        let hasTime = diagnostics.count == told
        let role = role(entry, of: metric)
        for field in task.fields where !Self.identity.contains(field.key) {
            guard case .value(let known) = field.filling, let cell = cell(field.key, entry) else { continue }
            row.cells[known.key] = text(of: cell, field, known)
            row.spans[known.key] = cell.span
        }
        guard let metric, let place, let role, hasTime else {
            reportUnreadable(entry)
            return nil
        }
        (row.cells["metric"], row.cells["place"]) = (metric.id, place)
        (row.cells["period"], row.cells["role"]) = (period, role)
        for key in ["metric", "place", "period", "role"] { row.spans[key] = entry.cells[key]?.span }
        fill(&row, entry, metric, unit: metric.unit ?? unit)
        return identified(row, entry)
    }

    private static let identity: Set<String> = ["id", "metric", "place", "period", "printed", "role"]

    /// What a cell says, or what was given for all rows; nil if there is neither.
    private func cell(_ key: String, _ entry: FigureTable.Entry) -> CSVCell? {
        if let cell = entry.cells[key], !cell.text.isEmpty { return cell }
        return task.defaults.last { $0.field == key }
            .map { CSVCell(text: trimmed($0.text), span: entry.figure.span) }
    }

    private func figure(_ entry: FigureTable.Entry) -> String {
        lines(of: entry.figure.text).joined(separator: " ")
    }

    /// The unit of the column or of the whole table, if the figure is one of those that it is of.
    private mutating func sharedUnit(_ entry: FigureTable.Entry) -> String? {
        let units = entry.unit.map { [$0] } ?? table.unit?.units ?? []
        guard !units.isEmpty, let metric = cell("metric", entry) else { return nil }
        if let printed = ownUnit(entry) { return printed }
        guard !book.hasUnit(metric) else { return nil }
        let fits = units.map { book.fit(of: $0, to: metric) }
        if let own = entry.unit {
            if fits != [.none] { return own }
        } else {
            switch table.unit?.unit(fitting: fits, isOfOneMetric: isOfOneMetric) {
            case .unit(let unit): return unit
            case .none?, nil: return nil
            case .unclear?: break
            }
        }
        guard MissingFigure(figure(entry)) == nil, unclearUnits.insert(metric.text).inserted else { return nil }
        let name = MetricBook.parted(metric.text).name
        report(
            .unclearUnit(unit: units.joined(separator: "、"), metric: name), at: metric.span,
            hint: .writeUnitBehindName(metric: name, unit: units[0]))
        return nil
    }

    /// The unit that is printed with the figure: one above the table is that of bare numbers.
    private func ownUnit(_ entry: FigureTable.Entry) -> String? {
        guard let printed = PrintedFigure(figure(entry), anyNoun: true)?.unit, !printed.isEmpty else { return nil }
        return printed
    }

    /// The figure as it is printed, or why there is none.
    private mutating func fill(
        _ row: inout FigureRow, _ entry: FigureTable.Entry, _ metric: MetricBook.Match, unit: String?
    ) {
        let text = figure(entry)
        if row.cells["value"] != nil, entry.cells["printed"]?.text.isEmpty ?? true { row.cells["value"] = nil }
        if let reason = MissingFigure(text) {
            let address = address(entry.figure)
            missing[reason.caution, default: []].append(address)
            let flags = row.cells["flags"].map { $0 + ";" } ?? ""
            row.cells["flags"] = flags + reason.caution.rawValue
            return
        }
        row.cells["printed"] = text
        row.spans["printed"] = entry.figure.span
        guard let unit, !metric.units.contains(unit), let figure = PrintedFigure(text, anyNoun: true),
            figure.unit.isEmpty
        else { return }
        // 3万 below 万件 is 30,000件: nobody writes 万 twice.
        if ScaledUnit(unit) != nil, text.contains(where: "万亿萬億wW".contains) { return }
        // What the metric does not say goes with the number: 1,234 below 万元 is 1,234万元.
        let isLatin = unit.utf8.first.map { $0 < 0x80 && $0 != UInt8(ascii: "%") } ?? false
        row.cells["printed"] = text + (isLatin ? " " : "") + unit
        unitsAdded.append(address(entry.figure))
    }

    private mutating func identified(_ row: FigureRow, _ entry: FigureTable.Entry) -> FigureRow? {
        var row = row
        let parts = ["place", "metric", "period"].compactMap { row.cells[$0] }.filter { !$0.isEmpty }
        let role = row.cells["role"] ?? ""
        let made = (parts + (["baseline", "target"].contains(role) ? [role] : [])).joined(separator: "-")
            .lowercased().replacing("/", with: "-").replacing("..", with: "open")
        let id = entry.cells["id"].flatMap { $0.text.isEmpty ? nil : $0.text } ?? made
        row.cells["id"] = id
        row.spans["id"] = entry.cells["id"]?.span ?? entry.figure.span
        if let first = taken.updateValue(entry.figure.span, forKey: id) {
            taken[id] = first
            diagnostics.append(
                Diagnostic(
                    .duplicateID(kind: Phrase.observation, id: id), at: entry.figure.span,
                    hint: id == made ? .keepOneFigure : .renameOneOfTwo, notes: [.firstIsHere(at: first)]))
            return nil
        }
        let subject = FigureSubject(
            row.cells["metric"] ?? "", row.cells["place"] ?? "", row.cells["period"].flatMap { Period($0) },
            ObservationRole(rawValue: role),
            row.cells["flags"]?.split(separator: ";").compactMap { Caution(rawValue: String($0)) } ?? [])
        guard let known = existing[subject] else { return row }
        skipped.append(known)
        return nil
    }

    // MARK: What tells figures apart

    private mutating func place(_ entry: FigureTable.Entry) -> String? {
        guard let cell = cell("place", entry) else {
            reportMissing("place", entry)
            return nil
        }
        // 其中：西湖街道
        let isPart = cell.text.hasPrefix("其中") && task.library.find(cell.text, .place).isEmpty
        let name = isPart ? trimmed(String(cell.text.dropFirst(2).drop { ":： 　".contains($0) })) : cell.text
        return task.library.resolve(name, .place, at: cell.span, &diagnostics)
    }

    private mutating func period(_ entry: FigureTable.Entry, place: String, metric: String) -> String? {
        let heading = table.heading(above: entry.row)
        var period = times.ofAll(below: heading?.time)?.period
        if let cell = entry.cells["period"], !cell.text.isEmpty {
            guard !table.unclearMonths.contains(cell.span.range.lowerBound) else {
                let year = String(cell.text.prefix(4))
                report(.monthOrTenth(cell.text), at: cell.span, hint: .writeMonthAsText(year))
                return nil
            }
            period = times.period(
                of: cell, row: entry.row, below: heading, subject: place + " " + metric, &diagnostics)
            guard period != nil else { return nil }
        }
        guard let (aspect, header) = entry.aspect else {
            if period == nil, entry.cells["period"] == nil { reportMissing("period", entry) }
            return period
        }
        if period == nil, !aspect.needsTime, entry.cells["period"] == nil { reportMissing("period", entry) }
        let own = period.flatMap { aspect.period(of: $0) }
        if own == nil, aspect.needsTime {
            report(
                .headerNamesNoTime(lines(of: header.text).joined()), at: header.span, hint: .writeTimeInHeader)
        }
        return own
    }

    /// What the figure is: as the row says, the answers, the command, or else all that the library has of the metric.
    private mutating func role(_ entry: FigureTable.Entry, of metric: MetricBook.Match?) -> String? {
        guard let field = roleField else { return nil }
        if let role = entry.aspect?.kind.role { return role.rawValue }
        if let cell = entry.cells["role"], !cell.text.isEmpty { return word(cell, field) }
        if let role = metric?.role { return role }
        if let cell = cell("role", entry) { return word(cell, field) }
        guard let metric else { return nil }
        if let role = usualRole(of: metric.id) { return role }
        report(.noColumnOf("role"), at: header, hint: .giveRole(field.knownWords))
        return nil
    }

    private mutating func usualRole(of metric: String) -> String? {
        if let known = roles[metric] { return known }
        let rows = library.index.metrics[metric].map { library.relations.observationsOfMetric[$0] } ?? []
        let known = Set(rows.map { library.observations[$0].role }.filter(\.isActual))
        let role = known.count == 1 ? known.first?.rawValue : nil
        roles.updateValue(role, forKey: metric)
        return role
    }

    private mutating func word(_ cell: CSVCell, _ field: ImportField) -> String? {
        if let word = field.word(named: cell.text) { return word }
        report(.notAWordOfColumn(cell.text), at: cell.span, hint: .useOneOf(field.knownWords))
        return nil
    }

    // MARK: Other cells

    private mutating func text(of cell: CSVCell, _ field: ImportField, _ known: KnownField) -> String? {
        switch known.shape {
        case .reference:
            return known.reference.map { task.library.resolve(cell.text, $0, at: cell.span, &diagnostics) } ?? cell.text
        case .word: return word(cell, field)
        case .texts:
            return listedNames(cell.text).map { field.word(named: $0) ?? $0 }.joined(separator: ";")
        case .decimal:
            guard let figure = PrintedFigure(cell.text, anyNoun: true), figure.qualifier == .exact else {
                return cell.text
            }
            return figure.value.plainDigits
        default: return lines(of: cell.text).joined(separator: " ")
        }
    }

    // MARK: Problems

    private mutating func report(_ message: Diagnostic.Message, at span: SourceSpan, hint: Diagnostic.Hint? = nil) {
        diagnostics.append(Diagnostic(message, at: span, hint: hint))
    }

    /// A formula or an error of the sheet is no figure.
    private mutating func reportFaults(_ entry: FigureTable.Entry) {
        switch sheet.faults[entry.figure.span.range.lowerBound] {
        case .notCalculated: report(.formulaWithoutValue, at: entry.figure.span, hint: .calculateInSheet)
        case .error: report(.errorInCell(entry.figure.text), at: entry.figure.span, hint: .correctInSheet)
        case nil: return
        }
    }

    /// The library checks whole rows; in others no figure can be read either.
    private mutating func reportUnreadable(_ entry: FigureTable.Entry) {
        let text = figure(entry)
        guard MissingFigure(text) == nil, PrintedFigure(text, anyNoun: true) == nil else { return }
        report(.unreadableFigure(text), at: entry.figure.span, hint: .writeFigureAlone)
    }

    /// A field that a row leaves open, or the whole table.
    private mutating func reportMissing(_ key: String, _ entry: FigureTable.Entry) {
        guard entry.cells[key] == nil else {
            return report(.emptyCell(key), at: entry.figure.span, hint: nil)
        }
        report(.noColumnOf(key), at: header, hint: .nameColumnOf(key))
    }

    private func address(_ cell: CSVCell) -> String { addresses[cell.span.range.lowerBound] ?? "" }

    /// What was taken otherwise than it stands there.
    var remarks: [Phrase] {
        func some(_ cells: [String]) -> [String] { Array(cells.prefix(8)) + (cells.count > 8 ? ["…"] : []) }
        var remarks: [Phrase] = []
        if let cells = missing[.notStated] { remarks.append(.figuresNotStated(count: cells.count, cells: some(cells))) }
        if let cells = missing[.notApplicable] {
            remarks.append(.figuresNotApplicable(count: cells.count, cells: some(cells)))
        }
        for (year, cells) in times.yearsTaken.sorted(by: { $0.key < $1.key }) {
            remarks.append(.yearTaken(year: year, cells: some(cells.map(address))))
        }
        if !unitsAdded.isEmpty { remarks.append(.unitsAdded(some(unitsAdded))) }
        return remarks
    }
}
