import Content
import Diagnostics
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

    /// Nil where no column has the ids.
    init?(_ sheet: Spreadsheet, _ table: RecordTable, stored: [String: String]) {
        guard let header = sheet.rows.first?.cells,
            let idColumn = header.indices.first(where: { header.text($0) == "id" })
        else { return nil }
        (self.sheet, self.table, self.stored, self.idColumn) = (sheet, table, stored, idColumn)
        places = table.columns.map { column in
            header.indices.first { header.text($0).hasSuffix("（\(column.key)）") || header.text($0) == column.key }
        }
        records = Dictionary(table.records.map { ($0.id, $0) }) { first, _ in first }
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
            change(record, index, from: now[index], to: texts[index], at: cell(row, of: index))
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
            return problems.append(
                column.isTime
                    ? .cellIsNoTime(cell: cell, text: new)
                    : .cellIsNoWord(cell: cell, text: new, words: column.names.map(\.name)))
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
