import Content
import Office
import Text

/// The running text around a table of a document: its title, its unit, who filled it in.
struct TableSurroundings {
    /// What stands before the first table, between each of them and the next, and behind the last.
    let passages: [[String]]
    /// Which of the tables it is, from 0.
    let table: Int

    /// The lines right above the table, unless they go on with a text.
    var titles: [String] {
        passages[table].suffix(Self.mostTitles).filter { $0.count <= Self.longestTitle && !ImportTable.isRemark($0) }
    }

    /// The lines right above the table, unless labels such as the one of its unit stand below tables: then those above it are
    /// of the one before.
    func titles(but isLabel: (String) -> Bool) -> [String] {
        standBelow(isLabel) ? titles.filter { !isLabel($0) } : titles
    }

    /// The labels right below the table.
    func below(with isLabel: (String) -> Bool) -> [String] {
        standBelow(isLabel) ? passages[table + 1].prefix(Self.mostTitles).filter(isLabel) : []
    }

    private func standBelow(_ isLabel: (String) -> Bool) -> Bool {
        guard let first = passages.first, let last = passages.last else { return false }
        return !first.contains(where: isLabel) && last.contains(where: isLabel)
    }

    /// What stands above the table in its document is a title of it only near by.
    private static let (mostTitles, longestTitle) = (4, 40)

    /// The lines around the table among which its label stands. Where there are several tables, a line between two of them
    /// may be of either: the first and the last passage tell whether labels stand above the tables or below them. One label at
    /// the beginning or the end of a document is that of all its tables.
    ///
    /// - Parameter isLabel: whether a line is such a label.
    func lines(with isLabel: (String) -> Bool) -> [String] {
        let labelled = passages.indices.filter { passages[$0].contains(where: isLabel) }
        guard let first = labelled.first, let last = labelled.last else { return [] }
        let (isAbove, isBelow) = (first == 0, last == passages.count - 1)
        guard isAbove || isBelow else { return [] }
        if first == last { return passages[first] }
        return passages[isAbove ? table : table + 1]
    }
}

extension TableSurroundings {
    init(_ paragraphs: [OfficeParagraph], table: Int, of count: Int) {
        var passages: [[String]] = Array(repeating: [], count: count + 1)
        for paragraph in paragraphs where passages.indices.contains(paragraph.tablesAbove) {
            passages[paragraph.tablesAbove].append(trimmed(paragraph.text))
        }
        self.init(passages: passages, table: table)
    }
}
