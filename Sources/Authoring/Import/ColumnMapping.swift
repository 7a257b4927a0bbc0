import Content
import Diagnostics
import Text

/// Which column of a spreadsheet fills which field.
package struct ColumnMapping: Sendable {
    /// A header and the field that somebody says it fills; ‘-’ leaves the column out.
    package struct Choice: Sendable, Equatable {
        package var header: String
        package var field: String
        /// Whether the table must have the column; a mapping that is kept in a file may name others.
        package var isRequired: Bool

        package init(header: String, field: String, isRequired: Bool = true) {
            (self.header, self.field, self.isRequired) = (header, field, isRequired)
        }

        package static let leaveOut = "-"
    }

    /// One column of the table.
    package struct Column: Sendable, Equatable {
        package var header: String
        /// Its letters in a spreadsheet.
        package var address: String
        package var use: Use

        /// The field it fills, even if no row has something in it.
        var field: String?
    }

    /// What becomes of a column.
    package enum Use: Sendable, Equatable {
        case field(String)
        /// No field was found for it.
        case unknown
        /// Somebody left it out.
        case leftOut
        /// It numbers the rows.
        case runningNumber
        /// It has no header.
        case unnamed
        /// No row has something in it.
        case empty
    }

    package private(set) var columns: [Column] = []

    /// Of a table without columns.
    init() {}

    /// The columns that fill a field, from left to right.
    func indices(of key: String) -> [Int] {
        columns.indices.filter { columns[$0].field == key }
    }

    /// Says what a column is found to fill that its header does not name.
    mutating func fill(_ index: Int, _ key: String) {
        (columns[index].use, columns[index].field) = (.field(key), key)
    }

    /// - Parameter choices: what somebody says; the rest is found by what headers are usual.
    init(
        _ header: [CSVCell], rows: [[CSVCell]], fields: [ImportField], choices: [Choice], sheet: Spreadsheet,
        diagnostics: inout [Diagnostic]
    ) {
        for (index, cell) in header.enumerated() {
            // A header that is broken into lines; between Chinese ones stands no space.
            let name = lines(of: cell.text).reduce(into: "") { name, line in
                if let last = name.unicodeScalars.last, let first = line.unicodeScalars.first,
                    !last.joinsLine(before: first)
                {
                    name += " "
                }
                name += line
            }
            let folded = ImportField.folded(name)
            let choice = choices.last { ImportField.folded($0.header) == folded }
            let field = choice?.field ?? fields.first { $0.headers.contains(folded) }?.key
            let isLeftOut = choice?.field == Choice.leaveOut
            let use: Use =
                if !rows.contains(where: { !$0.text(index).isEmpty }) {
                    .empty
                } else if isLeftOut {
                    .leftOut
                } else if let field {
                    .field(field)
                } else {
                    Self.runningNumbers.contains(folded) ? .runningNumber : name.isEmpty ? .unnamed : .unknown
                }
            columns.append(
                Column(
                    header: name, address: sheet.letters(of: index), use: use, field: isLeftOut ? nil : field))
        }
        reportTwins(header, fields: fields, diagnostics: &diagnostics)
    }

    private static let runningNumbers: Set<String> = ["序号", "编号", "序", "号", "no.", "no", "#", "nr", "行号"]

    /// Two columns for one field would leave the second unread, unless it is a list or the body.
    private func reportTwins(_ header: [CSVCell], fields: [ImportField], diagnostics: inout [Diagnostic]) {
        for field in fields where !field.takesSeveral {
            let twins = indices(of: field.key).filter { columns[$0].use != .empty }
            guard let first = twins.first else { continue }
            for twin in twins.dropFirst() {
                let (one, other) = (columns[first].header, columns[twin].header)
                diagnostics.append(
                    Diagnostic(
                        .columnsFillOneField(first: one, second: other, field: field.key), at: header[twin].span,
                        hint: .leaveColumnOut(other)))
            }
        }
    }
}
