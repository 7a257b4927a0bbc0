import Content
import Markdown

/// Columns that are fields of records: what they are and what stands in them, the list of fields says.
extension DataTableBuilder {
    /// A column for every field that has one, in the order of the list.
    ///
    /// - Parameters:
    ///   - keys: only the fields with these keys, if there are any.
    ///   - others: the keys of fields that stand elsewhere in the table.
    ///   - record: what has the fields.
    mutating func fields<Record: FieldHolder>(
        _ keys: String..., except others: [String] = [], of record: @escaping @Sendable (Row) -> Record
    ) {
        for field in Record.fields where keys.isEmpty || keys.contains(field.key) {
            if !others.contains(field.key) { add(field, of: record) }
        }
    }

    private mutating func add<Record>(_ field: Field<Record>, of record: @escaping @Sendable (Row) -> Record) {
        let known = field.known
        guard let column = known.column else { return }
        let meaning = DataMeaning(rawValue: column.meaning ?? column.name ?? known.key)
        let name = column.name ?? known.key
        let value: @Sendable (Row) -> FieldValue = { field.value(record($0)) }
        switch known.shape {
        case .text, .period: text(meaning, name: name, isRequired: known.isAlwaysThere) { value($0).text }
        case .date: text(meaning, name: name, kind: .date, isRequired: known.isAlwaysThere) { value($0).text }
        case .word:
            word(
                meaning, name: name, of: known.words, labels: known.wordLabels, isRequired: known.isAlwaysThere
            ) { value($0).text }
        case .boolean: add(meaning, name, .boolean, isRequired: true) { value($0).cell }
        case .year: add(meaning, name, .year, isRequired: true) { value($0).cell }
        case .integer: add(meaning, name, .integer, isRequired: known.isAlwaysThere) { value($0).cell }
        case .decimal: add(meaning, name, .number, isRequired: false) { value($0).cell }
        case .reference:
            guard let table = known.reference.flatMap(DataTable.Name.init) else {
                return text(meaning, name: name, isRequired: known.isRequired) { value($0).ids.first }
            }
            reference(meaning, to: table, isRequired: known.isRequired) { value($0).ids.first }
        case .references: list(meaning) { value($0).ids }
        case .locators:
            list(meaning) { row in value(row).ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        case .localized, .prose, .statement, .statements:
            texts(meaning, name: name) { value($0).texts(in: $1).joined(separator: "\n") }
        case .entries where !known.words.isEmpty: words(meaning, known) { value($0).words }
        case .entries: texts(meaning, name: name) { value($0).texts(in: $1).joined(separator: ";") }
        case .texts, .figure, .entry, .body: break
        }
    }

    private mutating func words(
        _ meaning: DataMeaning, _ known: KnownField, _ values: @escaping @Sendable (Row) -> [String]
    ) {
        list(meaning, words: known.words.map { .init(value: $0, label: "\(known.wordLabels)-\($0)") }, values)
    }
}

extension DataTable.Name {
    /// The table whose ids a field names: it is called by the plural of the noun.
    init?(_ kind: ReferenceKind) { self.init(rawValue: kind.rawValue + "s") }
}

extension FieldValue {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    fileprivate var ids: [String] {
        if case .references(let references) = self { references.map(\.id) } else { [] }
    }

    fileprivate var cell: DataCell {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let flag): .bool(flag)
        default: .empty
        }
    }

    /// What is written in just one language, as plain text: one for each entry.
    fileprivate func texts(in language: Int) -> [String] {
        switch self {
        case .localized(let text): [text.exact(language)].compactMap(\.self)
        case .prose(let text): [text.exact(language)?.plainText].compactMap(\.self)
        case .entries(let entries):
            entries.flatMap { entry in
                zip(entry.fields, entry.values).flatMap { $0.column == nil ? [] : $1.texts(in: language) }
            }
        default: []
        }
    }

    /// The words of a fixed list, one for each entry.
    fileprivate var words: [String] {
        guard case .entries(let entries) = self else { return [] }
        return entries.flatMap { $0.values.compactMap(\.text) }
    }
}
