extension Schemas {
    /// The text of `docs/templates.md` after its introduction: every name every template is given.
    package static var documentation: String {
        var text = ""
        var parts: [Schema] = []
        for (name, schema) in templates {
            text += "\n## \(name).mustache\n\n" + table(schema)
            collectParts(of: schema, into: &parts)
        }
        text += "\n# Parts\n\nLists and objects hold these.\n"
        for part in parts { text += "\n## \(part.name)\n\n" + table(part) }
        return text
    }

    private static func table(_ schema: Schema) -> String {
        var text = "| name | what it is | meaning |\n|---|---|---|\n"
        for field in schema.fields { text += "| `\(field.name)` | \(field.type.description) | \(field.meaning) |\n" }
        return text
    }

    private static func collectParts(of schema: Schema, into parts: inout [Schema]) {
        for field in schema.fields {
            guard let inner = field.type.inner, !parts.contains(where: { $0.name == inner.name }) else { continue }
            parts.append(inner)
            collectParts(of: inner, into: &parts)
        }
    }
}

extension Schema.FieldType: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .flag: "yes or no"
        case .list(let schema): "list of [\(schema.name)](#\(Self.anchor(schema.name)))"
        case .object(let schema): "[\(schema.name)](#\(Self.anchor(schema.name)))"
        case .strings: "interface texts"
        }
    }

    private static func anchor(_ name: String) -> String {
        name.split(separator: " ").joined(separator: "-")
    }
}
