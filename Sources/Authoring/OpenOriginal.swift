import Content
import Diagnostics
import Office
import Text

/// Finds the paragraphs of a source in its original: the cells of a workbook, of tables of a document and of CSV by their
/// names, lines of other texts by their numbers.
package func openOriginal(_ file: SourceTree.File, _ source: Source) -> Result<Original, Original.Unreadable> {
    let hasCells = source.paragraphs.contains { $0.name != nil }
    let cells: (String) -> String?
    var paragraphs: [Int: String] = [:]
    do throws(Spreadsheet.Refusal) {
        if OfficeFile.isOne(file.bytes) {
            let office = try readOffice(file)
            (cells, paragraphs) = (try officeCells(office, file), try officeParagraphs(office, file))
        } else if hasCells {
            cells = try textCells(file)
        } else {
            return .success(Original(file))
        }
    } catch {
        return .failure(Original.Unreadable(error.phrase(file.path)))
    }
    return .success(
        Original(
            path: file.path,
            paragraphs: source.paragraphs.compactMap { paragraph in
                let text = paragraph.name.map(cells) ?? paragraphs[paragraph.number]
                guard let text else { return nil }
                let name = paragraph.name ?? "P\(paragraph.number)"
                return (paragraph.number, name, lines(of: text).joined(separator: "\n"))
            }))
}

private func readOffice(_ file: SourceTree.File) throws(Spreadsheet.Refusal) -> OfficeFile {
    do throws(OfficeRefusal) {
        return try OfficeFile(file.bytes)
    } catch {
        throw .told(Spreadsheet.phrase(for: error, file.path))
    }
}

/// The running text of a document, by the numbers of its paragraphs.
private func officeParagraphs(
    _ office: OfficeFile, _ file: SourceTree.File
) throws(Spreadsheet.Refusal) -> [Int: String] {
    do throws(OfficeRefusal) {
        return Dictionary(try office.paragraphs().map { ($0.number, $0.text) }) { first, _ in first }
    } catch {
        throw .told(Spreadsheet.phrase(for: error, file.path))
    }
}

/// The text of cells by their name, of those that are drawn as one (`表1!C7:C9`) one below the other.
private func officeCells(
    _ office: OfficeFile, _ file: SourceTree.File
) throws(Spreadsheet.Refusal) -> (String) -> String? {
    var texts: [String: String] = [:]
    do throws(OfficeRefusal) {
        for (index, named) in office.tables.enumerated() {
            for row in try office.table(index).rows {
                for cell in row.cells {
                    texts["\(named.name)!\(OfficeTable.letters(of: cell.column))\(row.number)"] = cell.text
                }
            }
        }
    } catch {
        throw .told(Spreadsheet.phrase(for: error, file.path))
    }
    return { name in text(of: name, in: texts) }
}

/// The cells of a text in any encoding.
private func textCells(_ file: SourceTree.File) throws(Spreadsheet.Refusal) -> (String) -> String? {
    var options = Spreadsheet.Options()
    if case .unsure = TextEncoding.find(file.bytes) { options.encoding = .big5 }
    let sheet = try Spreadsheet(path: file.path, bytes: file.bytes, options: options)
    var texts: [String: String] = [:]
    for row in sheet.rows {
        for (column, cell) in row.cells.enumerated() {
            texts[sheet.address(row: row.number, column: column)] = cell.text
        }
    }
    return { name in text(of: name, in: texts) }
}

private func text(of name: String, in texts: [String: String]) -> String? {
    guard let colon = name.lastIndex(of: ":"), let last = OfficeTable.place(name[name.index(after: colon)...]) else {
        return texts[name]
    }
    let start = name[..<colon]
    let table = start.lastIndex(of: "!").map { start[...$0] } ?? ""
    guard let first = OfficeTable.place(start.dropFirst(table.count)), first.row <= last.row else { return nil }
    let cells = (first.row...last.row).compactMap { texts["\(table)\(OfficeTable.letters(of: first.column))\($0)"] }
    return cells.isEmpty ? nil : cells.joined(separator: "\n")
}

extension Spreadsheet.Refusal {
    /// What it is in one sentence.
    fileprivate func phrase(_ path: String) -> Phrase {
        switch self {
        case .told(let phrase): phrase
        case .found: .isNoText(path)
        }
    }
}
