import Content
import Diagnostics

extension PageName { static let home = PageName("home") }

extension PageKind {
    /// The entrance: the home record where there is one, else the program's own page.
    static let home = PageKind(
        .home, of: { shared, _ in shared },
        pages: { shared in
            let header = shared.value.home?.header
            return [
                PageSeed(
                    index: 0, path: "index.html", record: header.map { _ in RecordID(.home, 0) },
                    origin: header.map { (.pageOf($0.title[0]), $0.titleSpan) },
                    isListed: header?.status != .archived)
            ]
        },
        title: { _, page in page.header?.title[page.language] ?? page.library.configuration.title[page.language] },
        description: { shared, page in
            if let summary = shared.value.home?.summary { return summary[page.language] }
            return page.descriptionOfBody
        },
        trail: { _, _ in [] }, styles: { _ in ["home.css"] }, schemaType: .webSite,
        printedAnchor: { _, _ in "page.contents" }, view: homeView)
}

private let homeView = View<SharedLibrary>(
    "home", pageFields(),
    [
        .text("summary", "what the library is") { shared, page in shared.value.home?.summary?[page.language] },
        .text("finder-href", "the finder") { _, page in page.pageHref(PageID(.finder)) },
        .list("problems", of: entryView, "entry by problem") { _, page in page.topicEntries(.problem) },
        .list("groups", of: entryView, "entry by target group") { _, page in page.topicEntries(.targetGroup) },
        .list("places", of: entryView, "the places") { _, page in page.placeEntries() },
        .list("mechanisms", of: entryView, "the mechanisms") { _, page in page.mechanismEntries() },
    ],
    countFields(),
    [
        .list("evidence", of: evidenceGroupView, "how many practices reach each level") { shared, _ in
            EvidenceGroup.all(shared)
        },
        .list("latest-corrections", of: correctionView, "the latest corrections") { shared, _ in
            Array(shared.corrections.prefix(3))
        },
    ])

/// How much there is in the library, and of which day.
func countFields() -> [ViewField<SharedLibrary>] {
    [
        .text("practice-count", "how many practices and proposals") { shared, page in
            page.countText(shared.practices)
        },
        .text("case-count", "how many cases; absent if there is none") { shared, page in
            let count = shared.cases.listed.count
            return count > 0 ? page.strings.format(.countCases, count: count) : nil
        },
        .text("figure-count", "how many figures") { shared, page in
            page.strings.format(.countFigures, count: shared.value.observations.count)
        },
        .text("data-date", "the day of the latest review") { shared, page in
            shared.value.latestReview.map { page.strings.date($0) }
        },
    ]
}

extension PageContext {
    /// The beginning of the record's text; what the library is where there is none.
    var descriptionOfBody: String {
        let body = header.map { beginning(of: $0.body) } ?? ""
        return body.isEmpty ? library.configuration.description[language] : body
    }
}
