/// The contexts of all templates. `docs/templates.md` is written from these, and tests compare every
/// context that is built with its schema.
package enum Schemas {
    /// The schema of each template, by template name, in the order of the documentation.
    package static let templates: [(name: String, schema: Schema)] =
        [("layout", layout)]
        + PageKind.allCases.map { ($0.rawValue, schema(of: $0)) } + printedParts + blocks + [("report", report)]

    static func schema(of kind: PageKind) -> Schema {
        switch kind {
        case .home: home
        case .places: placeList
        case .place: place
        case .practices: practiceList
        case .practice: practice
        case .cases: caseList
        case .caseStudy: caseStudy
        case .mechanisms: mechanismList
        case .mechanism: mechanism
        case .topics: topicList
        case .topic: topic
        case .metrics: dashboard
        case .metric: metric
        case .matrix: matrix
        case .finder: finder
        case .facet: facet
        case .kit: kit
        case .compare: compare
        case .comparison: comparison
        case .tracking: tracking
        case .page: page
        case .sources: sourceList
        case .source: source
        case .glossary: glossary
        case .corrections: corrections
        case .evidence: evidence
        case .data: data
        case .notFound: notFound
        case .redirect: redirect
        case .search: search
        case .alphabet: alphabet
        case .print: print
        }
    }

    // MARK: Parts

    static let link = Schema(
        "link", [.text("title", "the words of the link"), .text("href", "the relative address")])

    static let menuItem = Schema(
        "menu item", link.fields + [.flag("is-current", "whether the page at hand is this one or below it")])

    static let languageLink = Schema(
        "language",
        link.fields + [
            .text("lang", "the BCP 47 tag"), .flag("is-current", "whether the page is in this language"),
        ])

    static let imprintLine = Schema(
        "imprint line",
        [
            .text("label", "what it is"), .text("text", "the text"),
            .text("href", "the authority's page, for the number of a filing"),
        ])

    static let citation = Schema(
        "citation",
        [
            .text("number", "the number of the note on this page"), .text("id", "the anchor of the note"),
            .text("back", "the anchor of the first place that cites it"),
            .text("speaker", "who said it; absent where the source names nobody"),
            .text("role", "the speaker's office as printed"), .text("source", "the title of the source"),
            .text("outlet", "where the source appeared"), .text("section", "the section of the source"),
            .text("place", "paragraph and sentence in words"), .text("locator", "the locator, such as P25.S2"),
            .text("href", "the paragraph on the page of the source"),
        ])

    static let practiceCard = Schema(
        "practice card",
        link.fields + [
            .text("lang", "the language of the title if it is not the page's"),
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("modality", "reported or proposed, in words"), .flag("is-proposed", "whether it is only proposed"),
            .text("summary", "one or two sentences"), .text("brand", "the local name"),
            .text("evidence", "the evidence level, such as E2"),
            .text("evidence-label", "the level in a few words"),
        ])

    static let caseCard = Schema(
        "case card",
        link.fields + [
            .text("lang", "the language of the title if it is not the page's"),
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("problem", "the problem as plain text"),
        ])

    static let statement = Schema(
        "statement",
        [
            .html("html", "the sentence with the marks of its citations"),
            .flag("is-stated", "whether a source says so; otherwise the editor added it"),
        ])

    static let step = Schema(
        "step",
        [
            .html("html", "what is done"), .text("by", "who does it"), .text("needs", "what it takes"),
            .text("gives", "what comes of it"), .text("takes", "how long it takes"),
        ])

    static let actor = Schema(
        "actor",
        [
            .text("name", "who"), .text("role", "what they do"), .text("level", "their level, in words"),
            .html("marks", "the marks of its citations"),
        ])

    static let item = Schema(
        "item",
        [
            .text("name", "the key of the item, such as risks"), .text("label", "the item in words"),
            .text("state", "stated, added or unknown"), .text("state-label", "the state in words"),
            .text("question", "what to ask the place where nothing is known"),
            .flag("is-unknown", "whether nothing is known"), .list("statements", statement, "what is known"),
        ])

    static let placeGroup = Schema(
        "place group",
        link.fields + [
            .list("practices", practiceCard, "the practices of the place"), .list("cases", caseCard, "its cases"),
        ])

    static let entry = Schema(
        "entry",
        link.fields + [
            .text("kind", "the kind, in words"), .text("note", "a count or a short description"),
        ])

    static let entryGroup = Schema(
        "entry group", [.text("title", "the heading of the group"), .list("entries", entry, "the entries")])

    static let letterGroup = Schema(
        "letter group", entryGroup.fields + [.text("id", "the anchor of the letter")])

    static let correction = Schema(
        "correction",
        [
            .text("date", "the day of the correction"), .text("date-iso", "the same as YYYY-MM-DD"),
            .text("object", "what was corrected"), .text("href", "its page"), .text("old", "what stood there"),
            .text("new", "what stands there now"), .text("reason", "why"),
        ])

    static let gap = Schema(
        "gap",
        [
            .text("section", "the section of the source"), .text("asks", "what it asks"),
            .text("source", "the title of the source"),
        ])

    static let speaker = Schema(
        "speaker",
        [
            .text("id", "the anchor"), .text("name", "who"), .text("role", "the office as printed"),
            .text("place", "the place they speak for"), .text("place-href", "its page"),
        ])

    static let use = Schema(
        "use",
        [
            .text("locators", "the sentences, such as P25.S2"),
            .text("kind", "statement, passage, figure, term or task"), .text("kind-label", "the kind in words"),
            .flag("is-statement", "whether it is a statement, as most are"),
            .html("html", "the claim or figure, in the library's words; absent for a passage"),
        ])

    static let taker = Schema("taker", link.fields + [.list("uses", use, "what the page takes")])

    static let paragraph = Schema(
        "paragraph",
        [
            .text("id", "the anchor, such as P25"), .text("label", "the paragraph in words"),
            .text("speaker", "who speaks"), .text("sentence-count", "how many sentences, in words"),
            .text("fingerprint", "the fingerprint of its text"), .text("text", "the text, if its rights allow"),
            .list("takers", taker, "the pages that take something from it"),
            .list("sentences", sentence, "the anchors of its sentences"),
        ])

    static let sentence = Schema("sentence", [.text("id", "the anchor, such as P25.S2")])

    static let sourceSection = Schema(
        "source section",
        [
            .text("title", "the heading"), .text("asks", "what the section asks"),
            .list("paragraphs", paragraph, "its paragraphs"),
        ])

    static let term = Schema(
        "term",
        [
            .text("id", "the anchor"), .text("term", "the term"),
            .text("term-original", "the term in the default language"),
            .text("definition", "what it means"), .text("note", "what is known besides"),
            .flag("is-unexplained", "whether the source leaves it unexplained"),
            .html("marks", "the marks of its citations"),
        ])

    static let evidenceGroup = Schema(
        "evidence group",
        [
            .text("name", "the level, such as E2"), .text("label", "the level in a few words"),
            .text("meaning", "what it takes to reach it"), .text("count", "how many practices"),
            .text("href", "the group on the page of evidence levels"),
            .list("practices", practiceCard, "the practices of the level"),
        ])

    static let dataWord = Schema(
        "data word", [.text("value", "the word in the file"), .text("label", "the same for readers")])

    static let dataColumn = Schema(
        "data column",
        [
            .text("name", "the name of the column"), .text("translations", "the columns of its translations"),
            .text("type", "the type of its values, and whether it is required, in words"),
            .text("meaning", "what it holds"), .list("words", dataWord, "the words it may hold, if they are fixed"),
        ])

    static let dataTable = Schema(
        "data table",
        [
            .text("id", "the anchor"), .text("title", "the title of the table"), .text("about", "what it holds"),
            .text("row-count", "how many rows it has, in words"), .text("csv", "the name of its file"),
            .text("csv-href", "its address"), .text("json", "the name of the JSON file, if there is one"),
            .text("json-href", "its address"), .list("columns", dataColumn, "its columns"),
        ])

    // MARK: Pages

    static let layout = Schema(
        "layout",
        [
            .text("lang", "the language of the page"), .text("page-title", "for the browser's tab"),
            .text("description", "for search engines and previews"), .text("site-title", "the title of the site"),
            .text("canonical", "the address on the web, if a base URL is set"),
            .text("og-type", "article or website"), .text("og-locale", "the language as Open Graph writes it"),
            .text("root", "the way to the root of the site: ../../ or empty"),
            .text("home-href", "the home page in this language"), .text("search-href", "the page of search"),
            .text("feed-href", "the Atom feed"),
            .list("menu", menuItem, "the main menu"), .list("languages", languageLink, "this page in each language"),
            .list("crumbs", link, "the way here from the home page"),
            .text("here", "the title of the page as the last crumb; absent on the home page"),
            .text("kind", "the kind of page, such as practice"),
            .text("publisher", "who answers for the site"),
            .list("imprint", imprintLine, "what the site has to say of itself"),
            .flag("is-embedded", "whether the page is a part of a larger site, without head and foot of its own"),
            .list("foot-links", link, "pages about the library itself"),
            .text("corrections-feed-href", "the Atom feed of corrections"),
            .html("json-ld", "the page as linked data"), .html("main", "the page itself"),
            .list("styles", style, "style sheets besides those of every page"),
            .list("scripts", script, "scripts that the page can do without"),
            .flag("is-indexed", "whether search engines should list the page"), strings,
        ])

    static let home = Schema(
        "home",
        common + [
            .text("summary", "what the library is"), .text("finder-href", "the finder"),
            .list("problems", entry, "entry by problem"),
            .list("groups", entry, "entry by target group"), .list("places", entry, "the places"),
            .list("mechanisms", entry, "the mechanisms"),
            .text("practice-count", "how many practices"), .text("case-count", "how many cases"),
            .text("figure-count", "how many figures"),
            .list("evidence", evidenceGroup, "how many practices reach each level"),
            .list("latest-corrections", correction, "the latest corrections"),
            .text("data-date", "the day of the latest review"),
        ])

    static let placeList = Schema("places", common + [.list("entries", entry, "the places")])
    static let practiceList = Schema("practices", common + [.list("groups", placeGroup, "practices by place")])
    static let caseList = Schema("cases", common + [.list("groups", placeGroup, "cases by place")])
    static let mechanismList = Schema("mechanisms", common + [.list("groups", entryGroup, "mechanisms by kind")])
    static let topicList = Schema("topics", common + [.list("groups", entryGroup, "topics by kind")])

    static let place = Schema(
        "place",
        common + [
            .text("level", "the level of administration, in words"), .text("code", "the GB/T 2260 code"),
            .text("parent", "the unit above"), .list("reported", practiceCard, "what the place reports"),
            .list("proposed", practiceCard, "what it proposes"), .list("cases", caseCard, "its cases"),
            .list("figures", figure, "its figures"),
            .list("gaps", gap, "sections of a source in which nobody speaks for the place"),
            .list("adopted", adoption, "what it took over from elsewhere"),
            .list("copied", adoption, "what others took over from it"),
        ])

    static let practice = Schema(
        "practice",
        common + [
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("brand", "the local name"), .text("summary", "one or two sentences"),
            .text("modality", "reported or proposed, in words"), .flag("is-proposed", "whether it is only proposed"),
            .text("evidence", "the evidence level, such as E2"), .text("evidence-label", "the level in a few words"),
            .text("evidence-reason", "what the level means and what is missing"),
            .text("evidence-href", "the page of evidence levels"),
            .object("problem", statement, "why it was set up"), .list("steps", step, "the steps in order"),
            .list("actors", actor, "who takes part"), .list("items", item, "the seventeen items in order"),
            .text("stated-count", "how many items a source states"),
            .text("added-count", "how many the editor added"), .text("unknown-count", "how many nobody tells"),
            .list("figures", figure, "its figures"), .list("mechanisms", link, "the tools it uses"),
            .list("topics", link, "the problems and groups it is for"), .list("cases", caseCard, "its cases"),
            .list("similar", practiceCard, "practices elsewhere with the same mechanisms"),
            .text("kit-href", "its kit"), .list("adoptions", adoption, "who took it over"),
            .html("adoption-diagram", "the same, drawn"),
        ])

    static let caseStudy = Schema(
        "case",
        common + [
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("period", "when; absent where the source does not say"),
            .object("problem", statement, "the problem"), .list("response", statement, "what was done"),
            .list("result", statement, "what came of it"), .list("lessons", statement, "what to learn from it"),
            .list("went-wrong", statement, "what went wrong"), .list("figures", figure, "its figures"),
            .list("practices", practiceCard, "the practices it belongs to"), .list("topics", link, "its topics"),
        ])

    static let mechanism = Schema(
        "mechanism",
        common + [
            .text("kind", "the kind, in words"), .text("synonyms", "its other names"),
            .list("reported", practiceCard, "where it is reported"),
            .list("proposed", practiceCard, "where it is proposed"),
            .text("compare-href", "these practices side by side; absent if there are fewer than two"),
        ])

    static let topic = Schema(
        "topic",
        common + [
            .text("kind", "problem or target group, in words"), .text("synonyms", "its other names"),
            .list("reported", practiceCard, "what places report"), .list("proposed", practiceCard, "what they propose"),
            .list("cases", caseCard, "cases"), .list("mentions", mention, "places that only name it"),
            .text("compare-href", "these practices side by side; absent if there are fewer than two"),
        ])

    static let sourceList = Schema("sources", common + [.list("entries", entry, "the sources")])

    static let source = Schema(
        "source",
        common + [
            .text("outlet", "where it appeared"), .text("date", "when, or that no date is printed"),
            .flag("is-title-printed", "whether the source prints this title"),
            .text("rights", "how much of the text may be shown, in words"), .text("sha256", "the hash of the original"),
            .text("numbering", "how paragraphs and sentences are counted"), .list("speakers", speaker, "who speaks"),
            .list("sections", sourceSection, "its sections"),
            .text("used-count", "how many paragraphs the library draws on, in words"),
        ])

    static let glossary = Schema("glossary", common + [.list("terms", term, "the terms")])
    static let corrections = Schema("corrections", common + [.list("entries", correction, "the latest first")])
    static let data = Schema(
        "data",
        common + [
            .list("tables", dataTable, "the tables"), .text("package-href", "the data package that describes them"),
            .text("cite-data", "how to cite the data"),
        ])
    static let evidence = Schema("evidence", common + [.list("groups", evidenceGroup, "the levels, the highest first")])

    static let page = Schema("page", common)
    static let search = Schema("search", common)
    static let alphabet = Schema("a-z", common + [.list("groups", letterGroup, "everything by its first letter")])
    static let notFound = Schema("not-found", common + [.list("entries", entry, "where to go instead")])
    static let redirect = Schema(
        "redirect",
        [
            .text("lang", "the language of the page"), .text("title", "the title of the page it leads to"),
            .text("href", "its relative address"), .text("canonical", "its address on the web, if a base URL is set"),
            strings,
        ])

    // MARK: The editor's report

    static let reportProblem = Schema(
        "report problem",
        [
            .text("line", "the line"), .text("column", "the column"), .text("severity", "error or warning"),
            .text("message", "what is wrong"), .text("code", "the id of the diagnostic"),
            .text("excerpt", "the source line"), .text("hint", "how to mend it"),
        ])

    static let reportFile = Schema(
        "report file", [.text("path", "the file"), .list("problems", reportProblem, "its problems")])

    static let reportRow = Schema(
        "report row",
        [
            .text("name", "the record, figure or term"), .text("path", "its file"),
            .text("count", "how many items are missing"),
            .text("note", "what is missing, in words"),
        ])

    static let report = Schema(
        "report",
        [
            .text("lang", "the language of the report"), .text("title", "the title of the site"),
            .text("summary", "how many problems there are"), .list("files", reportFile, "problems by file"),
            .list("thin", reportRow, "practices with the items that nobody tells, the thinnest first"),
            .list("figures", reportRow, "figures without period, denominator or baseline"),
            .list("terms", reportRow, "terms that their source leaves unexplained"), strings,
        ])

    // MARK: Shared fields

    static let strings = Schema.Field(
        name: "t", type: .strings, meaning: "the interface texts: {{t.key}} for any key of templates/strings/")

    static let common: [Schema.Field] = [
        .text("title", "the title of the page"),
        .text("title-lang", "the language of the title if it is not the page's"),
        .html("body", "the text of the record"), .list("toc", link, "the headings of its text"),
        .list("citations", citation, "the notes of the page"),
        .text("reviewed", "when an editor last compared it with its sources"),
        .text("reviewed-iso", "the same as YYYY-MM-DD"),
        .text("review-overdue", "that the last review is more than twelve months ago; absent otherwise"),
        .list("corrections-here", correction, "corrections that concern this page"),
        .text("cite", "how to cite the page"), .flag("is-archived", "whether the record is kept for the record only"),
        .object("previous", link, "the page before it"), .object("next", link, "the page after it"), strings,
    ]
}
