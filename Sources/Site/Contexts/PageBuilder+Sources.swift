import Content
import Markdown

/// The pages of sources and of the glossary.
extension PageBuilder {
    func sourceEntries() -> [Context] {
        library.sources.enumerated().map { index, source in
            Context([
                "title": .text(source.title[language]),
                "href": .text(href(.source(index))),
                "kind": .text(source.outlet[language]), "note": .text(date(of: source)),
            ])
        }
    }

    mutating func sourceContext(_ index: Int) -> Context {
        let source = library.sources[index]
        let uses = Dictionary(grouping: library.sourceUses[index], by: \.locator.paragraph)
        let sections = source.sections.map { section in
            Context([
                "title": .text(section.title[language]), "asks": .optional(section.asks?[language]),
                "paragraphs": .list(
                    source.paragraphs.filter { $0.section.id == section.id }
                        .map { paragraph($0, of: source, uses: uses[$0.number] ?? []) }),
            ])
        }
        let used = source.paragraphs.count { uses[$0.number] != nil }
        return Context([
            "outlet": .text(source.outlet[language]), "date": .text(date(of: source)),
            "is-title-printed": .flag(source.isTitlePrinted),
            "rights": .text(strings["rights-\(source.rights.rawValue)"]), "sha256": .text(source.sha256),
            "numbering": .optional(source.numbering?[language]),
            "speakers": .list(source.speakers.map { speaker($0) }), "sections": .list(sections),
            "used-count": .text(
                strings.format("used-paragraphs", ["used": String(used), "all": String(source.paragraphs.count)])),
        ])
    }

    private func date(of source: Source) -> String {
        source.date.map { strings.date($0) } ?? strings["date-not-printed"]
    }

    private func speaker(_ speaker: Source.Speaker) -> Context {
        let place = speaker.place.flatMap { library.index.places[$0.id] }
        var context = placeFields(place ?? -1)
        context.merge(
            Context([
                "id": .text("speaker." + speaker.id), "name": .text(speaker.name[language]),
                "role": .text(speaker.role[language]),
            ]))
        return context
    }

    private mutating func paragraph(_ paragraph: Source.Paragraph, of source: Source, uses: [SourceUse]) -> Context {
        let name = "P\(paragraph.number)"
        let sentences = (1...max(1, paragraph.sentences)).map { Context(["id": .text("\(name).S\($0)")]) }
        return Context([
            "id": .text(name),
            "label": .text(strings.format("paragraph", ["number": String(paragraph.number)])),
            "speaker": .optional(paragraph.speaker.flatMap { source.speaker($0.id) }?.name[language]),
            "sentence-count": .text(strings.format("count-sentences", count: paragraph.sentences)),
            "fingerprint": .text(paragraph.fingerprint),
            "text": .optional(source.rights == .reference ? nil : paragraph.text),
            "takers": .list(takers(of: uses)), "sentences": .list(sentences),
        ])
    }

    /// The pages that take something from a paragraph, in the order in which they first do, each with what it takes.
    private func takers(of uses: [SourceUse]) -> [Context] {
        var takers: [(page: Target, taken: [Taken])] = []
        // By address: thousands of pages may take something from one paragraph.
        var places: [String: Int] = [:]
        for use in uses {
            for (page, taken) in self.taken(by: use) {
                let taker = places[page.href] ?? takers.count
                if taker == takers.count {
                    places[page.href] = taker
                    takers.append((page, []))
                }
                // A sentence that rests on several of the source is told once, with all of them.
                if let same = takers[taker].taken.firstIndex(where: { $0.kind == taken.kind && $0.html == taken.html })
                {
                    takers[taker].taken[same].locators.append(use.locator.place)
                } else {
                    takers[taker].taken.append(taken)
                }
            }
        }
        return takers.map { page, taken in
            Context([
                "title": .text(page.title), "href": .optional(page.href), "uses": .list(taken.map { context(of: $0) }),
            ])
        }
    }

    /// A page that takes something.
    private struct Target {
        var title: String
        var href: String
    }

    /// What it takes, in the library's words, and from which sentences.
    private struct Taken {
        var locators: [String]
        var kind: String
        var html: String?
    }

    private func context(of taken: Taken) -> Context {
        Context([
            "locators": .text(taken.locators.joined(separator: strings["enumeration-separator"])),
            "kind": .text(taken.kind), "kind-label": .text(strings["use-\(taken.kind)"]),
            "is-statement": .flag(taken.kind == "statement"), "html": .optionalHTML(taken.html),
        ])
    }

    /// What a use takes, and where it stands; a sentence may give many figures.
    private func taken(by use: SourceUse) -> [(page: Target, taken: Taken)] {
        func taken(_ kind: String, _ html: String?) -> Taken {
            Taken(locators: [use.locator.place], kind: kind, html: html)
        }
        let page = use.record.map { Target(title: library.header(of: $0)?.title[language] ?? "", href: href($0)) }
        let nowhere = Target(title: "", href: "")
        switch use.taken {
        case .statement(let statement):
            return [(page ?? nowhere, taken("statement", escaped(plainText(statement.text))))]
        case .passage: return [(page ?? nowhere, taken("passage", nil))]
        case .figures(let indices):
            return indices.map { index in
                let (html, target) = figureUse(index)
                return (Target(title: target.title, href: target.href), taken("figure", html))
            }
        case .term(let index):
            let glossary = Target(
                title: strings["glossary-title"],
                href: site.plan.path(of: .glossary, language: language).map(href) ?? "")
            let term = library.glossary[index]
            let html = "<a href=\"\(escaped(text.href(ofTerm: term)))\">\(escaped(term.term[language]))</a>"
            return [(glossary, taken("term", html))]
        case .task(let index):
            let place = library.index.places[library.tasks[index].place.id]
            let target = place.map {
                Target(title: library.places[$0].header.title[language], href: href(RecordID(.place, $0)))
            }
            return [(target ?? nowhere, taken("task", escaped(library.tasks[index].title[language])))]
        }
    }

    private func figureUse(_ index: Int) -> (html: String, target: (title: String, href: String)) {
        let observation = library.observations[index]
        let metric = library.relations.metricOfObservation[index]
        let place = library.relations.placeOfObservation[index]
        let name = metric >= 0 ? library.metrics[metric].name[language] : observation.metric.id
        let words = "<b>\(escaped(observation.printed ?? ""))</b> \(escaped(name))"
        guard place >= 0 else { return (words, ("", "")) }
        let figure = text.href(.record(RecordID(.place, place)), fragment: "figure." + observation.id)
        let html = "<a href=\"\(escaped(figure))\">\(words)</a>"
        return (html, (library.places[place].header.title[language], href(RecordID(.place, place))))
    }

    mutating func termContexts() -> [Context] {
        library.glossary.map { term in
            let name = term.term[language]
            let original = term.term[0]
            return Context([
                "id": .text(text.part == nil ? term.id : PrintedPart.anchor(ofTerm: term.id)), "term": .text(name),
                "term-original": .optional(original == name ? nil : original),
                "definition": .optional(term.definition?[language]), "note": .optional(term.note?[language]),
                "is-unexplained": .flag(term.isUnexplained), "marks": .optionalHTML(text.marks(term.locators)),
            ])
        }
    }
}
