import Content
import Diagnostics

/// Turns a spreadsheet into draft records: a row becomes a record, a column a field.
package struct SpreadsheetImport: Sendable {
    package var kind: ImportKind
    package var library: LibraryNames
    /// What somebody says about columns; the rest is found by their headers.
    package var choices: [ColumnMapping.Choice] = []
    /// Texts for fields that a row leaves empty or no column fills, such as `place`.
    package var defaults: [(field: String, text: String)] = []
    /// Whether rows whose record exists are left alone instead of refused.
    package var skipsExisting = false

    package init(_ kind: ImportKind, library: LibraryNames) {
        (self.kind, self.library) = (kind, library)
    }

    /// What an import would write, and everything that speaks against it.
    package struct Plan: Sendable {
        package var mapping: ColumnMapping
        package var records: [(title: String, file: NewFile)]
        /// Records that exist and are left alone, by path.
        package var skipped: [String]
        /// Problems of the table; with one, nothing should be written.
        package var diagnostics: [Diagnostic]
    }

    /// The fields that columns can fill.
    package static func fields(of kind: ImportKind) -> [String] { kind.fields.map(\.key) }

    /// Why the choices and defaults cannot be followed; nil if they can.
    package var mistake: String? {
        let fields = Self.fields(of: kind)
        let named = choices.map(\.field).filter { $0 != ColumnMapping.Choice.leaveOut } + defaults.map(\.field)
        for field in named where !fields.contains(field) {
            let hint = nearest(to: field, among: fields).map { "; did you mean ‘\($0)’?" }
            return "a \(kind.rawValue) has no field ‘\(field)’ that a column can fill"
                + (hint ?? "; it has \(fields.joined(separator: ", "))")
        }
        return nil
    }

    package func plan(_ sheet: Spreadsheet) -> Plan {
        var diagnostics: [Diagnostic] = []
        var rows = readCells(sheet.file, diagnostics: &diagnostics)
        let start = SourceSpan(path: sheet.file.path, range: 0..<0)
        guard !rows.isEmpty else {
            diagnostics.append(Diagnostic(.missingColumn, "the table is empty", at: start))
            return Plan(
                mapping: ColumnMapping([], rows: [], kind: kind, choices: [], diagnostics: &diagnostics), records: [],
                skipped: [], diagnostics: diagnostics)
        }
        let header = rows.removeFirst()
        let mapping = ColumnMapping(header, rows: rows, kind: kind, choices: choices, diagnostics: &diagnostics)
        reportHeader(header, mapping: mapping, diagnostics: &diagnostics)
        var plan = Plan(mapping: mapping, records: [], skipped: [], diagnostics: diagnostics)
        guard diagnostics.isEmpty else { return plan }

        var ids = RecordIDs(kind: kind, explicit: explicitIDs(rows, mapping: mapping))
        for (index, row) in rows.enumerated() where !row.allSatisfy({ trimmed($0.text).isEmpty }) {
            guard row.count == header.count else {
                plan.diagnostics.append(fieldCount(row, header: header))
                continue
            }
            // Rows are numbered as a spreadsheet shows them, the header being the first.
            var reader = RowReader(self, row: row, mapping: mapping, number: index + 2, sheet: sheet.file.path)
            if let record = reader.record(&ids) {
                if library.hasFile(record.file.path), skipsExisting {
                    plan.skipped.append(record.file.path)
                } else {
                    plan.records.append(record)
                }
            }
            plan.diagnostics += reader.diagnostics
        }
        plan.diagnostics.sort()
        return plan
    }

    /// Reports what no row can make good.
    private func reportHeader(_ header: [CSVCell], mapping: ColumnMapping, diagnostics: inout [Diagnostic]) {
        let span = SourceSpan(
            path: header[0].span.path,
            range: header[0].span.range.lowerBound..<header[header.count - 1].span.range.upperBound)
        if header.count == 1, header[0].text.contains(where: { "\t;；，".contains($0) }) {
            diagnostics.append(
                Diagnostic(
                    .invalidCsv, "the columns are not separated by commas", at: span,
                    hint: "save the table as “CSV UTF-8 (comma delimited)”"))
        } else if mapping.indices(of: "title").isEmpty {
            diagnostics.append(
                Diagnostic(
                    .missingColumn, "no column is the title", at: span,
                    hint: "name it 标题 or title, or say which one it is: --map \(mapping.columns[0].header)=title"))
        } else if mapping.indices(of: "place").isEmpty, !defaults.contains(where: { $0.field == "place" }) {
            diagnostics.append(
                Diagnostic(
                    .missingColumn, "no column says the place", at: span,
                    hint: "name it 地区 or place, say which one it is with --map, or give --place for all rows"))
        }
        for choice in choices where choice.isRequired && !mapping.columns.contains(where: { $0.matches(choice) }) {
            let names = mapping.columns.map(\.header)
            diagnostics.append(
                Diagnostic(
                    .missingColumn, "there is no column ‘\(choice.header)’", at: span,
                    hint: nearest(to: choice.header, among: names).map { "did you mean ‘\($0)’?" }
                        ?? "there are \(names.joined(separator: ", "))"))
        }
    }

    private func explicitIDs(_ rows: [[CSVCell]], mapping: ColumnMapping) -> Set<String> {
        guard let index = mapping.indices(of: "id").first else { return [] }
        return Set(rows.filter { index < $0.count }.map { trimmed($0[index].text) })
    }

    private func fieldCount(_ row: [CSVCell], header: [CSVCell]) -> Diagnostic {
        let isLong = row.count > header.count
        let range =
            isLong
            ? row[header.count].span.range : row[0].span.range.lowerBound..<row[row.count - 1].span.range.upperBound
        return Diagnostic(
            .fieldCount, "the row has \(row.count) fields, the header has \(header.count)",
            at: SourceSpan(path: row[0].span.path, range: range),
            hint: isLong
                ? "put a text with commas between double quotes" : "put a text of several lines between double quotes")
    }
}

extension ColumnMapping.Column {
    fileprivate func matches(_ choice: ColumnMapping.Choice) -> Bool {
        ImportField.folded(header) == ImportField.folded(choice.header)
    }
}

/// The ids that an import gives out.
struct RecordIDs {
    let kind: ImportKind
    /// Those that rows name themselves: nothing made of a title may take one.
    let explicit: Set<String>
    private var taken: Set<String> = []

    init(kind: ImportKind, explicit: Set<String>) {
        (self.kind, self.explicit) = (kind, explicit)
    }

    /// Whether nobody had the id before.
    mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

    /// An id in a place, made of a title, with a number where an earlier row has the same.
    mutating func make(of title: String, in place: String) -> String? {
        let base = slug(of: title)
        guard !base.isEmpty else { return nil }
        var number = 1
        while true {
            let name = number == 1 ? base : "\(base)-\(number)"
            let id = place + "/" + name
            if !explicit.contains(id), !explicit.contains(name), take(id) { return id }
            number += 1
        }
    }
}
