import Content
import Diagnostics
import Text

/// What preview adds to a page: what there is to know of its record.
struct EditorStrip {
    var page: PlannedPage?
    var problems: EditorProblems
    /// An address that opens a file in the editor's own program.
    var link: @Sendable (String) -> String?

    static let view = View<EditorStrip>(
        "preview strip",
        [
            .text("file", "the file of the page; absent if the program makes it") { $0.file(of: $1.site) },
            .text("href", "opens the file in an editor; absent if none is known") { strip, page in
                strip.file(of: page.site).flatMap(strip.link)
            },
            .object("record", of: RecordState.view, "the state of its record") { strip, page in
                guard let id = strip.page?.record, let header = page.site.shared.header(of: id) else { return nil }
                return RecordState(id, header, problems: strip.problems, site: page.site)
            },
            .list("warnings", of: EditorProblem.view, "what is not an error in its files") { strip, page in
                strip.warnings(on: page.site)
            },
            .text("warning-count", "how many of them there are") { strip, page in
                page.strings.format(.previewWarnings, count: strip.warnings(on: page.site).count)
            },
            .text("all-warnings", "how many there are in the library; absent if none") { strip, page in
                strip.problems.warningCount == 0
                    ? nil : page.strings.format(.previewWarnings, count: strip.problems.warningCount)
            },
            .words,
        ])

    private func file(of site: Site) -> String? { page.flatMap { site.plan.file(of: $0.id) } }

    private func warnings(on site: Site) -> [EditorProblem] { problems.of(file(of: site)).filter { !$0.isError } }
}

/// What preview shows over the last good site while the library has errors.
struct ProblemPanel {
    /// Whether there is a version without errors that pages still show.
    var hasGoodSite: Bool
    /// The file of the page at hand.
    var file: String?
    var problems: EditorProblems
    /// What kept the library from being read.
    var failure: String?

    static let view = View<ProblemPanel>(
        "preview panel",
        [
            .flag("has-good-site", "whether pages still show a version without errors") { panel, _ in
                panel.hasGoodSite
            },
            .text("failure", "what kept the library from being read; absent if it was") { panel, _ in panel.failure },
            .text("count", "how many errors there are") { panel, page in
                panel.problems.errorCount == 0
                    ? nil : page.strings.format(.previewErrors, count: panel.problems.errorCount)
            },
            .list("problems", of: EditorProblem.view, "the first errors, those of this page before the others") {
                panel, _ in panel.problems.shown(areErrors: true, first: panel.file)
            },
            .text("more", "how many errors are not among them; absent if none") { panel, page in
                more(of: panel.problems.errorCount, page)
            },
            .words,
        ])
}

/// All records with their state.
struct RecordsPage {
    var states: [RecordState]
    var panel: ProblemPanel

    static let view = View<RecordsPage>(
        "preview",
        [
            .text("lang", "the language of the page") { _, page in page.library.languages[page.language] },
            .text("title", "the title of the site") { _, page in page.library.configuration.title[page.language] },
            .list("groups", of: groupView, "the records by what they need, the most urgent first") { page, _ in
                RecordState.Need.allCases.compactMap { need in
                    let states = page.states.filter { $0.need == need }
                    return states.isEmpty ? nil : GroupOfRecords(need: need, states: states)
                }
            },
            .text("warning-count", "how many warnings there are; absent if none") { records, page in
                let count = records.panel.problems.warningCount
                return count == 0 ? nil : page.strings.format(.previewWarnings, count: count)
            },
            .list("warnings", of: EditorProblem.view, "the first of them") { records, _ in
                records.panel.problems.shown(areErrors: false)
            },
            .text("more-warnings", "how many are not among them; absent if none") { records, page in
                more(of: records.panel.problems.warningCount, page)
            },
            .words,
        ],
        ProblemPanel.view.fields { records, _ in records.panel })
}

private struct GroupOfRecords {
    var need: RecordState.Need
    var states: [RecordState]
}

private let groupView = View<GroupOfRecords>(
    "group of records",
    [
        .text("need", "what its records need, in words") { group, page in page.strings[.previewNeed, group.need] },
        .list("records", of: RecordState.view, "its records") { group, _ in group.states },
    ])

/// How many problems are left out of a list; nil if none.
private func more(of count: Int, _ page: PageContext) -> String? {
    let rest = count - EditorProblems.mostShown
    return rest > 0 ? page.strings.format(.previewMore, count: rest) : nil
}

extension TemplateSet {
    /// What the pages for editors may say, by template.
    static let editorViews: [(name: String, view: ViewScope)] = [
        ("preview", RecordsPage.view.scope), ("preview-strip", EditorStrip.view.scope),
        ("preview-panel", ProblemPanel.view.scope),
    ]
}

extension Site {
    /// The strip at the foot of a page in preview.
    ///
    /// - Parameter link: gives an address that opens a file in the editor's own program.
    package func editorStrip(
        for page: PlannedPage?, problems: EditorProblems, link: @escaping @Sendable (String) -> String?
    ) -> String {
        write("preview-strip", EditorStrip(page: page, problems: problems, link: link))
    }

    /// The panel of errors over a page of the last good site.
    ///
    /// - Parameters:
    ///   - page: the page, and the site it is of.
    ///   - failure: what kept the library from being read.
    package func problemPanel(for page: (PlannedPage, Site)?, problems: EditorProblems, failure: String?) -> String {
        let file = page.flatMap { $1.plan.file(of: $0.id) }
        return write("preview-panel", ProblemPanel(hasGoodSite: true, file: file, problems: problems, failure: failure))
    }

    /// The page of all records.
    ///
    /// - Parameter hasGoodSite: whether there is a version without errors.
    package func recordsPage(_ problems: EditorProblems, failure: String?, hasGoodSite: Bool) -> String {
        let panel = ProblemPanel(hasGoodSite: hasGoodSite, problems: problems, failure: failure)
        return write("preview", RecordsPage(states: recordStates(problems), panel: panel))
    }

    private func write<Subject>(_ template: String, _ subject: Subject) -> String {
        let page = PageContext(
            PlannedPage(id: PageID(.home), language: 0, path: ".exemplar/index.html"), of: self)
        var output = HTMLOutput()
        templates.write(template, SubjectFrame(subject, outer: nil), page, to: &output)
        return String(decoding: output.finished(page), as: UTF8.self)
    }
}
