import Charts
import Content

/// A figure on a page.
struct Figure {
    var ref: ObservationRef
    var row: Observation
    /// Whether it says which place it is of, since the page is not about that place.
    var namesPlace: Bool

    /// More figures than anybody reads on one page; the rest is in the open data.
    static let most = 500

    init(_ ref: ObservationRef, namesPlace: Bool) {
        (self.ref, self.namesPlace) = (ref, namesPlace)
        row = ref.record
    }
}

extension [ObservationRef] {
    /// As many as fit a page.
    func figures(namesPlace: Bool = false) -> [Figure] {
        prefix(Figure.most).map { Figure($0, namesPlace: namesPlace) }
    }
}

let figureView = View<Figure>(
    "figure",
    [
        .text("id", "the anchor") { figure, page in
            (page.part.map { $0.anchor + "." } ?? "") + "figure." + figure.row.id
        },
        .text("metric", "the name of the metric") { figure, page in figure.ref.metricName(page.language) },
        .text("metric-href", "the page of the metric") { figure, page in
            figure.ref.metric.map { page.href(PageID(.metric, $0.index)) }
        },
        .text("href", "its row on the page of the metric") { figure, page in
            figure.ref.metric.map { page.href(PageID(.metric, $0.index), fragment: "figure." + figure.row.id) }
        },
        .text("value", "the figure with its qualifier and unit, in the language of the page") { figure, page in
            page.wording(of: figure.ref).text
        },
        .text("value-lang", "the language of its words, where that is another") { figure, page in
            page.wording(of: figure.ref).language
        },
        .html("glyph", "how certain it is, drawn: a dot, an arrow, a bracket") { figure, _, output in
            if let value = figure.row.drawn(as: "") { output.write(html: glyph(of: value)) }
        },
        .text("printed", "the figure as its source prints it, where that is another language") { figure, page in
            page.wording(of: figure.ref).printed?.text
        },
        .text("printed-lang", "that language") { figure, page in page.wording(of: figure.ref).printed?.language },
        .text("qualifier-key", "the qualifier as metrics name it, such as more-than") { figure, _ in
            figure.row.qualifier?.rawValue
        },
        .text("qualifier", "how the source hedges it, where the figure does not say so itself") { figure, page in
            page.qualifier(of: figure.row)
        },
        .text("bounds", "what it says for certain; absent where it is exact") { figure, page in
            page.bounds(of: figure.ref)
        },
        .text("period", "the period it holds for, or that none is stated") { figure, page in
            page.period(of: figure.row)
        },
        .flag("has-period", "whether a period is stated") { figure, _ in figure.row.period != nil },
        .text("role", "structure, action, result and so on, in words") { figure, page in
            page.strings[.role, figure.row.role]
        },
        .text("cautions", "what to know before trusting it, in words") { figure, page in
            // Why there is no figure stands in its place.
            page.enumerated(figure.row.cautions.filter { !$0.isWithoutFigure }.map { page.strings[.caution, $0] })
        },
        .text("note", "a remark on this figure") { figure, page in figure.row.note?[page.language] },
        .text("speaker", "who gave the figure") { figure, page in
            guard let speaker = figure.row.speaker else { return nil }
            return figure.ref.source?.record.speaker(speaker.id)?.name[page.language]
        },
        .html("mark", "the mark of its citation") { figure, page, output in
            guard figure.ref.source != nil else { return }
            page.write(mark: figure.row.locator, in: figure.row.source, to: &output)
        },
    ],
    placeView.fields { figure, _ in figure.namesPlace ? figure.ref.place : nil })
