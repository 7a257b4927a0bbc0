import Archive
import Content
import Diagnostics
import Office
import Text

/// The records of a kind as a table that people edit in a spreadsheet: a row a record, a column a field and language.
package struct RecordTable {
    struct Column {
        var field: GuidedField
        var language: Int
        var header: String
        /// The words of a fixed list as cells say them, by the word; empty where the field has none.
        var names: [(word: String, name: String)] = []

        /// A key as headers have it in brackets: `title`, `title.en`.
        let key: String
        /// What people see of it: 说明 of 说明（note）.
        let label: String
        /// What 2025年3月底 is: the day of a figure, the month of anything else.
        let end: OfficeTime.End

        func shown(_ line: String) -> String { names.first { $0.word == line }?.name ?? line }

        /// What a record says for a line of a cell; nil if it is none of the list, or no time where one belongs.
        func word(_ line: String) -> String? {
            if let name = names.first(where: { $0.name == line || $0.word == line }) { return name.word }
            // 草稿 for 草稿，不发布.
            let begun = names.filter { name in
                guard name.name.hasPrefix(line), let next = name.name.dropFirst(line.count).first else { return false }
                return "，,；;（(：:".contains(next)
            }
            if !line.isEmpty, begun.count == 1 { return begun[0].word }
            return switch field.field.shape {
            case .date: isoDate(line)
            case .period: OfficeTime(line, end: end)?.period
            default: names.isEmpty ? line : nil
            }
        }

        /// Whether people write it in many ways: 2025年3月 for 2025-03.
        var isTime: Bool { [.date, .period].contains(field.field.shape) }

        /// The lines of a cell, its times as records have them and its words as cells say them.
        func written(_ cell: String) -> String {
            lines(of: cell).map { line in
                guard isTime || !names.isEmpty, let word = word(line) else { return line }
                return isTime ? word : shown(word)
            }.joined(separator: "\n")
        }
    }

    let kind: AuthoredKind
    let columns: [Column]
    let records: [any EditableRecord]
    private let library: LibraryNames

    /// The sheet with what tells whether a record has changed since.
    static let marks = "exemplar"
    /// More than a cell of Excel holds.
    private static let longest = 32_000

    /// Nil for a kind that no table can hold.
    package init?(_ kind: AuthoredKind, of tree: SourceTree, _ library: LibraryNames) {
        guard let editable = kind.editable else { return nil }
        (self.kind, self.library) = (kind, library)
        records = editableRecords(of: editable, in: tree, languages: library.languages)
        let fields = library.guide.fields(of: kind, in: library.language).filter { field in
            // The parts of a source are the program's own work.
            field.key != "id" && field.field.shape != .entry && (kind != .source || field.field.entries.isEmpty)
        }
        columns = fields.flatMap { field -> [Column] in
            let isByLanguage = field.field.isTranslatable && field.field.entries.isEmpty
            return library.languages.indices.filter { $0 == 0 || isByLanguage }.map { language in
                let key = language == 0 ? field.key : field.key + "." + library.languages[language]
                let kindName = kind.recordKind.map { ReferenceKind($0).rawValue } ?? kind.rawValue
                let label = library.guide.label(of: [field.key], in: kindName, language: library.language)
                return Column(
                    field: field, language: language, header: label == key ? key : "\(label)（\(key)）",
                    names: Self.names(field), key: key, label: label, end: kind == .observation ? .day : .month)
            }
        }
    }

    private static func names(_ field: GuidedField) -> [(word: String, name: String)] {
        let meanings = field.words.map(\.text.meaning)
        let areUnique = Set(meanings).count == meanings.count
        return field.field.words.map { word in
            let meaning = field.words.first { $0.word == word }?.text.meaning
            return (word, areUnique ? meaning ?? word : word)
        }
    }

    /// What the cells of a record say.
    func row(_ record: any EditableRecord) -> [String] {
        columns.map { column in
            let lines = lines(of: record.text(of: column.field.field, language: column.language))
            let text = lines.map(column.shown).joined(separator: "\n")
            return text.utf16.count > Self.longest ? String(text.prefix(200)) + "……" : text
        }
    }

    /// Whether a cell has only the beginning of what a record says.
    func isCut(_ record: any EditableRecord, _ column: Column) -> Bool {
        record.text(of: column.field.field, language: column.language).utf16.count > Self.longest
    }

    /// By which a row is known again.
    static func fingerprint(_ row: [String]) -> String {
        String(sha256(row.joined(separator: "\u{1F}").utf8).prefix(16))
    }

    package var count: Int { records.count }

    // MARK: The workbook

    package func workbook() throws(ArchiveFailure) -> [UInt8] {
        let rows = records.map(row)
        let language: DiagnosticLanguage = library.language == .chinese ? .zh : .en
        let name = kind.noun.text(in: language)
        let records = SheetContent(
            name,
            columns: [SheetContent.Column("id", width: 28)]
                + columns.map { SheetContent.Column($0.header, width: width($0), choices: choices($0)) },
            rows: zip(self.records, rows).map { [$0.id] + $1 })
        let marks = SheetContent(
            Self.marks, columns: [SheetContent.Column(kind.rawValue), SheetContent.Column(name)],
            rows: zip(self.records, rows).map { [$0.id, Self.fingerprint($1)] }, isHidden: true)
        return try Office.workbook(
            [records, explanations(language), marks], choicesName: Phrase.sheetOfChoices.text(in: language))
    }

    /// What each column is for.
    private func explanations(_ language: DiagnosticLanguage) -> SheetContent {
        let head: [Phrase] = [.exportedColumn, .exportedMeaning]
        let about: [Phrase] = [.exportedHow, .exportedIDs, .exportedLines]
        let rows = about.map { ["", $0.text(in: language)] }
        return SheetContent(
            Phrase.sheetOfExplanations.text(in: language),
            columns: zip(head, [28, 90]).map { SheetContent.Column($0.text(in: language), width: $1) },
            rows: rows
                + columns.map { column in
                    let lines = column.field.explanation(library.guide, in: library.language)
                    return [column.header, lines.joined(separator: "\n")]
                })
    }

    private func width(_ column: Column) -> Int {
        switch column.field.field.shape {
        case .localized, .prose, .statement, .statements, .entries: 36
        default: 16
        }
    }

    /// What may be chosen in a cell: a word, or the id of something of the library.
    private func choices(_ column: Column) -> [String] {
        let field = column.field.field
        switch field.shape {
        case .word: return column.names.map(\.name)
        case .boolean: return field.words
        case .reference:
            let names = field.reference.map { library.names(of: $0) } ?? []
            return names.count <= 5000 ? names : []
        default: return []
        }
    }
}

extension AuthoredKind {
    /// Nil for what is not many records of a kind.
    var editable: EditableKind? {
        switch self {
        case .record(.home), .settings: nil
        case .record(let kind): .record(kind)
        case .metric: .metric
        case .term: .term
        case .source: .source
        case .observation: .observation
        }
    }

    /// Whether `exemplar export` makes a table of it.
    package var canBeExported: Bool { editable != nil }
}
