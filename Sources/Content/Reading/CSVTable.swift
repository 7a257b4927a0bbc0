import Diagnostics
import Text

/// The columns of a kind of table, in the order that documentation and exports give them.
protocol CSVColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    static var required: Set<Self> { get }
    /// Columns that hold prose and may have a sibling for each language, such as `note.en`.
    static var localized: Set<Self> { get }
    /// Columns that hold words of the house: those by language, unless they quote.
    static var prose: Set<Self> { get }
    /// Columns that hold figures, which are nobody's number, however long they are.
    static var figures: Set<Self> { get }
    /// As the header writes it.
    var name: String { get }
}

extension CSVColumn {
    static var localized: Set<Self> { [] }
    static var prose: Set<Self> { localized }
    static var figures: Set<Self> { [] }

    /// The name of the case.
    var name: String { "\(self)" }
}

/// A CSV file whose header has been read, so that each column is known by its place in a row.
struct CSVTable<Column: CSVColumn>: Sendable {
    let bytes: [UInt8]
    let path: String
    let context: ReadingContext
    /// How many fields a row has.
    private(set) var width = 0
    /// The same with the empty columns that a spreadsheet wrote behind them.
    private(set) var writtenWidth = 0
    /// Where the first row may begin.
    private(set) var body = 0
    /// Where each column stands in a row, by the column's number, then by language; -1 if it does not.
    private var places: [Int]
    /// Whether each column is required, by its number.
    private let required = Column.allCases.map(Column.required.contains)
    /// Whether each place in a row has a figure.
    private(set) var holdsFigure: [Bool] = []
    /// The places that have words of the house.
    private(set) var prosePlaces: [Int] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether its columns are not parted by commas.
    private var isOfOtherDialect = false
    /// Whether one of its columns has a name that people use, but not the program.
    private var isMisnamed = false
    /// The first fields of rows that were left out for their number of fields: ids that exist, though
    /// nothing else is known of them.
    private(set) var rejectedNames: [String] = []

    init(bytes: [UInt8], path: String, context: ReadingContext) {
        (self.bytes, self.path, self.context) = (bytes, path, context)
        places = [Int](repeating: -1, count: Column.allCases.count * context.languages.count)
        var scanner = CSVScanner(bytes)
        var fields: [CSVScanner.Field] = []
        if let limit = scanner.limitOfHeader(in: path) {
            diagnostics.append(limit)
            body = bytes.count
            return
        }
        if let problem = scanner.dialectProblem(in: path) {
            diagnostics.append(problem)
            isOfOtherDialect = true
            body = bytes.count
            return
        }
        if scanner.readRow(into: &fields) {
            writtenWidth = fields.count
            while fields.count > 1, let last = fields.last, last.content.isEmpty { fields.removeLast() }
            readHeader(fields.map { (scanner.string($0), SourceSpan(path: path, range: $0.range)) })
            diagnostics += scanner.problems(in: path)
        } else {
            reportMissingColumns(present: [], at: SourceSpan(path: path, range: 0..<0))
        }
        body = scanner.nextRow()
    }

    /// Calls `read` for each row that has as many fields as the header.
    mutating func forEachRow(_ read: (inout CSVRow<Column>) -> Void) {
        var row = CSVRow(of: self, from: body)
        while row.advance() {
            row.checkCells()
            read(&row)
        }
        rejectedNames += row.rejectedNames
        diagnostics += row.problems
    }

    func place(of column: Column, language: Int) -> Int? {
        let place = places[column.rawValue * context.languages.count + language]
        return place < 0 ? nil : place
    }

    /// Whether anything may stand in it, since its rows cannot be read.
    var isUnreadable: Bool {
        isOfOtherDialect || isMisnamed || diagnostics.contains { $0.code == .missingColumn || $0.code == .overLimit }
    }

    func isRequired(_ column: Column) -> Bool { required[column.rawValue] }

    private mutating func readHeader(_ names: [(text: String, span: SourceSpan)]) {
        width = names.count
        holdsFigure = [Bool](repeating: false, count: width)
        var present: Set<Column> = []
        var misnamed: Set<String> = []
        for (place, (name, span)) in names.enumerated() {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            guard let first = parts.first, let column = Column.allCases.first(where: { $0.name == first }),
                parts.count == 1 || Column.localized.contains(column)
            else {
                let (known, terms) = (Column.allCases.map(\.name), context.terminology())
                diagnostics.append(
                    Diagnostic(
                        .unknownColumn(name), at: span,
                        hint: .fullWidthMark(in: name, of: ["，"]) ?? terms.hint(forColumn: name, among: known)))
                misnamed.formUnion(terms.key(called: name, among: known).map { [$0] } ?? [])
                continue
            }
            guard let language = parts.count == 1 ? 0 : context.languages.firstIndex(of: parts[1]) else {
                diagnostics.append(.unknownLanguage(parts[1], among: context.languages, at: span))
                continue
            }
            if self.place(of: column, language: language) != nil {
                diagnostics.append(Diagnostic(.duplicateColumn(name), at: span))
            }
            places[column.rawValue * context.languages.count + language] = place
            holdsFigure[place] = Column.figures.contains(column)
            if Column.prose.contains(column) { prosePlaces.append(place) }
            if language == 0 { present.insert(column) }
        }
        let whole = names[0].span.range.lowerBound..<names[names.count - 1].span.range.upperBound
        isMisnamed = !misnamed.isEmpty
        present.formUnion(Column.allCases.filter { misnamed.contains($0.name) })
        reportMissingColumns(present: present, at: SourceSpan(path: path, range: whole))
    }

    private mutating func reportMissingColumns(present: Set<Column>, at span: SourceSpan) {
        for column in Column.allCases where isRequired(column) && !present.contains(column) {
            diagnostics.append(Diagnostic(.missingColumn(column.name), at: span))
        }
    }
}
