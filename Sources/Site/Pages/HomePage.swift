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
        trail: { _, _ in [] }, styles: { _ in StyleSheet.process + ["home.css"] }, schemaType: .webSite,
        printedAnchor: { _, _ in "page.contents" }, view: homeView)
}

private let homeView = View<SharedLibrary>(
    "home", pageFields(),
    [
        .html("question", "what a reader may have come for, and how many places there are to look at") {
            shared, page, output in
            output.write(titleParts: page.strings.format(.homeQuestion, count: max(shared.places.count, 1)))
        },
        .text("summary", "what the library is") { shared, page in shared.value.home?.summary?[page.language] },
        .text("search-href", "the page of search") { _, page in page.pageHref(PageID(.search)) },
        .text("finder-href", "the finder") { _, page in page.pageHref(PageID(.finder)) },
        .list("first-problems", of: entranceView, "the few problems with the most practices") { shared, page in
            page.entrances(of: .problem, most: 4)
        },
        .object("example", of: exampleView, "a practice, told shortly") { shared, _ in shared.example },
    ],
    entrances("problems", of: .problem, "by problem"),
    entrances("groups", of: .targetGroup, "by target group"),
    [
        .list("places", of: entryView, "the places, those with the most practices if there are many") { _, page in
            page.site.shared.places.fullest(Entrance.most) { $0.practices.listed().count }.map { page.entry(of: $0) }
        },
        .object("all-places", of: linkView, "the list of all places; absent where all are here") { shared, page in
            page.linkToAll(.places, count: shared.places.count)
        },
        .object("mechanisms", of: linkView, "the list of mechanisms, and how many there are") { shared, page in
            let count = shared.mechanisms.count
            return count == 0
                ? nil
                : page.pageHref(PageID(.mechanisms)).map {
                    Link(title: page.strings.format(.homeMechanisms, count: count), href: $0)
                }
        },
    ],
    countFields(),
    [
        .text("verdict", "how many practices somebody independent has confirmed, or that none is") { shared, page in
            shared.verdict(page)
        },
        .list("evidence", of: evidenceGroupView, "how many practices reach each level") { shared, _ in
            EvidenceGroup.all(shared)
        },
        .list("latest-corrections", of: correctionView, "the latest corrections") { shared, _ in
            Array(shared.corrections.prefix(3))
        },
    ])

private func entrances(_ name: String, of kind: TopicKind, _ meaning: String) -> [ViewField<SharedLibrary>] {
    [
        .list(name, of: entranceView, "entry \(meaning), those with the most practices if there are many") { _, page in
            page.entrances(of: kind, most: Entrance.most)
        },
        .object("all-\(name)", of: linkView, "the list of all of them; absent where all are here") { shared, page in
            page.linkToAll(.topics, count: shared.topics.count { $0.record.topicKind == kind })
        },
    ]
}

/// A topic to enter the library by.
private enum Entrance {
    /// More than the entrance shows of a kind, so that its height does not grow with the library.
    static let most = 12
}

private let entranceView = View<TopicRef>(
    "entrance",
    linkFields(title: { $0.record.header.title[$1.language] }, href: { $1.href($0.id) }),
    [
        .text("gloss", "what it is, in a sentence") { topic, page in
            let gloss = page.firstSentence(of: topic.record.header.body)
            return gloss.isEmpty ? nil : gloss
        },
        .text("note", "how many practices there are") { topic, page in page.countNote(topic.practices) },
    ])

extension PageContext {
    fileprivate func entrances(of kind: TopicKind, most: Int) -> [TopicRef] {
        site.shared.topics.filter { $0.record.topicKind == kind }.fullest(most) { $0.practices.listed().count }
    }

    fileprivate func linkToAll(_ name: PageName, count: Int) -> Link? {
        guard count > Entrance.most else { return nil }
        return pageHref(PageID(name)).map { Link(title: strings.format(.homeAll, count: count), href: $0) }
    }
}

extension Array {
    /// The elements of which there is most, in the order in which they stand: where not all have room, the order says
    /// nothing of their rank.
    func fullest(_ most: Int, by count: (Element) -> Int) -> [Element] {
        guard self.count > most else { return self }
        let counts = map(count)
        let chosen = indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(most)
        return chosen.sorted().map { self[$0] }
    }
}

extension SharedLibrary {
    /// How many practices somebody independent has confirmed, or that none is.
    fileprivate func verdict(_ page: PageContext) -> String? {
        let listed = practices.listed()
        guard !listed.isEmpty else { return nil }
        let count = listed.count { !$0.record.verifiedBy.isEmpty }
        let all = page.countText(practices)
        return count == 0
            ? page.strings.format(.homeUnverified, ["practices": all])
            : page.strings.format(.homeVerified, ["practices": all, "count": String(count)])
    }
}

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
