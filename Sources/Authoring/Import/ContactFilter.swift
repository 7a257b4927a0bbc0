import Content
import Diagnostics
import Text

/// Takes telephone numbers and the like out of the cells that fill fields, and remembers where they stood.
struct ContactFilter {
    private struct Column {
        var found: [PersonalData.Kind: Int] = [:]
        var cells: [String] = []
    }

    private let mapping: ColumnMapping
    private let sheet: Spreadsheet
    private let personal = PersonalDataRemoval()
    /// Of the columns that are looked through, whether the header says that they hold such numbers.
    private let areContacts: [Int: Bool]
    private var columns: [Int: Column] = [:]
    /// By where they begin: a cell that is drawn over several rows is told once.
    private var told: Set<Int> = []

    /// - Parameter fields: those whose columns are looked through.
    init(_ sheet: Spreadsheet, mapping: ColumnMapping, fields: [ImportField]) {
        (self.sheet, self.mapping) = (sheet, mapping)
        let columns = fields.flatMap { mapping.indices(of: $0.key) }.map { index in
            let header = ImportField.folded(mapping.columns[index].header)
            return (index, Self.words.contains { header.contains($0) })
        }
        areContacts = Dictionary(columns) { first, _ in first }
    }

    /// The cells of a row as they may be taken over.
    mutating func filtered(_ row: Spreadsheet.Row) -> [CSVCell] {
        var cells = row.cells
        for (index, isContact) in areContacts {
            let (text, found) = personal.removed(from: cells[index].text, isContact: isContact)
            guard !found.isEmpty else { continue }
            cells[index].text = text
            guard told.insert(cells[index].span.range.lowerBound).inserted else { continue }
            columns[index, default: Column()].found.merge(found, uniquingKeysWith: +)
            columns[index, default: Column()].cells.append(sheet.address(row: row.number, column: index))
        }
        return cells
    }

    /// The cells in which something was left out.
    var cells: [String] { columns.sorted { $0.key < $1.key }.flatMap(\.value.cells) }

    /// What was left out, a line a column.
    var remarks: [Phrase] {
        columns.sorted { $0.key < $1.key }.map { index, column in
            let counts = PersonalData.Kind.allCases.compactMap { kind in column.found[kind].map(kind.counted) }
            let cells = column.cells.prefix(5) + (column.cells.count > 5 ? ["…"] : [])
            return Phrase.contactsLeftOut(header: mapping.columns[index].header, found: counts, cells: Array(cells))
        }
    }

    /// In a column with such a header seven or eight digits are a telephone.
    private static let words = ["电话", "手机", "联系", "座机", "传真", "phone", "mobile", "contact", "tel"]
}

extension PersonalData.Kind {
    func counted(_ count: Int) -> Phrase {
        switch self {
        case .identityNumber: .identityNumbers(count)
        case .bankCard: .bankCards(count)
        case .mobile: .mobileNumbers(count)
        case .telephone: .telephoneNumbers(count)
        case .emailAddress: .emailAddresses(count)
        }
    }
}
