import Content
import Diagnostics

/// Turns one row of a spreadsheet into a record.
struct RowReader {
    let task: SpreadsheetImport
    let row: [CSVCell]
    let mapping: ColumnMapping
    /// The row's number as a spreadsheet shows it.
    let number: Int
    let sheet: String
    private(set) var diagnostics: [Diagnostic] = []

    init(_ task: SpreadsheetImport, row: [CSVCell], mapping: ColumnMapping, number: Int, sheet: String) {
        (self.task, self.row, self.mapping) = (task, row, mapping)
        (self.number, self.sheet) = (number, sheet)
    }

    private var library: LibraryNames { task.library }
    private var language: AuthorLanguage { library.language }

    /// The record, or nil after telling what is wrong with the row.
    mutating func record(_ ids: inout RecordIDs) -> (title: String, file: NewFile)? {
        reportControlCharacters()
        let title = title()
        let place = place()
        let locators = locators()
        var values: [String: YAMLValue] = [:]
        for field in task.kind.fields {
            guard let cell = cell(field.key), let value = value(of: field.shape, cell, locators) else { continue }
            values[field.key] = value
        }
        guard let title, let place, let id = id(title: title, place: place, &ids), diagnostics.isEmpty else {
            return nil
        }
        let form = RecordForm(task.kind.form, id: id, title: title.text, library: library)
        if library.hasFile(form.path), !task.skipsExisting {
            report(
                .duplicateId, "there is already \(form.path)", at: title.span,
                hint: "give the row another id, remove it, or leave existing records alone with --skip-existing")
            return nil
        }
        return (title.text, NewFile(path: form.path, text: form.text(values: values, comment: origin, body: body())))
    }

    // MARK: Cells

    /// The text of a field in this row, or the text given for all rows; nil if there is none.
    private func cell(_ key: String) -> CSVCell? {
        if let index = mapping.indices(of: key).first(where: { !trimmed(row[$0].text).isEmpty }) {
            return CSVCell(text: trimmed(row[index].text), span: row[index].span)
        }
        return task.defaults.last { $0.field == key }.map { CSVCell(text: trimmed($0.text), span: span) }
    }

    private var span: SourceSpan {
        SourceSpan(
            path: row[0].span.path,
            range: row[0].span.range.lowerBound..<row[row.count - 1].span.range.upperBound)
    }

    private mutating func reportControlCharacters() {
        for cell in row {
            let isBroken = cell.text.unicodeScalars.contains {
                $0.properties.generalCategory == .control && !"\n\r\t".unicodeScalars.contains($0)
            }
            if isBroken {
                report(
                    .invalidValue, "the text has a control character", at: cell.span,
                    hint: "remove it: nobody can see it")
            }
        }
    }

    // MARK: What the record is

    private mutating func title() -> CSVCell? {
        guard let cell = cell("title") else {
            report(.missingField, "the row has no title", at: span)
            return nil
        }
        return CSVCell(text: lines(of: cell.text).joined(separator: " "), span: cell.span)
    }

    private mutating func place() -> String? {
        guard let cell = cell("place") else {
            report(.missingField, "the row has no place", at: span, hint: "fill it in, or give --place for such rows")
            return nil
        }
        return find(cell.text, .places, noun: "place", at: cell.span)
    }

    private mutating func id(title: CSVCell, place: String, _ ids: inout RecordIDs) -> String? {
        guard let cell = cell("id") else {
            if let id = ids.make(of: title.text, in: place) { return id }
            report(.invalidId, "no id can be made of the title", at: title.span, hint: "add a column ‘id’")
            return nil
        }
        let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy(isValidID), let name = parts.last else {
            report(
                .invalidId, "‘\(cell.text)’ cannot be an id", at: cell.span,
                hint: "use lower-case ASCII letters, digits and single hyphens")
            return nil
        }
        if parts.count == 2, parts[0] != place {
            report(
                .placeMismatch, "the id says ‘\(parts[0])’ but the place is ‘\(place)’", at: cell.span,
                hint: "write ‘\(place)/\(name)’ or ‘\(name)’")
            return nil
        }
        let id = place + "/" + name
        guard ids.take(id) else {
            report(
                .duplicateId, "the \(task.kind.rawValue) ‘\(id)’ stands twice", at: cell.span,
                hint: "rename one of the two")
            return nil
        }
        return id
    }

