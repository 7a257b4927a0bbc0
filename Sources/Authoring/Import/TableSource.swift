import Content
import Diagnostics
import Office
import Text

/// A submitted table as a source: a paragraph a cell that fills a field with text, said by the unit that reports the row.
/// What people can be reached by is in neither.
struct TableSource {
    private let submission: Submission
    private let source: CitedSource
    private let document: SourceDocument
    private let leftOut: [String]
    private let columnsLeftOut: [String]
    private let title: String?
    /// By row and column, where each text stands.
    private(set) var cited: [[Int: CitedText]] = []
    /// The cells that an existing record does not know.
    private var unknown: [String] = []

    /// - Parameters:
    ///   - rows: those that become records, without what people can be reached by.
    ///   - header: the index of the row with the headers.
    init(
        _ submission: Submission, rows: [[CSVCell]], numbers: [Int], of sheet: Spreadsheet, header: Int,
        mapping: ColumnMapping, task: SpreadsheetImport, leftOut: [String]
    ) {
        (self.submission, self.leftOut) = (submission, leftOut)
        columnsLeftOut = mapping.columns.filter { [.unknown, .leftOut].contains($0.use) }.map(\.header)
        let library = task.library
        var document = SourceDocument(name: submission.name, bytes: submission.bytes, paragraphs: [])
        let units = ReportingUnits(submission, sheet: sheet, header: header, rows: numbers, mapping: mapping, library)
        let names = CellNames(sheet, title: mapping.indices(of: "title").first)
        let texts = Set(task.fields.filter(\.holdsText).map(\.key))
        let columns = mapping.columns.indices.filter { mapping.columns[$0].field.map(texts.contains) == true }
        var places: [[Int: Int]] = []
        for (row, number) in zip(rows, numbers) {
            let section = "r\(number)"
            let inRow = library.guide.phrase(.inRow, ["row": "\(number)"], in: library.language)
            document.sections.append(.init(id: section, title: inRow))
            let place = task.place(of: row, mapping: mapping)
            let speaker = units.unit(of: row).map {
                document.addSpeaker($0, role: units.role, place: place, readings: library.readings)
            }
            var cells: [Int: Int] = [:]
            for column in columns where !row.text(column).isEmpty {
                let count = document.paragraphs.count + 1
                guard count <= Self.mostParagraphs else { continue }
                let isTitle = mapping.columns[column].field == "title"
                document.paragraphs.append(
                    .init(
                        number: count, name: names.name(row: number, column: column), section: section,
                        kind: isTitle ? "heading" : "cell", speaker: speaker,
                        text: lines(of: row.text(column)).joined(separator: "\n")))
                if isTitle { document.sections[document.sections.count - 1].heading = count }
                cells[column] = count - 1
            }
            places.append(cells)
        }
        self.document = document
        source = CitedSource(submission, in: library, names: Set(document.paragraphs.compactMap(\.name)))
        title = Self.title(of: sheet.rows[..<header])
        let known = source.known.map { known in
            Dictionary(known.paragraphs.map { ($0.name ?? "", $0.number) }) { first, _ in first }
        }
        for cells in places {
            cited.append(
                cells.compactMapValues { index in
                    let paragraph = document.paragraphs[index]
                    guard let number = known.map({ $0[paragraph.name ?? ""] }) ?? paragraph.number else {
                        unknown.append(paragraph.name ?? "")
                        return nil
                    }
                    return CitedText(source: source.id, paragraph: number, text: paragraph.text)
                })
        }
    }

    /// Locators have five digits at most.
    private static let mostParagraphs = 99_999

    /// What stands above the headers and is neither a label nor a remark.
    private static func title(of rows: ArraySlice<Spreadsheet.Row>) -> String? {
        let texts = rows.flatMap(\.cells).map { lines(of: $0.text).joined(separator: " ") }
        return texts.filter { $0.count > 4 && !$0.contains { "：:".contains($0) } }.max { $0.count < $1.count }
            .map { PersonalDataRemoval().removed(from: $0, isContact: false).text }
    }

    // MARK: The record

    /// The record, unless the library has it. What is cited appeared in the table itself.
    var file: NewFile? {
        source.file(
            of: document, title: title, outlet: title ?? submission.stem, numbering: .cellsNumbered, leftOut: leftOut,
            columns: columnsLeftOut)
    }

    var citation: Phrase {
        source.known == nil
            ? .sourceOfTable(path: source.path, paragraphs: document.paragraphs.count, units: document.speakers.count)
            : .sourceKnown(source.path)
    }

    /// What it does not know.
    var remarks: [Phrase] {
        var remarks: [Phrase] = unknown.isEmpty ? [] : [.cellsNotInSource(unknown)]
        if document.speakers.isEmpty, source.known == nil { remarks.append(.nobodyReports) }
        return remarks
    }
}

extension ImportField {
    /// Whether it holds text that somebody reported, and not a word, a number, a time or a name of the library.
    var holdsText: Bool {
        switch filling {
        case .identity: key == "title"
        case .locators, .time: false
        case .body: true
        case .value(let field):
            [.statement, .statements, .entries, .prose, .localized, .text].contains(field.shape)
        }
    }
}
