import Diagnostics

/// The columns of a kind of table, in the order that documentation and exports give them.
protocol CSVColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    static var required: Set<Self> { get }
    /// Columns that hold prose and may have a sibling for each language, such as `note.en`.
    static var localized: Set<Self> { get }
}

extension CSVColumn {
    static var localized: Set<Self> { [] }
}

/// A CSV file read by the columns of its header.
struct CSVTable<Column: CSVColumn> {
    private var scanner: CSVScanner
    private let context: ReadingContext
    /// Where each column stands in a row, by the column's place in `allCases`, then by language.
    private var places: [[Int?]] = []
    private var width = 0
    private(set) var diagnostics: [Diagnostic] = []
    /// The first fields of rows that were left out for their number of fields: ids that exist, though
    /// nothing else is known of them.
    private(set) var rejectedNames: [String] = []

    init(bytes: [UInt8], path: String, context: ReadingContext) {
        scanner = CSVScanner(bytes: bytes, path: path)
        self.context = context
    }

    /// Reads the header, then calls `read` for each row that has as many fields as the header.
    mutating func forEachRow(_ read: (inout CSVRow<Column>) -> Void) {
        var fields: [CSVScanner.Field] = []
        guard scanner.readRow(into: &fields) else {
            reportMissingColumns(present: [], at: 0..<0)
            return
        }
        readHeader(fields)
        var problems: [Diagnostic] = []
        while scanner.readRow(into: &fields) {
            let start = fields[0].range.lowerBound
            guard fields.count == width else {
                // The caret goes under the first field too many, or under the end of a row cut short.
                let range =
                    fields.count > width ? fields[width].range : start..<fields[fields.count - 1].range.upperBound
                rejectedNames.append(scanner.string(fields[0]))
                problems.append(
                    Diagnostic(
                        .fieldCount, "the row has \(fields.count) fields, the header has \(width)",
                        at: SourceSpan(path: scanner.path, range: range),
                        hint: fields.count > width
                            ? "put a text with commas between double quotes" : "add the missing commas"))
                continue
            }
            var row = CSVRow<Column>(scanner: scanner, fields: fields, places: places, context: context)
            read(&row)
            problems += row.diagnostics
        }
        diagnostics += scanner.diagnostics + problems
    }

    private mutating func readHeader(_ fields: [CSVScanner.Field]) {
        width = fields.count
        let languages = context.languages.count
        places = Column.allCases.map { _ in [Int?](repeating: nil, count: languages) }
        var present: Set<Column> = []
        for (index, field) in fields.enumerated() {
            let name = scanner.string(field)
            let span = SourceSpan(path: scanner.path, range: field.range)
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            guard let first = parts.first, let column = Column(rawValue: first),
                let ordinal = Column.allCases.firstIndex(of: column),
                parts.count == 1 || Column.localized.contains(column)
            else {
                let names = Column.allCases.map(\.rawValue)
                diagnostics.append(
                    Diagnostic(
                        .unknownColumn, "unknown column ‘\(name)’", at: span,
                        hint: nearest(to: name, among: names).map { "did you mean ‘\($0)’?" }
                            ?? "known columns are \(names.joined(separator: ", "))"))
                continue
            }
            guard let language = parts.count == 1 ? 0 : context.languages.firstIndex(of: parts[1]) else {
                diagnostics.append(.unknownLanguage(parts[1], among: context.languages, at: span))
                continue
            }
            if places[ordinal][language] != nil {
                diagnostics.append(
                    Diagnostic(.duplicateKey, "the column ‘\(name)’ stands twice in the header", at: span))
            }
            places[ordinal][language] = index
            if language == 0 { present.insert(column) }
        }
        reportMissingColumns(
            present: present, at: fields[0].range.lowerBound..<fields[fields.count - 1].range.upperBound)
    }

    private mutating func reportMissingColumns(present: Set<Column>, at range: Range<Int>) {
        for column in Column.allCases where Column.required.contains(column) && !present.contains(column) {
            diagnostics.append(
                Diagnostic(
                    .missingColumn, "the column ‘\(column.rawValue)’ is missing",
                    at: SourceSpan(path: scanner.path, range: range)))
        }
    }
}

