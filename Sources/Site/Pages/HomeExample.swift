import Content

extension SharedLibrary {
    /// The practice that the entrance tells as an example: of those that places report, one whose steps follow each other
    /// and that has figures, where there is one; of these with the highest level of evidence; of these the one of which
    /// most is known – steps, figures and items together –; and of several the first in the order of the library.
    var example: PracticeRef? {
        var best: (practice: PracticeRef, worth: (Int, Int, Int))?
        for practice in practices.listed(.reported) {
            let (steps, figures) = (practice.record.steps.count, practice.outcomes.count)
            let known = steps + figures + PracticeItem.allCases.count - practice.count(of: .unknown)
            let isWhole = practice.record.areStepsOrdered && steps > 0 && figures > 0
            let worth = (isWhole ? 1 : 0, practice.evidence.rawValue, known)
            if best.map({ worth > $0.worth }) ?? true { best = (practice, worth) }
        }
        return best?.practice
    }
}

/// A practice told shortly. Its sentences are cited on its own page.
let exampleView = View<PracticeRef>(
    "example", linkFields(title: { $1.title(of: $0) }, href: { $1.href($0.id) }),
    placeView.fields { practice, _ in practice.place },
    evidenceFields(), processFields(), originFields { $0.record.problem.origin },
    [
        .flag("is-drawn", "whether its process is short enough for the entrance") { practice, _ in
            (1...mostDrawnSteps).contains(practice.record.steps.count)
        },
        .text("problem", "why it was set up, as plain text") { practice, page in
            page.beginning(of: practice.record.problem.text)
        },
        .list("steps", of: exampleStepView, "its first steps") { practice, _ in
            Array(practice.record.steps.prefix(mostSteps))
        },
        .flag("is-ordered", "whether the steps follow each other") { practice, _ in practice.record.areStepsOrdered },
        .text("steps-title", "the heading: steps, or what is done in no order") { practice, page in
            page.strings[practice.record.stepsTitle]
        },
        .text("more-steps", "how many more steps there are; absent if none") { practice, page in
            let more = practice.record.steps.count - mostSteps
            return more > 0 ? page.strings.format(.homeMoreSteps, count: more) : nil
        },
        .object("figure", of: figureView, "a result where there is one, else another of its figures") { practice, _ in
            (practice.results.first ?? practice.outcomes.first).map { Figure($0, namesPlace: false) }
        },
        .text("kit-href", "its kit") { practice, page in page.href(PageID(.kit, practice.index)) },
    ])

private let mostSteps = 3
private let mostDrawnSteps = 6

private let exampleStepView = View<Step>(
    "example step",
    [.text("text", "what is done, as plain text") { step, page in page.beginning(of: step.statement.text) }],
    originFields { $0.origin })
