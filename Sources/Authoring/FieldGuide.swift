/// What a field is for, told to the person who fills it in.
///
/// A guide only explains. Which fields there are, and which are required, the readers say (`KnownField`); a test
/// holds the two against each other.
struct FieldGuide: Sendable {
    /// What stands behind the key in a new record.
    enum Start: Sendable {
        /// Nothing, which counts as not given.
        case empty
        case placeholder(Phrase)
        case value(String)
        /// The title that was asked for, or a placeholder.
        case title
        /// The place whose folder the record lies in.
        case place
        /// The default language of the library.
        case libraryLanguage
    }

    /// Things that a library has names for; a guide lists those there are.
    enum Names: Sendable {
        case places, mechanisms, topics, practices, observations
    }

    var key: String
    var explanation: Phrase
    var start: Start
    /// The words that the field may hold.
    var words: [Word]
    var names: Names?
    /// The keys of each entry.
    var entries: [FieldGuide]
    /// Lines of YAML that show a longer value.
    var example: Phrase?

    init(
        _ key: String, _ chinese: String, _ english: String, start: Start = .empty, words: [Word] = [],
        names: Names? = nil, entries: [FieldGuide] = [], example: Phrase? = nil
    ) {
        (self.key, self.start, self.words, self.names) = (key, start, words, names)
        (self.entries, self.example) = (entries, example)
        explanation = Phrase(chinese, english)
    }

    /// A field that holds one statement or several.
    static func statement(
        _ key: String, _ chinese: String, _ english: String, start: Start = .empty
    ) -> FieldGuide {
        FieldGuide(key, chinese, english, start: start, entries: statementEntries)
    }

    static let statementEntries = [
        FieldGuide("text", "这句话", "the sentence"),
        FieldGuide("from", "出处，如 来源标识#P1.S2", "where a source says so: source-id#P1.S2"),
    ]

    /// Whether the entries are statements, which the head of a record explains once for all.
    var holdsStatements: Bool { entries.map(\.key) == Self.statementEntries.map(\.key) }
}

/// A word of a fixed list, with what it means.
struct Word: Sendable {
    var word: String
    var meaning: Phrase

    init(_ word: String, _ chinese: String, _ english: String) {
        (self.word, meaning) = (word, Phrase(chinese, english))
    }
}
