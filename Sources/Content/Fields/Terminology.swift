import Diagnostics
import Text

/// What people call the fields of records and the words that they hold: `发布` for `published`, `问题` for `problem`. With
/// it a label in the place of a key or word is understood, and lists of what may be written say what each of it means.
package struct Terminology: Sendable {
    /// What people call a key or a word.
    package struct Term: Sendable {
        /// In the language in which problems are told; nil where nobody gave it one.
        package var label: String?
        /// In any language, as ``folded(_:)`` has them.
        package var names: Set<String> = []

        package init() {}
    }

    private var keys: [String: Term] = [:]
    /// By the key of the field that holds them.
    private var words: [String: [String: Term]] = [:]

    package init() {}

    /// Adds what a field is called; its label is kept if it has one.
    package mutating func add(_ names: some Sequence<String>, label: String?, forKey key: String) {
        keys[key, default: Term()].add(names, label: label)
    }

    /// Adds what a word of a field is called.
    package mutating func add(_ names: some Sequence<String>, label: String?, forWord word: String, of key: String) {
        words[key, default: [:]][word, default: Term()].add(names, label: label)
    }

    /// As names are compared: without case and spaces around.
    static func folded(_ name: String) -> String { trimmed(name.lowercased()) }

    /// The one key of several that people call so.
    func key(called name: String, among keys: [String]) -> String? {
        let name = Self.folded(name)
        let found = keys.filter { self.keys[$0]?.names.contains(name) == true }
        return found.count == 1 ? found[0] : nil
    }

    /// What to write in place of a name that no key has; nil where there are none.
    func hint(forKey name: String, among keys: [String]) -> Diagnostic.Hint? {
        key(called: name, among: keys).map { .didYouMean($0) } ?? .nearest(to: name, among: keys)
            ?? (keys.isEmpty ? nil : .knownKeys(labelled(keys.sorted(), self.keys)))
    }

    /// What to write in place of a text that is none of the words of a field.
    func hint(forWord text: String, among words: [String], of key: String) -> Diagnostic.Hint {
        if let word = Diagnostic.Hint.unquoted(text), !words.contains(word) {
            return hint(forWord: word, among: words, of: key)
        }
        if let hint = Diagnostic.Hint.chineseMarks(around: text) { return hint }
        let (terms, name) = (self.words[key] ?? [:], Self.folded(text))
        let called = words.filter { terms[$0]?.names.contains(name) == true }
        // 市 for 市级.
        let found =
            called.isEmpty && !name.isEmpty
            ? words.filter { terms[$0]?.names.contains { $0.hasPrefix(name) } == true } : called
        return found.count == 1
            ? .didYouMean(found[0])
            : .nearest(to: text, among: words) ?? .useOneOf(labelled(words, terms))
    }

    /// The same for a column of a table.
    func hint(forColumn name: String, among columns: [String]) -> Diagnostic.Hint {
        key(called: name, among: columns).map { .didYouMean($0) } ?? .nearest(to: name, among: columns)
            ?? .knownColumns(labelled(columns, keys))
    }

    private func labelled(_ names: [String], _ terms: [String: Term]) -> [Phrase] {
        names.map { name in
            guard let label = terms[name]?.label, label != name else { return .wordAlone(name) }
            return .wordWithMeaning(word: name, meaning: label)
        }
    }
}

extension Terminology.Term {
    fileprivate mutating func add(_ names: some Sequence<String>, label: String?) {
        self.label = self.label ?? label
        self.names.formUnion(names.map(Terminology.folded))
    }
}

/// A terminology that is put together when the first problem asks for it.
package struct TerminologySource: Sendable, Equatable {
    package static let none = TerminologySource { Terminology() }

    private let make: @Sendable () -> Terminology

    package init(_ make: @escaping @Sendable () -> Terminology) { self.make = make }

    func callAsFunction() -> Terminology { make() }

    /// It only explains: what is read is the same with any.
    package static func == (lhs: Self, rhs: Self) -> Bool { true }
}
