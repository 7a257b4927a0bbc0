import Content
import Diagnostics
import Office
import Text

/// Turns one row of a spreadsheet into a record.
struct RowReader {
    let task: SpreadsheetImport
    let row: [CSVCell]
    let mapping: ColumnMapping
    /// The row's number as a spreadsheet shows it.
    let number: Int
    let sheet: Spreadsheet
    /// Where the text of each column stands in the source that the table is.
    var cited: [Int: CitedText] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ task: SpreadsheetImport, row: [CSVCell], mapping: ColumnMapping, number: Int, sheet: Spreadsheet) {
        (self.task, self.row, self.mapping) = (task, row, mapping)
        (self.number, self.sheet) = (number, sheet)
    }

    private var library: LibraryNames { task.library }

    /// The record, or nil after telling what is wrong with the row.
    mutating func record(_ ids: inout RecordIDs) -> (title: String, file: NewFile)? {
        reportControlCharacters()
        reportFaults()
        let title = title()
        let place = place()
        let locators = locators()
        var values: [String: YAMLValue] = [:]
        for field in task.fields {
            guard let cell = cell(field.key), let value = value(of: field, cell, locators) else { continue }
            values[field.key] = value
        }
        guard let title, let place, let id = id(title: title, place: place, &ids), diagnostics.isEmpty else {
            return nil
        }
        let form = RecordForm(task.kind.authored, id: id, title: title.text, library: library)
        if library.hasFile(form.path), !task.skipsExisting {
            return refuse(.fileExists(form.path), at: title.span, hint: .giveAnotherID)
        }
        return (title.text, NewFile(path: form.path, text: form.text(values: values, comment: origin, body: body())))
    }

    // MARK: Cells

    /// The cells that fill a field in this row, by their columns.
    private func cells(_ key: String) -> [(column: Int, cell: CSVCell)] {
        // Only fields that take several have several columns with something in them.
        mapping.indices(of: key).map { ($0, row[$0]) }.filter { !trimmed($0.1.text).isEmpty }
    }

    /// The text of a field in this row, or the text given for all rows; nil if there is none.
    private func cell(_ key: String) -> CSVCell? {
        let cells = cells(key).map(\.cell)
        if let first = cells.first {
            return CSVCell(text: cells.map { trimmed($0.text) }.joined(separator: "\n"), span: first.span)
        }
        return task.defaults.last { $0.field == key }.map { CSVCell(text: trimmed($0.text), span: row.span) }
    }

    private mutating func reportControlCharacters() {
        for cell in row {
            if let problem = Diagnostic.unwanted(in: cell.text, at: cell.span) { diagnostics.append(problem) }
        }
    }

    /// A formula or an error of the sheet is no text, wherever it would go.
    private mutating func reportFaults() {
        // A row may go on behind its last column, with cells that are empty.
        for (cell, column) in zip(row, mapping.columns) where column.field != nil {
            switch sheet.faults[cell.span.range.lowerBound] {
            case .notCalculated: report(.formulaWithoutValue, at: cell.span, hint: .calculateInSheet)
            case .error: report(.errorInCell(cell.text), at: cell.span, hint: .correctInSheet)
            case nil: continue
            }
        }
    }

    // MARK: What the record is

    private mutating func title() -> CSVCell? {
        guard let cell = cell("title") else { return refuse(.rowWithoutTitle, at: row.span) }
        return CSVCell(text: lines(of: cell.text).joined(separator: " "), span: cell.span)
    }

    private mutating func place() -> String? {
        guard let cell = cell("place") else {
            return refuse(.rowWithoutPlace, at: row.span, hint: .fillPlaceIn)
        }
        return library.resolve(cell.text, .place, at: cell.span, &diagnostics)
    }

    private mutating func id(title: CSVCell, place: String, _ ids: inout RecordIDs) -> String? {
        guard let cell = cell("id") else {
            return ids.make(of: title.text, in: place)
                ?? refuse(.noIDFromTitle, at: title.span, hint: .addColumnOfIDs)
        }
        let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy(isValidID), let name = parts.last else {
            return refuse(.invalidID(cell.text), at: cell.span, hint: .charactersOfIDs)
        }
        if parts.count == 2, parts[0] != place {
            return refuse(
                .placeMismatchInID(folder: parts[0], place: place), at: cell.span,
                hint: .writeIDInPlace(place: place, name: name))
        }
        let id = place + "/" + name
        guard ids.take(id) else {
            return refuse(.duplicateID(kind: task.kind.authored.noun, id: id), at: cell.span, hint: .renameOneOfTwo)
        }
        return id
    }

    /// Where the record comes from, for its first line.
    private var origin: String {
        // Without its ending, so that a table gives the same records however it was saved.
        var name = stem(of: sheet.file.path)
        if let table = sheet.name { name += " " + table }
        name.removeAll(where: \.isNewline)
        return library.guide.phrase(.importedFrom, ["file": name, "row": "\(number)"], in: library.language)
    }

    // MARK: Values

    private mutating func value(of field: ImportField, _ cell: CSVCell, _ locators: [String]) -> YAMLValue? {
        guard case .value(let described) = field.filling else { return nil }
        switch described.shape {
        case .text, .localized, .prose, .integer, .year, .decimal, .figure, .boolean, .entry, .body:
            return .text(lines(of: cell.text).joined(separator: " "))
        case .statement: return statement(cell.text, origin(of: field, locators))
        case .statements,
            .entries where described.shorthand == Statement.shorthand:
            return .oneOrMany(statements(of: field, cell, locators))
        case .texts, .locators: return .words(listedNames(cell.text))
        case .reference, .references:
            // Figures have no names, and may be added after the records that refer to them.
            guard let kind = described.reference, kind != .observation else { return .words(listedNames(cell.text)) }
            let found = references(cell, kind)
            guard let first = found.first else { return nil }
            return described.shape == .reference ? .text(first) : .words(found)
        case .word: return word(cell.text, field, at: cell.span).map { .text($0) }
        case .entries where !described.words.isEmpty: return attributions(cell, field, origin(of: field, locators))
        case .entries:
            let locators = origin(of: field, locators)
            return .list(listedActors(cell.text).map { actor($0, locators) })
        case .date:
            return isoDate(cell.text).map { .text($0) }
                ?? refuse(.invalidDate(cell.text), at: cell.span, hint: .writeDateInCell)
        case .period:
            if let year = cells(field.key).compactMap({ sheet.yearOfTenth($0.cell) }).first {
                return refuse(.monthOrTenth(cell.text), at: cell.span, hint: .writeMonthAsText(year))
            }
            return OfficeTime(cell.text, end: .month).map { .text($0.period) }
                ?? refuse(.unreadableTime(cell.text), at: cell.span, hint: .writeTime)
        }
    }

    /// Where a field is taken from: what the row says, else its cells.
    private func origin(of field: ImportField, _ locators: [String]) -> [String] {
        locators.isEmpty ? cells(field.key).flatMap { cited[$0.column]?.locators() ?? [] } : locators
    }

    /// A statement for each line of each cell.
    private func statements(of field: ImportField, _ cell: CSVCell, _ locators: [String]) -> [YAMLValue] {
        let cells = cells(field.key)
        guard !cells.isEmpty else { return listedLines(cell.text).map { statement($0, locators) } }
        return cells.flatMap { column, cell in
            let lines = listedLines(cell.text)
            return lines.enumerated().map { index, line in
                let own = cited[column]?.locators(line: index, of: lines.count) ?? []
                return statement(line, locators.isEmpty ? own : locators)
            }
        }
    }

    private func statement(_ text: String, _ locators: [String]) -> YAMLValue {
        let text = YAMLValue.text(markdownStatement(text))
        return locators.isEmpty ? text : entry([("text", text)], locators)
    }

    private func actor(_ actor: (name: String, role: String?), _ locators: [String]) -> YAMLValue {
        var pairs = [(key: "name", value: YAMLValue.text(actor.name))]
        if let role = actor.role { pairs.append(("role", .text(role))) }
        return entry(pairs, locators)
    }

    /// An entry with where it is taken from.
    private func entry(_ pairs: [(key: String, value: YAMLValue)], _ locators: [String]) -> YAMLValue {
        guard let first = locators.first else { return .mapping(pairs) }
        return .mapping(pairs + [("from", locators.count == 1 ? .text(first) : .words(locators))])
    }

    /// The word of a list that somebody means by a name.
    private mutating func word(_ name: String, _ field: ImportField, at span: SourceSpan) -> String? {
        field.words.first { $0.word == name || $0.names.contains(name) }?.word
            ?? refuse(.notAWordOfColumn(name), at: span, hint: .useOneOf(field.knownWords))
    }

    /// The words of a list that a cell names.
    private mutating func attributions(_ cell: CSVCell, _ field: ImportField, _ locators: [String]) -> YAMLValue? {
        let found = distinct(cell) { $0.word($1, field, at: cell.span) }
        guard !found.isEmpty else { return nil }
        return locators.isEmpty ? .words(found) : .list(found.map { entry([("is", .text($0))], locators) })
    }

    private mutating func locators() -> [String] {
        guard let cell = cell("from") else { return [] }
        let names = listedNames(cell.text)
        for name in names {
            guard let locator = Locator(name) else {
                report(.notALocator(name), at: cell.span, hint: .writeLocatorOrLeaveOut)
                continue
            }
            let sources = library.names(of: .source)
            guard !sources.contains(locator.source) else { continue }
            report(
                .unknownReference(kind: Phrase.source, id: locator.source), at: cell.span,
                hint: .nearest(to: locator.source, among: sources)
                    ?? .make(kind: ReferenceKind.source.rawValue, id: locator.source))
        }
        return names
    }

    /// Several columns become sections under their headers; one is the body as it is.
    private func body() -> String {
        let cells = cells("body")
        let isOneText = cells.count == 1 && mapping.columns.count { $0.field == "body" } == 1
        return cells.map { column, cell in
            let heading = isOneText ? "" : "## \(markdownStatement(mapping.columns[column].header))\n\n"
            let count = lines(of: cell.text).count
            return heading
                + markdownParagraphs(cell.text) { cited[column]?.locators(line: $0, of: count) ?? [] } + "\n"
        }.joined(separator: "\n")
    }

    // MARK: References

    private mutating func references(_ cell: CSVCell, _ kind: ReferenceKind) -> [String] {
        // A title may have a comma in it, so the whole cell is tried first.
        let whole = library.find(cell.text, kind)
        if whole.count == 1 { return whole }
        return distinct(cell) { $0.library.resolve($1, kind, at: cell.span, &$0.diagnostics) }
    }

    /// What each name of a cell leads to, once.
    private mutating func distinct(_ cell: CSVCell, _ find: (inout RowReader, String) -> String?) -> [String] {
        var found: [String] = []
        for name in listedNames(cell.text) {
            if let value = find(&self, name), !found.contains(value) { found.append(value) }
        }
        return found
    }

    private mutating func report(_ message: Diagnostic.Message, at span: SourceSpan, hint: Diagnostic.Hint? = nil) {
        diagnostics.append(Diagnostic(message, at: span, hint: hint))
    }

    /// Reports why there is no value.
    private mutating func refuse<Value>(
        _ message: Diagnostic.Message, at span: SourceSpan, hint: Diagnostic.Hint? = nil
    ) -> Value? {
        report(message, at: span, hint: hint)
        return nil
    }
}
