/// What a field is, said of the field alone: for documentation, templates of new records, schemas and exports.
package struct KnownField: Sendable, Equatable {
    package var key: String
    package var shape: FieldShape
    package var isRequired: Bool
    /// Whether a translation may give its own.
    package var isTranslatable: Bool
    /// The words the field may hold, where they are of a fixed list.
    package var words: [String]
    /// What the keys of the interface texts for the words begin with: `level` for `level-city`.
    package var wordLabels: String
    /// What its ids name.
    package var reference: ReferenceKind?
    /// The fields of each entry, where the field holds statements, steps, people or the like.
    package var entries: [KnownField]
    /// The field of an entry that a bare text stands for: `- text` for `- {text: …}`.
    package var shorthand: String?
    /// Whether there is a value even where no file gives one.
    package var isAlwaysThere: Bool
    /// How search finds what it holds.
    package var search: SearchRole
    /// Its column in the table of its kind of record in the open data.
    package var column: FieldColumn?
    /// The list of the library's relations that its references fill.
    var relation: Relation?
    /// Whether it says what was written elsewhere, in whatever words.
    var isQuotation = false

    package init(
        key: String, shape: FieldShape = .text, isRequired: Bool = false, isTranslatable: Bool = false,
        words: [String] = [], wordLabels: String = "", reference: ReferenceKind? = nil, entries: [KnownField] = [],
        shorthand: String? = nil, isAlwaysThere: Bool = false, search: SearchRole = .none, column: FieldColumn? = nil
    ) {
        (self.key, self.shape, self.isRequired, self.isTranslatable) = (key, shape, isRequired, isTranslatable)
        (self.words, self.wordLabels, self.reference) = (words, wordLabels, reference)
        (self.entries, self.shorthand, self.isAlwaysThere) = (entries, shorthand, isAlwaysThere)
        (self.search, self.column) = (search, column)
    }

    /// Whether its references are looked up, both ways, when records are related.
    var isRelating: Bool { relation != nil && reference != nil }

    /// Its key; the text under the fields, which has none, is `body`.
    package var labelKey: String { shape == .body ? "body" : key }

    /// The fields of a kind of record, in the order of its list.
    package static func fields(of kind: RecordKind) -> [KnownField] { kind.type.knownFields }
}

extension FieldHolder {
    /// Its fields as descriptions; the body, which is under no key, is not among them.
    package static var knownFields: [KnownField] { fields.map(\.known).filter { $0.shape != .body } }

    static var relatingFields: [KnownField] { fields.map(\.known).filter(\.isRelating) }

    package static func known(_ key: String) -> KnownField? { fields.first { $0.key == key }?.known }
}

/// What a field holds.
package enum FieldShape: String, Sendable, CaseIterable {
    /// One line of text, the same in all languages.
    case text
    /// Several of them.
    case texts
    case word, date, period, year, integer, decimal, boolean
    /// A number in digits, or a figure as it was reported.
    case figure
    /// The id of another record, or of a metric, a task or the like.
    case reference
    /// One id or a list of them.
    case references
    /// Where a source says so; one or a list.
    case locators
    /// A text by language.
    case localized
    /// Inline Markdown by language.
    case prose
    case statement, statements
    /// A mapping with fields of its own.
    case entry
    /// Mappings with fields of their own; one of them may stand without a list.
    case entries
    /// The Markdown under the front matter.
    case body
}

/// How search finds what a field holds, from the heaviest to the lightest.
package enum SearchRole: Sendable, Equatable {
    case title
    /// Another name of what the page is about.
    case name
    /// A word that people look for it with, though it is no name of it.
    case also
    case summary
    /// A part of the page: the id of its heading, and the key of the interface text that heads it.
    case section(anchor: String, heading: String)
    /// A part of an entry, which is searched where the entry is.
    case part
    case none

    /// The section that a page has for the field alone, which bears its key.
    static func section(_ key: String) -> SearchRole { .section(anchor: "page.s-" + key, heading: key) }
}

/// A field as a column of open data.
package struct FieldColumn: Sendable, Equatable {
    /// The name of the column; the key if nil.
    package var name: String?
    /// What the column means, which is the end of the key of the interface text `column-…`; the name if nil.
    package var meaning: String?

    package init(_ name: String? = nil, meaning: String? = nil) {
        (self.name, self.meaning) = (name, meaning)
    }
}

/// The lists of ``Relations`` that the references of a field fill.
struct Relation: Sendable, Equatable {
    typealias Path<Value> = FieldPath<Relations, Value>

    /// What each record names.
    private(set) var many: Path<[[Int]]>?
    /// What each record names, where that is one thing; -1 where it names nothing that there is.
    private(set) var one: Path<[Int]>?
    /// By which records each thing is named.
    private(set) var inverse: Path<[[Int]]>?

    static func many(_ path: Path<[[Int]]>) -> Relation { Relation(many: path) }
    static func many(_ path: Path<[[Int]]>, inverse: Path<[[Int]]>) -> Relation {
        Relation(many: path, inverse: inverse)
    }
    static func one(_ path: Path<[Int]>, inverse: Path<[[Int]]>) -> Relation { Relation(one: path, inverse: inverse) }
    static func inverse(_ path: Path<[[Int]]>) -> Relation { Relation(inverse: path) }

    static func == (left: Relation, right: Relation) -> Bool {
        func paths(_ relation: Relation) -> [AnyKeyPath?] { [relation.many, relation.one, relation.inverse] }
        return paths(left) == paths(right)
    }
}
