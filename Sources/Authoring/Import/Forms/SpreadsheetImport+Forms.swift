import Content
import Diagnostics
import Text

extension SpreadsheetImport {
    /// Says instead of a form's name that the table is none.
    private static let noForm = "-"

    /// Why the form that is named cannot be followed; nil if it can, or none is named.
    var formMistake: Phrase? {
        guard let formName, formName != Self.noForm else { return nil }
        guard let form = form(named: formName) else {
            let forms = library.guide.forms
            let hint = Diagnostic.Hint.nearest(to: formName, among: forms.flatMap(\.allNames))
            return .noForm(formName).suggesting(hint ?? .formsAre(forms.map(\.id)))
        }
        guard let rows = form.kind, rows != kind else { return nil }
        return .formOfOtherKind(form: formName, kind: rows.rawValue)
    }

    /// The form that the table is: the one that is named, else the one whose headers stand in a row.
    func form(of sheet: Spreadsheet) -> FormProfile? {
        if let formName { return form(named: formName) }
        let rows = headerRow.map { number in sheet.rows.filter { $0.number == number } } ?? sheet.rows
        let headers = rows.prefix(Self.rowsAboveHeader).map { row in
            Set(row.cells.map { ImportField.folded(trimmed($0.text)) })
        }
        let forms = library.guide.forms.filter { $0.kind == kind }
        return forms.compactMap { form in headers.compactMap(form.likeness).max().map { (form, $0) } }
            .max { $0.1 < $1.1 }?.0
    }

    private func form(named name: String) -> FormProfile? {
        library.guide.forms.first { $0.allNames.contains(name) }
    }

    /// Tells of each cell that is longer than the form allows. Nothing is cut.
    func lengthWarnings(_ rows: [Spreadsheet.Row], _ mapping: ColumnMapping, _ form: FormProfile?) -> [Diagnostic] {
        var warnings: [Diagnostic] = []
        for (index, column) in mapping.columns.enumerated() where column.field != nil {
            guard let limit = FormProfile.limit(under: column.header, in: form) else { continue }
            // A cell that is drawn over several rows stands in each of them.
            var told: Set<Int> = []
            for cell in rows.compactMap({ $0.cells.indices.contains(index) ? $0.cells[index] : nil }) {
                let count = wordCount(cell.text)
                guard count > limit, told.insert(cell.span.range.lowerBound).inserted else { continue }
                let header = String(column.header.prefix { !"（(".contains($0) })
                warnings.append(
                    Diagnostic(
                        .textTooLong(header: header, count: count, limit: limit), at: cell.span, hint: .shortenInSheet))
            }
        }
        return warnings
    }
}
