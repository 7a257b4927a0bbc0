import Content
import Diagnostics
import Office
import Text

/// The rows of a spreadsheet that are records, with the headers above them.
struct ImportTable {
    var header: [CSVCell]
    var rows: [Spreadsheet.Row] = []
    /// What was passed over, put together or filled in.
    var remarks: [Phrase] = []
    /// The rows that the headers are put together of.
    private(set) var headers: [[CSVCell]]
    let sheet: Spreadsheet

    /// - Parameter index: of the row with the headers. Where some of them are drawn over several rows, the lower
    ///   rows belong to them, and say what the columns below mean.
    init(_ sheet: Spreadsheet, header index: Int) {
        self.sheet = sheet
        let top = sheet.rows[index]
        header = top.cells
        headers = [top.cells]
        remarks = sheet.rows[..<index].compactMap { row in
            Self.firstText(row).map { .rowAboveHeader(row: row.number, text: Self.excerpt($0)) }
        }
        let last = sheet.merges.filter { $0.rows.lowerBound == top.number }.map(\.rows.upperBound).max() ?? 0
        for row in sheet.rows[(index + 1)...] {
            guard row.number <= last else {
                rows.append(row)
                continue
            }
            headers.append(row.cells)
            for (column, cell) in row.cells.enumerated() where !trimmed(cell.text).isEmpty { header[column] = cell }
        }
        rows.removeAll { $0.cells.allSatisfy { trimmed($0.text).isEmpty } }
    }

    /// Leaves out what are no records: sums, headings across the table, remarks below it.
    ///
    /// - Parameters:
    ///   - title: the column of the title.
    ///   - mapping: a single text in a column that fills a field is a record that lacks the rest.
    mutating func passOver(title: Int?, mapping: ColumnMapping) {
        func isRecord(_ row: Spreadsheet.Row) -> Bool {
            title.map { !row.cells.text($0).isEmpty } == true
                && row.cells.count { !trimmed($0.text).isEmpty } > 1
        }
        let end = (rows.lastIndex(where: isRecord) ?? -1) + 1
        rows = rows.enumerated().compactMap { index, row in
            let texts = row.cells.map { trimmed($0.text) }
            let first = Self.firstText(row) ?? ""
            let used = texts.indices.filter { !texts[$0].isEmpty }
            if Self.sums.contains(ImportField.folded(first)) {
                remarks.append(.rowIsSum(row: row.number, text: first))
                return nil
            }
            let isAcross =
                used.count == 1
                && sheet.merges.contains { merge in
                    merge.rows.contains(row.number) && merge.columns.count * 2 > header.count
                }
            // A lone text that fills no field, or says that it is a remark; or the names of who filled the table in.
            let isLone =
                used.count == 1
                && (!used.contains { mapping.columns.indices.contains($0) && mapping.columns[$0].field != nil }
                    || Self.isRemark(first))
            let isLabelled =
                used.count > 1 && used.allSatisfy { $0 != title && texts[$0].contains { ":：".contains($0) } }
            let isBelow = index >= end && (isLone || isLabelled)
            guard isAcross || isBelow else { return row }
            remarks.append(.rowIsRemark(row: row.number, text: Self.excerpt(first)))
            return nil
        }
    }

    /// Gives each row what cells drawn over several rows say. Rows over which a title is drawn are one record.
    ///
    /// - Parameter figures: cells whose text is not that of each row.
    mutating func fillDown(title: Int?, but figures: Set<ShownCell> = []) {
        var (joined, filled) = ([String](), [String]())
        for isTitle in [true, false] {
            for merge in sheet.merges where merge.rows.count > 1 {
                guard let column = sheet.columns.firstIndex(of: merge.columns.lowerBound), (column == title) == isTitle,
                    !figures.contains(ShownCell(row: merge.rows.lowerBound, column: column)),
                    let top = rows.firstIndex(where: { $0.number == merge.rows.lowerBound })
                else { continue }
                let below = rows[(top + 1)...].prefix { merge.rows.contains($0.number) }.indices
                guard !below.isEmpty, !trimmed(rows[top].cells[column].text).isEmpty else { continue }
                let name = sheet.address(row: merge.rows.lowerBound, column: column)
                if isTitle {
                    for index in below { join(rows[index].cells, to: top, but: column) }
                    rows.removeSubrange(below)
                    joined.append("\(merge.rows.lowerBound)–\(merge.rows.upperBound)")
                } else {
                    for index in below where trimmed(rows[index].cells[column].text).isEmpty {
                        rows[index].cells[column] = rows[top].cells[column]
                    }
                    filled.append(name + ":" + sheet.address(row: merge.rows.upperBound, column: column))
                }
            }
        }
        if !joined.isEmpty { remarks.append(.rowsJoined(joined)) }
        if !filled.isEmpty { remarks.append(.mergesFilled(filled)) }
    }

    /// Leaves out rows that do not reach the last header or have texts behind it, and tells of them.
    mutating func refuseRagged(_ diagnostics: inout [Diagnostic]) {
        let columns = header.count
        rows.removeAll { row in
            let isLong = row.cells.dropFirst(columns).contains { !trimmed($0.text).isEmpty }
            guard isLong || row.cells.count < columns else { return false }
            diagnostics.append(
                Diagnostic(
                    .fieldCount(fields: row.cells.count, columns: columns),
                    at: isLong ? row.cells[columns].span : row.cells.span, hint: isLong ? .quoteCommas : .quoteLines))
            return true
        }
    }

    /// Tells that nothing is left below the headers.
    func requireRows(_ diagnostics: inout [Diagnostic]) {
        guard rows.isEmpty, diagnostics.isEmpty else { return }
        diagnostics.append(Diagnostic(.noRows, at: header.span, hint: .nameHeaderRow))
    }

    private mutating func join(_ cells: [CSVCell], to top: Int, but title: Int) {
        for (column, cell) in cells.enumerated() where column != title && !trimmed(cell.text).isEmpty {
            let text = rows[top].cells[column].text
            rows[top].cells[column] =
                trimmed(text).isEmpty
                ? cell : CSVCell(text: text + "\n" + cell.text, span: rows[top].cells[column].span)
        }
    }

    private static func firstText(_ row: Spreadsheet.Row) -> String? {
        row.cells.lazy.map { trimmed($0.text) }.first { !$0.isEmpty }
    }

    static func excerpt(_ text: String) -> String {
        let line = lines(of: text).first ?? ""
        return line.count > 24 ? line.prefix(24) + "…" : line
    }

    static let sums: Set<String> = ["合计", "总计", "小计", "共计", "累计", "total", "subtotal", "sum"]

    /// Whether a text begins as remarks do: 注：, 说明1：
    static func isRemark(_ text: String) -> Bool {
        remarkWords.contains { text.hasPrefix($0) } && text.prefix(12).contains { ":：".contains($0) }
    }

    private static let remarkWords = ["注", "备注", "備註", "说明", "說明", "填表", "填报", "填報", "note", "Note"]
}
