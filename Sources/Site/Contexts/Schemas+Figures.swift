/// Figures, and the pages that look across them.
extension Schemas {
    static let figure = Schema(
        "figure",
        [
            .text("id", "the anchor"), .text("metric", "the name of the metric"),
            .text("metric-href", "the page of the metric"),
            .text("value", "the figure with its qualifier and unit, in the language of the page"),
            .text("printed", "the figure as its source prints it, where that is another language"),
            .text("printed-lang", "that language"),
            .text("qualifier-key", "the qualifier as metrics name it, such as more-than"),
            .text("qualifier", "how the source hedges it"),
            .text("bounds", "what it says for certain; absent where it is exact"),
            .text("period", "the period it holds for, or that none is stated"),
            .flag("has-period", "whether a period is stated"),
            .text("role", "structure, action, result and so on, in words"),
            .text("cautions", "what to know before trusting it, in words"), .text("note", "a remark on this figure"),
            .text("speaker", "who gave the figure"), .html("mark", "the mark of its citation"),
            .text("place", "the place, where the page is not about it"), .text("place-href", "its page"),
        ])

    static let chartRow = Schema(
        "chart row",
        [
            .text("label", "the place"), .text("period", "the period, or that none is stated"),
            .text("value", "the figure with its qualifier and unit"),
            .text("bounds", "what it says for certain; absent where it is exact"),
        ])

    static let chart = Schema(
        "chart",
        [
            .text("title", "what is drawn"), .html("svg", "the drawing"),
            .list("rows", chartRow, "the figures it is drawn from"),
        ])

    static let reason = Schema("reason", [.text("reason", "why figures are kept apart")])

    static let metric = Schema(
        "metric",
        common + [
            .text("definition", "what is counted, and what the source leaves open"),
            .text("kind", "count, share and so on, in words"), .text("unit", "the unit"),
            .text("direction", "whether more is better, in words"), .text("formula", "how it is worked out"),
            .text("numerator", "what is divided"), .text("denominator", "what it is divided by"),
            .flag("is-relative", "whether it needs a denominator"), .list("charts", chart, "its figures, drawn"),
            .list("figures", figure, "its figures"),
            .text("more-figures", "how many more there are than fit the page"),
            .list("apart", reason, "why its figures do not all stand side by side"),
            .list("downloads", link, "the open data behind the page"),
            .list("practices", practiceCard, "practices with an outcome of this metric"),
            .list("tasks", link, "tasks that are measured by it"),
        ])

    static let metricPanel = Schema(
        "metric panel",
        link.fields + [
            .list("figures", figure, "its figures"), .list("charts", chart, "its first chart"),
            .text("more", "how many more figures it has"),
            .list("apart", reason, "why its figures do not all stand side by side"),
        ])

    static let metricGroup = Schema(
        "metric group",
        [
            .text("id", "the anchor"), .text("title", "what the figures stand for"),
            .text("intro", "what that means"), .list("metrics", metricPanel, "the metrics"),
        ])

    static let dashboard = Schema(
        "metrics",
        common + [
            .list("groups", metricGroup, "the metrics by what their figures stand for"),
            .list("unused", link, "metrics without figures"),
            .list("downloads", link, "the open data behind the page"),
        ])

    static let matrixPractice = Schema(
        "matrix practice", link.fields + [.flag("is-proposed", "whether it is only proposed")])

    static let matrixCell = Schema(
        "matrix cell",
        [
            .text("state", "reported, proposed or none"), .text("label", "the state in words"),
            .text("place", "the place"), .object("single", matrixPractice, "the practice, if there is just one"),
            .list("practices", matrixPractice, "the practices, if there are more"),
            .text("count", "how many practices"),
        ])

    static let matrixRow = Schema(
        "matrix row",
        link.fields + [.text("kind", "the kind of mechanism, in words"), .list("cells", matrixCell, "by place")])

    static let matrixState = Schema(
        "matrix state",
        [
            .text("state", "reported, proposed or none"), .text("label", "the state in words"),
            .text("meaning", "what it means"), .text("count", "how many cells are in it"),
        ])

    static let matrix = Schema(
        "matrix",
        common + [
            .list("places", link, "the columns"), .list("rows", matrixRow, "the mechanisms"),
            .list("legend", matrixState, "what the states mean"),
            .list("downloads", link, "the open data behind the page"),
        ])

    static let checkpoint = Schema(
        "checkpoint",
        [
            .text("date", "the day"), .text("date-iso", "the same as YYYY-MM-DD"),
            .text("value", "the figure with its qualifier and unit"), .text("status", "how it stood, in words"),
            .text("reason", "why"), .text("next", "the next date"),
            .flag("is-overdue", "whether that date has passed without a word"),
            .html("mark", "the mark of its citation"),
        ])

    static let task = Schema(
        "task",
        [
            .text("id", "the anchor"), .text("title", "what is to be done"), .text("place", "the place"),
            .text("place-href", "its page"), .text("lead", "who leads"), .text("metric", "what it is measured by"),
            .text("metric-href", "the page of the metric"),
            .list("figures", link, "what the sources say of the same thing"), .text("baseline", "where it started"),
            .text("target", "where it is to end"), .text("due", "by when"), .html("mark", "the mark of its citation"),
            .text("verdict", "met, missed and so on"), .text("verdict-label", "the verdict in words"),
            .text("verdict-reason", "what the verdict means"), .list("progress", checkpoint, "during the year"),
            .list("final", checkpoint, "at its end"),
        ])

    static let verdictCount = Schema(
        "verdict count",
        [
            .text("verdict", "met, missed and so on"), .text("label", "the verdict in words"),
            .text("count", "how many tasks"),
        ])

    static let boardYear = Schema(
        "year",
        [
            .text("id", "the anchor"), .text("year", "the year"), .list("counts", verdictCount, "how the tasks stand"),
            .list("tasks", task, "the tasks, those that lag first"),
        ])

    static let tracking = Schema(
        "tracking",
        common + [
            .list("years", boardYear, "the latest year first"),
            .list("downloads", link, "the open data behind the page"),
        ])

    // MARK: Blocks in texts

    static let blocks: [(name: String, schema: Schema)] = [
        ("block-figures", Schema("block-figures", [.list("figures", figure, "the figures"), strings])),
        ("block-chart", Schema("block-chart", chart.fields + [strings])),
        (
            "block-compare",
            Schema(
                "block-compare",
                [
                    .list("figures", figure, "the figures"),
                    .object("chart", chart, "the figures side by side; absent where they may not stand so"),
                    .list("apart", reason, "why they may not"), strings,
                ])
        ),
        ("block-steps", Schema("block-steps", [.list("steps", step, "the steps in order"), strings])),
    ]
}
