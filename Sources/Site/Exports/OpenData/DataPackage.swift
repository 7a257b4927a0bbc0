import Content
import Diagnostics
import Text

/// The descriptor of all tables: a Frictionless Tabular Data Package (specs.frictionlessdata.io). It is in
/// the default language; `title@en` and the like are its translations.
extension Site {
    func dataPackage() -> [UInt8] {
        let configuration = library.configuration
        var members: [JSON.Member] = [
            .init(name: "profile", value: "tabular-data-package"), .init(name: "name", value: "open-data"),
        ]
        members += translated("title") { configuration.title.exact($0) }
        members += translated("description") { configuration.description.exact($0) }
        members.append(.init(name: "languages", value: .array(library.languages.map { .string($0) })))
        if let homepage = options.baseURL { members.append(.init(name: "homepage", value: .string(homepage))) }
        if let publisher = configuration.publisher {
            members.append(
                .init(
                    name: "contributors",
                    value: .array([
                        .object(translated("title") { publisher.exact($0) } + [.init(name: "role", value: "publisher")])
                    ])))
        }
        members.append(.init(name: "sources", value: .array(library.sources.indices.map { packageSource($0) })))
        members.append(
            .init(
                name: "resources", value: .array(DataTable.Name.allCases.map { resource(DataTable($0, of: library)) })))
        return Array((JSON.object(members).text(indented: true) + "\n").utf8)
    }

    private func packageSource(_ index: Int) -> JSON {
        let source = library.sources[index]
        var members = translated("title") { source.title.exact($0) }
        // A path has to lie below the package, so the page of the source has one on the web only.
        if let base = options.baseURL, let path = plan.path(of: PageID(.source, index), language: 0) {
            members.append(
                .init(name: "path", value: .string("\(base)/\(path)")))
        }
        return .object(members)
    }

    private func resource(_ table: DataTable) -> JSON {
        var members: [JSON.Member] = [
            .init(name: "profile", value: "tabular-data-resource"),
            .init(name: "name", value: .string(table.name.rawValue)),
            .init(name: "path", value: .string(DataFile.table(table.name).name)),
        ]
        members += translated("title") { strings($0)[.table, table.name] }
        members += translated("description") { strings($0)[.tableAbout, table.name] }
        members += [
            .init(name: "format", value: "csv"), .init(name: "mediatype", value: "text/csv"),
            .init(name: "encoding", value: "utf-8"),
            .init(
                name: "dialect",
                value: .object([
                    "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true,
                ])),
            .init(name: "schema", value: schema(table)),
        ]
        return .object(members)
    }

    private func schema(_ table: DataTable) -> JSON {
        let key = table.primaryKey.map { JSON.string($0) }
        let foreignKeys = table.foreignKeys.map { key in
            JSON.object([
                "fields": .string(key.field),
                "reference": .object(["resource": .string(key.table.rawValue), "fields": "id"]),
            ])
        }
        return .object([
            "fields": .array(table.fields.map { field($0) }), "missingValues": [""],
            "primaryKey": key.isEmpty ? nil : .array(key),
            "foreignKeys": foreignKeys.isEmpty ? nil : .array(foreignKeys),
        ])
    }

    private func field(_ field: DataField) -> JSON {
        var members: [JSON.Member] = [
            .init(name: "name", value: .string(field.name)), .init(name: "type", value: .string(field.kind.rawValue)),
        ]
        members += translated("description") { meaning(of: field, language: $0) }
        var constraints: [JSON.Member] = []
        if field.isRequired { constraints.append(.init(name: "required", value: true)) }
        if field.isUnique { constraints.append(.init(name: "unique", value: true)) }
        if !field.words.isEmpty, !field.isList {
            constraints.append(.init(name: "enum", value: .array(field.words.map { .string($0.value) })))
        }
        if !constraints.isEmpty { members.append(.init(name: "constraints", value: .object(constraints))) }
        return .object(members)
    }

    /// What a column holds, in words; of one with several values in a cell also how they are parted.
    func meaning(of field: DataField, language: Int) -> String {
        let strings = strings(language)
        guard field.isList else { return strings[.column, field.meaning] }
        return strings[.column, field.meaning] + strings[.separatorReason] + strings[.dataList]
    }

    /// A property in the default language and, as `name@tag`, in the others.
    private func translated(_ name: String, _ text: (Int) -> String?) -> [JSON.Member] {
        library.languages.enumerated().compactMap { index, tag in
            text(index).map { .init(name: index == 0 ? name : "\(name)@\(tag)", value: .string($0)) }
        }
    }
}
