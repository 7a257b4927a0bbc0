import Content

/// The whole library as one document, to print or to keep.
extension PageBuilder {
    mutating func printContext() -> Context {
        let parts = [
            recordsPart(.page, library.pages.count, title: "print-about"), placesPart(),
            recordsPart(.mechanism, library.mechanisms.count, title: "mechanisms-title"),
            recordsPart(.topic, library.topics.count, title: "topics-title"), metricsPart(),
            overviewPart(.tracking, hasContent: !library.tasks.isEmpty),
            overviewPart(.glossary, hasContent: !library.glossary.isEmpty), sourcesPart(),
        ]
        return Context([
            "library": .text(library.configuration.title[language]),
            "summary": .text(library.home?.summary?[language] ?? library.configuration.description[language]),
            "publisher": .optional(library.configuration.publisher?[language]),
            "data-date": .optional(library.latestReview.map { strings.date($0) }),
            "practice-count": .text(strings.format("count-practices", count: library.practices.count)),
            "case-count": .text(strings.format("count-cases", count: library.cases.count)),
            "figure-count": .text(strings.format("count-figures", count: library.observations.count)),
            "parts": .list(parts.compactMap(\.self)),
        ])
    }

    // MARK: Parts

    /// Each place with its practices and cases.
    private mutating func placesPart() -> Context? {
        let chapters = library.places.indices.map { index in
            let records =
                library.relations.practicesOfPlace[index].map { RecordID(.practice, $0) }
                + library.relations.casesOfPlace[index].map { RecordID(.case, $0) }
            var place = chapter(.record(RecordID(.place, index)), .place)
            place["sections"] = .list(
                records.compactMap { record in
                    guard library.header(of: record)?.status != .archived, let kind = PageKind(showing: record.kind)
                    else { return nil }
                    return section(.record(record), kind, levels: 3)
                })
            return place
        }
        return part("places", title: "places-title", chapters: chapters)
    }

    private mutating func recordsPart(_ kind: RecordKind, _ count: Int, title: String) -> Context? {
        guard let page = PageKind(showing: kind) else { return nil }
        let chapters = (0..<count).map { chapter(.record(RecordID(kind, $0)), page) }
        return part(kind.folder, title: title, chapters: chapters)
    }

    private mutating func metricsPart() -> Context? {
        part("metrics", title: "metrics-title", chapters: library.metrics.indices.map { chapter(.metric($0), .metric) })
    }

    private mutating func sourcesPart() -> Context? {
        part("sources", title: "sources-title", chapters: library.sources.indices.map { chapter(.source($0), .source) })
    }

    /// A part that is a single page of the site.
    private mutating func overviewPart(_ kind: PageKind, hasContent: Bool) -> Context? {
        guard hasContent else { return nil }
        let html = printed(kind, nil, PrintedPart(anchor: "page.part-\(kind.rawValue)", levels: 1))
        return part(kind.rawValue, title: "\(kind.rawValue)-title", html: html, chapters: [])
    }

    // MARK: Pieces

    private func part(_ name: String, title: String, html: String? = nil, chapters: [Context]) -> Context? {
        guard html != nil || !chapters.isEmpty else { return nil }
        return Context([
            "id": .text("page.part-\(name)"), "title": .text(strings[title]), "html": .optionalHTML(html),
            "chapters": .list(chapters),
        ])
    }

    private mutating func chapter(_ subject: Subject, _ kind: PageKind) -> Context {
        var chapter = section(subject, kind, levels: 2)
        chapter["sections"] = .list([])
        return chapter
    }

    private mutating func section(_ subject: Subject, _ kind: PageKind, levels: Int) -> Context {
        let anchor = library.printedAnchor(of: subject) ?? ""
        let page = PlannedPage(kind: kind, language: language, path: page.path, subject: subject, isListed: false)
        let title = PageBuilder(site: site, page: page).title
        let html = printed(kind, subject, PrintedPart(anchor: anchor, levels: levels))
        return Context(["id": .text(anchor), "title": .text(title), "html": .html(html)])
    }

    /// Writes a part with the context of its own page; the numbers of its notes go on from those before.
    private mutating func printed(_ kind: PageKind, _ subject: Subject?, _ part: PrintedPart) -> String {
        let page = PlannedPage(kind: kind, language: language, path: page.path, subject: subject, isListed: false)
        var builder = PageBuilder(site: site, page: page, text: text)
        builder.text.part = part
        let html = site.templates.render("print-\(kind.rawValue)", builder.content())
        text = builder.text
        text.part = nil
        return String(decoding: html, as: UTF8.self)
    }
}