    /// Where the record comes from, for its first line.
    private var origin: String {
        let name = (sheet.split(separator: "/").last.map(String.init) ?? sheet).filter { !$0.isNewline }
        return Phrase("由 \(name) 第 \(number) 行导入", "imported from row \(number) of \(name)")[language]
    }

    // MARK: Values

    private mutating func value(
        of shape: ImportField.Shape, _ cell: CSVCell, _ locators: [String]
    ) -> YAMLValue? {
        switch shape {
        case .id, .title, .place, .locators, .body: return nil
        case .text: return .text(lines(of: cell.text).joined(separator: " "))
        case .statement: return statement(cell.text, locators)
        case .statements: return .oneOrMany(listedLines(cell.text).map { statement($0, locators) })
        case .actors: return .list(listedActors(cell.text).map { actor($0, locators) })
        case .words: return .words(listedNames(cell.text))
        case .references(let kind):
            let found = references(cell, kind)
            return found.isEmpty ? nil : .words(found)
        case .choice(let choices):
            if let choice = choices.first(where: { $0.word == cell.text || $0.synonyms.contains(cell.text) }) {
                return .text(choice.word)
            }
            let known = choices.flatMap { [$0.word] + $0.synonyms }
            report(
                .invalidValue, "‘\(cell.text)’ is not one of the words for this column", at: cell.span,
                hint: "use one of \(known.joined(separator: ", "))")
        case .choices(let words): return attributions(cell, words, locators)
        case .date:
            if let date = isoDate(cell.text) { return .text(date) }
            report(
                .invalidDate, "‘\(cell.text)’ is not a day of the calendar", at: cell.span,
                hint: "write it as 2026-01-31")
        case .period:
            if let period = isoPeriod(cell.text) { return .text(period) }
            report(
                .invalidPeriod, "‘\(cell.text)’ is not a time that can be read", at: cell.span,
                hint: "write 2025年, 2025年3月, 2025年第三季度 or 2025-01/2025-09, or leave it empty")
        }
        return nil
    }

    private func statement(_ text: String, _ locators: [String]) -> YAMLValue {
        let text = YAMLValue.text(markdownStatement(text))
        guard !locators.isEmpty else { return text }
        return .mapping([("text", text), ("from", from(locators))])
    }

    private func actor(_ actor: (name: String, role: String?), _ locators: [String]) -> YAMLValue {
        var pairs = [(key: "name", value: YAMLValue.text(actor.name))]
        if let role = actor.role { pairs.append(("role", .text(role))) }
        if !locators.isEmpty { pairs.append(("from", from(locators))) }
        return .mapping(pairs)
    }

    private func from(_ locators: [String]) -> YAMLValue {
        locators.count == 1 ? .text(locators[0]) : .words(locators)
    }

    /// The words of a list that a cell names.
    private mutating func attributions(_ cell: CSVCell, _ words: [Word], _ locators: [String]) -> YAMLValue? {
        var found: [String] = []
        for name in listedNames(cell.text) {
            guard let word = words.first(where: { $0.means(name) })?.word else {
                let known = words.map { "\($0.word) (\($0.meaning.chinese))" }
                report(
                    .invalidValue, "‘\(name)’ is not one of the words for this column", at: cell.span,
                    hint: "use one of \(known.joined(separator: ", "))")
                continue
            }
            if !found.contains(word) { found.append(word) }
        }
        guard !found.isEmpty else { return nil }
        guard !locators.isEmpty else { return .words(found) }
        return .list(found.map { .mapping([("is", .text($0)), ("from", from(locators))]) })
    }

