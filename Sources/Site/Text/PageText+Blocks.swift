import Content
import Markdown

/// The blocks of YAML in a text, each drawn by a template of its own.
extension PageText {
    mutating func block(_ block: FencedBlock) -> [UInt8] {
        switch site.library.blocks[block.span] {
        case .figures(let observations): render("block-figures", figuresContext(observations))
        case .chart(let drawn): render("block-chart", chartContext(drawn))
        case .compare(let observations): render("block-compare", comparisonContext(observations))
        case .steps(let steps): render("block-steps", stepsContext(steps))
        // Only blocks with problems are missing, and then nothing is published.
        case nil: []
        }
    }

    private func render(_ name: String, _ context: Context) -> [UInt8] {
        var context = context
        context["t"] = .object(strings.context)
        return site.templates.render(name, context)
    }

    private mutating func figuresContext(_ observations: [Int]) -> Context {
        Context(["figures": .list(observations.map { figure($0, namesPlace: true) })])
    }

    private mutating func chartContext(_ block: ChartBlock) -> Context {
        chart(block.observations, as: block.form, title: block.title ?? metricName(of: block.observations))
    }

    /// Side by side where that is allowed; else one below the other, with the reason.
    private mutating func comparisonContext(_ observations: [Int]) -> Context {
        let reasons = Set(
            observations.indices.flatMap { first in
                observations[(first + 1)...].compactMap {
                    site.library.incomparability(of: observations[first], and: $0)
                }
            })
        return Context([
            "figures": .list(observations.map { figure($0, namesPlace: true) }),
            "chart": reasons.isEmpty
                ? .object(chart(observations, as: .bar, title: metricName(of: observations))) : .absent,
            "apart": .list(
                Incomparability.allCases.filter(reasons.contains).map {
                    Context(["reason": .text(strings["apart-\($0.rawValue)"])])
                }),
        ])
    }

    private func stepsContext(_ steps: [BlockStep]) -> Context {
        Context([
            "steps": .list(
                steps.map { step in
                    Context([
                        "html": .html(escaped(step.text)), "by": .optional(step.by), "needs": .optional(step.needs),
                        "gives": .optional(step.gives), "takes": .optional(step.takes),
                    ])
                })
        ])
    }

    private func metricName(of observations: [Int]) -> String {
        let metric = observations.first.map { site.library.relations.metricOfObservation[$0] } ?? -1
        return metric < 0 ? "" : site.library.metrics[metric].name[language]
    }
}
