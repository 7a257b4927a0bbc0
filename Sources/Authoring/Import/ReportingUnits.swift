import Content
import Text

/// Which unit reports each row of a table: a column says so, a line above or below the table, or whoever imports it.
struct ReportingUnits {
    private let columns: [Int]
    private let unitOfAll: String?
    private let personal = PersonalDataRemoval()
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
        let around = sheet.surroundings?.lines { Self.unit(in: $0, isUnit) != nil } ?? []
        unitOfAll = submission.speaker ?? (lines + around).lazy.compactMap { Self.unit(in: $0, isUnit) }.first
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
        let name = personal.removed(from: text, isContact: false).text
        let bare = Self.withoutStamp(lines(of: name).joined(separator: " "))
        return bare.isEmpty ? nil : bare
    }

    /// What stands before, or else behind, the place for a stamp: `明河市民政局（盖章）填报时间：…`.
    private static func withoutStamp(_ name: String) -> String {
        for stamp in ["盖章", "公章", "签章", "加盖公章", "单位盖章", "单位公章", "蓋章"] {
            for (open, close) in [("（", "）"), ("(", ")")] {
                guard let range = name.firstRange(of: open + stamp + close) else { continue }
                let before = trimmed(name[..<range.lowerBound])
                return before.isEmpty ? trimmed(name[range.upperBound...]) : before
            }
        }
        return name
    }
}
