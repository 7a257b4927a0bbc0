import Content
import Diagnostics
import Text

extension ImportTable {
    /// Leaves out rows that say the headers again, and what follows the headers of another table, which are told.
    ///
    /// - Parameters:
    ///   - isName: whether a text, folded, is the name of a field.
    ///   - isHeader: whether a text may stand among such names.
    mutating func passOverHeaders(
        _ isName: (String) -> Bool, beside isHeader: (String) -> Bool = { _ in false },
        _ diagnostics: inout [Diagnostic]
    ) {
        for header in headers { passOver(again: header) }
        // Most rows begin with something else, and many of them with the same.
        var known: [String: Bool] = [:]
        let other = rows.firstIndex { row in
            let first = row.cells.lazy.map { trimmed($0.text) }.first { !$0.isEmpty } ?? ""
            let mayBegin = known[first] ?? (Self.name(first).map { isName($0) || isHeader(first) } ?? false)
            known[first] = mayBegin
            return mayBegin && Self.isHeader(row, isName, isHeader)
        }
        guard let other else { return }
        diagnostics.append(Diagnostic(.anotherHeader, at: rows[other].cells.span, hint: .tableASheet))
        rows.removeSubrange(other...)
    }

    /// Whether a row says nothing but names of fields, and more than one.
    private static func isHeader(
        _ row: Spreadsheet.Row, _ isName: (String) -> Bool, _ isHeader: (String) -> Bool = { _ in false }
    ) -> Bool {
        var names: Set<String> = []
        for text in row.cells.lazy.map({ trimmed($0.text) }) where !text.isEmpty {
            guard let name = name(text) else { return false }
            if isName(name) { names.insert(name) } else if !isHeader(text) { return false }
        }
        return names.count > 1
    }

    /// Leaves out rows that say a row of headers again, as at the top of a new page.
    mutating func passOver(again header: [CSVCell]) {
        let names = header.map { trimmed($0.text) }
        guard names.contains(where: { !$0.isEmpty }) else { return }
        rows.removeAll { row in
            let count = max(names.count, row.cells.count)
            let isSame = (0..<count).allSatisfy { row.cells.text($0) == (names.indices.contains($0) ? names[$0] : "") }
            if isSame { remarks.append(.rowIsHeader(row.number)) }
            return isSame
        }
    }

    /// Whether the names of fields stand below each other, as in a form that somebody fills in for one case.
    ///
    /// - Parameter title: the column of the title.
    func standsUpright(title: Int?, _ isName: (String) -> Bool) -> Bool {
        func names(_ texts: [String]) -> [String] { texts.compactMap(Self.name).filter(isName) }
        let below = title.map { title in rows.map { $0.cells.text(title) }.filter { !$0.isEmpty } } ?? []
        if names(below).count * 2 > below.count { return true }
        let sides = sheet.rows.filter { row in
            !row.cells.text(0).isEmpty && row.cells.count { !trimmed($0.text).isEmpty } > 1
                && !Self.isHeader(row, isName)
        }
        let found = names(sides.map { $0.cells.text(0) })
        return Set(found).count > 2 && found.count * 2 > sides.count
    }

    /// A text as names of fields are compared; nil where it is too long to be one.
    private static func name(_ text: String) -> String? {
        text.utf8.count > 60 ? nil : ImportField.folded(trimmed(text))
    }
}
