import Content
import Diagnostics

extension PageName { package static let print = PageName("print") }

extension PageKind {
    /// The whole library as one document, to print or to keep. Its parts are the pages of the same things, each with
    /// a template of its own (`print-practice`); search engines know them from those pages.
    static let print = PageKind(
        .print, of: { shared, _ in shared },
        pages: { shared in
            // Nobody prints a document of more practices and cases than this.
            guard shared.value.practices.count + shared.value.cases.count <= 300 else { return [] }
            return [.only("print.html", what: .pageNamed("print"), isListed: false)]
        },
        styles: { ($0.library.blocks.isEmpty ? [] : StyleSheet.charts) + ["print.css"] }, schemaType: .book,
        menu: .item(.about),
        view: View(
            "print", pageFields(),
            [
                .text("library", "the title of the site") { shared, page in
                    shared.value.configuration.title[page.language]
                },
                .text("summary", "what the library is") { shared, page in
                    shared.value.home?.summary?[page.language]
                        ?? shared.value.configuration.description[page.language]
                },
                .text("publisher", "who answers for it") { shared, page in
                    shared.value.configuration.publisher?[page.language]
                },
            ],
            countFields(),
            [.list("parts", of: printedPartView, "the parts in order") { shared, page in page.printedParts(shared) }]))

    /// The kinds of pages that are printed as parts, by the names of their templates.
    static let printed: [(template: String, kind: PageKind)] = [
        place, practice, `case`, page, mechanism, topic, metric, tracking, glossary, source,
    ].map { (printTemplate(of: $0.name), $0) }
}

/// A part of the combined document: where it stands, and how deep its headings are.
struct PrintedPart {
    var anchor: String
    /// How many levels deeper than on a page of its own.
    var levels: Int

    static func anchor(ofTerm id: String) -> String { "terms." + id }
}

private func printTemplate(of name: PageName) -> String { "print-\(name)" }

private struct Part {
    var name: String
    var title: String
    /// The page that the part is, if it is a single one.
    var page: PageID?
    var chapters: [Chapter] = []

    var anchor: String { "page.part-\(name)" }
}

private struct Chapter {
    var page: PageID
    var sections: [PageID] = []
}

private let printedPartView = View<Part>(
    "printed part",
    [
        .text("id", "the anchor") { part, _ in part.anchor },
        .text("title", "the heading") { part, _ in part.title },
        .html("html", "the text before its chapters") { part, page, output in
            if let id = part.page { page.write(id, as: PrintedPart(anchor: part.anchor, levels: 1), to: &output) }
        },
        .list("chapters", of: printedChapterView, "its chapters") { part, _ in part.chapters },
    ])

private let printedChapterView = View<Chapter>(
    "printed chapter", sectionFields(levels: 2) { $0.page },
    [
        .list("sections", of: printedSectionView, "its sections, such as the practices of a place") { chapter, _ in
            chapter.sections
        }
    ])

private let printedSectionView = View<PageID>("printed section", sectionFields(levels: 3) { $0 })

private func sectionFields<Subject>(
    levels: Int, _ id: @escaping @Sendable (Subject) -> PageID
) -> [ViewField<Subject>] {
    [
        .text("id", "the anchor") { subject, page in page.printedAnchor(of: id(subject)) },
        .text("title", "the heading") { subject, page in page.context(of: id(subject)).title },
        .html("html", "the text") { subject, page, output in
            let part = PrintedPart(anchor: page.printedAnchor(of: id(subject)), levels: levels)
            page.write(id(subject), as: part, to: &output)
        },
    ]
}

extension PageContext {
    fileprivate func printedAnchor(of id: PageID) -> String {
        site.kinds[id.name].printedAnchor?(library, id.index) ?? ""
    }

    /// Writes a page as a part of this one; the numbers of its notes go on from those before.
    fileprivate func write(_ id: PageID, as part: PrintedPart, to output: inout HTMLOutput) {
        let record = PageKind.recordKind(id.name).map { RecordID($0, id.index) }
        let planned = PlannedPage(id: id, language: language, path: page.path, record: record)
        let context = PageContext(planned, of: site, part: part)
        site.templates.write(printTemplate(of: id.name), context.kind.frame(context), context, to: &output)
    }

    fileprivate func printedParts(_ shared: SharedLibrary) -> [Part] {
        func chapters(_ ids: [RecordID]) -> [Chapter] { ids.map { Chapter(page: PageID($0)) } }
        func title(_ name: PageName) -> String { context(of: PageID(name)).title }
        let places = shared.places.map { place in
            Chapter(
                page: PageID(place.id),
                sections: place.practices.listed().map { PageID($0.id) } + place.cases.listed.map { PageID($0.id) })
        }
        let parts = [
            Part(name: "pages", title: strings[.printAbout], chapters: chapters(shared.pages.map(\.id))),
            Part(name: "places", title: title(.places), chapters: places),
            Part(name: "mechanisms", title: title(.mechanisms), chapters: chapters(shared.mechanisms.map(\.id))),
            Part(name: "topics", title: title(.topics), chapters: chapters(shared.topics.map(\.id))),
            Part(
                name: "metrics", title: title(.metrics),
                chapters: shared.metrics.map { Chapter(page: PageID(.metric, $0.index)) }),
            Part(
                name: "tracking", title: title(.tracking),
                page: shared.value.tasks.isEmpty ? nil : PageID(.tracking)),
            Part(
                name: "glossary", title: title(.glossary),
                page: shared.value.glossary.isEmpty ? nil : PageID(.glossary)),
            Part(
                name: "sources", title: title(.sources),
                chapters: shared.sources.map { Chapter(page: PageID(.source, $0.index)) }),
        ]
        return parts.filter { $0.page != nil || !$0.chapters.isEmpty }
    }
}

extension PageKind {
    /// The kind of record that a kind of page shows.
    static func recordKind(_ name: PageName) -> RecordKind? { RecordKind(rawValue: name.text) }
}
