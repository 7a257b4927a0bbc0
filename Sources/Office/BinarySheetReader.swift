import Text

/// Puts the cells of a sheet of BIFF8 together. They may come in any order; what comes last stands.
struct BinarySheetReader {
    let sharedTexts: [String]
    let formats: [NumberFormat]
    let countsFrom1904: Bool

    /// By row and column.
    private var cells: [Int: [Int: OfficeTable.Cell]] = [:]
    private var count = 0
    private var isHidden: [Int: Bool] = [:]
    private var hidesRows = false
    private var hiddenColumns: [ClosedRange<Int>] = []
    private var merges: [OfficeTable.Merge] = []
    /// The formula whose text comes next.
    private var formula: (row: Int, column: Int)?

    init(sharedTexts: [String], formats: [NumberFormat], countsFrom1904: Bool) {
        (self.sharedTexts, self.formats, self.countsFrom1904) = (sharedTexts, formats, countsFrom1904)
    }

    func table(named name: String) -> OfficeTable {
        var table = OfficeTable(name: name)
        (table.hiddenColumns, table.merges) = (hiddenColumns, merges)
        table.rows = cells.keys.sorted().map { row in
            OfficeTable.Row(
                number: row + 1, isHidden: isHidden[row] ?? hidesRows,
                cells: (cells[row] ?? [:]).values.sorted { $0.column < $1.column })
        }
        return table
    }

    mutating func take(_ record: BinaryRecords.Record) throws(OfficeRefusal) {
        switch record.kind {
        case BinaryRecord.row: isHidden[try record.number(at: 0)] = try record.number(at: 12) & 0x20 != 0
        case BinaryRecord.rowDefaults: hidesRows = try record.number(at: 0) & 2 != 0
        case BinaryRecord.columns:
            let (first, last) = (try record.number(at: 0), try record.number(at: 2))
            guard try record.number(at: 8) & 1 != 0, first <= last else { return }
            guard hiddenColumns.count < Limits.columns else { throw .tooLarge }
            hiddenColumns.append(first...last)
        case BinaryRecord.merges: try addMerges(record)
        case BinaryRecord.number: try add(try record.double(at: 6), record)
        case BinaryRecord.shortNumber: try add(Self.short(try record.number(at: 6, count: 4)), record)
        case BinaryRecord.shortNumbers:
            for index in 0..<max(0, (record.pieces[0].count - 6) / 6) {
                let number = Self.short(try record.number(at: 6 + index * 6, count: 4))
                try add(number, record, next: index, format: try record.number(at: 4 + index * 6))
            }
        case BinaryRecord.sharedText:
            let index = try record.number(at: 6, count: 4)
            guard sharedTexts.indices.contains(index) else { throw .damaged }
            try add(sharedTexts[index], record)
        case BinaryRecord.text, BinaryRecord.formattedText:
            var text = record.texts(at: 6)
            try add(try text.next(), record)
        case BinaryRecord.truthOrError:
            try addTruth(
                try record.number(at: 6, count: 1), isError: try record.number(at: 7, count: 1) != 0, record)
        case BinaryRecord.formula: try addFormula(record)
        case BinaryRecord.formulaText:
            guard let (row, column) = formula else { return }
            var text = record.texts(at: 0)
            try add(OfficeTable.Cell(column: column, text: try text.next()), row: row)
            formula = nil
        default: break
        }
    }

    /// A number in four bytes: 30 bits of it, perhaps whole, perhaps of hundredths.
    private static func short(_ stored: Int) -> Double {
        let number =
            stored & 2 != 0
            ? Double(Int32(truncatingIfNeeded: stored) >> 2) : Double(bitPattern: UInt64(stored & ~3) << 32)
        return stored & 1 != 0 ? number / 100 : number
    }

    /// What a formula gave when the file was saved.
    private mutating func addFormula(_ record: BinaryRecords.Record) throws(OfficeRefusal) {
        formula = nil
        guard try record.number(at: 12) == 0xFFFF else { return try add(try record.double(at: 6), record) }
        let value = try record.number(at: 8, count: 1)
        switch try record.number(at: 6, count: 1) {
        case 0: formula = (try record.number(at: 0), try record.number(at: 2))
        case 1: try addTruth(value, isError: false, record)
        case 2: try addTruth(value, isError: true, record)
        default: break
        }
    }

    private mutating func add(
        _ number: Double, _ record: BinaryRecords.Record, next: Int = 0, format: Int? = nil
    ) throws(OfficeRefusal) {
        let own = try record.number(at: 4)
        let style = format ?? own
        let shown = formats.indices.contains(style) ? formats[style] : NumberFormat("General")
        let text = shown.text(of: "\(number)", countsFrom1904: countsFrom1904)
        try add(text, record, next: next, isNumber: OfficeTable.Cell.isKept(number, as: text))
    }

    private mutating func addTruth(
        _ value: Int, isError: Bool, _ record: BinaryRecords.Record
    ) throws(OfficeRefusal) {
        guard isError else { return try add(value == 0 ? "FALSE" : "TRUE", record) }
        try add(Self.errors[value] ?? "#N/A", record, fault: .error)
    }

    private static let errors = [
        0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    ]

    private mutating func add(
        _ text: String, _ record: BinaryRecords.Record, next: Int = 0, fault: OfficeTable.Fault? = nil,
        isNumber: Bool = false
    ) throws(OfficeRefusal) {
        let (row, column) = (try record.number(at: 0), try record.number(at: 2) + next)
        try add(OfficeTable.Cell(column: column, text: text, fault: fault, isNumber: isNumber), row: row)
    }

    private mutating func add(_ cell: OfficeTable.Cell, row: Int) throws(OfficeRefusal) {
        guard !cell.text.isEmpty else { return }
        count += 1
        guard count <= Limits.officeCells else { throw .tooLarge }
        cells[row, default: [:]][cell.column] = cell
    }

    private mutating func addMerges(_ record: BinaryRecords.Record) throws(OfficeRefusal) {
        for index in 0..<(try record.number(at: 0)) {
            var ends: [Int] = []
            for offset in 0..<4 { ends.append(try record.number(at: 2 + index * 8 + offset * 2)) }
            guard ends[0] <= ends[1], ends[2] <= ends[3] else { throw .damaged }
            guard merges.count < Limits.officeMerges else { throw .tooLarge }
            merges.append(.init(rows: ends[0] + 1...ends[1] + 1, columns: ends[2]...ends[3]))
        }
    }
}
