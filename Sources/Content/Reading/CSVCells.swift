import Diagnostics
import Text

/// A field of a CSV file whose columns are not known beforehand, such as a spreadsheet of an office.
package struct CSVCell: Sendable, Equatable {
    package var text: String
    package var span: SourceSpan

    package init(text: String, span: SourceSpan) {
        (self.text, self.span) = (text, span)
    }
}

/// The rows of a CSV file as they stand.
///
/// - Parameter start: where the first row begins.
package func readCells(
    _ file: SourceTree.File, from start: Int, separator: UInt8, diagnostics: inout [Diagnostic]
) -> [[CSVCell]] {
    var scanner = CSVScanner(file.bytes, from: start, separator: separator)
    var rows: [[CSVCell]] = []
    var fields: [CSVScanner.Field] = []
    while scanner.readRow(into: &fields) {
        rows.append(
            fields.map {
                CSVCell(text: scanner.string($0), span: SourceSpan(path: file.path, range: $0.range))
            })
    }
    diagnostics += scanner.problems(in: file.path)
    return rows
}

/// The headers of the tables of a library.
package enum TableHeader {
    package static let observations = ObservationColumn.allCases.map(\.name)
    /// What stands in the columns of a table of figures.
    package static let observationFields = ObservationColumn.allCases.map(\.known)
    package static let tasks = PlanTask.fields.map(\.key)
    package static let checkpoints = Checkpoint.fields.map(\.key)
    package static let people = PersonTitle.fields.map(\.key)
    package static let corrections = Correction.fields.map(\.key)
}
