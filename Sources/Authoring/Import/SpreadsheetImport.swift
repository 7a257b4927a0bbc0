import Content
import Diagnostics
import Text

/// Turns a spreadsheet into draft records: a row becomes a record, a column a field.
package struct SpreadsheetImport: Sendable {
    package let kind: ImportKind
    package let library: LibraryNames
    /// What somebody says about columns; the rest is found by their headers.
    package var choices: [ColumnMapping.Choice] = []
    /// Texts for fields that a row leaves empty or no column fills, such as `place`.
    package var defaults: [(field: String, text: String)] = []
    /// Whether rows whose record exists are left alone instead of refused.
    package var skipsExisting = false
    /// The row of the headers, as a spreadsheet shows it; found if nobody says.
    package var headerRow: Int?
    /// Whether telephone numbers and the like are taken over.
    package var takesContacts = false
    /// The name of the form that the table is; ‘-’ for none. It is found by its headers unless given.
    package var formName: String?
    /// The file, if it is to be the source of what it says.
    package var submission: Submission?

    /// What columns can fill.
    let fields: [ImportField]

    package init(_ kind: ImportKind, library: LibraryNames) {
        (self.kind, self.library) = (kind, library)
        fields = ImportField.fields(of: kind, library)
    }

    /// What an import would write, and everything that speaks against it.
    package struct Plan: Sendable {
        package var mapping = ColumnMapping()
        package var records: [(title: String, file: NewFile)] = []
        /// The record of the file as a source, unless the library has it.
        package var source: NewFile?
        /// What the records cite.
        package var citation: Phrase?
        /// Records that exist and are left alone, by path.
        package var skipped: [String] = []
        /// What was passed over, filled in or left out, with the reason.
        package var remarks: [Phrase] = []
        /// Problems of the table; with one, nothing should be written.
        package var diagnostics: [Diagnostic]
        /// What should be looked at, but keeps nothing from being written.
        package var warnings: [Diagnostic] = []
    }

    /// The fields that columns can fill.
    package var fieldNames: [String] { fields.map(\.key) }

    /// Why the choices and defaults cannot be followed; nil if they can.
    package var mistake: Phrase? {
        let fields = fieldNames
        let named = choices.map(\.field).filter { $0 != ColumnMapping.Choice.leaveOut } + defaults.map(\.field)
        for field in named where !fields.contains(field) {
            return Phrase.noField(kind: kind.authored.noun, field: field)
                .suggesting(.nearest(to: field, among: fields) ?? .useField(fields))
        }
        return defaults.lazy.compactMap(mistake).first ?? formMistake ?? submission?.mistake(in: library)
    }

    /// Why a text cannot fill a field of all rows: no row could make it good.
    private func mistake(_ given: (field: String, text: String)) -> Phrase? {
        guard let field = fields.first(where: { $0.key == given.field }) else { return nil }
        let hint: Diagnostic.Hint?
        switch field.filling {
        case .time where OfficeTime(given.text) == nil: hint = .writeTime
        case .identity where field.key == "place" && library.find(given.text, .place).count != 1:
            hint = .nearest(to: given.text, among: library.entries(of: .place).flatMap { [$0.id] + $0.titles })
        case .value(let known) where known.shape == .word && field.word(named: given.text) == nil:
            hint = .useOneOf(field.knownWords)
        default: return nil
        }
        return Phrase.cannotSet(text: given.text, field: field.key).suggesting(hint)
    }

    package func plan(_ sheet: Spreadsheet) -> Plan {
        guard let form = form(of: sheet) else { return plan(sheet, as: nil) }
        var task = self
        // What somebody says holds before the form.
        task.choices = form.choices + choices
        var plan = task.plan(sheet, as: form)
        plan.remarks.insert(.readAsForm(form: form.name(in: library.language), name: form.id), at: 0)
        return plan
    }

    private func plan(_ sheet: Spreadsheet, as form: FormProfile?) -> Plan {
        var diagnostics = sheet.diagnostics
        guard let index = headerIndex(in: sheet) else {
            let start = SourceSpan(path: sheet.file.path, range: 0..<0)
            let message = headerRow.map { Diagnostic.Message.noSuchRow($0) } ?? .noColumns
            return Plan(remarks: sheet.remarks, diagnostics: diagnostics + [Diagnostic(message, at: start)])
        }
        var table = ImportTable(sheet, header: index)
        let known = Set(fields.flatMap(\.headers) + choices.map { ImportField.folded($0.header) })
        var layout: [Diagnostic] = []
        table.passOverHeaders({ known.contains($0) }, &layout)
        let mapping = ColumnMapping(
            table.header, rows: table.rows.map(\.cells), fields: fields, choices: choices, sheet: sheet,
            diagnostics: &diagnostics)
        if table.standsUpright(title: mapping.indices(of: "title").first, { known.contains($0) }) {
            diagnostics = sheet.diagnostics + [Diagnostic(.uprightForm, at: table.header.span, hint: .recordARow)]
        } else {
            reportHeader(table.header, mapping: mapping, diagnostics: &diagnostics)
        }
        var plan = Plan(mapping: mapping, remarks: sheet.remarks, diagnostics: diagnostics)
        guard diagnostics.isEmpty else { return plan }
        let title = mapping.indices(of: "title").first
        table.passOver(title: title, mapping: mapping)
        table.fillDown(title: title)
        table.refuseRagged(&plan.diagnostics)
        plan.diagnostics += layout
        table.requireRows(&plan.diagnostics)
        plan.remarks += table.remarks
        plan.warnings = lengthWarnings(table.rows, mapping, form)
        read(table, header: index, of: sheet, into: &plan)
        plan.diagnostics = plan.diagnostics.byCause()
        return plan
    }

    private func read(_ table: ImportTable, header index: Int, of sheet: Spreadsheet, into plan: inout Plan) {
        let mapping = plan.mapping
        var contacts = ContactFilter(sheet, mapping: mapping, fields: fields)
        var ids = RecordIDs(
            kind: kind, explicit: explicitIDs(table.rows.map(\.cells), mapping: mapping),
            readings: library.readings)
        let rows = table.rows
        let bare = rows.map { contacts.filtered($0) }
        let source = submission.map {
            TableSource(
                $0, rows: bare, numbers: rows.map(\.number), of: sheet, header: index, mapping: mapping, task: self,
                leftOut: contacts.cells)
        }
        for (index, row) in rows.enumerated() {
            let cells = takesContacts ? row.cells : bare[index]
            var reader = RowReader(self, row: cells, mapping: mapping, number: row.number, sheet: sheet)
            reader.cited = source?.cited[index] ?? [:]
            if let record = reader.record(&ids) {
                if library.hasFile(record.file.path), skipsExisting {
                    plan.skipped.append(record.file.path)
                } else {
                    plan.records.append(record)
                }
            }
            plan.diagnostics += reader.diagnostics
        }
        if !takesContacts, !contacts.cells.isEmpty { plan.remarks += contacts.remarks + [.takeContacts] }
        guard let source, !plan.records.isEmpty else { return }
        (plan.source, plan.citation) = (source.file, source.citation)
        plan.remarks += source.remarks
    }

    /// The place that a row names; nil where it names none, or none that is known.
    func place(of row: [CSVCell], mapping: ColumnMapping) -> String? {
        let told = mapping.indices(of: "place").map { row.text($0) }.first { !$0.isEmpty }
        let found = (told ?? defaults.last { $0.field == "place" }?.text).map { library.find($0, .place) }
        return found?.count == 1 ? found?.first : nil
    }

    /// The row with the headers: the one that names most fields, or, where none is known, the first that may.
    func headerIndex(in sheet: Spreadsheet) -> Int? {
        let rows = sheet.rows
        if let headerRow { return rows.firstIndex { $0.number == headerRow } }
        let known = Set(fields.flatMap(\.headers) + choices.map { ImportField.folded($0.header) })
        func names(_ row: Spreadsheet.Row) -> Int {
            Set(row.cells.map { ImportField.folded(trimmed($0.text)) }).intersection(known).count
        }
        let first = rows.prefix(Self.rowsAboveHeader).map(names)
        let most = first.max() ?? 0
        if most > 0 { return first.firstIndex(of: most) }
        return rows.firstIndex { $0.cells.count { !trimmed($0.text).isEmpty } > 1 } ?? rows.indices.first
    }

    /// How far down headers are looked for.
    static let rowsAboveHeader = 30

    /// Reports what no row can make good.
    private func reportHeader(_ header: [CSVCell], mapping: ColumnMapping, diagnostics: inout [Diagnostic]) {
        func report(_ message: Diagnostic.Message, hint: Diagnostic.Hint) {
            diagnostics.append(Diagnostic(message, at: header.span, hint: hint))
        }
        if header.count == 1, header[0].text.contains(where: { "\t;；，".contains($0) }) {
            report(.notSeparatedByCommas, hint: .saveAsCSV)
        } else if mapping.indices(of: "title").isEmpty {
            report(.noTitleColumn, hint: .nameTitleColumn(mapping.columns[0].header))
        } else if mapping.indices(of: "place").isEmpty, !defaults.contains(where: { $0.field == "place" }) {
            report(.noPlaceColumn, hint: .namePlaceColumn)
        }
        let names = mapping.columns.map(\.header)
        let folded = names.map(ImportField.folded)
        for choice in choices where choice.isRequired && !folded.contains(ImportField.folded(choice.header)) {
            report(
                .noSuchColumn(choice.header), hint: .nearest(to: choice.header, among: names) ?? .columnsAre(names))
        }
    }

    private func explicitIDs(_ rows: [[CSVCell]], mapping: ColumnMapping) -> Set<String> {
        guard let index = mapping.indices(of: "id").first else { return [] }
        return Set(rows.map { $0.text(index) })
    }
}

/// The ids that an import gives out.
struct RecordIDs {
    let kind: ImportKind
    /// Those that rows name themselves: nothing made of a title may take one.
    let explicit: Set<String>
    private let readings: HanReadings
    private var taken: Set<String> = []

    init(kind: ImportKind, explicit: Set<String>, readings: HanReadings) {
        (self.kind, self.explicit, self.readings) = (kind, explicit, readings)
    }

    /// Whether nobody had the id before.
    mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

    /// An id in a place, made of a title, with a number where an earlier row has the same.
    mutating func make(of title: String, in place: String) -> String? {
        let base = slug(of: title, readings: readings)
        guard !base.isEmpty else { return nil }
        return place + "/"
            + freeName(base) { name in
                let id = place + "/" + name
                return !explicit.contains(id) && !explicit.contains(name) && take(id)
            }
    }
}
