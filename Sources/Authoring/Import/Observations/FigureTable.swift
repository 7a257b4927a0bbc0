import Content
import Diagnostics
import Office
import Text

/// A table of an office, taken apart into its figures: one a row, or one a cell where metrics, places or times stand
/// across the top.
struct FigureTable {
    /// A figure, and what the table says of it, by the keys of the fields.
    struct Entry {
        var row: Int
        var cells: [String: CSVCell]
        var figure: CSVCell
        /// The unit in the header of its column, which may have figures of several metrics.
        var unit: String?
        /// What the header says of it beside that, and the header.
        var aspect: (kind: FigureAspect, header: CSVCell)?
    }

    /// What tells figures of a table apart.
    enum Dimension: String, CaseIterable {
        case metric, place, period
    }

    var mapping: ColumnMapping
    var entries: [Entry] = []
    var remarks: [Phrase] = []
    /// Times in rows that say nothing else, the one above the headers among them.
    private let headings: [(row: Int, time: OfficeTime)]
    let library: LibraryNames
    var table: ImportTable
    /// Cells over which a figure is drawn that may be of any of them.
    private(set) var merged: Set<ImportTable.ShownCell> = []
    /// The texts above the headers, where a second row of headers has something to say of several columns.
    var above: [CSVCell?] = []
    /// The units of columns, where a row below the headers has them.
    var columnUnits: [Int: CSVCell] = [:]
    /// By where they begin, times such as 2025.1 that may be January or October.
    private(set) var unclearMonths: Set<Int> = []
    /// The unit of figures that have none of their own.
    private(set) var unit: TableUnit?

    init(
        _ sheet: Spreadsheet, header index: Int, task: SpreadsheetImport, diagnostics: inout [Diagnostic]
    ) {
        library = task.library
        table = ImportTable(sheet, header: index)
        var layout: [Diagnostic] = []
        let known = Set(task.fields.flatMap(\.headers))
        table.passOverHeaders(
            { known.contains($0) && FigureAspect($0) == nil },
            beside: { Self.isTime($0) || FigureAspect($0) != nil }, &layout)
        let around = sheet.surroundings?.titles ?? []
        headings =
            around.compactMap { title in OfficeTime.named(in: title).map { (0, $0) } }
            + sheet.rows.compactMap { row in
                let texts = row.cells.map { trimmed($0.text) }.filter { !$0.isEmpty }
                return texts.count == 1 ? OfficeTime.named(in: texts[0]).map { (row.number, $0) } : nil
            }
        mapping = Self.mapping(of: table, sheet, task, &diagnostics)
        guard diagnostics.isEmpty else { return }
        takeUnitRow()
        readSecondHeader(sheet.rows[index], sheet, task, &diagnostics)
        takeUnitRow()
        takeDittoMarks()
        let isLong = !mapping.indices(of: "printed").isEmpty || !mapping.indices(of: "value").isEmpty
        let across = isLong ? [] : asides
        nameStubs(before: across)
        let stub = ["metric", "place", "period"].lazy.compactMap { [mapping] in mapping.indices(of: $0).first }.first
        table.passOver(title: stub, mapping: mapping)
        passOverNoPlaces()
        let columns = isLong ? mapping.indices(of: "printed") + mapping.indices(of: "value") + asides : across
        merged = table.mergedFigures(in: columns, &diagnostics)
        table.fillDown(title: nil, but: merged)
        passOverHeadings()
        table.refuseRagged(&diagnostics)
        var contacts = ContactFilter(sheet, mapping: mapping, fields: task.fields.filter(\.holdsText))
        for index in table.rows.indices { table.rows[index].cells = contacts.filtered(table.rows[index]) }
        table.remarks += contacts.remarks
        diagnostics += layout
        table.requireRows(&diagnostics)
        remarks = table.remarks
        unclearMonths = monthsOrTenths(sheet)
        if isLong { readDown(&diagnostics) } else { readAcross(across, &diagnostics) }
        if let first = entries.first, let last = entries.last {
            let stubs = Dimension.allCases.flatMap { mapping.indices(of: $0.rawValue) }.map { table.header[$0] }
            unit = TableUnit(sheet, header: index, figures: first.row...last.row, stubs: stubs)
        }
    }

