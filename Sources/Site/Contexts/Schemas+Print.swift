/// The combined document, and its parts, which have the contexts of the pages of the same things.
extension Schemas {
    static let printedSection = Schema(
        "printed section", [.text("id", "the anchor"), .text("title", "the heading"), .html("html", "the text")])

    static let printedChapter = Schema(
        "printed chapter",
        printedSection.fields + [.list("sections", printedSection, "its sections, such as the practices of a place")])

    static let printedPart = Schema(
        "printed part",
        [
            .text("id", "the anchor"), .text("title", "the heading"), .html("html", "the text before its chapters"),
            .list("chapters", printedChapter, "its chapters"),
        ])

    static let print = Schema(
        "print",
        common + [
            .text("library", "the title of the site"), .text("summary", "what the library is"),
            .text("publisher", "who answers for it"), .text("data-date", "the day of the latest review"),
            .text("practice-count", "how many practices"), .text("case-count", "how many cases"),
            .text("figure-count", "how many figures"), .list("parts", printedPart, "the parts in order"),
        ])

    static let printedParts: [(name: String, schema: Schema)] = [
        ("print-place", place), ("print-practice", practice), ("print-case", caseStudy), ("print-page", page),
        ("print-mechanism", mechanism), ("print-topic", topic), ("print-metric", metric),
        ("print-tracking", tracking), ("print-glossary", glossary), ("print-source", source),
    ]
}
