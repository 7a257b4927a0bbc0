import Authoring
import Content
import Site
import TestSupport
import Text

/// A file that somebody sent: its first byte says what its name ends with, or that the parts of a workbook or a document
/// follow, which are put into a zip, since no change of a packed file would get past its check sums.
func importTable(_ bytes: [UInt8]) async -> [String] {
    let choice = bytes.first ?? 0
    let text = Array(bytes.dropFirst())
    let (name, content): (String, [UInt8]) =
        switch choice % 4 {
        case 0: ("a.csv", text)
        case 1: ("a.xlsx", text)
        case 2: ("a.xlsx", zip(workbookParts, text))
        default: ("a.docx", zip(["word/document.xml"], text))
        }
    var options = Spreadsheet.Options()
    if choice & 4 != 0 { options.sheet = "1" }
    if choice & 8 != 0 { options.encoding = TextEncoding.allCases[Int(choice >> 4) % TextEncoding.allCases.count] }
    let files = NewLibrary(language: .chinese).files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) }
    let names = await FuzzNames.shared.value
    let submission = Submission(name: name, bytes: content)
    do throws(Spreadsheet.Refusal) {
        if choice & 32 != 0 {
            let (plan, text) = try ListImport(submission, library: names).plan(path: name)
            tell(plan.diagnostics, in: [text])
        }
        let sheet = try Spreadsheet(path: name, bytes: content, options: options)
        let figures = await FuzzNames.figures.value
        tell(await figures.plan(sheet).table.diagnostics, in: [sheet.file] + figures.files)
        for kind in ImportKind.allCases where kind != .observation {
            var task = SpreadsheetImport(kind, library: names)
            task.defaults = [(field: "place", text: "example-city")]
            task.takesContacts = choice & 64 != 0
            task.submission = submission
            let plan = task.plan(sheet)
            tell(plan.diagnostics, in: [sheet.file])
            guard plan.diagnostics.isEmpty else { continue }
            // What was written is read again.
            let records = plan.records.map(\.file) + [plan.source].compactMap(\.self)
            _ = await readLibrary(SourceTree(files: files + records), options: BuildOptions())
        }
    } catch {
        if case .found(let diagnostics, let file) = error { tell(diagnostics, in: [file]) }
    }
    return []
}

private enum FuzzNames {
    static let figures = Task {
        let files = NewLibrary(language: .chinese).files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) }
        var figures = await FigureImport(reading: SourceTree(files: files))
        figures.task.defaults = [(field: "place", text: "example-city"), (field: "role", text: "result")]
        figures.takesProposals = true
        return figures
    }
    static let shared = Task {
        let files = NewLibrary(language: .chinese).files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) }
        return await LibraryNames(reading: SourceTree(files: files))
    }
}

private let workbookParts = [
    "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
]

private let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/// A list of what a part leads to.
private func relationships(_ type: String, to target: String) -> [UInt8] {
    let list = "http://schemas.openxmlformats.org/package/2006/relationships"
    let entry = "<Relationship Id=\"rId1\" Type=\"\(relations)\(type)\" Target=\"\(target)\"/>"
    return Array("<Relationships xmlns=\"\(list)\">\(entry)</Relationships>".utf8)
}

/// The parts, which a byte 0 divides, under their names, with what a package needs beside them.
private func zip(_ names: [String], _ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    var entries = [
        HostileZip.Entry("_rels/.rels") { $0.content = relationships("officeDocument", to: names[0]) },
        HostileZip.Entry("xl/_rels/workbook.xml.rels") {
            $0.content = relationships("worksheet", to: "worksheets/sheet1.xml")
        },
    ]
    for (name, part) in Swift.zip(names, parts) { entries.append(HostileZip.Entry(name) { $0.content = Array(part) }) }
    return HostileZip("made of parts", entries).bytes
}
