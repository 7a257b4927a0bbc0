import Content
import Markdown

/// The blocks of YAML in a text, each drawn by a template of its own.
extension PageContext {
    func write(_ block: FencedBlock, to output: inout HTMLOutput) {
        let shared = site.shared
        func figures(_ indices: [Int]) -> [ObservationRef] { indices.map { ObservationRef(shared, $0) } }
        switch library.blocks[block.span] {
        case .figures(let indices): write(.figuresBlock, figures(indices), to: &output)
        case .compare(let indices): write(.compareBlock, figures(indices), to: &output)
        case .steps(let steps): write(.stepsBlock, steps, to: &output)
        case .chart(let chart):
            let observations = figures(chart.observations)
            write(
                .chartBlock,
                FigureChart(observations, as: chart.form, title: chart.title ?? metricName(of: observations)),
                to: &output)
        // Only blocks with problems are missing, and then nothing is published.
        case nil: break
        }
    }

    private func write<Subject>(_ block: BlockKind<Subject>, _ subject: Subject, to output: inout HTMLOutput) {
        site.templates.write(block.name, SubjectFrame(subject, outer: nil), self, to: &output)
    }

    fileprivate func metricName(of observations: [ObservationRef]) -> String {
        observations.first?.metric?.record.name[language] ?? ""
    }
}

/// A kind of block: the name of its template, and what the template may say.
struct BlockKind<Subject>: Sendable {
    let name: String
    let view: View<Subject>

    init(_ name: String, _ fields: [ViewField<Subject>]) {
        self.name = name
        view = View(name, fields, [.words])
    }
}

/// The views of all kinds of blocks, by the names of their templates.
let blockViews: [(name: String, view: ViewScope)] = [
    (BlockKind.figuresBlock.name, BlockKind.figuresBlock.view.scope),
    (BlockKind.chartBlock.name, BlockKind.chartBlock.view.scope),
    (BlockKind.compareBlock.name, BlockKind.compareBlock.view.scope),
    (BlockKind.stepsBlock.name, BlockKind.stepsBlock.view.scope),
]

extension BlockKind where Subject == [ObservationRef] {
    static let figuresBlock = BlockKind(
        "block-figures",
        [.list("figures", of: figureView, "the figures") { figures, _ in figures.map { Figure($0, namesPlace: true) } }]
    )

    /// Side by side where that is allowed; else one below the other, with the reason.
    static let compareBlock = BlockKind(
        "block-compare",
        [
            .list("figures", of: figureView, "the figures") { figures, _ in
                figures.map { Figure($0, namesPlace: true) }
            },
            .object("chart", of: chartView, "the figures side by side; absent where they may not stand so") {
                figures, page in
                reasonsApart(figures).isEmpty
                    ? FigureChart(figures, as: .bar, title: page.metricName(of: figures)) : nil
            },
            .list("apart", of: reasonView, "why they may not") { figures, _ in reasonsApart(figures) },
        ])

    private static func reasonsApart(_ figures: [ObservationRef]) -> [Incomparability] {
        let reasons = Set(
            figures.indices.flatMap { first in
                figures[(first + 1)...].compactMap {
                    figures[first].shared.value.incomparability(of: figures[first].index, and: $0.index)
                }
            })
        return Incomparability.allCases.filter(reasons.contains)
    }
}

extension BlockKind where Subject == FigureChart {
    static let chartBlock = BlockKind("block-chart", chartView.fields)
}

extension BlockKind where Subject == [BlockStep] {
    static let stepsBlock = BlockKind(
        "block-steps",
        [.list("steps", of: stepView, "the steps in order") { steps, _ in steps.map { StepText($0) } }])
}