    private mutating func locators() -> [String] {
        guard let cell = cell("from") else { return [] }
        let names = listedNames(cell.text)
        for name in names {
            guard let locator = Locator(name) else {
                report(
                    .unknownLocator, "‘\(name)’ is not a locator", at: cell.span,
                    hint: "write source#P25.S2: source, paragraph, sentence; or leave the column out with --map")
                continue
            }
            let sources = library.sources.map(\.id)
            guard !sources.contains(locator.source) else { continue }
            report(
                .unknownReference, "unknown source ‘\(locator.source)’", at: cell.span,
                hint: nearest(to: locator.source, among: sources).map { "did you mean ‘\($0)’?" }
                    ?? "make it first: exemplar new source \(locator.source)")
        }
        return names
    }

    /// Several columns become sections under their headers; one is the body as it is.
    private func body() -> String {
        let columns = mapping.indices(of: "body").filter { !trimmed(row[$0].text).isEmpty }
        let isOneText = columns.count == 1 && mapping.columns.count { $0.field == "body" } == 1
        return columns.map { index in
            let heading = isOneText ? "" : "## \(markdownStatement(mapping.columns[index].header))\n\n"
            return heading + markdownParagraphs(row[index].text) + "\n"
        }.joined(separator: "\n")
    }

    // MARK: References

    private mutating func references(_ cell: CSVCell, _ kind: FieldGuide.Names) -> [String] {
        let noun =
            switch kind {
            case .places: "place"
            case .mechanisms: "mechanism"
            case .topics: "topic"
            case .practices: "practice"
            case .observations: "observation"
            }
        // A title may have a comma in it, so the whole cell is tried first.
        if let whole = library.find(cell.text, kind).first { return [whole] }
        var found: [String] = []
        for name in listedNames(cell.text) {
            guard let id = find(name, kind, noun: noun, at: cell.span), !found.contains(id) else { continue }
            found.append(id)
        }
        return found
    }

    private mutating func find(_ name: String, _ kind: FieldGuide.Names, noun: String, at span: SourceSpan) -> String? {
        let found = library.find(name, kind)
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            report(
                .unknownReference, "‘\(name)’ is the name of more than one \(noun)", at: span,
                hint: "write the id: \(found.joined(separator: ", "))")
        } else {
            let entries = library.entries(of: kind)
            let near = nearest(to: name, among: entries.flatMap { [$0.id] + $0.titles })
            report(
                .unknownReference, "unknown \(noun) ‘\(name)’", at: span,
                hint: near.map { "did you mean ‘\($0)’?" } ?? "make it first: exemplar new \(noun) <id> --title \(name)"
            )
        }
        return nil
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: span, hint: hint))
    }
}

extension Word {
    /// Whether somebody means this word by a text: the word itself, or one of its meanings in Chinese.
    fileprivate func means(_ text: String) -> Bool {
        text == word || listedNames(meaning.chinese).contains(text)
    }
}

extension LibraryNames {
    /// The ids of what somebody may mean by a text: an id, or else a title. Places are also known without their
    /// rank and without remarks in brackets: 盘锦 for 盘锦市.
    func find(_ text: String, _ kind: FieldGuide.Names) -> [String] {
        let entries = entries(of: kind)
        if entries.contains(where: { $0.id == text }) { return [text] }
        func named(_ isName: (String) -> Bool) -> [String] {
            entries.filter { $0.titles.contains(where: isName) }.map(\.id)
        }
        let exact = named { $0.lowercased() == text.lowercased() }
        guard exact.isEmpty, kind == .places else { return exact }
        return named { Self.withoutRank($0) == Self.withoutRank(text) }
    }

    private static func withoutRank(_ text: String) -> String {
        let name = ImportField.folded(text)
        guard let last = name.last, name.count > 2, "省市区县".contains(last) else { return name }
        return String(name.dropLast())
    }
}