    // MARK: Rows

    /// Leaves out rows that are no more than the heading of a part of the table.
    private mutating func passOverHeadings() {
        var dated: [Int: Bool] = [:]
        var headings: Set<Int> = []
        for row in table.rows {
            let used = used(row)
            guard used.count == 1, !isStub(row.cells.text(used[0]), in: used[0], &dated) else { continue }
            headings.insert(row.number)
            table.remarks.append(.rowIsRemark(row: row.number, text: ImportTable.excerpt(row.cells.text(used[0]))))
        }
        table.rows.removeAll { headings.contains($0.number) }
    }

    func used(_ row: Spreadsheet.Row) -> [Int] {
        row.cells.indices.filter { !row.cells.text($0).isEmpty }
    }

    /// Whether a text that stands alone in its row names what its column names in others: then the row lacks its
    /// figures. A year above months is a heading.
    ///
    /// - Parameter dated: by column, whether every other row names its year there.
    private func isStub(_ text: String, in column: Int, _ dated: inout [Int: Bool]) -> Bool {
        guard mapping.columns.indices.contains(column) else { return false }
        switch mapping.columns[column].field.flatMap(Dimension.init) {
        case .place: return library.find(text, .place).count == 1
        case .metric: return library.find(MetricBook.parted(text).name, .metric).count == 1
        case .period:
            guard let time = OfficeTime(text, year: 2000) else { return false }
            guard time.namesYear else { return true }
            let texts = dated[column] == nil ? stubs(column) : []
            let isDated = dated[column] ?? (!texts.isEmpty && texts.allSatisfy { OfficeTime($0) != nil })
            dated[column] = isDated
            return isDated
        case nil: return false
        }
    }

    /// The texts of a column in rows that say more.
    func stubs(_ column: Int) -> [String] {
        table.rows.filter { used($0).count > 1 }.map { $0.cells.text(column) }
    }

    /// The last heading above a row that names a time.
    func heading(above row: Int) -> (row: Int, time: OfficeTime)? {
        headings.last { $0.row < row }
    }

    /// What the known columns say; the parts of a time are joined.
    func cells(of row: Spreadsheet.Row) -> [String: CSVCell] {
        var cells: [String: CSVCell] = [:]
        for (column, cell) in row.cells.enumerated() {
            guard column < mapping.columns.count, let key = mapping.columns[column].field else { continue }
            let text = trimmed(cell.text)
            if let before = cells[key], !text.isEmpty {
                // A year in a column of its own needs its sign, so that 2025 and 3月 are one time.
                cells[key] = CSVCell(text: before.text + " " + text, span: before.span)
            } else if cells[key] == nil || !text.isEmpty {
                cells[key] = CSVCell(text: text, span: cell.span)
            }
        }
        return cells
    }
}

/// Why a cell has no figure.
enum MissingFigure {
    case notStated, notApplicable

    /// Nil where the text may be a figure.
    init?(_ text: String) {
        let text = text.lowercased()
        if Self.signsOfNone.contains(text) {
            self = .notApplicable
        } else if text.isEmpty || Self.unstated.contains(text) {
            self = .notStated
        } else {
            return nil
        }
    }

    var caution: Caution { self == .notStated ? .notStated : .notApplicable }

    private static let signsOfNone: Set<String> = [
        "不适用", "不適用", "无此项", "無此項", "/", "／", "\\", "-", "－", "–", "—", "——", "--", "n/a", "na", "not applicable",
    ]
    private static let unstated: Set<String> = [
        "未填", "未填报", "未填報", "未报", "未報", "未统计", "未統計", "不详", "不詳", "暂无", "暫無", "暂无数据", "无数据", "缺", "缺失",
        "…", "……", "...", "not stated", "not reported", "not available", "unknown",
    ]
}
