/// A table of a workbook or a document, as somebody sees it who opens the file.
package struct OfficeTable: Sendable, Equatable {
    package struct Cell: Sendable, Equatable {
        /// Counted from 0.
        package var column: Int
        package var text: String
        package var fault: Fault?
        /// Whether it is a number that is shown as it is kept, and no date.
        package var isNumber = false

        /// Whether a number is shown as it is kept, but for a rounding that nobody sees.
        static func isKept(_ number: Double?, as text: String) -> Bool {
            guard let number, let shown = Double(text) else { return false }
            return abs(shown - number) < 0.000_001
        }
    }

    /// Why the text of a cell is not what it should be.
    package enum Fault: Sendable, Equatable {
        /// A formula that no program has worked out; the file has no value for it.
        case notCalculated
        /// An error such as `#REF!`.
        case error
    }

    package struct Row: Sendable, Equatable {
        /// As it is shown, counted from 1.
        package var number: Int
        package var isHidden = false
        /// Those with something in them, from left to right.
        package var cells: [Cell] = []
    }

    /// Cells that are drawn as one. The text is that of the first; the others are empty.
    package struct Merge: Sendable, Equatable {
        /// By number, from 1.
        package var rows: ClosedRange<Int>
        /// Counted from 0.
        package var columns: ClosedRange<Int>

        package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            (self.rows, self.columns) = (rows, columns)
        }
    }

    package var name: String
    /// Those with something in them, from top to bottom.
    package var rows: [Row] = []
    package var hiddenColumns: [ClosedRange<Int>] = []
    package var merges: [Merge] = []
    /// Cells of which something was left out since it is struck through.
    package var struck: [SheetCell] = []
    /// Cells of a document whose footnotes, endnotes or pictures are not read.
    package var incomplete: [SheetCell] = []

    /// A cell by its row of the sheet, from 1, and its column of the sheet, from 0.
    package struct SheetCell: Sendable, Equatable {
        package var row: Int
        package var column: Int
    }

    /// The letters of a column: A for 0, AA for 26.
    package static func letters(of column: Int) -> String {
        var (rest, letters) = (column + 1, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// Row and column of an address such as `C7`; nil if it is none.
    package static func place(_ address: some StringProtocol) -> (row: Int, column: Int)? {
        var (row, column) = (0, 0)
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 64)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 48)
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        return row > 0 && column > 0 ? (row, column - 1) : nil
    }
}

/// A file with tables that somebody sent: a workbook (.xlsx, .xls) or a document (.docx). What it is, its content says.
package enum OfficeFile: Sendable {
    case workbook(Workbook)
    case binaryWorkbook(BinaryWorkbook)
    case document(OfficeDocument)

    /// Whether bytes begin as such a file does, of any version.
    package static func isOne(_ bytes: [UInt8]) -> Bool {
        [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], CompoundFile.signature].contains { bytes.starts(with: $0) }
            || BinaryWorkbook.isBare(bytes)
    }

    package init(_ bytes: [UInt8]) throws(OfficeRefusal) {
        if bytes.starts(with: CompoundFile.signature) {
            self = .binaryWorkbook(try BinaryWorkbook(try CompoundFile(bytes)))
            return
        }
        if BinaryWorkbook.isBare(bytes) {
            self = .binaryWorkbook(try BinaryWorkbook(bytes))
            return
        }
        let package = try OfficePackage(bytes)
        let main = try package.main()
        switch try package.root(of: main) {
        case "workbook": self = .workbook(try Workbook(package, main: main))
        case "document": self = .document(try OfficeDocument(package, main: main))
        default: throw .otherKind
        }
    }

    /// The tables by name, and which of them are hidden.
    package var tables: [(name: String, isHidden: Bool)] {
        switch self {
        case .workbook(let workbook): workbook.sheets.map { ($0.name, $0.isHidden) }
        case .binaryWorkbook(let workbook): workbook.sheets.map { ($0.name, $0.isHidden) }
        case .document(let document): document.tables.map { ($0.name, false) }
        }
    }

    package func table(_ index: Int) throws(OfficeRefusal) -> OfficeTable {
        switch self {
        case .workbook(let workbook): try workbook.table(index)
        case .binaryWorkbook(let workbook): try workbook.table(index)
        case .document(let document): document.tables[index]
        }
    }

    /// The running text of a document; none of a workbook.
    package func paragraphs() throws(OfficeRefusal) -> [OfficeParagraph] {
        switch self {
        case .workbook, .binaryWorkbook: []
        case .document(let document): try document.paragraphs()
        }
    }
}
