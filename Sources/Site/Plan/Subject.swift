import Content

/// What a page is about, if it is about one thing of the library. A page that lists all of a kind has none.
package enum Subject: Hashable, Sendable {
    case record(RecordID)
    /// A source, by its index.
    case source(Int)
    /// A metric, by its index.
    case metric(Int)

    package var record: RecordID? {
        if case .record(let record) = self { record } else { nil }
    }
}
