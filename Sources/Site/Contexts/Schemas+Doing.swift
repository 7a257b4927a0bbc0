/// Pages that lead from reading to doing.
extension Schemas {
    static let style = Schema("style", [.text("href", "the relative address of the style sheet")])

    static let script = Schema("script", [.text("src", "the relative address of the script")])

    static let adoption = Schema(
        "adoption",
        [
            .text("id", "the anchor"), .text("adopter", "who took the practice over"),
            .text("adopter-href", "the page of the adopter, if it has one"),
            .text("practice", "the practice, where the page is not about it"), .text("practice-href", "its page"),
            .text("date", "when; absent where the source does not say"), .list("kept", statement, "what they kept"),
            .list("changed", statement, "what they changed"), .list("why", statement, "why"),
            .list("result", statement, "what came of it"), .html("body", "the text of the record"),
            .html("marks", "the marks of its citations"),
        ])

    static let mention = Schema(
        "mention",
        statement.fields + [
            .text("topic", "the id of the topic"), .text("topic-title", "the topic"), .text("topic-href", "its page"),
            .text("place", "the place that names it"), .text("place-href", "its page"),
        ])

    // MARK: Kits

    static let attribution = Schema(
        "attribution",
        [
            .text("id", "the anchor of its check box"), .text("label", "the word"),
            .html("marks", "the marks of its citations"),
            .flag("is-stated", "whether a source says so; otherwise the editor judged"),
        ])

    static let fitGroup = Schema(
        "fit group",
        [.text("title", "the question"), .list("words", attribution, "the answers; none where no source says")])

    static let tickedStep = Schema("ticked step", step.fields + [.text("id", "the anchor of its check box")])

    static let kitMetric = Schema(
        "kit metric", link.fields + [.text("definition", "what is counted"), .text("unit", "the unit")])

    static let question = Schema(
        "question",
        [
            .text("id", "the anchor of its check box"), .text("label", "the item"),
            .text("question", "what to ask the place"),
        ])

    static let blankRow = Schema("blank row", [.text("number", "its number")])

    static let kit = Schema(
        "kit",
        common + [
            .text("practice", "the practice"), .text("practice-href", "its page"),
            .text("key", "the id of the practice"),
            .text("place", "the name of the place"), .text("place-href", "its page"),
            .text("summary", "one or two sentences"), .flag("is-proposed", "whether it is only proposed"),
            .text("evidence", "the evidence level, such as E2"), .text("evidence-reason", "what that means here"),
            .text("evidence-href", "the page of evidence levels"), .object("problem", statement, "why it was set up"),
            .list("fit", fitGroup, "for whom"), .list("conditions", item, "where, when, under what conditions"),
            .list("prerequisites", attribution, "what it stands on"), .list("actors", actor, "who takes part"),
            .list("steps", tickedStep, "the steps in order"), .list("resources", item, "materials, staff, cost"),
            .list("adaptation", item, "why it works, and what was changed"), .list("risks", item, "risks"),
            .list("went-wrong", statement, "what went wrong in its cases"),
            .list("monitoring", item, "how to watch it"), .list("metrics", kitMetric, "the metrics to collect"),
            .list("questions", question, "what nobody tells, as questions to ask the place"),
            .list("contact", item, "whom to ask, if anybody is named"),
            .list("blank-rows", blankRow, "empty rows of the table of tasks"),
            .list("downloads", link, "the kit for people's own tools"),
        ])

    // MARK: Finder

    static let option = Schema(
        "option",
        [
            .text("value", "the word in the address"), .text("label", "the answer"),
            .text("href", "its page; absent where no practice says so"),
        ])

    static let finderEntry = Schema(
        "finder entry",
        practiceCard.fields + [
            .text("kit-href", "its kit"), .text("unknown", "how many items nobody tells"),
            .text("topics", "the ids of its topics"), .text("levels", "its levels"),
            .text("communities", "its types of community"), .text("assets", "what it stands on"),
            .text("level-words", "its levels in words"), .text("community-words", "its types of community in words"),
            .text("asset-words", "what it stands on in words"),
        ])

    static let finder = Schema(
        "finder",
        common + [
            .list("levels", option, "at which level are you?"), .list("communities", option, "what type of community?"),
            .list("problems", option, "what problem?"), .list("groups", option, "for whom?"),
            .list("assets", option, "what have you got?"), .list("practices", finderEntry, "all practices"),
            .list("mentions", mention, "places that only name a problem"),
        ])

    static let facet = Schema(
        "facet",
        common + [
            .text("question", "the question that it answers"), .list("reported", practiceCard, "what places report"),
            .list("proposed", practiceCard, "what they propose"), .list("others", link, "the other answers"),
            .text("finder-href", "the finder"), .text("finder-query", "the same question in its address"),
        ])

    // MARK: Comparison

    static let comparisonLine = Schema("comparison line", [.html("html", "one thing that is known")])

    static let comparisonCell = Schema(
        "comparison cell",
        [
            .text("column", "the practice"), .text("state", "stated, added or unknown"),
            .text("state-label", "the state in words"), .list("lines", comparisonLine, "what is known"),
        ])

    static let comparisonRow = Schema(
        "comparison row",
        [.text("label", "the item"), .list("cells", comparisonCell, "a cell for each practice")])

    static let comparison = Schema(
        "comparison",
        common + [
            .text("subject", "the mechanism or topic"), .text("subject-href", "its page"),
            .list("columns", practiceCard, "the practices"), .list("rows", comparisonRow, "the seventeen items"),
            .text("more", "how many more practices there are"),
            .text("compare-href", "the same practices on the page where one can choose"),
        ])

    static let choice = Schema(
        "choice",
        [
            .text("value", "the id"), .text("label", "the practice or place"), .text("note", "the place"),
            .text("script", "the script that hands over its rows"),
        ])

    static let compare = Schema(
        "compare",
        common + [
            .list("places", choice, "places to choose from"), .list("practices", choice, "practices to choose from"),
            .list("ready", link, "comparisons that are ready made"),
        ])
}
