import Content
import Markdown

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
    func render(_ file: KitFile, ofPractice index: Int, language: Int) -> [UInt8] {
        switch file {
        case .text: Array(KitText(site: self, practice: index, language: language).markdown.utf8)
        case .figures: emptyFigures(ofPractice: index)
        case .tasks: emptyTasks(ofPractice: index, language: language)
        }
    }

    /// The columns of an observation file, with a row for each metric of the practice to fill in.
    private func emptyFigures(ofPractice index: Int) -> [UInt8] {
        var writer = CSVWriter()
        let columns = TableHeader.observations
        writer.write(columns.map { .text($0) })
        var seen: Set<Int> = []
        for metric in library.relations.outcomesOfPractice[index].map({ library.relations.metricOfObservation[$0] })
        where metric >= 0 && seen.insert(metric).inserted {
            writer.write(columns.map { $0 == "metric" ? .text(library.metrics[metric].id) : .empty })
        }
        return writer.bytes
    }

    private func emptyTasks(ofPractice index: Int, language: Int) -> [UInt8] {
        var writer = CSVWriter()
        let columns = TableHeader.tasks
        writer.write(columns.map { .text($0) })
        for step in library.practices[index].steps {
            let title = step.statement.text.best(language)?.value.plainText ?? ""
            writer.write(columns.map { $0 == "title" ? .text(title) : .empty })
        }
        return writer.bytes
    }
}
