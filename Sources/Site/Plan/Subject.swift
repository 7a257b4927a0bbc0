import Content

/// What a page is about, if it is about one thing of the library. A page that lists all of a kind has none.
package enum Subject: Hashable, Sendable {
    case record(RecordID)
    /// A source, by its index.
    case source(Int)
    /// A metric, by its index.
    case metric(Int)
    /// What it takes to repeat a practice, by its index.
    case kit(Int)
    /// The practices that use a mechanism or answer a problem, side by side.
    case comparison(RecordID)
    case facet(Facet)

    package var record: RecordID? {
        if case .record(let record) = self { record } else { nil }
    }
}