/// One row of a table, read by column names. An empty field counts as not given.
struct CSVRow<Column: CSVColumn> {
    fileprivate let scanner: CSVScanner
    fileprivate let fields: [CSVScanner.Field]
    fileprivate let places: [[Int?]]
    fileprivate let context: ReadingContext
    var diagnostics: [Diagnostic] = []

    fileprivate init(
        scanner: CSVScanner, fields: [CSVScanner.Field], places: [[Int?]], context: ReadingContext
    ) {
        (self.scanner, self.fields, self.places, self.context) = (scanner, fields, places, context)
    }

    /// The whole row, for problems that no single field has.
    var span: SourceSpan {
        SourceSpan(path: scanner.path, range: fields[0].range.lowerBound..<fields[fields.count - 1].range.upperBound)
    }

    mutating func text(_ column: Column, language: Int = 0) -> (value: String, span: SourceSpan)? {
        guard let ordinal = Column.allCases.firstIndex(of: column), let index = places[ordinal][language] else {
            return nil
        }
        let field = fields[index]
        let value = scanner.string(field)
        let span = SourceSpan(path: scanner.path, range: field.range)
        if value.isEmpty {
            if Column.required.contains(column), language == 0 {
                diagnostics.append(
                    Diagnostic(.missingField, "the field ‘\(column.rawValue)’ is empty", at: span))
            }
            return nil
        }
        return (value, span)
    }

    mutating func reference(_ column: Column) -> Reference? {
        text(column).map { Reference(id: $0.value, span: $0.span) }
    }

    mutating func localized(_ column: Column) -> Localized<String>? {
        let values = context.languages.indices.map { text(column, language: $0)?.value }
        return values.contains { $0 != nil } ? Localized(values) : nil
    }

    mutating func word<Word: Vocabulary>(_ column: Column, as type: Word.Type) -> Word? {
        guard let (text, span) = text(column) else { return nil }
        if let word = Word(rawValue: text) { return word }
        diagnostics.append(.notAWord(text, field: column.rawValue, of: Word.allCases.map(\.rawValue), at: span))
        return nil
    }

    /// Words with semicolons between them.
    mutating func words<Word: Vocabulary>(_ column: Column, as type: Word.Type) -> [Word] {
        guard let (text, span) = text(column) else { return [] }
        var offset = span.range.lowerBound + (scanner.bytes[span.range.lowerBound] == UInt8(ascii: "\"") ? 1 : 0)
        var words: [Word] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            if let word = Word(rawValue: String(part)) {
                words.append(word)
            } else {
                let place = SourceSpan(path: span.path, range: offset..<offset + part.utf8.count)
                diagnostics.append(
                    .notAWord(String(part), field: column.rawValue, of: Word.allCases.map(\.rawValue), at: place))
            }
            offset += part.utf8.count + 1
        }
        return words
    }

    mutating func integer(_ column: Column) -> Int? {
        guard let (text, span) = text(column) else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) { return number }
        diagnostics.append(Diagnostic(.invalidNumber, "‘\(text)’ is not a whole number", at: span))
        return nil
    }

    mutating func decimal(_ column: Column) -> Double? {
        guard let (text, span) = text(column) else { return nil }
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        if isPlain, let number = Double(text) { return number }
        diagnostics.append(
            Diagnostic(
                .invalidNumber, "‘\(text)’ is not a plain number", at: span,
                hint: "write digits only, without units or separators: 327000"))
        return nil
    }

    mutating func date(_ column: Column) -> CalendarDate? {
        guard let (text, span) = text(column) else { return nil }
        if let date = CalendarDate(text) { return date }
        diagnostics.append(
            Diagnostic(.invalidDate, "‘\(text)’ is not a day of the calendar", at: span, hint: "write it as YYYY-MM-DD")
        )
        return nil
    }

    mutating func period(_ column: Column) -> Period? {
        guard let (text, span) = text(column) else { return nil }
        if let period = Period(text) { return period }
        diagnostics.append(
            Diagnostic(
                .invalidPeriod, "‘\(text)’ is not an ISO 8601 period", at: span,
                hint: "write 2025, 2025-Q3, 2025-09 or 2025-01/.., or leave it empty if it is not stated"))
        return nil
    }
}
