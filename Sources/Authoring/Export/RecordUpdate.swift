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
        guard var rows = ChangedRows(sheet, table, stored: stored) else {
            plan.problems.append(.hasNoIDs(sheet.file.path))
            return plan
        }
        rows.read()
        (plan.changes, plan.problems) = (rows.changes, rows.problems)
        plan.remarks += rows.remarks
        guard plan.problems.isEmpty, !rows.edits.isEmpty else { return plan }
        plan.files = tree.edited(by: rows.edits)
        await verify(&plan, table.kind, rows)
        return plan
    }

    /// Reads the changed files again: they must say what the table says, and nothing that is an error.
    private func verify(_ plan: inout Plan, _ kind: AuthoredKind, _ rows: ChangedRows) async {
        let changed = tree.replacing(plan.files)
        guard let table = RecordTable(kind, of: changed, library) else { return }
        let records = Dictionary(table.records.map { ($0.id, $0) }) { first, _ in first }
        for (id, (texts, row)) in rows.wanted.sorted(by: { $0.value.row.number < $1.value.row.number }) {
            let now = records[id].map(table.row) ?? []
            let lost = texts.indices.first { !now.indices.contains($0) || now[$0] != texts[$0] }
            guard let lost else { continue }
            plan.problems.append(
                .cellNotChangedHere(
                    cell: rows.cell(row, of: lost), field: table.columns[lost].header, path: records[id]?.path ?? id))
        }
        // What a draft lacks is told as a warning.
        plan.diagnostics = await problems(of: changed).without(problems(of: tree))
            .filter { $0.severity == .error }.sorted()
    }
}
