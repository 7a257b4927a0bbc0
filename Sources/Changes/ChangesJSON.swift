import Content
import Site
import Text

extension LibraryChanges {
    /// For tools: keys and ids as files have them, in the order in which people are told.
    package var json: JSON {
        .object([
            "old": .string(old.name), "new": .string(new.name),
            "records": .array(records.map(\.json)),
            "addresses": .array(
                addresses.map { address in
                    .object([
                        "path": .string(address.path), "change": address.target == nil ? "vanished" : "moved",
                        "target": address.target.map { .string($0) },
                    ])
                }),
            "files": .array(
                files.map { .object(["path": .string($0.path), "change": .string($0.change.rawValue)]) }),
        ])
    }
}

extension RecordChange {
    fileprivate var json: JSON {
        .object([
            "kind": .string(kind.name), "id": .string(id), "path": .string(path), "title": .string(title[0]),
            "change": .string(change.word), "from": oldID.map { .string($0) },
            "publication": publication.map { .string($0.rawValue) },
            "fields": .array(fields.map(\.json)),
        ])
    }

    var oldID: String? { if case .renamed(let id) = change { id } else { nil } }
}

extension RecordChange.Kind {
    /// For tools and style sheets.
    var word: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        case .renamed: "renamed"
        }
    }
}

extension FieldChange {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [.init(name: "field", value: .array(path.flatMap(\.json)))]
        func add(_ name: String, _ value: JSON) { members.append(.init(name: name, value: value)) }
        if let language { add("language", .string(language)) }
        switch edit {
        case .added(let said):
            add("change", "added")
            add("new", said.json)
        case .removed(let said):
            add("change", "removed")
            add("old", said.json)
        case .changed(let old, let new):
            add("change", "changed")
            add("old", .string(old))
            add("new", .string(new))
        case .moved(let from, let to, let said):
            add("change", "moved")
            add("from", .integer(from))
            add("to", .integer(to))
            add("value", said.json)
        }
        return .object(members)
    }
}

extension FieldChange.Step {
    /// The key, and which of the things under it: its place from 1, or what it is known by.
    fileprivate var json: [JSON] {
        switch item {
        case nil: [.string(field.labelKey)]
        case .name(let name): [.string(field.labelKey), .string(name)]
        case .position(let number): [.string(field.labelKey), .integer(number)]
        }
    }
}

extension [Said] {
    /// A text, or each text of an entry with where it stands.
    fileprivate var json: JSON {
        if count == 1, self[0].fields.isEmpty { return .string(self[0].text) }
        return .array(
            map { said in
                .object([
                    "field": .array(said.fields.map { .string($0.labelKey) }),
                    "language": said.language.map { .string($0) }, "text": .string(said.text),
                ])
            })
    }
}
