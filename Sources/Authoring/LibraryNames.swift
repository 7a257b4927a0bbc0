import Content
import Diagnostics

/// What a library has names for: enough to propose, find and check references while writing.
package struct LibraryNames: Sendable {
    package static let metricsPath = "content/metrics/metrics.yaml"

    /// Something that can be referred to, by its id or by what people call it.
    struct Entry: Sendable, Equatable {
        var id: String
        /// Titles and synonyms in every language.
        var titles: [String]
    }

    package var languages: [String]
    var places: [Entry] = []
    var mechanisms: [Entry] = []
    var topics: [Entry] = []
    var practices: [Entry] = []
    var metrics: [Entry] = []
    var observations: [Entry] = []
    var sources: [Entry] = []
    /// Every file of the library.
    var paths: Set<String> = []

    package init(languages: [String]) {
        self.languages = languages
    }

    /// The names in a library with its drafts, however many problems it has.
    package init(reading tree: SourceTree) async {
        var problems: [Diagnostic] = []
        let raw = await read(tree, jobs: 1, diagnostics: &problems)
        self.init(check(raw, includesDrafts: true, diagnostics: &problems), tree: tree)
    }

    init(_ library: Library, tree: SourceTree) {
        func entry(_ header: Header, _ synonyms: [Localized<String>] = []) -> Entry {
            Entry(id: header.id, titles: header.title.all + synonyms.flatMap(\.all))
        }
        languages = library.languages
        places = library.places.map { entry($0.header) }
        mechanisms = library.mechanisms.map { entry($0.header, $0.synonyms) }
        topics = library.topics.map { entry($0.header, $0.synonyms) }
        practices = library.practices.map { entry($0.header, $0.brand.map { [$0] } ?? []) }
        metrics = library.metrics.map { Entry(id: $0.id, titles: $0.name.all) }
        observations = library.observations.map { Entry(id: $0.id, titles: []) }
        sources = library.sources.map { Entry(id: $0.id, titles: $0.title.all) }
        paths = Set(tree.files.map(\.path))
    }

    /// The language in which records are explained to the library's authors.
    package var language: AuthorLanguage { AuthorLanguage(tag: languages.first ?? "") }

    package func hasPlace(_ id: String) -> Bool { places.contains { $0.id == id } }

    package func nearestPlace(to id: String) -> String? { nearest(to: id, among: places.map(\.id)) }

    package func hasMetric(_ id: String) -> Bool { metrics.contains { $0.id == id } }

    package func hasFile(_ path: String) -> Bool { paths.contains(path) }

    func names(of kind: FieldGuide.Names) -> [String] { entries(of: kind).map(\.id) }

    func entries(of kind: FieldGuide.Names) -> [Entry] {
        switch kind {
        case .places: places
        case .mechanisms: mechanisms
        case .topics: topics
        case .practices: practices
        case .observations: observations
        }
    }
}
