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
            "uses": .list(uses.flatMap { entries(for: $0) }), "sentences": .list(sentences),
        ])
    }

    /// One entry for a use; one for each figure, of which a sentence may give many.
    private mutating func entries(for use: SourceUse) -> [Context] {
        var html: String?
        var target: (title: String, href: String) = ("", "")
        if let record = use.record {
            target = (library.header(of: record)?.title[language] ?? "", href(record))
        }
        switch use.taken {
        case .statement(let statement):
            html = escaped(plainText(statement.text))
            return [entry(use, kind: "statement", html: html, target: target)]
        case .passage: return [entry(use, kind: "passage", html: html, target: target)]
        case .figures(let indices):
            return indices.map { index in
                (html, target) = figureUse(index)
                return entry(use, kind: "figure", html: html, target: target)
            }
        case .term(let index):
            let term = library.glossary[index]
            html = escaped(term.term[language])
            target = (
                strings["glossary-title"],
                (site.plan.path(of: .glossary, language: language).map(href) ?? "") + "#" + term.id
            )
            return [entry(use, kind: "term", html: html, target: target)]
        case .task(let index):
            html = escaped(library.tasks[index].title[language])
            let place = library.index.places[library.tasks[index].place.id]
            if let place { target = (library.places[place].header.title[language], href(RecordID(.place, place))) }
            return [entry(use, kind: "task", html: html, target: target)]
        }
    }

    private func entry(
        _ use: SourceUse, kind: String, html: String?, target: (title: String, href: String)
    ) -> Context {
        Context([
            "locator": .text(use.locator.place), "kind": .text(kind), "kind-label": .text(strings["use-\(kind)"]),
            "html": .optionalHTML(html), "title": .text(target.title), "href": .optional(target.href),
        ])
    }

    private func figureUse(_ index: Int) -> (html: String, target: (title: String, href: String)) {
        let observation = library.observations[index]
        let metric = library.relations.metricOfObservation[index]
        let place = library.relations.placeOfObservation[index]
        let name = metric >= 0 ? library.metrics[metric].name[language] : observation.metric.id
        let html = "<b>\(escaped(observation.printed ?? ""))</b> \(escaped(name))"
        guard place >= 0 else { return (html, ("", "")) }
        let target = href(RecordID(.place, place)) + "#figure." + observation.id
        return (html, (library.places[place].header.title[language], target))
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
