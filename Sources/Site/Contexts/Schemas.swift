/// The contexts of all templates. `docs/templates.md` is written from these, and tests compare every
/// context that is built with its schema.
package enum Schemas {
    /// The schema of each template, by template name, in the order of the documentation.
    package static let templates: [(name: String, schema: Schema)] =
        [("layout", layout)]
        + PageKind.allCases.map { ($0.rawValue, schema(of: $0)) }

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
        case .page: page
        case .notFound: notFound
        case .redirect: redirect
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

    static let citation = Schema(
        "citation",
        [
            .text("number", "the number of the note on this page"), .text("id", "the anchor of the note"),
            .text("back", "the anchor of the first place that cites it"),
            .text("speaker", "who said it; absent where the source names nobody"),
            .text("role", "the speaker's office as printed"), .text("source", "the title of the source"),
            .text("outlet", "where the source appeared"), .text("section", "the section of the source"),
            .text("place", "paragraph and sentence in words"), .text("locator", "the locator, such as P25.S2"),
        ])

    static let practiceCard = Schema(
        "practice card",
        link.fields + [
            .text("lang", "the language of the title if it is not the page's"),
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("modality", "reported or proposed, in words"), .flag("is-proposed", "whether it is only proposed"),
            .text("summary", "one or two sentences"), .text("brand", "the local name"),
        ])

    static let caseCard = Schema(
        "case card",
        link.fields + [
            .text("lang", "the language of the title if it is not the page's"),
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("problem", "the problem as plain text"),
        ])

    static let figure = Schema(
        "figure",
        [
            .text("id", "the id of the observation"), .text("metric", "the name of the metric"),
            .text("printed", "the figure as its source prints it"),
            .text("printed-lang", "the language of the source if it is not the page's"),
            .text("qualifier-key", "the qualifier as metrics name it, such as more-than"),
            .text("qualifier", "how the source hedges it"),
            .text("period", "the period it holds for, or that none is stated"),
            .text("role", "structure, action, result and so on, in words"),
            .text("note", "a caution"), .text("speaker", "who gave the figure"),
            .html("mark", "the mark of its citation"),
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

    // MARK: Pages

    static let layout = Schema(
        "layout",
        [
            .text("lang", "the language of the page"), .text("page-title", "for the browser's tab"),
            .text("description", "for search engines and previews"), .text("site-title", "the title of the site"),
            .text("canonical", "the address on the web, if a base URL is set"),
            .text("og-type", "article or website"), .text("og-locale", "the language as Open Graph writes it"),
            .text("root", "the way to the root of the site: ../../ or empty"),
            .text("home-href", "the home page in this language"), .text("feed-href", "the Atom feed"),
            .list("menu", menuItem, "the main menu"), .list("languages", languageLink, "this page in each language"),
            .list("crumbs", link, "the way here from the home page"),
            .text("here", "the title of the page as the last crumb; absent on the home page"),
            .text("kind", "the kind of page, such as practice"),
            .text("publisher", "who answers for the site"),
            .html("json-ld", "the page as linked data"), .html("main", "the page itself"),
            .flag("is-indexed", "whether search engines should list the page"), strings,
        ])

    static let home = Schema(
        "home",
        common + [
            .text("summary", "what the library is"), .list("problems", entry, "entry by problem"),
            .list("groups", entry, "entry by target group"), .list("places", entry, "the places"),
            .list("mechanisms", entry, "the mechanisms"),
            .text("practice-count", "how many practices"), .text("case-count", "how many cases"),
            .text("figure-count", "how many figures"),
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
        ])

    static let practice = Schema(
        "practice",
        common + [
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("brand", "the local name"), .text("summary", "one or two sentences"),
            .text("modality", "reported or proposed, in words"), .flag("is-proposed", "whether it is only proposed"),
            .object("problem", statement, "why it was set up"), .list("steps", step, "the steps in order"),
            .list("actors", actor, "who takes part"), .list("items", item, "the seventeen items in order"),
            .text("stated-count", "how many items a source states"),
            .text("added-count", "how many the editor added"), .text("unknown-count", "how many nobody tells"),
            .list("figures", figure, "its figures"), .list("mechanisms", link, "the tools it uses"),
            .list("topics", link, "the problems and groups it is for"), .list("cases", caseCard, "its cases"),
            .list("similar", practiceCard, "practices elsewhere with the same mechanisms"),
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
        ])

    static let topic = Schema(
        "topic",
        common + [
            .text("kind", "problem or target group, in words"), .text("synonyms", "its other names"),
            .list("reported", practiceCard, "what places report"), .list("proposed", practiceCard, "what they propose"),
            .list("cases", caseCard, "cases"),
        ])

    static let page = Schema("page", common)
    static let notFound = Schema("not-found", common + [.list("entries", entry, "where to go instead")])
    static let redirect = Schema(
        "redirect",
        [
            .text("lang", "the language of the page"), .text("title", "the title of the page it leads to"),
            .text("href", "its relative address"), .text("canonical", "its address on the web, if a base URL is set"),
            strings,
        ])

    // MARK: Shared fields

    private static let strings = Schema.Field(
        name: "t", type: .strings, meaning: "the interface texts: {{t.key}} for any key of templates/strings/")

    private static let common: [Schema.Field] = [
        .text("title", "the title of the page"),
        .text("title-lang", "the language of the title if it is not the page's"),
        .html("body", "the text of the record"), .list("toc", link, "the headings of its text"),
        .list("citations", citation, "the notes of the page"),
        .text("reviewed", "when an editor last compared it with its sources"),
        .text("reviewed-iso", "the same as YYYY-MM-DD"),
        .text("cite", "how to cite the page"), .flag("is-archived", "whether the record is kept for the record only"),
        .object("previous", link, "the page before it"), .object("next", link, "the page after it"), strings,
    ]
}
