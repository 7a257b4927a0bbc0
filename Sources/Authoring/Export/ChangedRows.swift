import Content
import Diagnostics
import Office
import Text

/// The rows of an exported table that somebody changed, and what has to be edited for them.
struct ChangedRows {
    private let sheet: Spreadsheet
    private let table: RecordTable
    /// The fingerprints of the rows as they were exported, by their ids.
    private let stored: [String: String]
    /// The column of the sheet that has the ids.
    private let idColumn: Int
    /// The column of the sheet that has each column of the table, where there is one.
    private let places: [Int?]
    private let records: [String: any EditableRecord]

    /// By its id, what each changed record is to say, and the row that says it.
    private(set) var wanted: [String: (texts: [String], row: Spreadsheet.Row)] = [:]
    private(set) var edits: [TextEdit] = []
    private(set) var changes: [Phrase] = []
    private(set) var problems: [Phrase] = []
    private(set) var remarks: [Phrase] = []

    /// Nil where no column has the ids.
    init?(_ sheet: Spreadsheet, _ table: RecordTable, stored: [String: String]) {
        guard let header = sheet.rows.first?.cells,
            let idColumn = header.indices.first(where: { header.text($0) == "id" })
        else { return nil }
        (self.sheet, self.table, self.stored, self.idColumn) = (sheet, table, stored, idColumn)
        records = Dictionary(table.records.map { ($0.id, $0) }) { first, _ in first }
        let labels = Dictionary(table.columns.map { ($0.label, 1) }, uniquingKeysWith: +)
        places = table.columns.map { column in
            header.indices.first { header.text($0).hasSuffix("（\(column.key)）") || header.text($0) == column.key }
                // Some write the headers anew.
                ?? header.indices.first { header.text($0) == column.label && labels[column.label] == 1 }
        }
        tellUnknownColumns(header)
    }

    mutating func read() {
        for row in sheet.rows.dropFirst() { read(row) }
    }

    private mutating func read(_ row: Spreadsheet.Row) {
        let id = row.cells.text(idColumn)
        if id.isEmpty, row.cells.allSatisfy({ trimmed($0.text).isEmpty }) { return }
        guard let record = records[id] else {
            return problems.append(.rowOfNoRecord(cell: cell(row, idColumn), id: id))
        }
        let now = table.row(record)
        let texts = table.columns.indices.map { index in
            places[index].map { table.columns[index].written(row.cells.text($0)) } ?? now[index]
        }
        guard texts != now, RecordTable.fingerprint(texts) != stored[id] else { return }
        guard RecordTable.fingerprint(now) == stored[id] else {
            return problems.append(.rowChangedSince(cell: cell(row, idColumn), id: id, path: record.path))
        }
        guard wanted.updateValue((texts, row), forKey: id) == nil else {
            return problems.append(.rowTwice(cell: cell(row, idColumn), id: id))
        }
        for index in texts.indices where texts[index] != now[index] {
            guard let place = places[index] else { continue }
            if row.cells.indices.contains(place), let fault = fault(row.cells[place], of: table.columns[index]) {
                problems.append(told(fault, at: cell(row, place)))
            } else {
                change(record, index, from: now[index], to: texts[index], at: cell(row, place))
            }
        }
    }

    /// Why a cell says nothing: an error of the sheet, a formula without its value, 2025.1.
    private func fault(_ cell: CSVCell, of column: RecordTable.Column) -> Diagnostic? {
        switch sheet.faults[cell.span.range.lowerBound] {
        case .notCalculated: return Diagnostic(.formulaWithoutValue, at: cell.span, hint: .calculateInSheet)
        case .error: return Diagnostic(.errorInCell(cell.text), at: cell.span, hint: .correctInSheet)
        case nil: break
        }
        guard column.field.field.shape == .period, let year = sheet.yearOfTenth(cell) else { return nil }
        return Diagnostic(.monthOrTenth(cell.text), at: cell.span, hint: .writeMonthAsText(year))
    }

    private func told(_ problem: Diagnostic, at cell: String) -> Phrase {
        let phrase = Phrase.cellProblem(cell: cell, problem: problem.message)
        return problem.hint.map { .suggested(problem: phrase, hint: $0) } ?? phrase
    }

    /// A column of somebody's own does no harm beside all that were exported; where one of those is missing, it may be that one.
    private mutating func tellUnknownColumns(_ header: [CSVCell]) {
        let known = Set(places.compactMap(\.self) + [idColumn])
        let missing = table.columns.indices.filter { places[$0] == nil }.map { table.columns[$0].header }
        for index in header.indices where !known.contains(index) && !header.text(index).isEmpty {
            let problem = Diagnostic(
                .unknownColumn(header.text(index)), at: header[index].span,
                hint: missing.isEmpty ? nil : .knownColumns(missing))
            let phrase = told(problem, at: cell(sheet.rows[0], index))
            if missing.isEmpty { remarks.append(phrase) } else { problems.append(phrase) }
        }
    }

    /// - Parameter index: of the column of the table.
    private mutating func change(
        _ record: any EditableRecord, _ index: Int, from old: String, to new: String, at cell: String
    ) {
        let column = table.columns[index]
        let texts = lines(of: new)
        let words = texts.compactMap(column.word)
        guard words.count == texts.count else {
            switch column.field.field.shape {
            case .date:
                let span = SourceSpan(path: record.path, range: 0..<0)
                problems.append(told(Diagnostic(.invalidDate(new), at: span, hint: .writeDateInCell), at: cell))
            case .period: problems.append(.cellIsNoTime(cell: cell, text: new))
            default:
                let words = column.names.map { Phrase.quoted($0.name) }
                problems.append(.cellIsNoWord(cell: cell, text: new, words: words))
            }
            return
        }
        guard !table.isCut(record, column),
            let found = record.edits(of: column.field.field, language: column.language, to: words)
        else { return problems.append(.cellNotChangedHere(cell: cell, field: column.header, path: record.path)) }
        edits += found
        let (before, after) = differing(old, new)
        changes.append(
            .cellChanged(
                path: found.first?.path ?? record.path, id: record.id, field: column.header, before: before,
                after: after))
    }

    /// The lines of two texts that the other does not have, on one line each; all where only their order differs.
    private func differing(_ text: String, _ other: String) -> (String, String) {
        let (old, new) = (lines(of: text), lines(of: other))
        let (gone, added) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
        let isOrder = gone.isEmpty && added.isEmpty
        return ((isOrder ? old : gone).joined(separator: "；"), (isOrder ? new : added).joined(separator: "；"))
    }

    // MARK: Cells

    /// What the cell of a row is called that has a column of the table.
    func cell(_ row: Spreadsheet.Row, of index: Int) -> String { cell(row, places[index] ?? 0) }

    private func cell(_ row: Spreadsheet.Row, _ column: Int) -> String {
        "\(sheet.file.path):\(sheet.name ?? "")!\(sheet.address(row: row.number, column: column))"
    }
}
