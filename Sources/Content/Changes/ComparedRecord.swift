import Diagnostics
import Text

/// What kind of thing is compared: a practice, a metric, the settings.
package struct ComparedKind: Sendable, Hashable {
    /// In English, for tools: `practice`.
    package let name: String
    /// As people are told of it.
    package let noun: Phrase

    package init(_ name: String, _ noun: Phrase) { (self.name, self.noun) = (name, noun) }
    package init(_ kind: ReferenceKind) { self.init(kind.rawValue, kind.noun) }

    /// An observation, whose columns are not declared as fields.
    package static let figure = ComparedKind(ReferenceKind.observation)
    package static let settings = ComparedKind("settings", .settings)

    /// Every kind there is, in the order in which changes are told, with its fields.
    package static let all: [(kind: ComparedKind, fields: [KnownField])] = {
        var all = [(settings, Configuration.fields.map(\.known))]
        all += RecordKind.allCases.map { (ComparedKind(ReferenceKind($0)), $0.type.comparedFields) }
        all.append((figure, ObservationColumn.allCases.map(\.known)))
        all += Library.registries.map { (ComparedKind($0.referenceKind), $0.comparedFields) }
        all += Library.tables.map { ($0.kind, $0.comparedFields) }
        all.append((ComparedKind(ReferenceKind.source), Source.comparedFields))
        return all
    }()
}

extension FieldHolder {
    fileprivate static var comparedFields: [KnownField] { fields.map(\.known) }
}

/// Something with an id and fields, whatever file it stands in: a record, an entry, a row, the settings.
package struct ComparedRecord: Sendable {
    package var kind: ComparedKind
    /// Unique within the kind.
    package var id: String
    /// The file in the default language.
    package var path: String
    /// What people call it.
    package var title: Localized<String>
    package var isDraft = false
    /// The paths of its page, now and before, below the root and without extension; empty where it has none.
    var address = ""
    var aliases: [String] = []
    /// What its fields hold. Made when asked for: a library may have a million figures.
    let fields: @Sendable () -> [(field: KnownField, value: FieldValue)]

    init<Holder: FieldHolder>(
        _ holder: Holder, _ kind: ComparedKind, id: String, path: String, title: Localized<String>? = nil
    ) {
        self.init(kind, id: id, path: path, title: title ?? holder.comparedTitle ?? Localized([id])) {
            Holder.fields.map { ($0.known, $0.whole(holder)) }
        }
    }

    init(
        _ kind: ComparedKind, id: String, path: String, title: Localized<String>,
        fields: @escaping @Sendable () -> [(field: KnownField, value: FieldValue)]
    ) {
        (self.kind, self.id, self.path, self.title, self.fields) = (kind, id, path, title, fields)
    }
}

extension Library {
    /// All that the library says, as what can be compared with another: every kind, in the order of
    /// ``ComparedKind/all``.
    package var comparedRecords: [ComparedRecord] {
        var records = [ComparedRecord(configuration, .settings, id: "", path: Configuration.fileName)]
        for kind in RecordKind.allCases { records += compared(kind.type) }
        records += comparedFigures
        for entries in Self.registries { records += compared(entries) }
        for rows in Self.tables { records += compared(rows) }
        records += sources.map { ComparedRecord($0, ComparedKind(ReferenceKind.source), id: $0.id, path: $0.path) }
        return records
    }

    private func compared<R: MarkdownRecord>(_ type: R.Type) -> [ComparedRecord] {
        self[keyPath: type.list].enumerated().map { index, record in
            var compared = ComparedRecord(
                record, ComparedKind(ReferenceKind(R.kind)), id: record.id, path: record.path)
            compared.isDraft = record.status == .draft
            if let header = R.header(index, in: self) {
                compared.address = R.folder.isEmpty ? header.id : R.folder + "/" + header.id
                compared.aliases = header.aliases.map { ComparedRecord.address(ofAlias: $0.id) }
            }
            return compared
        }
    }

    private func compared<Entry: RegistryEntry>(_ type: Entry.Type) -> [ComparedRecord] {
        self[keyPath: type.list].map { entry in
            ComparedRecord(entry, ComparedKind(Entry.referenceKind), id: entry.id, path: Entry.path)
        }
    }

    private func compared<Row: ListedRow>(_ type: Row.Type) -> [ComparedRecord] {
        var seen: [String: Int] = [:]
        return self[keyPath: type.list].map { row in
            let parts = row.texts(of: Row.identity)
            var id = parts.joined(separator: " ")
            // Rows without an id of their own may be about the same thing on the same day.
            seen[id, default: 0] += 1
            if let number = seen[id], number > 1 { id += " #\(number)" }
            return ComparedRecord(
                row, Row.kind, id: id, path: Row.path,
                title: Row.referenceKind == nil ? Localized([parts.joined(separator: " · ")]) : nil)
        }
    }
}

extension ComparedRecord {
    /// The path below the root that an alias stands for, without extension.
    fileprivate static func address(ofAlias alias: String) -> String {
        let name = alias.pathParts.joined(separator: "/")
        return name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    }
}

extension FieldHolder {
    /// The first text by language that it must have: its title, its name, the term.
    fileprivate var comparedTitle: Localized<String>? {
        for field in Self.fields where field.known.isRequired {
            if case .localized(let text) = field.value(self) { return text }
        }
        return nil
    }

    /// What fields hold that are one text.
    fileprivate func texts(of keys: [String]) -> [String] {
        Self.fields.filter { keys.contains($0.key) }.flatMap { $0.value(self).plainTexts }
    }
}

extension FieldValue {
    /// What it says in one text or several that are the same in every language.
    var plainTexts: [String] {
        switch self {
        case .text(let text): [text]
        case .texts(let texts): texts
        case .integer(let number): [String(number)]
        case .decimal(let number): [number.plainDigits]
        case .boolean(let flag): [String(flag)]
        case .references(let references): references.map(\.id)
        case .none, .localized, .prose, .entries: []
        }
    }
}
