import Content
import Diagnostics
import Office
import Text

extension FigureTable {
    /// What the columns fill. 目标值 and 实际值 below each of several metrics are what their figures are, and fill nothing.
    static func mapping(
        of table: ImportTable, _ sheet: Spreadsheet, _ task: SpreadsheetImport, _ diagnostics: inout [Diagnostic]
    ) -> ColumnMapping {
        let aspects = table.header.map(\.text).filter { FigureAspect($0) != nil }.map(ImportField.folded)
        let repeated = Set(aspects.filter { name in aspects.count { $0 == name } > 1 })
        let fields = task.fields.map { field in
            var field = field
            if !repeated.isEmpty { field.headers.removeAll { FigureAspect($0) != nil } }
            return field
        }
        return ColumnMapping(
            table.header, rows: table.rows.map(\.cells), fields: fields, choices: task.choices, sheet: sheet,
            diagnostics: &diagnostics)
    }

    /// Headers in two rows: the upper one stands over several columns.
    mutating func readSecondHeader(
        _ top: Spreadsheet.Row, _ sheet: Spreadsheet, _ task: SpreadsheetImport, _ diagnostics: inout [Diagnostic]
    ) {
        var isSecond = zip(table.header, top.cells).contains { $0.span != $1.span }
        if !isSecond, let next = table.rows.first, isHeader(next, below: top, sheet) {
            // A table saved as text has no merged cells to tell it by.
            isSecond = true
            table.rows.removeFirst()
            table.passOver(again: next.cells)
            for (column, cell) in next.cells.enumerated() where !trimmed(cell.text).isEmpty {
                if table.header.indices.contains(column) { table.header[column] = cell }
            }
            mapping = Self.mapping(of: table, sheet, task, &diagnostics)
        }
        guard isSecond else { return }
        var last: CSVCell?
        above = table.header.indices.map { column in
            let cell = top.cells[column]
            if !trimmed(cell.text).isEmpty { last = cell }
            return cell.span == table.header[column].span ? nil : last
        }
    }

    /// Whether a row goes on with the headers: it leaves open what known columns say, and says nothing that is a figure.
    private func isHeader(_ row: Spreadsheet.Row, below top: Spreadsheet.Row, _ sheet: Spreadsheet) -> Bool {
        let used = used(row)
        guard used.count > 1,
            used.allSatisfy({ !mapping.columns.indices.contains($0) || mapping.columns[$0].field == nil })
        else { return false }
        // A header that is drawn over several columns has others below it.
        let isDivided = sheet.merges.contains { merge in
            merge.rows == top.number...top.number
                && used.count { sheet.columns.indices.contains($0) && merge.columns.contains(sheet.columns[$0]) } > 1
        }
        return used.allSatisfy { column in
            let text = row.cells.text(column)
            if OfficeTime(text, year: 2000) != nil, PrintedFigure(text)?.unit != "" { return true }
            if HeaderWords(text).time != nil { return true }
            return aspect(of: text) != nil
                || isDivided && MissingFigure(text) == nil && PrintedFigure(text, anyNoun: true) == nil
        }
    }

    /// What texts name: times, places, or else metrics.
    func dimension(of texts: [String]) -> Dimension? {
        let texts = texts.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return nil }
        func most(_ isOne: (String) -> Bool) -> Bool { texts.count(where: isOne) * 2 > texts.count }
        if most(Self.isTime) { return .period }
        return most { library.find($0, .place).count == 1 } ? .place : .metric
    }

    // MARK: Columns of figures

    /// Whether a column that no field is known for has figures below a header. Below a time, or a metric or place that the
    /// library has, stands nothing else: a cell that cannot be read is a mistake there, and told.
    private func holdsFigures(_ column: Int) -> Bool {
        let known = mapping.columns[column]
        guard known.use == .unknown else { return false }
        let aspect = aspect(of: known.header)
        // 累计 beside months is their sum; beside 本月, or alone, it is a figure of its own.
        let isSum =
            aspect == .sinceNewYear
            ? !saysNow && hasOtherFigures : ImportTable.sums.contains(ImportField.folded(known.header))
        guard !isSum else { return false }
        let heads = [table.header[column], above.isEmpty ? nil : above[column]].compactMap { $0 }
        if heads.contains(where: { isName(trimmed($0.text)) }) { return true }
        let texts = table.rows.map { $0.cells.text(column) }.filter { !$0.isEmpty }
        if aspect != nil, texts.contains(where: { $0.contains(where: \.isNumber) }) { return true }
        let figures = texts.count { PrintedFigure($0, anyNoun: true) != nil }
        let read = figures + texts.count { MissingFigure($0) != nil }
        // One of two: the other is told as a mistake, where leaving both out would lose a figure.
        return read * 2 > texts.count || figures > 0 && read * 2 == texts.count
    }

    /// What a header says of its figures; the name of a metric that the library has is that.
    func aspect(of header: String) -> FigureAspect? {
        library.find(MetricBook.parted(header).name, .metric).isEmpty ? FigureAspect(header) : nil
    }

    /// Whether a header says that its figures are of the time that the row names.
    private var saysNow: Bool {
        (table.header + above.compactMap { $0 }).contains { aspect(of: trimmed($0.text))?.isNow == true }
    }

    /// Whether a column may have figures of which the header says no more than a name.
    private var hasOtherFigures: Bool {
        mapping.columns.contains { column in
            ["printed", "value"].contains(column.field)
                || column.use == .unknown && FigureAspect(column.header) == nil && !isOfOthers(column.header)
        }
    }

    /// Columns beside the one with the figures that no field is known for and that have figures too.
    var asides: [Int] { table.header.indices.filter(holdsFigures) }

    /// Whether a header names a time, or what the library has.
    private func isName(_ text: String) -> Bool {
        Self.isTime(text) || !library.find(MetricBook.parted(text).name, .metric).isEmpty
            || !library.find(text, .place).isEmpty
    }

    /// Whether a text names a time, with what figures of it are or without: 2025年, 1-6月累计, 2024年（万元）.
    static func isTime(_ text: String) -> Bool { HeaderWords(text).time != nil }

    /// Whether a header says how figures of another column changed, or what part they are: no name of a metric, place or time.
    func isOfOthers(_ text: String) -> Bool {
        var name = ImportField.folded(text)
        if let before = Self.comparisons.first(where: name.hasPrefix) { name = String(name.dropFirst(before.count)) }
        guard name.isEmpty || Self.changes.contains(name) else { return false }
        return library.find(MetricBook.parted(text).name, .metric).isEmpty
    }

    private static let comparisons = [
        "同比", "环比", "比上年同期", "较上年同期", "比去年同期", "较去年同期", "与上年同期相比", "比上年", "较上年", "比去年", "较去年", "与上年相比", "比上月", "较上月",
    ]
    private static let changes = Set(
        MetricWords.changes + MetricWords.rates + [
            "增长率", "增长幅度", "增减", "增减率", "增减幅度", "增加", "减少", "变化率", "%", "％", "±%", "±", "占比", "比重", "完成率",
        ])

    /// What columns without a known header name, left of the figures: 项目＼月份, or nothing at all.
    mutating func nameStubs(before columns: [Int]) {
        for column in table.header.indices.prefix(columns.first ?? 0) {
            guard [.unknown, .unnamed].contains(mapping.columns[column].use) else { continue }
            guard let found = dimension(of: stubs(column)), mapping.indices(of: found.rawValue).isEmpty else {
                continue
            }
            mapping.fill(column, found.rawValue)
        }
    }
}
