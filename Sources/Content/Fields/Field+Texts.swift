import Diagnostics
import Markdown
import Text

/// Fields of texts by language, of statements, and of entries with fields of their own.
extension Field {
    /// A text that is written in every language: as a map by language, or in the translations.
    static func localized<Storage: FieldStorage<Localized<String>>>(
        _ key: String, _ path: FieldPath<Record, Storage>, required: Bool = false,
        isProse: Bool = true, search: SearchRole = .none, column: FieldColumn? = FieldColumn()
    ) -> Field {
        let known = KnownField(
            key: key, shape: .localized, isRequired: required, isTranslatable: true, search: search, column: column)
        return Field(
            known, .localized(isProse: isProse) { $0[keyPath: path] = Storage(storing: $1) },
            value: { $0[keyPath: path].stored.map { .localized($0) } ?? .none })
    }

    /// What a number counts or measures, by language, one by one: no 万元.
    static func unit<Storage: FieldStorage<Localized<String>>>(_ key: String, _ path: FieldPath<Record, Storage>)
        -> Field
    {
        let known = KnownField(key: key, shape: .localized, isTranslatable: true, column: FieldColumn())
        return Field(
            known,
            .node { reader, field, record in
                guard let texts = reader.localized(field.key, isProse: false) else { return false }
                for text in texts.all { reader.checkUnit(text) }
                record[keyPath: path] = Storage(storing: texts.map(\.value.onOneLine))
                return true
            }, value: { $0[keyPath: path].stored.map { .localized($0) } ?? .none })
    }

    /// One line of Markdown by language.
    static func prose(
        _ key: String, _ path: FieldPath<Record, Localized<MarkdownDocument>>
    ) -> Field {
        let known = KnownField(
            key: key, shape: .prose, isRequired: true, isTranslatable: true, search: .part, column: FieldColumn())
        return Field(
            known,
            .node { reader, field, record in
                guard let text = reader.prose(field.key) else { return false }
                record[keyPath: path] = text
                return true
            }, value: { .prose($0[keyPath: path]) })
    }

    /// The text under the front matter.
    static func body(
        _ path: FieldPath<Record, Localized<MarkdownDocument>>, anchor: String = ""
    ) -> Field {
        let known = KnownField(key: "", shape: .body, search: .section(anchor: anchor, heading: ""))
        return Field(known, .body, value: { .prose($0[keyPath: path]) })
    }

    // MARK: Lists

    /// The numbers and addresses that the file publishes knowingly. ``ReadingContext/publishing(contactsOf:)`` reads them
    /// before all other fields; they are kept for comparing one library with another.
    static func publishedContacts(_ path: FieldPath<Record, [String]>) -> Field {
        Field(
            KnownField(key: PublishedContacts.key, shape: .texts),
            .node { reader, field, record in
                record[keyPath: path] = reader.texts(field.key).map(\.value)
                return !record[keyPath: path].isEmpty
            }, value: { _ in .none }, whole: { .texts($0[keyPath: path]) })
    }

    static func texts(
        _ key: String, _ path: FieldPath<Record, [Reference]>, required: Bool = false
    ) -> Field {
        list(KnownField(key: key, shape: .texts, isRequired: required), path)
    }

    /// One id or several.
    static func references(
        _ key: String, _ path: FieldPath<Record, [Reference]>, to kind: ReferenceKind,
        required: Bool = false, relation: Relation? = nil, search: SearchRole = .none,
        column: FieldColumn? = FieldColumn()
    ) -> Field {
        var known = KnownField(
            key: key, shape: .references, isRequired: required, reference: kind, search: search, column: column)
        known.relation = relation
        return list(known, path)
    }

    /// Where the sources say so: one locator or several.
    static func locators(
        _ key: String, _ path: FieldPath<Record, [Reference]>, required: Bool = false,
        column: FieldColumn? = FieldColumn("locators")
    ) -> Field {
        list(KnownField(key: key, shape: .locators, isRequired: required, column: column), path)
    }

    private static func list(_ known: KnownField, _ path: FieldPath<Record, [Reference]>) -> Field {
        Field(
            known,
            .node { reader, field, record in
                record[keyPath: path] = reader.texts(field.key, required: field.isRequired)
                    .map { Reference(id: $0.value, span: $0.span) }
                return true
            }, value: { .references($0[keyPath: path]) })
    }

    // MARK: Statements and other entries

