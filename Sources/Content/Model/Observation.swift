import Diagnostics
import Text

/// One assertion of a figure by somebody in a source.
///
/// A table may have a million of them, so an observation is its row: what is asked for often is kept as
/// numbers, and what is asked for seldom – notes, spans, ids as they are written – is read from the file again.
package struct Observation: Sendable {
    let row: ObservationRow
    private let table: ObservationTable
    private let metricTraits: MetricTraits?

    init(row: ObservationRow, in table: ObservationTable, of metric: MetricTraits?) {
        (self.row, self.table, metricTraits) = (row, table, metric)
    }

    private var file: CSVTable<ObservationColumn> { table.files[Int(row.file)] }

    private func cell<Value>(_ read: (inout CSVRow<ObservationColumn>) -> Value) -> Value {
        var cells = CSVRow(of: file, from: row.start)
        _ = cells.advance()
        return read(&cells)
    }

    package var id: String { String(decoding: file.bytes[row.id], as: UTF8.self) }
    /// The file that its row stands in.
    package var path: String { file.path }
    package var span: SourceSpan { cell { $0.text(.id)?.span ?? $0.span } }
    package var metric: Reference { cell { $0.reference(.metric) ?? Reference(id: "", span: $0.span) } }
    package var place: Reference { cell { $0.reference(.place) ?? Reference(id: "", span: $0.span) } }
    package var period: Period? { row.period.map { table.periods[Int($0)] } }

    var periodSpan: SourceSpan { cell { $0.text(.period)?.span ?? $0.span } }

    /// The figure as the source prints it.
    package var printed: String? { row.printed.map { table.prints[Int($0)].text } }
    /// The figure as people of another language print it, where the table says so: the column `printed.fr`.
    package func printed(in language: Int) -> String? {
        guard language > 0, file.place(of: .printed, language: language) != nil else { return nil }
        return cell { $0.text(.printed, language: language)?.value }
    }

    func printedSpan(in language: Int) -> SourceSpan {
        cell { $0.text(.printed, language: language)?.span ?? $0.span }
    }

    /// The field ‘printed’, or the row where it is empty.
    package var printedSpan: SourceSpan { cell { $0.text(.printed)?.span ?? $0.span } }
    /// What is printed, taken apart as the metric's kind has it; nil where nothing readable is.
    package var figure: PrintedFigure? {
        guard let print, let figure = print.figure, unknownUnit == nil else { return nil }
        return metricTraits.map { figure.read(as: $0.kind) } ?? figure
    }
    /// What stands behind the number, where neither the program nor the metric knows it as a unit.
    package var unknownUnit: String? {
        guard let print, !print.isUnitKnown, let unit = print.figure?.unit else { return nil }
        return metricTraits?.units.contains { !$0.isEmpty && unit.hasPrefix($0) } == true ? nil : unit
    }
    /// Whether the row itself says what number a print is that the program cannot read: 十几个, 三分之二.
    var isReadByHand: Bool { row.value != nil && row.qualifier != nil && print?.figure == nil }
    private var print: ObservationTable.Print? { row.printed.map { table.prints[Int($0)] } }

    // What the row leaves empty is worked out from what is printed.
    package var value: Double? { row.value ?? figure?.value }
    package var qualifier: Qualifier? { row.qualifier ?? figure?.qualifier }
    package var lower: Double? { row.lower ?? figure?.lower }
    package var upper: Double? { row.upper ?? figure?.upper }

    package var role: ObservationRole { row.role }
    package var baseline: Double? { row.baseline ?? figure?.baseline }
    package var target: Double? { row.target }
    package var source: Reference? { cell { $0.reference(.source) } }
    package var locator: Reference? { cell { $0.reference(.locator) } }
    package var speaker: Reference? { cell { $0.reference(.speaker) } }
    package var cautions: [Caution] { cell { $0.words(.flags, as: Caution.self) } }
    package var note: Localized<String>? { cell { $0.localized(.note) } }
}

/// What a printed figure is read by.
struct MetricTraits: Sendable {
    var kind: MetricKind
    /// The unit in each language.
    var units: [String]
}

