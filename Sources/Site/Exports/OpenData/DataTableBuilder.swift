import Content

/// Puts a table together column by column: what a column is and what stands in it are said in one place.
struct DataTableBuilder<Rows: RandomAccessCollection & Sendable> where Rows.Index == Int {
    typealias Row = Rows.Element

    private let name: DataTable.Name
    private let rows: Rows
    /// The BCP 47 tags of the library.
    private let languages: [String]
    private var fields: [DataField] = []
    private var cells: [@Sendable (Row) -> DataCell] = []
    private var foreignKeys: [DataTable.ForeignKey] = []
    private var primaryKey: [String] = []

    init(_ name: DataTable.Name, rows: Rows, of library: Library) {
        (self.name, self.rows) = (name, rows)
        languages = library.languages
    }

    /// - Parameter key: the fields that tell rows apart, unless one alone does, given by ``id(_:)``.
    func table(key: [String] = []) -> DataTable {
        DataTable(
            name: name, fields: fields, primaryKey: primaryKey + key, foreignKeys: foreignKeys, count: rows.count,
            row: { [rows, cells] index in
                let row = rows[rows.startIndex + index]
                return cells.map { $0(row) }
            })
    }

    // MARK: Columns

    mutating func add(
        _ meaning: DataMeaning, _ name: String, _ kind: DataField.Kind, isRequired: Bool,
        _ cell: @escaping @Sendable (Row) -> DataCell
    ) {
        add(DataField(base: name, kind: kind, meaning: meaning, isRequired: isRequired), cell)
    }

    private mutating func add(_ field: DataField, _ cell: @escaping @Sendable (Row) -> DataCell) {
        fields.append(field)
        cells.append(cell)
    }

    /// The column that tells rows apart.
    mutating func id(_ value: @escaping @Sendable (Row) -> String) {
        add(DataField(base: "id", meaning: .id, isRequired: true, isUnique: true)) { .text(value($0)) }
        primaryKey = ["id"]
    }

    /// - Parameter name: the name of the column if it is not that of its meaning.
    mutating func text(
        _ meaning: DataMeaning, name: String? = nil, kind: DataField.Kind = .string, isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) {
        add(DataField(base: name ?? meaning.rawValue, kind: kind, meaning: meaning, isRequired: isRequired)) {
            .optional(value($0))
        }
    }

    mutating func date(
        _ meaning: DataMeaning, name: String? = nil, isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> CalendarDate?
    ) {
        text(meaning, name: name, kind: .date, isRequired: isRequired) { value($0)?.description }
    }

    /// The id of a row in another table.
    mutating func reference(
        _ meaning: DataMeaning, to table: DataTable.Name, isRequired: Bool = false,
        _ value: @escaping @Sendable (Row) -> String?
    ) {
        text(meaning, isRequired: isRequired, value)
        foreignKeys.append(.init(field: meaning.rawValue, table: table))
    }

    /// Ids, locators or words between semicolons; none of them holds one.
    mutating func list(
        _ meaning: DataMeaning, words: [DataField.Word] = [], _ values: @escaping @Sendable (Row) -> [String]
    ) {
        add(DataField(base: meaning.rawValue, meaning: meaning, words: words, isList: true)) {
            .optional(values($0).joined(separator: ";"))
        }
    }

    /// A word of a vocabulary.
    mutating func word<Word: Vocabulary>(
        _ meaning: DataMeaning, isRequired: Bool = true, _ value: @escaping @Sendable (Row) -> Word?
    ) {
        word(meaning, of: Word.allCases.map(\.rawValue), labels: Word.labels, isRequired: isRequired) {
            value($0)?.rawValue
        }
    }

    /// - Parameter labels: what the keys of the interface texts for the words begin with.
    mutating func word(
        _ meaning: DataMeaning, name: String? = nil, of words: [String], labels: String, isRequired: Bool = true,
        _ value: @escaping @Sendable (Row) -> String?
    ) {
        text(meaning, name: name, isRequired: isRequired, value)
        fields[fields.count - 1].words = words.map { .init(value: $0, label: "\(labels)-\($0)") }
    }

    /// Words of a vocabulary between semicolons.
    mutating func words<Word: Vocabulary>(_ meaning: DataMeaning, _ values: @escaping @Sendable (Row) -> [Word]) {
        let words = Word.allCases.map(\.rawValue)
        list(meaning, words: words.map { .init(value: $0, label: "\(Word.labels)-\($0)") }) {
            values($0).map(\.rawValue)
        }
    }

    mutating func number(_ meaning: DataMeaning, _ value: @escaping @Sendable (Row) -> Double?) {
        add(DataField(base: meaning.rawValue, kind: .number, meaning: meaning)) {
            value($0).map(DataCell.number) ?? .empty
        }
    }

    mutating func integer(_ meaning: DataMeaning, _ value: @escaping @Sendable (Row) -> Int) {
        add(meaning, meaning.rawValue, .integer, isRequired: true) { .integer(value($0)) }
    }

    // MARK: Texts in each language

    /// A column for each language, with what is written in just that language.
    mutating func localized(
        _ meaning: DataMeaning, name: String? = nil, _ value: @escaping @Sendable (Row) -> Localized<String>?
    ) {
        texts(meaning, name: name) { value($0)?.exact($1) }
    }

    /// - Parameter value: the text of a row in a language, by its index.
    mutating func texts(
        _ meaning: DataMeaning, name: String? = nil, _ value: @escaping @Sendable (Row, Int) -> String?
    ) {
        for (index, language) in languages.enumerated() {
            let field = DataField(
                base: name ?? meaning.rawValue, language: index == 0 ? nil : language, meaning: meaning)
            add(field) { .optional(value($0, index)) }
        }
    }
}