    /// One statement: `{text: …, from: <locator>}`, or a bare text where the editor speaks.
    static func statement(
        _ key: String, _ path: FieldPath<Record, Statement>, required: Bool = false,
        search: SearchRole? = nil
    ) -> Field {
        var known = KnownField(entriesOf: Statement.self, key: key, shape: .statement, column: FieldColumn())
        known.isRequired = required
        known.search = search ?? .section(key)
        return entries(
            known,
            read: { reader, field, record in
                guard let statement = reader.statement(field.key, required: field.isRequired) else { return false }
                record[keyPath: path] = statement
                return true
            }, get: { [$0[keyPath: path]] })
    }

    /// One statement or a list of them. Without a role of its own it is a section of its page.
    static func statements(
        _ key: String, _ path: FieldPath<Record, [Statement]>, search: SearchRole? = nil
    ) -> Field {
        entries(key, path, shape: .statements, search: search ?? .section(key), column: FieldColumn())
    }

    /// Words of a fixed list: `{is: old, from: <locator>}`, or a bare word where the editor judges.
    static func attributions<Word: Vocabulary>(
        _ key: String, _ path: FieldPath<Record, [Attribution<Word>]>
    ) -> Field {
        entries(key, path, column: FieldColumn(), eachOnce: { $0.word.rawValue }).with {
            ($0.words, $0.wordLabels) = (Word.allCases.map(\.rawValue), Word.labels)
        }
    }

    /// Entries with fields of their own, or the one that stands for a list of one.
    ///
    /// - Parameter name: what no two of the entries may have in common.
    static func entries<Entry: FieldEntry>(
        _ key: String, _ path: FieldPath<Record, [Entry]>, shape: FieldShape = .entries,
        search: SearchRole = .none, column: FieldColumn? = nil, eachOnce name: (@Sendable (Entry) -> String)? = nil
    ) -> Field {
        var known = KnownField(entriesOf: Entry.self, key: key, shape: shape, column: column)
        known.search = search
        let fields = Entry.fields
        return entries(
            known,
            read: { reader, field, record in
                var seen: [String] = []
                record[keyPath: path] = reader.entries(field.key, fields) { entry, value in
                    guard let name = name?(value) else { return }
                    if seen.contains(name) { entry.reportRepeated(name, in: field.key) }
                    seen.append(name)
                }
                return true
            }, get: { $0[keyPath: path] })
    }

    /// A mapping with fields of its own.
    static func entry<Entry: FieldEntry>(_ key: String, _ path: FieldPath<Record, Entry?>) -> Field {
        let fields = Entry.fields
        return entries(
            KnownField(entriesOf: Entry.self, key: key, shape: .entry),
            read: { reader, field, record in
                record[keyPath: path] = reader.entry(field.key, fields)
                return record[keyPath: path] != nil
            }, get: { $0[keyPath: path].map { [$0] } ?? [] })
    }

    private static func entries<Entry: FieldEntry>(
        _ known: KnownField, read: @escaping @Sendable (inout FieldReader, KnownField, inout Record) -> Bool,
        get: @escaping @Sendable (Record) -> [Entry]
    ) -> Field {
        let fields = Entry.fields
        return Field(known, .node(read)) { record in
            .entries(get(record).map { FieldEntryValues($0, fields: fields, known: known.entries) })
        }
    }
}

/// An entry of a field, which has fields of its own.
package protocol FieldEntry: FieldHolder {
    /// The field that a bare text stands for: `- text` for `- {text: …}`.
    static var shorthand: String { get }
    init(at span: @autoclosure () -> SourceSpan)
    /// Who vouches for it; nil where nobody has to.
    var voucher: Origin? { get }
}

extension FieldEntry {
    package var voucher: Origin? { nil }
}

extension KnownField {
    fileprivate init<Entry: FieldEntry>(
        entriesOf type: Entry.Type, key: String, shape: FieldShape = .entries, column: FieldColumn? = nil
    ) {
        self.init(
            key: key, shape: shape, isTranslatable: true, entries: Entry.fields.map(\.known),
            shorthand: Entry.shorthand, column: column)
    }
}

/// A bare text by language as an entry: another name of something.
extension Localized: FieldHolder where Value == String {
    package static var fields: [Field<Localized<String>>] {
        [.localized("name", \.self, isProse: false, search: .part)]
    }
}

extension Localized: FieldEntry where Value == String {
    package static var shorthand: String { "name" }
    package init(at span: @autoclosure () -> SourceSpan) { self.init([]) }
}
