import Content
import Office
import Text

/// Which unit reports each row of a table: a column says so, a line above or below the table, or whoever imports it.
struct ReportingUnits {
    private let columns: [Int]
    private let unitOfAll: String?
    /// As what a unit speaks, in the words of the table where it has some.
    let role: String

    init(
        _ submission: Submission, sheet: Spreadsheet, header: Int, rows: [Int], mapping: ColumnMapping,
        _ library: LibraryNames
    ) {
        let told = AuthorLanguage.allCases.map { language in
            library.guide.fields(of: .source, in: language).first { $0.key == "speakers" }?.text.headers ?? []
        }
        let known = told.joined().map(ImportField.folded)
        func isUnit(_ text: String) -> Bool { known.contains(ImportField.folded(text)) }
        columns = mapping.columns.indices.filter { isUnit(mapping.columns[$0].header) }
        let records = Set(rows)
        let lines = sheet.rows.enumerated().filter { $0.offset != header && !records.contains($0.element.number) }
            .map(\.element.cells).map { cells in cells.map(\.text).joined(separator: " ") }
        unitOfAll = submission.speaker ?? lines.lazy.compactMap { Self.unit(in: $0, isUnit) }.first
        let usual = AuthorLanguage.allCases.firstIndex(of: library.language).flatMap { told[$0].first } ?? ""
        role = columns.first.map { mapping.columns[$0].header } ?? usual
    }

    /// What follows a label in a line: `填报单位（盖章）：明河市民政局  联系人：…`.
    private static func unit(in line: String, _ isUnit: (String) -> Bool) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)[...]
        while let word = words.popFirst() {
            guard let colon = word.firstIndex(where: { "：:".contains($0) }), isUnit(String(word[..<colon])) else {
                continue
            }
            let rest = word[word.index(after: colon)...]
            return rest.isEmpty ? words.first.map(String.init) : String(rest)
        }
        return nil
    }

    func unit(of row: [CSVCell]) -> String? {
        let text = columns.lazy.map { row.text($0) }.first { !$0.isEmpty } ?? unitOfAll ?? ""
        let name = PersonalDataRemoval().removed(from: text, isContact: false).text
        return name.isEmpty ? nil : lines(of: name).joined(separator: " ")
    }
}

/// What the cells of a row are called, with those that are drawn as one with them: `表1!C7`, `表1!C7:C9`.
struct CellNames {
    private let sheet: Spreadsheet
    private let title: Int?

    init(_ sheet: Spreadsheet, title: Int?) { (self.sheet, self.title) = (sheet, title) }

    func name(row: Int, column: Int) -> String {
        var rows = row...row
        // Rows over which a title is drawn are one record; a cell may be drawn over more of them.
        for column in [title, column].compactMap(\.self) {
            for merge in sheet.merges where merge.rows.count > 1 && merge.rows.overlaps(rows) {
                guard sheet.columns.indices.contains(column), sheet.columns[column] == merge.columns.lowerBound else {
                    continue
                }
                rows = min(rows.lowerBound, merge.rows.lowerBound)...max(rows.upperBound, merge.rows.upperBound)
            }
        }
        let first = sheet.address(row: rows.lowerBound, column: column)
        let last = rows.count > 1 ? ":" + sheet.address(row: rows.upperBound, column: column) : ""
        return (sheet.table.map { $0 + "!" } ?? "") + first + last
    }
}
