import Content
import Diagnostics
import Office
import Text

/// A table that an office has: a workbook, a table of a document, or CSV in any usual encoding.
package struct Spreadsheet: Sendable {
    /// A file that cannot be read as a table.
    package enum Refusal: Error, Equatable {
        /// What it is, and what to do about it.
        case told(Phrase)
        /// Problems at places of a file.
        case found([Diagnostic], in: SourceTree.File)
    }

    /// What somebody says of the file.
    package struct Options: Sendable {
        package var encoding: TextEncoding?
        /// The name or the number, from 1, of a sheet or of a table of a document.
        package var sheet: String?

        package init() {}
    }

    /// A row with something in it.
    struct Row: Sendable {
        /// As a spreadsheet shows it, from 1.
        var number: Int
        var cells: [CSVCell]
    }

    /// A text in UTF-8: places in it are what problems are shown at.
    package var file: SourceTree.File
    /// What the table is called, if somebody chose it.
    package var name: String?
    /// What the table is called in its workbook or document.
    var table: String?
    /// The running text of a document that stands around its tables.
    var surroundings: TableSurroundings?
    var rows: [Row] = []
    /// For each cell of a row, the column of the sheet it stands in, from 0. Rows of CSV may be longer or shorter.
    var columns: [Int] = []
    var merges: [OfficeTable.Merge] = []
    /// Where numbers begin in the file that a workbook keeps as such: 2025.10 is 2025.1 there.
    var numbers: Set<Int> = []
    /// Whether the file keeps texts apart from numbers, which CSV does not.
    var keepsTexts = false
    /// Cells whose text is not what it should be, by where they begin in the file.
    var faults: [Int: OfficeTable.Fault] = [:]
    /// What was read in another way than it stands there, and what is there beside.
    var remarks: [Phrase] = []
    var diagnostics: [Diagnostic] = []

    package init(path: String, bytes: [UInt8], options: Options = Options()) throws(Refusal) {
        file = SourceTree.File(path: path, bytes: [])
        if let refusal = Self.refusal(of: bytes, path) { throw .told(refusal) }
        if OfficeFile.isOne(bytes) {
            try readOffice(bytes, options)
        } else {
            guard options.sheet == nil else { throw .told(.hasNoSheets(path)) }
            try readText(bytes, options)
        }
    }

    /// What is told of files that look like text to a reader of tables, and are none.
    private static func refusal(of bytes: [UInt8], _ path: String) -> Phrase? {
        if path.lastPathPart.hasPrefix("~$") { return .officeIsOwnerFile(path).suggesting(.closeAndReadOriginal) }
        if bytes.starts(with: "%PDF".utf8) { return .fileIsPDF(path).suggesting(.saveAsDOCX) }
        return nil
    }

    /// The cell's address as a spreadsheet shows it: `C7`.
    func address(row: Int, column: Int) -> String {
        letters(of: column) + "\(row)"
    }

    /// The year of a cell such as 2025.1, which may be January or October; nil where somebody typed it as a text.
    func yearOfTenth(_ cell: CSVCell) -> String? {
        guard !keepsTexts || numbers.contains(cell.span.range.lowerBound) else { return nil }
        return OfficeTime.yearOfTenth(cell.text)
    }

    /// The letters of the column that the cells at an index stand in.
    func letters(of column: Int) -> String {
        OfficeTable.letters(of: columns.indices.contains(column) ? columns[column] : column)
    }
}

extension [CSVCell] {
    /// From the first cell to the last, of a row that has any. Cells that are drawn over several rows stand further up.
    var span: SourceSpan {
        let end = reduce(0) { Swift.max($0, $1.span.range.upperBound) }
        return SourceSpan(path: self[0].span.path, range: self[0].span.range.lowerBound..<end)
    }

    func text(_ index: Int) -> String { indices.contains(index) ? trimmed(self[index].text) : "" }
}
