import Content
import Text

/// A page that takes something from a paragraph, with what it takes.
struct Taker {
    var title: String
    var href: String
    var taken: [Taken]

    /// How many are listed with a paragraph: fewer where a source is all that many pages rest on, so that its own page has
    /// room for all its paragraphs.
    static func most(of source: SourceRef) -> Int {
        source.uses.count <= mostOfSource
            ? mostOfParagraph : max(mostOfSource / max(source.record.paragraphs.count, 1), 4)
    }

    static let mostOfParagraph = 40
    private static let mostOfSource = 400

    /// What a page takes, in the library's words, and from which sentences.
    struct Taken {
        var locators: [String]
        /// One of ``SourceUse/kinds``.
        var kind: String
        var html: String?
        /// Whether the editor concludes it.
        var isInferred = false
    }
}

/// The page that takes something; compared before its title or link is made.
private enum TakingPage: Hashable {
    case record(RecordID)
    case glossary
    case speaker(source: Int, String)
    /// What a source says of itself.
    case sourceRecord
    /// What is taken stands on no page of its own.
    case none
}

extension PageContext {
    /// The pages that take something from a paragraph, in the order in which they first do.
    ///
    /// - Returns: The first of them, and how many more there are: a source may be all that thousands of pages rest on.
    func takers(of uses: [SourceUse], most: Int) -> (shown: [Taker], more: Int) {
        var takers: [Taker] = []
        var places: [TakingPage: Int] = [:]
        for use in uses {
            for (page, take) in taken(by: use) {
                let place = places[page] ?? places.count
                places[page] = place
                guard place < most else { continue }
                if place == takers.count {
                    let link = link(to: page)
                    takers.append(Taker(title: link.title, href: link.href, taken: []))
                }
                let taken = take()
                // A sentence that rests on several of the source is told once, with all of them.
                let same = takers[place].taken.firstIndex {
                    ($0.kind, $0.html, $0.isInferred) == (taken.kind, taken.html, taken.isInferred)
                }
                if let same {
                    takers[place].taken[same].locators.append(use.locator.place)
                } else {
                    takers[place].taken.append(taken)
                }
            }
        }
        return (takers, places.count - takers.count)
    }

    /// What a use takes, and where it stands; a sentence may give many figures.
    private func taken(by use: SourceUse) -> [(page: TakingPage, take: () -> Taker.Taken)] {
        func taken(_ html: String? = nil, isInferred: Bool = false) -> Taker.Taken {
            Taker.Taken(locators: [use.locator.place], kind: use.kind, html: html, isInferred: isInferred)
        }
        let page = use.record.map { TakingPage.record($0) } ?? page(of: use)
        switch use.taken {
        case .statement(let statement):
            let isInferred = statement.state == .inferred
            let words = { [self] in beginning(of: statement.text) }
            return [(page, { taken(words().htmlEscaped, isInferred: isInferred) })]
        case .passage, .field, .record: return [(page, { taken() })]
        case .entry(_, let texts, let words, let isInferred):
            let words = { [self] in
                told(texts.map { $0[language] } + words.map { strings.text($0) }, named: texts.count > 1)
            }
            return [(page, { taken(words().htmlEscaped, isInferred: isInferred) })]
        case .figures(let indices):
            return indices.map { index in
                let figure = ObservationRef(site.shared, index)
                return (self.page(of: figure.place), { [self] in taken(html(of: figure)) })
            }
        case .term(let index):
            let term = library.glossary[index]
            let html = "<a href=\"\(href(ofTerm: term).htmlEscaped)\">\(term.term[language].htmlEscaped)</a>"
            return [(.glossary, { taken(html) })]
        case .task(let index):
            let task = TaskRef(site.shared, index)
            return [(self.page(of: task.place), { [self] in taken(task.record.title[language].htmlEscaped) })]
        case .checkpoint(let index):
            let checkpoint = library.checkpoints[index]
            guard let index = library.index.tasks[checkpoint.task.id] else { return [] }
            let task = TaskRef(site.shared, index)
            let words = task.record.title[language] + strings[.listSeparator] + strings.date(checkpoint.date)
            return [(self.page(of: task.place), { taken(words.htmlEscaped) })]
        }
    }

    private func page(of place: PlaceRef?) -> TakingPage { place.map { .record($0.id) } ?? .none }

    /// The page of a record. An adoption is told on the page of its practice.
    private func link(to page: TakingPage) -> Link {
        switch page {
        case .glossary: return Link(title: strings[.glossaryTitle], href: pageHref(PageID(.glossary)) ?? "")
        case .record(let record) where record.kind == .adoption:
            let adoption = AdoptionRef(site.shared, record.index)
            guard let practice = adoption.practice else { return Link(title: "", href: "") }
            return Link(title: title(of: practice), href: href(practice.id) + "#adoption." + adoption.record.id)
        case .record(let record): return link(to: record)
        case .speaker(let index, let id):
            let source = SourceRef(site.shared, index)
            guard let speaker = source.record.speaker(id) else { return Link(title: "", href: "") }
            return Link(
                title: speaker.name[language], href: href(of: SpeakerRef(source: source, speaker: speaker)) ?? "")
        case .sourceRecord: return Link(title: strings[.sourceRecord], href: "#page.s-speakers")
        case .none: return Link(title: "", href: "")
        }
    }

    /// Where the source's own description stands: remarks on the page of who makes them, the rest on its own.
    private func page(of use: SourceUse) -> TakingPage {
        guard case .statement = use.taken, let source = source(of: use.locator),
            let speaker = site.shared.speaker(at: use.locator),
            href(of: SpeakerRef(source: source, speaker: speaker)) != nil
        else { return .sourceRecord }
        return .speaker(source: source.index, speaker.id)
    }

    private func html(of figure: ObservationRef) -> String {
        let row = figure.record
        let words = "<b>\((row.printed ?? "").htmlEscaped)</b> \(figure.metricName(language).htmlEscaped)"
        guard let place = figure.place else { return words }
        return "<a href=\"\(href(place.id, fragment: "figure." + row.id).htmlEscaped)\">\(words)</a>"
    }
}
