import Diagnostics
import Text

/// A row of a table of figures, cell by cell.
struct EditableRow: EditableRecord {
    let id: String
    let path: String
    let languages: [String]
    /// The columns by name: `note`, `note.en`.
    let columns: [String: Int]
    let cells: [CSVCell]

    private func cell(_ field: KnownField, _ language: Int) -> CSVCell? {
        let name = language == 0 ? field.key : field.key + "." + languages[language]
        return columns[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }

    func text(of field: KnownField, language: Int) -> String {
        let text = cell(field, language)?.text ?? ""
        return field.shape == .texts ? text.replacing(";", with: "\n") : text.onOneLine
    }

    func edits(of field: KnownField, language: Int, to lines: [String]) -> [TextEdit]? {
        guard let cell = cell(field, language) else { return nil }
        let text = lines.joined(separator: field.shape == .texts ? ";" : " ")
        return [TextEdit(path: path, range: cell.span.range, text: CSVWriter.field(text))]
    }
}

func editableRows(_ file: SourceTree.File, languages: [String]) -> [EditableRow] {
    var problems: [Diagnostic] = []
    let rows = readCells(
        file, from: byteOrderMarkLength(file.bytes), separator: UInt8(ascii: ","), diagnostics: &problems)
    guard let header = rows.first else { return [] }
    let columns = Dictionary(header.enumerated().map { ($1.text, $0) }) { first, _ in first }
    guard let id = columns["id"] else { return [] }
    return rows.dropFirst().compactMap { cells in
        guard cells.indices.contains(id), !cells[id].text.isEmpty else { return nil }
        return EditableRow(id: cells[id].text, path: file.path, languages: languages, columns: columns, cells: cells)
    }
}
