import Content
import Diagnostics
import Office
import Text

extension Spreadsheet {
    /// More cells than this, with the empty ones, are no table that people fill in.
    private static let mostCells = 2_000_000

    /// Reads a sheet of a workbook, or a table of a document.
    mutating func readOffice(_ bytes: [UInt8], _ options: Options) throws(Refusal) {
        let path = file.path
        func read<Result>(_ body: () throws(OfficeRefusal) -> Result) throws(Refusal) -> Result {
            do throws(OfficeRefusal) { return try body() } catch { throw .told(Self.phrase(for: error, path)) }
        }
        let office = try read { () throws(OfficeRefusal) in try OfficeFile(bytes) }
        keepsTexts = true
        let index = try choose(among: office.tables, options.sheet)
        let table = try read { () throws(OfficeRefusal) in try office.table(index) }
        if case .document = office {
            let paragraphs = try read { () throws(OfficeRefusal) in try office.paragraphs() }
            surroundings = TableSurroundings(paragraphs, table: index, of: office.tables.count)
        }
        guard show(table) else { throw .told(Self.phrase(for: .tooLarge, path)) }
    }

    /// The table that is meant: by name or number, else the first that is not hidden.
    private mutating func choose(
        among tables: [(name: String, isHidden: Bool)], _ sheet: String?
    ) throws(Refusal) -> Int {
        let names = tables.map(\.name)
        guard let first = tables.firstIndex(where: { !$0.isHidden }) ?? tables.indices.first else {
            throw .told(.hasNoTables(file.path))
        }
        guard let sheet else {
            let others = names.enumerated().filter { $0.offset != first }.map(\.element)
            if !others.isEmpty { remarks.append(.tableRead(table: names[first], others: others)) }
            return first
        }
        let number = Int(sheet).flatMap { tables.indices.contains($0 - 1) ? $0 - 1 : nil }
        guard let index = names.firstIndex(of: sheet) ?? number else {
            throw .told(
                .hasNoSuchTable(path: file.path, name: sheet)
                    .suggesting(.nearest(to: sheet, among: names) ?? .tablesAre(names)))
        }
        name = names[index]
        return index
    }

    /// Lays out what somebody sees of the table. Each cell becomes a line of the text that problems are shown in.
    ///
    /// - Returns: false if it is too large.
    private mutating func show(_ table: OfficeTable) -> Bool {
        func isHidden(_ column: Int) -> Bool { table.hiddenColumns.contains { $0.contains(column) } }
        let visible = table.rows.filter { !$0.isHidden }
        let used = Set(table.rows.lazy.flatMap(\.cells).map(\.column))
        columns = used.filter { !isHidden($0) }.sorted()
        guard columns.count * visible.count <= Self.mostCells else { return false }
        let hiddenRows = table.rows.filter(\.isHidden).map(\.number)
        if !hiddenRows.isEmpty { remarks.append(.rowsAreHidden(Self.ranges(hiddenRows) { "\($0)" })) }
        let hidden = used.filter(isHidden).sorted()
        if !hidden.isEmpty {
            remarks.append(.columnsAreHidden(Self.ranges(hidden) { OfficeTable.letters(of: $0) }))
        }
        let shown = Set(visible.map(\.number))
        func names(_ cells: [OfficeTable.SheetCell]) -> [String] {
            cells.filter { !isHidden($0.column) && shown.contains($0.row) }
                .map { OfficeTable.letters(of: $0.column) + "\($0.row)" }
        }
        let (struck, incomplete) = (names(table.struck), names(table.incomplete))
        if !struck.isEmpty { remarks.append(.cellsAreStruck(struck)) }
        if !incomplete.isEmpty { remarks.append(.cellsAreIncomplete(incomplete)) }
        (self.table, merges) = (table.name, table.merges)
        for row in visible {
            let cells = Dictionary(row.cells.map { ($0.column, $0) }) { first, _ in first }
            rows.append(
                Row(number: row.number, cells: columns.map { show(cells[$0], row.number, $0, in: table.name) }))
            // Many cells may share one long text.
            guard file.bytes.count <= Limits.officeTextBytes else { return false }
        }
        return true
    }

    private mutating func show(_ cell: OfficeTable.Cell?, _ row: Int, _ column: Int, in table: String) -> CSVCell {
        let text = cell?.text ?? ""
        let start = file.bytes.count
        file.bytes += text.utf8
        let span = SourceSpan(path: file.path, range: start..<file.bytes.count)
        file.bytes.append(UInt8(ascii: "\n"))
        let name = "\(table)!\(OfficeTable.letters(of: column))\(row)"
        file.lineNames += Array(repeating: name, count: 1 + text.utf8.count { $0 == UInt8(ascii: "\n") })
        if let fault = cell?.fault { faults[start] = fault }
        if cell?.isNumber == true { numbers.insert(start) }
        return CSVCell(text: text, span: span)
    }

    /// Numbers in order, those that follow each other as one: 3, 5–8.
    static func ranges(_ numbers: [Int], _ name: (Int) -> String) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? name($0.lowerBound) : name($0.lowerBound) + "–" + name($0.upperBound) }
    }

    static func phrase(for refusal: OfficeRefusal, _ path: String) -> Phrase {
        switch refusal {
        case .damaged: .officeIsDamaged(path).suggesting(.saveAgain)
        case .encrypted: .officeIsLocked(path).suggesting(.removePassword)
        case .unsafeEntry(let name): .officeLeadsOut(path: path, name: name).suggesting(.saveAgain)
        case .tooLarge: .officeIsTooLarge(path).suggesting(.copyTable)
        case .documentType: .officeHasEntities(path).suggesting(.saveAgain)
        case .outdated: .officeIsOld(path).suggesting(.saveAsXLSX)
        case .otherKind: .officeIsOther(path).suggesting(.saveAsXLSX)
        }
    }
}
