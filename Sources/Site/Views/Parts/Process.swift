import Charts
import Content
import Markdown

/// The process of a practice, drawn: for every page that shows a practice.
func processFields() -> [ViewField<PracticeRef>] {
    [
        .html("process", "who does what, drawn; nothing where no step is recorded") { practice, page, output in
            if let process = page.process(of: practice) { output.write(html: svg(of: process)) }
        },
        .text("process-note", "how to read the drawing") { practice, page in
            page.strings[practice.record.areStepsOrdered ? .processOrdered : .processUnordered]
        },
    ]
}

extension PageContext {
    /// Lanes are those who do a step, from the highest level of administration to the lowest. Nil without steps.
    func process(of practice: PracticeRef) -> ProcessDiagram? {
        let steps = practice.record.steps
        guard !steps.isEmpty else { return nil }
        let doers = steps.map { practice.actors(of: $0).map { $0.name[0] } }
        let named = Set(doers.joined())
        let lanes = practice.record.actors.filter { named.contains($0.name[0]) }.enumerated().sorted { first, second in
            (first.element.rank, first.offset) < (second.element.rank, second.offset)
        }.map(\.element)
        let places = Dictionary(
            lanes.enumerated().map { ($1.name[0], $0) }, uniquingKeysWith: { first, _ in first })
        return ProcessDiagram(
            title: strings[.processTitle],
            description: strings.format(
                .processDescription,
                ["steps": String(steps.count), "unnamed": String(doers.count(where: \.isEmpty))]),
            lanes: lanes.map { actor in
                ProcessDiagram.Lane(name: markedName(of: actor), note: levelName(of: actor) ?? "")
            },
            steps: zip(steps, doers).map { step, doers in
                ProcessDiagram.Step(
                    text: strings.marked(
                        step.statement.text.best(language)?.value.plainText ?? "", step.statement.state),
                    lanes: doers.compactMap { places[$0] }, needs: step.needs?[language],
                    gives: step.gives?[language])
            },
            isOrdered: practice.record.areStepsOrdered,
            words: ProcessDiagram.Words(
                unnamed: strings[.processUnnamed], needs: strings[.stepNeeds] + strings[.colon],
                gives: strings[.stepGives] + strings[.colon]),
            id: "diagram.process")
    }
}

extension Actor {
    /// Where its level stands among all; one without a level comes last.
    fileprivate var rank: Int { level.flatMap { Level.allCases.firstIndex(of: $0) } ?? Level.allCases.count }
}
