import Content
import Diagnostics

// Pages about the library itself: what its words mean, what it had wrong, how far it can be trusted, what it hands out.

extension PageName {
    static let search = PageName("search")
    static let evidence = PageName("evidence")
    static let glossary = PageName("glossary")
    static let corrections = PageName("corrections")
}

extension PageKind {
    static let search = PageKind(
        .search, of: { shared, _ in shared }, pages: { _ in [.only("search.html", what: .pageNamed("search"))] },
        styles: { _ in ["results.css"] }, schemaType: .searchResultsPage, menu: .item(.find),
        view: View(
            "search", pageFields(),
            [
                .list("problems", of: linkView, "problems and groups to begin with") { shared, page in
                    shared.topics.prefix(mostProblemsToBeginWith).map { page.link(to: $0.id) }
                },
                .list("ways", of: linkView, "other ways to find something") { _, page in
                    [PageID(.finder), PageID(.mechanisms), PageID(.alphabet)].compactMap { page.link(to: $0) }
                },
            ]))

    /// So that the page of search stays as light in a library of many problems.
    private static let mostProblemsToBeginWith = 40

    static let evidence = PageKind(
        .evidence, of: { shared, _ in shared }, pages: { _ in [.only("evidence.html", what: .pageNamed("evidence"))] },
        styles: { _ in ["sources.css"] }, schemaType: .collectionPage, menu: .item(.about),
        view: View(
            "evidence", pageFields(),
            [
                .list("groups", of: evidenceGroupView, "the levels, the highest first") { shared, _ in
                    EvidenceGroup.all(shared).reversed()
                },
                .list("known-groups", of: knownGroupView, "what is known of practices, and of proposals") { shared, _ in
                    KnownGroup.all(shared)
                },
            ]))

    static let glossary = PageKind(
        .glossary, of: { shared, _ in shared }, pages: { _ in [.only("glossary.html", what: .pageNamed("glossary"))] },
        styles: { _ in ["sources.css"] }, schemaType: .definedTermSet, menu: .item(.about),
        view: View(
            "glossary", pageFields(),
            [.list("terms", of: termView, "the terms") { shared, _ in shared.value.glossary }]))

    static let corrections = PageKind(
        .corrections, of: { shared, _ in shared },
        pages: { shared in
            PageSeed.only("corrections.html", what: .pageNamed("corrections")).inParts(
                of: shared.corrections.count, most: mostCorrections)
        },
        styles: { _ in ["sources.css"] }, schemaType: .webPage, menu: .item(.about),
        view: View(
            "corrections", pageFields(),
            [
                .list("entries", of: correctionView, "the latest first") { shared, page in
                    page.onThisPage(shared.corrections)
                }
            ]))

    private static let mostCorrections = 100
}

private let termView = View<GlossaryTerm>(
    "term",
    [
        .text("id", "the anchor") { term, page in
            page.part == nil ? term.id : PrintedPart.anchor(ofTerm: term.id)
        },
        .text("term", "the term") { term, page in term.term[page.language] },
        .text("term-original", "the term in the default language") { term, page in
            term.term[0] == term.term[page.language] ? nil : term.term[0]
        },
        .text("definition", "what it means") { term, page in term.definition?[page.language] },
        .text("note", "what is known besides") { term, page in term.note?[page.language] },
        .flag("is-unexplained", "whether the source leaves it unexplained") { term, _ in term.isUnexplained },
        .html("marks", "the marks of its citations") { term, page, output in
            page.write(marks: term.locators, to: &output)
        },
    ])
