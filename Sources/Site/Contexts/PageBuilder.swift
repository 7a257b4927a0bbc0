import Content
import Markdown

/// Builds the contexts of one page. The texts are written in the order in which they are read, so that
/// notes are numbered from the top of the page.
struct PageBuilder {
    let site: Site
    let page: PlannedPage
    var text: PageText
    /// The record's text once it is written.
    private var bodyHTML: String?

    var library: Library { site.library }
    var language: Int { page.language }
    var strings: Strings { site.strings(page.language) }

    init(site: Site, page: PlannedPage, text: PageText? = nil) {
        self.site = site
        self.page = page
        self.text = text ?? PageText(site: site, path: page.path, language: page.language)
    }

    /// The context of the page's own template.
    mutating func content() -> Context {
        var context: Context
        switch page.subject {
        case .record(let record): context = recordContext(record)
        case .source(let index): context = sourceContext(index)
        case .metric(let index): context = metricContext(index)
        case .kit(let index): context = kitContext(index)
        case .comparison(let record): context = comparisonContext(record)
        case .facet(let facet): context = facetContext(facet)
        case nil: context = overviewContext()
        }
        context.merge(common())
        return context
    }

    private mutating func recordContext(_ record: RecordID) -> Context {
        switch record.kind {
        case .home: homeContext()
        case .place: placeContext(record.index)
        case .practice: practiceContext(record.index)
        case .case: caseContext(record.index)
        case .mechanism: mechanismContext(record.index)
        case .topic: topicContext(record.index)
        case .page, .adoption: Context()
        }
    }

    private mutating func overviewContext() -> Context {
        switch page.kind {
        case .home: homeContext()
        case .places: Context(["entries": .list(placeEntries())])
        case .practices, .cases: Context(["groups": .list(placeGroups())])
        case .mechanisms: Context(["groups": .list(mechanismGroups())])
        case .topics: Context(["groups": .list(topicGroups())])
        case .metrics: dashboardContext()
        case .finder: finderContext()
        case .compare: compareContext()
        case .matrix: matrixContext()
        case .tracking: trackingContext()
        case .sources: Context(["entries": .list(sourceEntries())])
        case .glossary: Context(["terms": .list(termContexts())])
        case .data: dataContext()
        case .search: Context()
        case .print: printContext()
        case .alphabet: alphabetContext()
        case .corrections: Context(["entries": .list(library.corrections.indices.map { correctionContext($0) })])
        case .evidence: Context(["groups": .list(evidenceGroups(withPractices: true).reversed())])
        case .notFound: Context(["entries": .list(indexEntries())])
        case .place, .practice, .caseStudy, .mechanism, .topic, .page, .source, .metric, .kit, .facet,
            .comparison, .redirect:
            Context()
        }
    }

    /// Writes the record's text. Pages call it where the text stands among their parts, for the numbers of
    /// the notes; for all others it comes last.
    mutating func writeBody() {
        guard bodyHTML == nil else { return }
        bodyHTML = page.record.flatMap { library.header(of: $0) }.map { text.body($0.body) } ?? ""
    }

    /// What every page has. Called last, since the notes are complete only then.
    private mutating func common() -> Context {
        let header = page.record.flatMap { library.header(of: $0) }
        writeBody()
        let titleLanguage = header?.title.best(language)?.language
        return Context([
            "title": .text(title),
            "title-lang": .optional(titleLanguage.flatMap { $0 == language ? nil : library.languages[$0] }),
            "body": .optionalHTML(bodyHTML),
            "toc": .list(tableOfContents(header)),
            // The notes of the combined document stand at its end, not behind each of its parts.
            "citations": .list(text.part == nil ? text.citationContexts() : []),
            "reviewed": .optional(header?.reviewed.map { strings.date($0) }),
            "reviewed-iso": .optional(header?.reviewed?.description),
            "review-overdue": reviewNotice(header),
            "corrections-here": .list(
                (page.record.flatMap { library.correctionsOfRecord[$0] } ?? []).map { correctionContext($0) }),
            "cite": .optional(header.map { citation($0) }),
            "is-archived": .flag(header?.status == .archived),
            "previous": neighbour(-1),
            "next": neighbour(1),
            "t": .object(strings.context),
        ])
    }

    /// The title of the page, which is also its `h1`.
    var title: String {
        if let record = page.record, let header = library.header(of: record) { return header.title[language] }
        switch page.subject {
        case .source(let index): return library.sources[index].title[language]
        case .metric(let index): return library.metrics[index].name[language]
        case .kit(let index):
            return strings.format("kit-title", ["title": library.practices[index].header.title[language]])
        case .comparison(let record):
            return strings.format("comparison-title", ["title": library.header(of: record)?.title[language] ?? ""])
        case .facet(let facet): return strings.format("facet-title-\(facet.question)", ["title": strings[facet.name]])
        case .record, nil: break
        }
        switch page.kind {
        case .home: return library.configuration.title[language]
        case .notFound: return strings["not-found-title"]
        default: return strings["\(page.kind.rawValue)-title"]
        }
    }

    /// The headings of the second level.
    private func tableOfContents(_ header: Header?) -> [Context] {
        guard let document = header?.body.best(language)?.value else { return [] }
        return document.headings.filter { $0.level == 2 }.map {
            Context(["title": .text($0.text), "href": .text("#" + $0.id)])
        }
    }

    private func citation(_ header: Header) -> String {
        let parts: [String?] = [
            library.configuration.publisher?[language], header.title[language], library.configuration.title[language],
            header.reviewed?.description, site.options.baseURL.map { "\($0)/\(page.path)" } ?? page.path,
        ]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: strings["list-separator"])
    }

    /// The page before or after this one among the records of its kind.
    private func neighbour(_ step: Int) -> Context.Value {
        guard let record = page.record, record.kind != .home else { return .absent }
        let other = RecordID(record.kind, record.index + step)
        guard other.index >= 0, other.index < count(of: record.kind), let header = library.header(of: other) else {
            return .absent
        }
        return .object(link(header.title[language], to: other))
    }

    private func count(of kind: RecordKind) -> Int {
        switch kind {
        case .place: library.places.count
        case .mechanism: library.mechanisms.count
        case .topic: library.topics.count
        case .practice: library.practices.count
        case .case: library.cases.count
        case .page: library.pages.count
        case .home, .adoption: 0
        }
    }

    // MARK: Links

    func href(_ path: String) -> String {
        SitePath.relative(from: page.path, to: path)
    }

    func href(_ subject: Subject) -> String { text.href(subject) }

    func href(_ record: RecordID) -> String { href(.record(record)) }

    func link(_ title: String, to record: RecordID) -> Context {
        Context(["title": .text(title), "href": .text(href(record))])
    }

    func links<R: Record>(_ indices: [Int], _ records: [R]) -> [Context] {
        indices.map { link(records[$0].header.title[language], to: RecordID(R.kind, $0)) }
    }

    /// The language of a title if it is not the page's.
    func foreignLanguage(_ title: Localized<String>) -> Context.Value {
        guard let actual = title.best(language)?.language, actual != language else { return .absent }
        return .text(library.languages[actual])
    }
}
