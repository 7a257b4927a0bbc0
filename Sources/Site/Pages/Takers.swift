import Content
import Text

/// A page that takes something from a paragraph, with what it takes.
struct Taker {
    var title: String
    var href: String
    var taken: [Taken]

    /// What a page takes, in the library's words, and from which sentences.
    struct Taken {
        var locators: [String]
        /// One of ``SourceUse/kinds``.
        var kind: String
        var html: String?
    }
}

extension PageContext {
    /// The pages that take something from a paragraph, in the order in which they first do.
    func takers(of uses: [SourceUse]) -> [Taker] {
        var takers: [Taker] = []
        // By address: thousands of pages may take something from one paragraph.
        var places: [String: Int] = [:]
        for use in uses {
            for (page, taken) in self.taken(by: use) {
                let place = places[page.href] ?? takers.count
                if place == takers.count {
                    places[page.href] = place
                    takers.append(Taker(title: page.title, href: page.href, taken: []))
                }
                // A sentence that rests on several of the source is told once, with all of them.
                let same = takers[place].taken.firstIndex { $0.kind == taken.kind && $0.html == taken.html }
                if let same {
                    takers[place].taken[same].locators.append(use.locator.place)
                } else {
                    takers[place].taken.append(taken)
                }
            }
        }
        return takers
    }

    /// What a use takes, and where it stands; a sentence may give many figures.
    private func taken(by use: SourceUse) -> [(page: Link, taken: Taker.Taken)] {
        func taken(_ kind: String, _ html: String?) -> Taker.Taken {
            Taker.Taken(locators: [use.locator.place], kind: kind, html: html)
        }
        let page = use.record.map { taker($0) } ?? taker(of: use)
        switch use.taken {
        case .statement(let statement):
            let kind = statement.state == .inferred ? "inference" : "statement"
            return [(page, taken(kind, beginning(of: statement.text).htmlEscaped))]
        case .passage: return [(page, taken("passage", nil))]
        case .entry(let field, let texts, let words):
            return [
                (
                    page,
                    taken(field, enumerated(texts.map { $0[language] } + words.map { strings.text($0) }).htmlEscaped)
                )
            ]
        case .field(let field): return [(page, taken(field, nil))]
        case .record: return [(page, taken(use.record?.kind.rawValue ?? "", nil))]
        case .figures(let indices):
            return indices.map { index in
                let figure = ObservationRef(site.shared, index)
                return (
                    figure.place.map { link(to: $0.id) } ?? Link(title: "", href: ""), taken("figure", html(of: figure))
                )
            }
        case .term(let index):
            let glossary = Link(title: strings[.glossaryTitle], href: pageHref(PageID(.glossary)) ?? "")
            let term = library.glossary[index]
            let html = "<a href=\"\(href(ofTerm: term).htmlEscaped)\">\(term.term[language].htmlEscaped)</a>"
            return [(glossary, taken("term", html))]
        case .task(let index):
            let task = TaskRef(site.shared, index)
            return [(taker(task), taken("task", task.record.title[language].htmlEscaped))]
        case .checkpoint(let index):
            let checkpoint = library.checkpoints[index]
            guard let index = library.index.tasks[checkpoint.task.id] else { return [] }
            let task = TaskRef(site.shared, index)
            let words = task.record.title[language] + strings[.listSeparator] + strings.date(checkpoint.date)
            return [(taker(task), taken("checkpoint", words.htmlEscaped))]
        }
    }

    /// The page of a record. An adoption is told on the page of its practice.
    private func taker(_ record: RecordID) -> Link {
        guard record.kind == .adoption else { return link(to: record) }
        let adoption = AdoptionRef(site.shared, record.index)
        guard let practice = adoption.practice else { return Link(title: "", href: "") }
        return Link(
            title: title(of: practice), href: href(practice.id) + "#adoption." + adoption.record.id)
    }

    /// Where the source's own description stands: remarks on the page of who makes them, the rest on its own.
    private func taker(of use: SourceUse) -> Link {
        if case .statement = use.taken, let source = source(of: use.locator),
            let id = source.record.paragraph(use.locator.paragraph)?.speaker?.id,
            let speaker = source.record.speaker(id),
            let href = href(of: SpeakerRef(source: source, speaker: speaker))
        {
            return Link(title: speaker.name[language], href: href)
        }
        return Link(title: strings[.sourceRecord], href: "#page.s-speakers")
    }

    private func taker(_ task: TaskRef) -> Link { task.place.map { link(to: $0.id) } ?? Link(title: "", href: "") }

    private func html(of figure: ObservationRef) -> String {
        let row = figure.record
        let words = "<b>\((row.printed ?? "").htmlEscaped)</b> \(figure.metricName(language).htmlEscaped)"
        guard let place = figure.place else { return words }
        return "<a href=\"\(href(place.id, fragment: "figure." + row.id).htmlEscaped)\">\(words)</a>"
    }
}
