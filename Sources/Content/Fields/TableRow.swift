import Diagnostics
import Text

/// A row of a table, whose columns are its fields.
package protocol TableRow: FieldHolder {
    static var path: String { get }
    /// What the rows are referred to as, if anything refers to them.
    static var referenceKind: ReferenceKind? { get }
    /// Whether a row is kept that lacks something, once it has an id: a stand-in takes the place of what is missing,
    /// so that the rest of the row is checked in the same run.
    static var isKeptIncomplete: Bool { get }
    init(at span: SourceSpan)
}

/// A row that is part of the library, and not only of how it is written.
package protocol ListedRow: TableRow {
    static var list: WritableKeyPath<Library, [Self]> { get }
    /// What a row is known by when one library is compared with another: its kind in English, and as people are told.
    static var kind: ComparedKind { get }
    /// The fields that no two rows have in common: the first, unless told otherwise.
    static var identity: [String] { get }
}

extension TableRow {
    package static var referenceKind: ReferenceKind? { nil }
    package static var isKeptIncomplete: Bool { false }
}

extension ListedRow {
    package static var identity: [String] { fields.prefix(1).map(\.key) }
}

extension Field {
    /// The id of a row, and where it is written.
    static func id(
        _ key: String, _ path: FieldPath<Record, String>,
        _ span: FieldPath<Record, SourceSpan>
    ) -> Field {
        Field(
            KnownField(key: key, isRequired: true),
            .scalar(
                set: { record, text in
                    (record[keyPath: path], record[keyPath: span]) = (text.value, text.span)
                    return .value(())
                }, standIn: nil),
            value: { .text($0[keyPath: path]) })
    }
}

/// A field of a row as a column of its file.
struct RowColumn<Row: TableRow>: CSVColumn {
    var rawValue: Int

    static var allCases: [Self] { Row.fields.indices.map { Self(rawValue: $0) } }
    static var required: Set<Self> { Set(allCases.filter(\.field.known.isRequired)) }
    static var localized: Set<Self> { Set(allCases.filter(\.field.known.isTranslatable)) }

    static var prose: Set<Self> {
        Set(allCases.filter { $0.field.known.isTranslatable && !$0.field.known.isQuotation })
    }

    static var figures: Set<Self> {
        Set(allCases.filter { [.decimal, .figure, .integer].contains($0.field.known.shape) })
    }

    var field: Field<Row> { Row.fields[rawValue] }
    var name: String { field.key }
}

/// Reads a whole table.
func readTable<Row: TableRow>(
    _ file: SourceTree.File, of rows: Row.Type, context: ReadingContext, seen: inout SeenIDs,
    diagnostics: inout [Diagnostic]
) -> [Row] {
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else {
        if let kind = Row.referenceKind { seen.markUnreadable(kind) }
        return []
    }
    var values: [Row] = []
    var table = CSVTable<RowColumn<Row>>(bytes: file.bytes, path: file.path, context: context)
    let columns = RowColumn<Row>.allCases
    table.forEachRow { row in
        if let value = row.read(columns) { values.append(value) }
    }
    if let kind = Row.referenceKind {
        for name in table.rejectedNames { seen.insert(name, as: kind) }
        if table.isUnreadable { seen.markUnreadable(kind) }
    }
    diagnostics += table.diagnostics
    return values
}

extension CSVRow {
    /// The fields of the row; nil where one is missing without which there is no row.
    fileprivate mutating func read<Row: TableRow>(_ columns: [Column]) -> Row? where Column == RowColumn<Row> {
        var value = Row(at: span)
        var isWhole = true
        for (number, column) in columns.enumerated() {
            let field = column.field
            if !read(column, field, into: &value), field.known.isRequired, !Row.isKeptIncomplete || number == 0 {
                isWhole = false
            }
        }
        return isWhole ? value : nil
    }

    private mutating func read<Row>(_ column: Column, _ field: Field<Row>, into value: inout Row) -> Bool {
        switch field.access {
        case .scalar(let set, let standIn):
            guard let text = text(column) else {
                standIn?(&value, span)
                return false
            }
            guard let problem = set(&value, text).problem(of: text, in: field.known, table.context) else { return true }
            diagnostics.append(problem)
            return false
        case .localized(_, let set):
            guard let texts = localized(column) else { return false }
            set(&value, texts)
            return true
        case .node, .body: return false
        }
    }
}
