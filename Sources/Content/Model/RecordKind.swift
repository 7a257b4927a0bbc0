import Diagnostics
import Markdown
import Text

/// The kinds of record that are Markdown files.
package enum RecordKind: String, CaseIterable, Sendable, Hashable {
    case home, place, mechanism, topic, practice, `case`, page, adoption

    /// What the kind is. A new kind is a type in a file of its own, and a line here.
    var type: any MarkdownRecord.Type {
        switch self {
        case .home: Home.self
        case .place: Place.self
        case .mechanism: Mechanism.self
        case .topic: Topic.self
        case .practice: Practice.self
        case .case: CaseStudy.self
        case .page: Page.self
        case .adoption: Adoption.self
        }
    }

    /// The folder below `content/`, which is also the folder of the pages.
    package var folder: String { type.folder }

    /// Whether records lie in a folder of their place: `practices/panjin/three-grids.md`.
    package var isGroupedByPlace: Bool { type.isGroupedByPlace }
}

/// A record that is a Markdown file, perhaps with translations.
package protocol MarkdownRecord: FieldHolder {
    static var kind: RecordKind { get }
    /// As diagnostics say it.
    static var noun: Phrase { get }
    /// Below `content/`; empty for the home page, which is `content/index.md`.
    static var folder: String { get }
    static var isGroupedByPlace: Bool { get }
    /// Whether figures without a row are reported: where facts are told, not in general texts.
    static var reportsLooseFigures: Bool { get }
    /// The list of the library that holds the records of the kind.
    static var list: WritableKeyPath<Library, [Self]> { get }

    /// A record of which nothing is known but its files.
    init(_ file: RecordIdentity)

    var id: String { get }
    /// The file in the default language.
    var path: String { get }
    var body: Localized<MarkdownDocument> { get set }
    var status: Status { get }

    /// Where it stands in the list of its kind.
    ///
    /// - Parameter places: the number of each place, by its id.
    func rank(among places: [String: Int]) -> RecordRank

    /// What a record has for its page, if it has one.
    static func header(_ index: Int, in library: Library) -> Header?
    /// The same for all records of the kind; none if they have no pages.
    static func headers(in library: Library) -> [Header]
}

extension MarkdownRecord {
    package static var isGroupedByPlace: Bool { false }
    package static var reportsLooseFigures: Bool { false }
    package func rank(among places: [String: Int]) -> RecordRank { RecordRank(id: id) }
    package static func header(_ index: Int, in library: Library) -> Header? { nil }
    package static func headers(in library: Library) -> [Header] { [] }
    package var status: Status { .published }

    static func count(in library: Library) -> Int { library[keyPath: list].count }
}

/// By what a record is put in order among those of its kind: a number, then a text, then its id, `place-2` before `place-11`.
package struct RecordRank: Comparable {
    var number = 0
    var text = ""
    var id: String

    package static func < (left: RecordRank, right: RecordRank) -> Bool {
        if (left.number, left.text) != (right.number, right.text) {
            return (left.number, left.text) < (right.number, right.text)
        }
        return left.id.naturallyPrecedes(right.id)
    }
}

/// A record with a page of its own.
package protocol Record: MarkdownRecord {
    var header: Header { get set }
}

extension Record {
    package var id: String { header.id }
    package var path: String { header.path }
    package var status: Status { header.status }
    package var body: Localized<MarkdownDocument> {
        get { header.body }
        set { header.body = newValue }
    }

    package static func header(_ index: Int, in library: Library) -> Header? {
        library[keyPath: list].address(of: index).pointee.header
    }

    package static func headers(in library: Library) -> [Header] { library[keyPath: list].map(\.header) }

    /// The fields that every record with a page has.
    static var header: [Field<Self>] { Header.fields.map { $0.lifted(\.header) } }

    /// The text under the front matter.
    ///
    /// - Parameter anchor: where it begins on the page, if not at the top.
    static func body(anchor: String = "") -> Field<Self> { .body(\.header.body, anchor: anchor) }
}

/// What is known of a record before it is read.
package struct RecordIdentity: Sendable {
    /// The path below the kind's folder, without extension: `panjin/three-grids`.
    var id: String
    /// The file in the default language.
    var path: String
    /// Where the title is written; the start of the file if it is not.
    var titleSpan: SourceSpan
    /// How many languages the site has.
    var languages: Int
}

/// What a reference can name.
package struct ReferenceKind: Sendable, Hashable {
    package let rawValue: String
    /// As diagnostics say it.
    package let noun: Phrase

    package init(_ kind: RecordKind) { self.init(kind.rawValue, kind.type.noun) }
    private init(_ rawValue: String, _ noun: Phrase) { (self.rawValue, self.noun) = (rawValue, noun) }

    // The noun follows from the name.
    package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    package static let place = ReferenceKind(.place)
    package static let mechanism = ReferenceKind(.mechanism)
    package static let topic = ReferenceKind(.topic)
    package static let practice = ReferenceKind(.practice)
    package static let `case` = ReferenceKind(.case)
    package static let metric = ReferenceKind("metric", .metric)
    package static let observation = ReferenceKind("observation", .observation)
    package static let task = ReferenceKind("task", .task)
    package static let term = ReferenceKind("term", .term)
    package static let source = ReferenceKind("source", .source)

    /// Whether `exemplar new` makes one.
    var canBeMade: Bool { RecordKind(rawValue: rawValue) != nil || [.metric, .source].contains(self) }
}
