import Text

/// The tables of a document (WordprocessingML, ECMA-376 part 1, 17.4), called 表1, 表2 and so on.
///
/// The lines of a cell are its paragraphs; a table within a cell gives its lines to it. What tracked changes took away, what is
/// struck through and what is hidden is left out, and so are field codes. Numbers that Word itself puts before paragraphs are no text.
func documentTables(of package: OfficePackage, main: String) throws(OfficeRefusal) -> [OfficeTable] {
    var reader = DocumentReader()
    try package.readCurrent(main) { event throws(OfficeRefusal) in try reader.take(event) }
    return reader.tables
}

private struct DocumentReader {
    private(set) var tables: [OfficeTable] = []
    private var depth = 0
    private var row = OfficeTable.Row(number: 0)
    private var column = 0
    private var span = 1
    /// Whether the cell begins cells drawn as one (true), goes on with them (false), or is by itself.
    private var beginsMerge: Bool?
    /// By column, the merge that may go on.
    private var merges: [Int: OfficeTable.Merge] = [:]
    private var lines: [String] = []
    private var line = ""
    private var isText = false
    private var run = RunFormat()
    private var isStruck = false
    /// Whether the row was taken away by a tracked change.
    private var isDeleted = false
    /// Whether the cell has a note or a picture.
    private var hasMore = false
    private var count = 0

    mutating func take(_ event: XMLReader.Event) throws(OfficeRefusal) {
        run.take(event)
        switch event {
        case .start("tbl", _):
            depth += 1
            guard depth == 1 else { return }
            tables.append(OfficeTable(name: "表\(tables.count + 1)"))
            row = OfficeTable.Row(number: 0)
            merges = [:]
        case .end("tbl"):
            if depth == 1 { closeMerges { _ in true } }
            depth -= 1
        case _ where depth == 0: return
        case .start(let name, let attributes): try begin(name, attributes)
        case .end(let name): try end(name)
        case .text where isText && run.isLeftOut: isStruck = true
        case .text(let text): if isText { line += run.shown(text, behind: line) }
        }
    }

    private mutating func begin(_ name: String, _ attributes: [String: String]) throws(OfficeRefusal) {
        let number = attributes["val"].flatMap(Int.init)
        switch name {
        case "t": isText = true
        case "tab": line += line.isEmpty ? "" : " "
        case "br", "cr": endLine()
        case "noBreakHyphen": line += "-"
        case "footnoteReference", "endnoteReference", "drawing", "pict", "object": hasMore = true
        case _ where depth > 1: return
        case "tr":
            row = OfficeTable.Row(number: row.number + 1)
            (column, isDeleted) = (0, false)
        case "deletedRow": isDeleted = true
        case "hidden": row.isHidden = attributes["val"] != "0"
        case "gridBefore": column += min(max(0, number ?? 0), 16_384)
        case "tc": (span, beginsMerge, lines, line, isStruck, hasMore) = (1, nil, [], "", false, false)
        case "gridSpan": span = min(max(1, number ?? 1), 16_384)
        case "vMerge": beginsMerge = attributes["val"] == "restart"
        default: return
        }
    }

    private mutating func end(_ name: String) throws(OfficeRefusal) {
        switch name {
        case "t": isText = false
        case "p": endLine()
        case "tc" where depth == 1: try addCell()
        case "tr" where depth == 1:
            let (number, table) = (row.number, tables.count - 1)
            closeMerges { $0.rows.upperBound < number }
            if !row.cells.isEmpty, !isDeleted { tables[table].rows.append(row) }
        default: return
        }
    }

    private mutating func endLine() {
        lines.append(line)
        line = ""
    }

    private mutating func addCell() throws(OfficeRefusal) {
        let columns = column...column + span - 1
        column += span
        guard column <= 16_384 else { throw .damaged }
        switch beginsMerge {
        case false:
            if let merge = merges[columns.lowerBound] {
                merges[columns.lowerBound] = .init(rows: merge.rows.lowerBound...row.number, columns: merge.columns)
            }
            return
        case true:
            // Another one may end right above.
            if merges[columns.lowerBound] != nil { closeMerges { $0.columns.lowerBound == columns.lowerBound } }
            merges[columns.lowerBound] = .init(rows: row.number...row.number, columns: columns)
        case nil where span > 1:
            tables[tables.count - 1].merges.append(.init(rows: row.number...row.number, columns: columns))
        case nil: break
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let text = lines.joined(separator: "\n")
        let place = OfficeTable.SheetCell(row: row.number, column: columns.lowerBound)
        if hasMore, !isDeleted { tables[tables.count - 1].incomplete.append(place) }
        if isStruck {
            tables[tables.count - 1].struck.append(place)
        }
        guard !text.isEmpty else { return }
        count += 1
        guard count <= Limits.officeCells else { throw .tooLarge }
        row.cells.append(OfficeTable.Cell(column: columns.lowerBound, text: text))
    }

    /// Keeps the merges that do not go on.
    private mutating func closeMerges(_ isOver: (OfficeTable.Merge) -> Bool) {
        let over = merges.filter { isOver($0.value) }
        for column in over.keys { merges[column] = nil }
        tables[tables.count - 1].merges += over.values.filter { $0.rows.count > 1 || $0.columns.count > 1 }
            .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }
}
