import Content
import Diagnostics
import Text

/// The page for the editor that stands alone: problems by file, thin records, figures and terms with gaps.
struct EditorReport {
    var problems: [DiagnosticWriter.Resolved]

    static let view = View<EditorReport>(
        "report",
        [
            .text("lang", "the language of the report") { _, page in page.library.languages[page.language] },
            .text("title", "the title of the site") { _, page in page.library.configuration.title[page.language] },
            .text("summary", "how many problems there are") { report, page in
                page.strings.format(.reportProblems, count: report.problems.count)
            },
            .list("files", of: fileView, "problems by file") { report, _ in
                Dictionary(grouping: report.problems, by: \.place.path).sorted { $0.key < $1.key }.map {
                    FileOfReport(path: $0.key, problems: $0.value)
                }
            },
            .list("thin", of: rowView, "practices with the items that nobody tells, the thinnest first") { _, page in
                page.thinPractices
            },
            .list("figures", of: rowView, "figures without period, denominator or baseline") { _, page in
                page.unmeasuredFigures
            },
            .list("terms", of: rowView, "terms that their source leaves unexplained") { _, page in
                page.library.glossary.filter(\.isUnexplained).map {
                    ReportRow(name: $0.term[0], path: $0.span.path, count: 0, note: $0.note?[0])
                }
            },
            .words,
        ])
}

extension Site {
    /// - Parameter language: that of the problems; the page speaks it too where the site does.
    package func editorReport(
        _ problems: [DiagnosticWriter.Resolved], in language: DiagnosticLanguage
    ) -> [UInt8] {
        let spoken = library.languages.firstIndex { language.matches($0) }
        let page = PageContext(PlannedPage(id: PageID(.home), language: spoken ?? 0, path: ""), of: self)
        var output = HTMLOutput()
        templates.write("report", SubjectFrame(EditorReport(problems: problems), outer: nil), page, to: &output)
        return output.finished(page)
    }
}

private struct FileOfReport {
    var path: String
    var problems: [DiagnosticWriter.Resolved]
}

private let fileView = View<FileOfReport>(
    "report file",
    [
        .text("path", "the file") { file, _ in file.path },
        .list("problems", of: problemView, "its problems") { file, _ in file.problems },
    ])

let problemView = View<DiagnosticWriter.Resolved>(
    "report problem",
    [
        .text("line", "the line") { problem, _ in String(problem.place.start.line) },
        .text("column", "the column") { problem, _ in String(problem.place.start.column) },
        .text("severity", "error or warning, for style sheets") { problem, _ in problem.severity.rawValue },
        .text("severity-name", "error or warning, in the language of the message") { problem, _ in
            problem.severityName
        },
        .text("message", "what is wrong") { problem, _ in problem.message },
        .text("code", "the id of the diagnostic") { problem, _ in problem.code.rawValue },
        .object("excerpt", of: excerptView, "the source line; absent where there is none") { problem, _ in
            problem.place.excerpt.isEmpty ? nil : problem.place.markedExcerpt
        },
        .text("hint", "how to fix it") { problem, _ in problem.hint },
    ])

private let excerptView = View<DiagnosticWriter.Place.Excerpt>(
    "excerpt",
    [
        .text("before", "the source line before what is wrong") { excerpt, _ in excerpt.before },
        .text("marked", "what is wrong in it") { excerpt, _ in excerpt.marked },
        .text("after", "the rest of the line") { excerpt, _ in excerpt.after },
    ])

private struct ReportRow {
    var name: String
    var path: String
    var count: Int
    var note: String?
}

private let rowView = View<ReportRow>(
    "report row",
    [
        .text("name", "the record, figure or term") { row, _ in row.name },
        .text("path", "its file") { row, _ in row.path },
        .text("count", "how many items are missing") { row, _ in String(row.count) },
        .text("note", "what is missing, in words") { row, _ in row.note },
    ])

extension PageContext {
    /// The practices by how many of the seventeen items nobody tells, the most first.
    fileprivate var thinPractices: [ReportRow] {
        site.shared.practices.map { ($0.record.header, $0.unknownItems) }
            .sorted { ($1.1.count, $0.0.id) < ($0.1.count, $1.0.id) }
            .map { header, missing in
                ReportRow(
                    name: header.title[0], path: header.path, count: missing.count,
                    note: enumerated(missing.map { strings[.item, $0] }))
            }
    }

    fileprivate var unmeasuredFigures: [ReportRow] {
        site.shared.observations.compactMap { figure in
            let gaps = figure.evidenceGaps
            guard !gaps.isEmpty else { return nil }
            let row = figure.record
            return ReportRow(
                name: "\(row.id) \(row.printed ?? "")", path: row.span.path, count: gaps.count,
                note: enumerated(gaps.map { strings[.gap, $0] }))
        }
    }
}
