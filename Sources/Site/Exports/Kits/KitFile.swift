import Content
import Foundation
import Markdown
import Text

/// A file of a kit that people take into their own tools.
package enum KitFile: String, CaseIterable, Sendable, Hashable {
    /// The whole kit as plain Markdown.
    case text
    /// An empty table of figures, with a row for each metric, in the columns that the library reads.
    case figures
    /// A table of tasks, with a row for each step.
    case tasks

    /// Nothing is to be done or measured yet of a proposal.
    static func files(of practice: PracticeRef) -> [KitFile] { practice.isProposed ? [.text] : allCases }

    /// The name under which a browser saves it.
    fileprivate func name(of practice: Practice) -> String {
        let name = practice.header.id.lastPathPart
        return switch self {
        case .text: "\(name).md"
        case .figures: "\(name)-figures.csv"
        case .tasks: "\(name)-tasks.csv"
        }
    }

    /// The bytes of the file; the address on the page holds them, so that a kit is one file.
    func bytes(of practice: PracticeRef, on page: PageContext) -> [UInt8] {
        switch self {
        case .text: Array(KitText(site: page.site, practice: practice, language: page.language).markdown.utf8)
        case .figures: emptyFigures(of: practice)
        case .tasks: emptyTasks(of: practice, language: page.language)
        }
    }
}

/// A file that a page carries in an address of its own (RFC 2397): a click saves it, with no file beside the page.
struct CarriedFile {
    var title: String
    var name: String
    var bytes: [UInt8]
}

extension CarriedFile {
    init(_ file: KitFile, of practice: PracticeRef, on page: PageContext) {
        title = page.strings[.kitFile, file]
        name = file.name(of: practice.record)
        bytes = file.bytes(of: practice, on: page)
    }
}

let carriedFileView = View<CarriedFile>(
    "carried file",
    [
        .text("title", "the words of the link") { file, _ in file.title },
        .text("name", "the name under which it is saved") { file, _ in file.name },
        .text("href", "the file itself, as an address") { file, _ in
            "data:\(mediaType(of: file.name) ?? "");charset=utf-8;base64,\(Data(file.bytes).base64EncodedString())"
        },
    ])

/// The columns of an observation file, with a row for each metric of the practice to fill in.
private func emptyFigures(of practice: PracticeRef) -> [UInt8] {
    emptyTable(TableHeader.observations, practice.metrics.map { ["metric": $0.record.id] })
}

private func emptyTasks(of practice: PracticeRef, language: Int) -> [UInt8] {
    emptyTable(
        TableHeader.tasks,
        practice.record.steps.map { ["title": $0.statement.text.best(language)?.value.plainText ?? ""] })
}

private func emptyTable(_ columns: [String], _ rows: [[String: String]]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(columns.map { .text($0) })
    for row in rows { writer.write(columns.map { name in row[name].map { .text($0) } ?? .empty }) }
    return writer.bytes
}
