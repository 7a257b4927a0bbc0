import Content
import Diagnostics

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
        /// Nil where no field was found for it, or somebody left it out.
        package var field: String?
        package var isLeftOut = false
        /// Whether any row has something in it.
        package var isUsed = true
    }

    package private(set) var columns: [Column] = []

    /// Of a table without columns.
    init() {}

    /// The columns that fill a field, from left to right.
    func indices(of key: String) -> [Int] {
        columns.indices.filter { columns[$0].field == key }
    }

    /// - Parameter choices: what somebody says; the rest is found by what headers are usual.
    init(
        _ header: [CSVCell], rows: [[CSVCell]], fields: [ImportField], choices: [Choice],
        diagnostics: inout [Diagnostic]
    ) {
        for (index, cell) in header.enumerated() {
            let name = trimmed(cell.text)
            var column = Column(header: name)
            column.isUsed = rows.contains { index < $0.count && !trimmed($0[index].text).isEmpty }
            if let choice = choices.last(where: { ImportField.folded($0.header) == ImportField.folded(name) }) {
                column.isLeftOut = choice.field == Choice.leaveOut
                column.field = column.isLeftOut ? nil : choice.field
            } else {
                column.field = fields.first { $0.headers.contains(ImportField.folded(name)) }?.key
            }
            columns.append(column)
        }
        reportTwins(header, fields: fields, diagnostics: &diagnostics)
    }

    /// Two columns for one field would leave the second unread. Only the body is made of several.
    private func reportTwins(_ header: [CSVCell], fields: [ImportField], diagnostics: inout [Diagnostic]) {
        for field in fields {
            if case .body = field.filling { continue }
            let twins = indices(of: field.key).filter { columns[$0].isUsed }
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
