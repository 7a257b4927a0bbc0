import Diagnostics
import Text

/// Something the library had wrong, and what it says now.
package struct Correction: ListedRow, Equatable {
    package static let path = LibraryPath.content + "corrections.csv"
    package static let kind = ComparedKind("correction", .correction)
    package static let identity = ["date", "object"]
    package static var list: WritableKeyPath<Library, [Correction]> { \.corrections }

    package var span: SourceSpan
    package var date = CalendarDate.distantPast
    /// A record by its path below `content/`, or a figure as `obs:id`; checking turns other names into these.
    package var object: Reference
    package var old = Localized<String>([])
    package var new = Localized<String>([])
    package var reason = Localized<String>([])

    package static let fields: [Field<Correction>] = [
        .date("date", \.date, required: true, column: FieldColumn(meaning: "corrected")),
        .reference("object", \.object, required: true),
        // What stood there is told as it stood there.
        .localized("old", \.old, required: true).with { $0.isQuotation = true },
        .localized("new", \.new, required: true),
        .localized("reason", \.reason, required: true, column: FieldColumn(meaning: "correction-reason")),
    ]

    package init(at span: SourceSpan) {
        self.span = span
        object = Reference(id: "", span: span)
    }
}
