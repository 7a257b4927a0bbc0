import Text

/// A workbook of Excel 97 to 2003 (.xls, BIFF8, [MS-XLS]), which many offices and systems still send.
package struct BinaryWorkbook: Sendable {
    struct Sheet: Sendable {
        var name: String
        var isHidden: Bool
        /// Where its records begin.
        var offset: Int
    }

    private let bytes: [UInt8]
    private(set) var sheets: [Sheet] = []
    private var sharedTexts: [String] = []
    private var formats: [NumberFormat] = []
    private var countsFrom1904 = false

    /// Whether bytes are the records of a workbook of any version without the container around them.
    static func isBare(_ bytes: [UInt8]) -> Bool {
        bytes.count > 8 && bytes[0] == 9 && [0, 2, 4, 8].contains(bytes[1]) && bytes[3] == 0
    }

    init(_ file: CompoundFile) throws(OfficeRefusal) {
        if try file.stream("EncryptedPackage") != nil { throw .encrypted }
        // Workbooks of Excel 5 and 95 are in `Book`, documents in others.
        guard let bytes = try file.stream("Workbook") else { throw .outdated }
        try self.init(bytes)
    }

    init(_ bytes: [UInt8]) throws(OfficeRefusal) {
        self.bytes = bytes
        var records = try Self.records(bytes, at: 0)
        var (codes, cellFormats) = ([Int: String](), [Int]())
        while let record = try records.next(), record.kind != BinaryRecord.end {
            switch record.kind {
            case BinaryRecord.password: throw .encrypted
            case BinaryRecord.sheet:
                // Sheets of charts and macros have no cells.
                guard try record.number(at: 5, count: 1) == 0 else { continue }
                var name = record.texts(at: 6)
                let offset = try record.number(at: 0, count: 4)
                guard !sheets.contains(where: { $0.offset == offset }) else { throw .damaged }
                guard sheets.count < Limits.officeSheets else { throw .tooLarge }
                let isHidden = try record.number(at: 4, count: 1) & 3 != 0
                sheets.append(Sheet(name: try name.next(lengthBytes: 1), isHidden: isHidden, offset: offset))
            case BinaryRecord.sharedTexts:
                let count = try record.number(at: 4, count: 4)
                guard count <= Limits.officeCells else { throw .tooLarge }
                var texts = record.texts(at: 8)
                for _ in 0..<count { sharedTexts.append(try texts.next()) }
            case BinaryRecord.format:
                var code = record.texts(at: 2)
                codes[try record.number(at: 0)] = try code.next()
            case BinaryRecord.cellFormat: cellFormats.append(try record.number(at: 2))
            case BinaryRecord.firstDay: countsFrom1904 = try record.number(at: 0) == 1
            default: break
            }
        }
        formats = cellFormats.map { NumberFormat(codes[$0] ?? NumberFormat.builtIn[$0] ?? "General") }
    }

    func table(_ index: Int) throws(OfficeRefusal) -> OfficeTable {
        var records = try Self.records(bytes, at: sheets[index].offset)
        var reader = BinarySheetReader(sharedTexts: sharedTexts, formats: formats, countsFrom1904: countsFrom1904)
        // A chart in the sheet has records of its own within.
        var depth = 1
        while depth > 0, let record = try records.next() {
            switch record.kind {
            case BinaryRecord.beginning: depth += 1
            case BinaryRecord.end: depth -= 1
            default: if depth == 1 { try reader.take(record) }
            }
        }
        return reader.table(named: sheets[index].name)
    }

    /// The records after the one that begins a workbook or a sheet.
    private static func records(_ bytes: [UInt8], at offset: Int) throws(OfficeRefusal) -> BinaryRecords {
        var records = BinaryRecords(bytes, at: offset)
        guard let first = try records.next() else { throw .damaged }
        guard first.kind == BinaryRecord.beginning, try first.number(at: 0) == 0x0600 else { throw .outdated }
        return records
    }
}

/// The numbers of records ([MS-XLS] 2.3.2).
enum BinaryRecord {
    static let beginning = 0x0809
    static let end = 0x000A
    static let password = 0x002F
    static let firstDay = 0x0022
    static let sheet = 0x0085
    static let cellFormat = 0x00E0
    static let sharedTexts = 0x00FC
    static let format = 0x041E

    static let row = 0x0208
    static let rowDefaults = 0x0225
    static let columns = 0x007D
    static let merges = 0x00E5
    static let formula = 0x0006
    static let formulaText = 0x0207
    static let number = 0x0203
    static let shortNumber = 0x027E
    static let shortNumbers = 0x00BD
    static let sharedText = 0x00FD
    static let text = 0x0204
    static let formattedText = 0x00D6
    static let truthOrError = 0x0205
}
