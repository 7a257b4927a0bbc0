import Diagnostics

/// What a metric means.
package struct Metric: Sendable, Equatable {
    package var id: String
    package var span: SourceSpan
    package var name: Localized<String>
    package var definition: Localized<String>
    package var kind: MetricKind
    package var unit: Localized<String>?
    package var direction: MetricDirection
    package var formula: Localized<String>?
    package var numerator: Localized<String>?
    package var denominator: Localized<String>?
}

/// A goal of a year.
package struct PlanTask: Sendable, Equatable {
    package var id: String
    package var span: SourceSpan
    package var place: Reference
    package var year: Int
    package var title: Localized<String>
    package var lead: Localized<String>?
    package var metric: Reference?
    package var baseline: Double?
    package var target: Double?
    package var op: TaskOperator?
    package var due: CalendarDate?
    package var source: Reference?
    package var locator: Reference?
}

/// How a task stood on a day.
package struct Checkpoint: Sendable, Equatable {
    package var span: SourceSpan
    package var task: Reference
    package var date: CalendarDate
    /// The figure as it was reported, and what it says; a plain number is exact.
    package var printed: String?
    package var figure: PrintedFigure?
    package var status: CheckpointStatus
    package var reason: Localized<String>?
    package var next: CalendarDate?
    package var source: Reference?
    package var locator: Reference?
}

/// A term of the trade, explained, or marked as unexplained in its source.
package struct GlossaryTerm: Sendable, Equatable {
    package var id: String
    package var span: SourceSpan
    package var term: Localized<String>
    package var definition: Localized<String>?
    package var isUnexplained: Bool
    package var note: Localized<String>?
    package var locators: [Reference]
}

/// Something the library had wrong, and what it says now.
package struct Correction: Sendable, Equatable {
    package var span: SourceSpan
    package var date: CalendarDate
    package var object: Reference
    package var old: Localized<String>
    package var new: Localized<String>
    package var reason: Localized<String>
}
