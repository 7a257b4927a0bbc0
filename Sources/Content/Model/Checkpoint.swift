import Diagnostics
import Text

/// How a task stood on a day.
package struct Checkpoint: ListedRow, Equatable {
    package static let path = LibraryPath.plans + "checkpoints.csv"
    package static let kind = ComparedKind("checkpoint", .checkpoint)
    package static let identity = ["task", "date"]
    package static var list: WritableKeyPath<Library, [Checkpoint]> { \.checkpoints }

    package var span: SourceSpan
    package var task: Reference
    package var date = CalendarDate.distantPast
    /// The figure as it was reported, and what it says; a plain number is exact.
    package var printed: String?
    package var figure: PrintedFigure?
    var figureSpan: SourceSpan?
    package var status = CheckpointStatus.notReported
    package var reason: Localized<String>?
    package var next: CalendarDate?
    package var source: Reference?
    package var locator: Reference?

    package static let fields: [Field<Checkpoint>] = [
        .reference("task", \.task, to: .task, required: true, relation: .inverse(\.checkpointsOfTask)),
        .date("date", \.date, required: true, column: FieldColumn(meaning: "day")),
        .figure("value", \.printed, \.figure, \.figureSpan),
        .word("status", \.status, required: true, column: FieldColumn(meaning: "task-status")),
        .localized("reason", \.reason),
        .date("next", \.next),
        .reference("source", \.source, to: .source),
        .reference("locator", \.locator),
    ]

    package init(at span: SourceSpan) {
        self.span = span
        task = Reference(id: "", span: span)
    }
}

extension Field {
    /// A plain number, or a figure as it was reported.
    fileprivate static func figure(
        _ key: String, _ printed: FieldPath<Record, String?>,
        _ figure: FieldPath<Record, PrintedFigure?>, _ span: FieldPath<Record, SourceSpan?>
    ) -> Field {
        Field(
            KnownField(key: key, shape: .figure),
            .scalar(
                set: { record, text in
                    (record[keyPath: printed], record[keyPath: span]) = (text.value, text.span)
                    record[keyPath: figure] = PrintedFigure(plainOrPrinted: text.value)
                    guard record[keyPath: figure] == nil else { return .value(()) }
                    return .problem(
                        Diagnostic(.unreadableFigure(text.value), at: text.span, hint: .writeNumberOrFigure))
                }, standIn: nil),
            value: { $0[keyPath: printed].map { .text($0) } ?? .none })
    }
}
