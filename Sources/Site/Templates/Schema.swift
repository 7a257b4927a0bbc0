/// The names a template may use, with what they mean: the contract between contexts and templates, and
/// the text of `docs/templates.md`.
package struct Schema: Sendable {
    package let name: String
    package let fields: [Field]

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    package func field(_ name: String) -> Field? {
        fields.first { $0.name == name }
    }

    package struct Field: Sendable {
        package let name: String
        package let type: FieldType
        package let meaning: String
    }

    package indirect enum FieldType: Sendable {
        /// Escaped with `{{name}}`. Absent texts are false as a section.
        case text
        /// Ready HTML, for `{{{name}}}`.
        case html
        /// True or false, for sections only.
        case flag
        case list(Schema)
        case object(Schema)
        /// The interface texts: any key of `templates/strings/`.
        case strings

        /// What is in scope inside a section of this type.
        var inner: Schema? {
            switch self {
            case .list(let schema), .object(let schema): schema
            case .text, .html, .flag, .strings: nil
            }
        }
    }
}

extension Schema.Field {
    static func text(_ name: String, _ meaning: String) -> Schema.Field {
        Schema.Field(name: name, type: .text, meaning: meaning)
    }
    static func html(_ name: String, _ meaning: String) -> Schema.Field {
        Schema.Field(name: name, type: .html, meaning: meaning)
    }
    static func flag(_ name: String, _ meaning: String) -> Schema.Field {
        Schema.Field(name: name, type: .flag, meaning: meaning)
    }
    static func list(_ name: String, _ schema: Schema, _ meaning: String) -> Schema.Field {
        Schema.Field(name: name, type: .list(schema), meaning: meaning)
    }
    static func object(_ name: String, _ schema: Schema, _ meaning: String) -> Schema.Field {
        Schema.Field(name: name, type: .object(schema), meaning: meaning)
    }
}
