import Content
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

    /// - Parameter prefix: the folder of the language.
    func path(of practice: Practice, prefix: String) -> String {
        switch self {
        case .text: "\(prefix)kits/\(practice.header.id).md"
        case .figures: "\(prefix)kits/\(practice.header.id)-figures.csv"
        case .tasks: "\(prefix)kits/\(practice.header.id)-tasks.csv"
        }
    }
}

extension Site {
    func kitFiles(of practice: PracticeRef, language: Int) -> [SiteFile] {
        KitFile.allCases.map { file in
            SiteFile(path: file.path(of: practice.record, prefix: plan.prefix(of: language))) {
                switch file {
                case .text: Array(KitText(site: self, practice: practice, language: language).markdown.utf8)
                case .figures: emptyFigures(of: practice)
                case .tasks: emptyTasks(of: practice, language: language)
                }
            }
        }
    }
}

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
