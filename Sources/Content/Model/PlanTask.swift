import Diagnostics
import Text

/// A task of a year: a goal, or a measure that a source tells of.
package struct PlanTask: ListedRow, Equatable {
    package static let path = LibraryPath.plans + "tasks.csv"
    package static let referenceKind: ReferenceKind? = .task
    package static let isKeptIncomplete = true
    package static let kind = ComparedKind(ReferenceKind.task)
    package static var list: WritableKeyPath<Library, [PlanTask]> { \.tasks }

    package var id = ""
    package var span: SourceSpan
    package var place: Reference
    package var year = 0
    /// Whether the year is the editor's conclusion and not printed.
    package var isYearInferred = false
    package var title = Localized<String>("", languages: 1)
    package var lead: Localized<String>?
    package var metric: Reference?
    package var baseline: Double?
    package var target: Double?
    package var op: TaskOperator?
    /// How far the source says that it has come.
    package var stage: TaskStage?
    package var due: CalendarDate?
    package var source: Reference?
    package var locator: Reference?

    package static let fields: [Field<PlanTask>] = [
        .id("id", \.id, \.span),
        .reference(
            "place", \.place, to: .place, required: true, relation: .inverse(\.tasksOfPlace)),
        .year("year", \.year, required: true),
        .boolean("year-inferred", \.isYearInferred),
        .localized("title", \.title, required: true),
        .localized("lead", \.lead),
        .reference("metric", \.metric, to: .metric, relation: .inverse(\.tasksOfMetric)),
        .decimal("baseline", \.baseline),
        .decimal("target", \.target),
        .word("op", \.op),
        .word("stage", \.stage),
        .date("due", \.due),
        .reference("source", \.source, to: .source),
        .reference("locator", \.locator),
    ]

    package init(at span: SourceSpan) {
        self.span = span
        place = Reference(id: "", span: span)
    }
}
