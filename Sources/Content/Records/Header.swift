import Diagnostics
import Markdown

/// The kinds of record that have pages of their own.
package enum RecordKind: String, CaseIterable, Sendable, Hashable {
    case home, place, mechanism, topic, practice, `case`, page, adoption

    /// The folder below `content/`, which is also the folder of the pages.
    package var folder: String {
        switch self {
        case .home: ""
        case .place: "places"
        case .mechanism: "mechanisms"
        case .topic: "topics"
        case .practice: "practices"
        case .case: "cases"
        case .page: "pages"
        case .adoption: "adoptions"
        }
    }

    /// Whether records lie in a folder of their place: `practices/panjin/three-grids.md`.
    package var isGroupedByPlace: Bool { self == .practice || self == .case }
}

/// What every record with a page has.
package struct Header: Sendable, Equatable {
    /// The path below the kind's folder, without extension: `panjin/three-grids`.
    package var id: String
    /// The file in the default language.
    package var path: String
    package var title: Localized<String>
    package var titleSpan: SourceSpan
    /// Old paths of the page, below the site's root and without a language, that should lead here.
    package var aliases: [Reference]
    package var body: Localized<MarkdownDocument>
    package var status: Status
    /// The day an editor last compared the record with its sources.
    package var reviewed: CalendarDate?
}

/// A record with a page of its own.
package protocol Record: Sendable {
    static var kind: RecordKind { get }
    var header: Header { get }
}
