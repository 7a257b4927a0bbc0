import Content
import Diagnostics
import Text

/// Takes into a library what somebody changed in an exported table: of each cell that differs, the text in its file.
package struct RecordUpdate {
    /// What an update would change.
    package struct Plan {
        /// The files with the changes.
        package var files: [SourceTree.File] = []
        /// Each change, as people are told of it.
        package var changes: [Phrase] = []
        /// What speaks against it, a line a cell or row; with one, nothing should be written.
        package var problems: [Phrase] = []
        package var remarks: [Phrase] = []
        /// What the library itself says against the changed files.
        package var diagnostics: [Diagnostic] = []
    }

    private let tree: SourceTree
    private let library: LibraryNames

    package init(reading tree: SourceTree) async { self.init(tree, await LibraryNames(reading: tree)) }

    init(_ tree: SourceTree, _ library: LibraryNames) { (self.tree, self.library) = (tree, library) }

    /// - Parameter bytes: of the workbook.
    package func plan(_ path: String, _ bytes: [UInt8]) async throws(Spreadsheet.Refusal) -> Plan {
        var options = Spreadsheet.Options()
        options.sheet = RecordTable.marks
        // A file that is no workbook at all is told as such.
        _ = try Spreadsheet(path: path, bytes: bytes)
        guard let marks = try? Spreadsheet(path: path, bytes: bytes, options: options),
            let head = marks.rows.first?.cells, let kind = AuthoredKind(rawValue: head.text(0)),
            let table = RecordTable(kind, of: tree, library)
        else { throw .told(.isNotExported(path)) }
        options.sheet = head.text(1)
        let sheet = try Spreadsheet(path: path, bytes: bytes, options: options)
        let stored = Dictionary(marks.rows.dropFirst().map { ($0.cells.text(0), $0.cells.text(1)) }) { first, _ in first
        }
        return await plan(sheet, table, stored)
    }

    private func plan(_ sheet: Spreadsheet, _ table: RecordTable, _ stored: [String: String]) async -> Plan {
        var plan = Plan()
        plan.remarks = sheet.remarks
        guard let header = sheet.rows.first?.cells, let first = header.indices.first(where: { header.text($0) == "id" })
        else {
            plan.problems.append(.hasNoIDs(sheet.file.path))
            return plan
        }
        let places = table.columns.map { column in
            header.indices.first { header.text($0).hasSuffix("（\(column.key)）") || header.text($0) == column.key }
        }
        let records = Dictionary(table.records.map { ($0.id, $0) }) { first, _ in first }
        var wanted: [String: (row: [String], sheet: Spreadsheet.Row)] = [:]
        var edits: [TextEdit] = []
        func name(_ row: Spreadsheet.Row, _ column: Int) -> String {
            "\(sheet.file.path):\(sheet.name ?? "")!\(sheet.address(row: row.number, column: column))"
        }
        for row in sheet.rows.dropFirst() {
            let id = row.cells.text(first)
            if id.isEmpty, row.cells.allSatisfy({ trimmed($0.text).isEmpty }) { continue }
            guard let record = records[id] else {
                plan.problems.append(.rowOfNoRecord(cell: name(row, first), id: id))
                continue
            }
            let now = table.row(record)
            let cells = table.columns.indices.map { index in
                places[index].map { table.columns[index].written(row.cells.text($0)) } ?? now[index]
            }
            guard cells != now, RecordTable.fingerprint(cells) != stored[id] else { continue }
            guard RecordTable.fingerprint(now) == stored[id] else {
                plan.problems.append(.rowChangedSince(cell: name(row, first), id: id, path: record.path))
                continue
            }
            guard wanted.updateValue((cells, row), forKey: id) == nil else {
                plan.problems.append(.rowTwice(cell: name(row, first), id: id))
                continue
            }
            for (index, column) in table.columns.enumerated() where cells[index] != now[index] {
                let place = name(row, places[index] ?? 0)
                let texts = lines(of: cells[index])
                let words = texts.compactMap(column.word)
                guard words.count == texts.count else {
                    plan.problems.append(
                        column.isTime
                            ? .cellIsNoTime(cell: place, text: cells[index])
                            : .cellIsNoWord(cell: place, text: cells[index], words: column.names.map(\.name)))
                    continue
                }
                guard !table.isCut(record, column),
                    let found = record.edits(of: column.field.field, language: column.language, to: words)
                else {
                    plan.problems.append(.cellNotChangedHere(cell: place, field: column.header, path: record.path))
                    continue
                }
                edits += found
                let (before, after) = differing(now[index], cells[index])
                plan.changes.append(
                    .cellChanged(
                        path: found.first?.path ?? record.path, id: id, field: column.header, before: before,
                        after: after))
            }
        }
        guard plan.problems.isEmpty, !edits.isEmpty else { return plan }
        plan.files = tree.edited(by: edits)
        await verify(&plan, table.kind, wanted) { name($0.sheet, places[$0.column] ?? 0) }
        return plan
    }

    /// The lines of two texts that the other does not have, on one line each; all where only their order differs.
    private func differing(_ text: String, _ other: String) -> (String, String) {
        let (old, new) = (lines(of: text), lines(of: other))
        let (gone, added) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
        let isOrder = gone.isEmpty && added.isEmpty
        return ((isOrder ? old : gone).joined(separator: "；"), (isOrder ? new : added).joined(separator: "；"))
    }

    /// Reads the changed files again: they must say what the table says, and nothing that is an error.
    private func verify(
        _ plan: inout Plan, _ kind: AuthoredKind, _ wanted: [String: (row: [String], sheet: Spreadsheet.Row)],
        name: ((sheet: Spreadsheet.Row, column: Int)) -> String
    ) async {
        let changed = tree.replacing(plan.files)
        guard let table = RecordTable(kind, of: changed, library) else { return }
        let records = Dictionary(table.records.map { ($0.id, $0) }) { first, _ in first }
        for (id, (row, sheet)) in wanted.sorted(by: { $0.value.sheet.number < $1.value.sheet.number }) {
            let now = records[id].map(table.row) ?? []
            for index in row.indices where !now.indices.contains(index) || now[index] != row[index] {
                plan.problems.append(
                    .cellNotChangedHere(
                        cell: name((sheet, index)), field: table.columns[index].header, path: records[id]?.path ?? id))
                break
            }
        }
        // What a draft lacks is told as a warning.
        plan.diagnostics = await problems(of: changed).without(problems(of: tree))
            .filter { $0.severity == .error }.sorted()
    }
}
