import Content

/// The kinds of pages, each with a template of its own.
package enum PageKind: String, CaseIterable, Sendable, Hashable {
    case home
    case places, place
    case practices, practice
    case cases
    case caseStudy = "case"
    case mechanisms, mechanism
    case topics, topic
    case metrics, metric
    case matrix, tracking
    case finder, facet, kit
    case compare, comparison
    case page
    case sources, source
    case search
    case alphabet = "a-z"
    /// The whole library as one document.
    case print
    case glossary, corrections, evidence, data
    case notFound = "not-found"
    case redirect

    /// The kind of the page that shows one record.
    init?(showing kind: RecordKind) {
        switch kind {
        case .home: self = .home
        case .place: self = .place
        case .practice: self = .practice
        case .case: self = .caseStudy
        case .mechanism: self = .mechanism
        case .topic: self = .topic
        case .page: self = .page
        case .adoption: return nil
        }
    }

    /// The kinds of the pages that list all records of a kind, in the order of the menu.
    static let indexes: [(page: PageKind, records: RecordKind)] = [
        (.practices, .practice), (.cases, .case), (.places, .place), (.mechanisms, .mechanism), (.topics, .topic),
    ]

    /// Pages that look across the whole library; in the menu behind the lists.
    static let overviews: [(page: PageKind, name: String)] = [
        (.finder, "finder.html"), (.metrics, "metrics/index.html"), (.matrix, "matrix.html"),
        (.tracking, "tracking.html"),
    ]

    /// The least and the most that are set side by side.
    static let comparable = 2...4

    /// Pages about the library itself, for the foot of every page.
    static let secondary: [(page: PageKind, name: String)] = [
        (.search, "search.html"), (.alphabet, "a-z.html"), (.evidence, "evidence.html"),
        (.sources, "sources/index.html"), (.glossary, "glossary.html"),
        (.corrections, "corrections.html"), (.data, "data/index.html"), (.print, "print.html"),
    ]

    /// A combined document of more practices and cases than this is none that anybody prints.
    static let mostPrinted = 300
}