/// What is kept of a row of an observation file. Names and texts are numbers in the ``ObservationTable``; nil
/// where the cell is empty or wrong.
struct ObservationRow: Sendable {
    /// Where in its file the row begins.
    var start: Int
    var file: Int32
    /// The lower half of the id's hash.
    var idHash: UInt32
    /// Where the id stands, counted from the start of the row, and how long it is.
    var idOffset: Int32
    var idLength: Int32
    @PackedNumber var metric: Int32?
    @PackedNumber var place: Int32?
    var citation: Int32
    @PackedNumber var period: Int32?
    @PackedNumber var printed: Int32?
    /// What the columns give, which may be less than is printed.
    @PackedDecimal var value: Double?
    @PackedDecimal var lower: Double?
    @PackedDecimal var upper: Double?
    @PackedDecimal var baseline: Double?
    @PackedDecimal var target: Double?
    var qualifier: Qualifier?
    var role: ObservationRole
    /// Whether another figure took its place.
    var isSuperseded = false
    /// Whether it counts what the figures of others leave out.
    var isKeptApart = false

    var hasFigure: Bool { printed != nil || value != nil }
    /// Whether it has a figure of how things are, which no other took the place of.
    var isCurrent: Bool { hasFigure && role.isActual && !isSuperseded }

    var id: Range<Int> { start + Int(idOffset)..<start + Int(idOffset) + Int(idLength) }
}

/// A number of a text, or none, in four bytes rather than eight.
@propertyWrapper
struct PackedNumber: Sendable {
    /// -1 for none.
    private var number: Int32

    init(wrappedValue: Int32?) { number = wrappedValue ?? -1 }

    var wrappedValue: Int32? {
        get { number < 0 ? nil : number }
        set { number = newValue ?? -1 }
    }
}

/// A decimal, or none, in eight bytes rather than sixteen.
@propertyWrapper
struct PackedDecimal: Sendable {
    /// Not a number for none; no cell can say that.
    private var decimal: Double

    init(wrappedValue: Double?) { decimal = wrappedValue ?? .nan }

    var wrappedValue: Double? {
        get { decimal.isNaN ? nil : decimal }
        set { decimal = newValue ?? .nan }
    }
}

/// Who said it and where: the texts of the columns ‘source’, ‘locator’ and ‘speaker’, as numbers.
struct Citation: Sendable {
    var source: Int32?
    var locator: Int32?
    var speaker: Int32?
}

/// What the rows of all observation files have in common, kept once.
final class ObservationTable: Sendable {
    /// A text of the column ‘printed’, taken apart; nil where it is not a figure.
    struct Print: Sendable {
        var text: String
        var figure: PrintedFigure?
        /// Whether the program knows the unit; if not, the metric has to.
        var isUnitKnown: Bool
    }

    let files: [CSVTable<ObservationColumn>]
    let metricNames: Int
    let placeNames: Int
    let periods: [Period]
    let prints: [Print]
    let citations: [Citation]

    init(files: [CSVTable<ObservationColumn>], texts: ObservationTexts, prints: [Print]) {
        self.files = files
        metricNames = texts.metrics.count
        placeNames = texts.places.count
        periods = texts.periods.values
        citations = texts.citations.values
        self.prints = prints
    }
}

/// The observations of a library, in the order of their files and rows.
package struct Observations: RandomAccessCollection, Sendable {
    private(set) var rows: [ObservationRow]
    let table: ObservationTable
    /// What reading a print needs of each metric, by the number of its name in the table; nil until it is resolved.
    var metrics: [MetricTraits?]

    init(
        rows: [ObservationRow] = [],
        table: ObservationTable = ObservationTable(files: [], texts: ObservationTexts(), prints: [])
    ) {
        self.rows = rows
        self.table = table
        metrics = Array(repeating: nil, count: table.metricNames)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { rows.count }

    package subscript(index: Int) -> Observation {
        let row = rows[index]
        return Observation(row: row, in: table, of: row.metric.flatMap { metrics[Int($0)] })
    }

    /// Whether two rows have the same id, as it is written.
    func haveSameID(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (rows[one], rows[other])
        let (file, otherFile) = (table.files[Int(one.file)], table.files[Int(other.file)])
        return file.bytes.span.extracting(one.id).equals(otherFile.bytes.span.extracting(other.id))
    }

    mutating func remove(_ indices: Set<Int>) {
        rows = rows.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }
}
