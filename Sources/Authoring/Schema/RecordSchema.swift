import Content
import Diagnostics
import Text
import Yams

/// The JSON Schema (draft 2020-12) of what authors write of a kind: the front matter of a record or of its
/// translation, or a YAML file.
///
/// It says what the readers say of one file by itself: keys, types, words, and how ids, locators and days are
/// written. Whether a reference leads anywhere only `check` can tell. A new record satisfies it, placeholders and all.
package struct RecordSchema: Sendable {
    package var kind: AuthoredKind
    package var language: AuthorLanguage
    /// Whether it is for translations, which give only what differs.
    package var isTranslation: Bool
    package var guide: AuthorGuide
    /// The languages of the library; empty where there is none.
    package var languages: [String]

    package init(
        _ kind: AuthoredKind, language: AuthorLanguage, isTranslation: Bool = false, guide: AuthorGuide = .embedded,
        languages: [String] = []
    ) {
        (self.kind, self.language, self.isTranslation) = (kind, language, isTranslation)
        (self.guide, self.languages) = (guide, languages)
    }

    /// The name of a file for the schema.
    package var fileName: String { "\(kind.rawValue)\(isTranslation ? ".translation" : "").schema.json" }

    /// The schemas of a kind: its own, and that of its translations where it has files for them.
    package static func names(of kind: AuthoredKind) -> [Bool] { kind.recordKind == nil ? [false] : [false, true] }

    package var json: JSON {
        let fields = object(guide.fields(of: kind, in: language))
        let root: JSON =
            kind.isEntry
            ? .object([
                "type": "object", "propertyNames": .object(["pattern": .string(Self.anchored(Self.id))]),
                "additionalProperties": fields,
            ]) : fields
        let description = isTranslation ? kind.pathPattern.replacing(".md", with: ".LANGUAGE.md") : kind.pathPattern
        let head: JSON = .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .string(kind.rawValue),
            "description": .string(description),
        ])
        return head.with(root).with(.object(["$defs": .object(definitions(usedBy: root))]))
    }

    // MARK: Fields

    /// A mapping with these fields and no other.
    private func object(_ fields: [GuidedField]) -> JSON {
        let fields = fields.filter { !isTranslation || $0.field.hasTranslation }
        let required = fields.filter { isNeeded($0) }.map { JSON.string($0.key) }
        return .object([
            "type": "object",
            "properties": .object(fields.map { .init(name: $0.key, value: property($0)) }),
            "required": required.isEmpty ? nil : .array(required), "additionalProperties": false,
        ])
    }

    private func isNeeded(_ field: GuidedField) -> Bool { field.field.isRequired && !isTranslation }

    private func property(_ field: GuidedField) -> JSON {
        // An empty value counts as not given.
        let values = values(field) + (isNeeded(field) ? [] : [.object(["type": "null"])])
        let explanation = field.explanation(guide, in: language)
        let told: JSON = .object([
            "description": explanation.isEmpty ? nil : .string(explanation.joined(separator: "\n")),
            "examples": field.text.example.flatMap(Self.example).map { .array([$0]) },
        ])
        return told.with(values.count == 1 ? values[0] : Self.any(of: values))
    }

    /// What may stand in a field: one of these.
    private func values(_ field: GuidedField) -> [JSON] {
        switch field.field.shape {
        case .text, .figure, .body: [Self.plainText]
        case .localized, .prose: isTranslation ? [Self.plainText] : [Self.reference("text")]
        case .texts: oneOrMany([Self.plainText], field)
        case .integer, .year: [.object(["type": "integer"])]
        case .decimal: [.object(["type": "number"])]
        case .boolean: [.object(["type": "boolean"])]
        case .date: [Self.date] + words(field)
        case .period: [Self.text(matching: "(\(Self.moment)|\\.\\.)(/(\(Self.moment)|\\.\\.))?")]
        case .word: words(field)
        case .reference: [id(field)]
        case .references: oneOrMany([id(field)], field)
        case .locators: [Self.reference("locators")]
        case .statement: isTranslation ? [Self.reference("statements")] : [Self.reference("statement")]
        case .statements: [Self.reference("statements")]
        case .entry: entry(field)
        case .entries: oneOrMany(entry(field), field)
        }
    }

    /// A word of the list, each with what it means.
    private func words(_ field: GuidedField) -> [JSON] {
        field.words.map { word, text in
            .object(["const": .string(word), "description": text.meaning == word ? nil : .string(text.meaning)])
        }
    }

    /// One entry: a mapping, or the text that stands for one with nothing else.
    private func entry(_ field: GuidedField) -> [JSON] {
        let short = field.entries.first { $0.key == field.field.shorthand }
        let others = field.entries.filter { $0.key != field.field.shorthand }
        let isEnough = short.map { isTranslation ? $0.field.hasTranslation : !others.contains(where: isNeeded) }
        return (isEnough == true ? short.map(values) ?? [] : []) + [object(field.entries)]
    }

    private func oneOrMany(_ values: [JSON], _ field: GuidedField) -> [JSON] {
        Self.oneOrMany(values, isNeeded: isNeeded(field), isTranslation: isTranslation)
    }

    /// An id of what the field refers to, or the placeholder of a new record. What has its name from the file itself
    /// may be called anything.
    private func id(_ field: GuidedField) -> JSON {
        guard let kind = field.field.reference else { return Self.plainText }
        return Self.text(matching: kind == .practice ? "\(Self.id)/\(Self.id)" : Self.id)
    }

    // MARK: Definitions

    /// What many fields hold alike, as far as the schema refers to it.
    private func definitions(usedBy root: JSON) -> [JSON.Member] {
        var text = root.text()
        var used: [JSON.Member] = []
        // Each refers to those before it only.
        for definition in definitions.reversed() where text.contains("\"#/$defs/\(definition.name)\"") {
            used.insert(definition, at: 0)
            text += definition.value.text()
        }
        return used
    }

    private var definitions: [JSON.Member] {
        let statement = guide.fields(of: .record(.practice), in: language).first { $0.field.shape == .statement }
        let one = statement.map(entry) ?? []
        let locator = Self.text(matching: "\(Self.id)#P[0-9]{1,5}(\\.S[0-9]{1,5})?")
        let single: JSON = .object(["type": "array", "items": Self.any(of: one), "minItems": 1, "maxItems": 1])
        let locators = Self.oneOrMany([locator], isNeeded: false, isTranslation: false)
        let statements = Self.oneOrMany(one, isNeeded: false, isTranslation: isTranslation)
        return [
            .init(name: "text", value: text), .init(name: "locators", value: Self.any(of: locators)),
            .init(name: "statement", value: Self.any(of: one + [single])),
            .init(name: "statements", value: Self.any(of: statements)),
        ]
    }

    /// A text, or a map with one for each language.
    private var text: JSON {
        let written: JSON = .object(["type": ["string", "number", "null"]])
        let map: JSON =
            if let first = languages.first {
                .object([
                    "type": "object",
                    "properties": .object(
                        languages.map { .init(name: $0, value: $0 == first ? Self.plainText : written) }),
                    "required": [.string(first)], "additionalProperties": false,
                ])
            } else {
                .object([
                    "type": "object", "propertyNames": .object(["pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"]),
                    "minProperties": 1, "additionalProperties": written,
                ])
            }
        return Self.any(of: [Self.plainText, map])
    }

    // MARK: Parts

    /// YAML takes a text of digits for a number, which the readers take for a text.
    private static let plainText: JSON = .object(["type": ["string", "number"], "minLength": 1])

    private static let date: JSON = .object([
        "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    ])
    private static let moment = "[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?"
    private static let id = "[a-z0-9]+(-[a-z0-9]+)*"

    private static func anchored(_ pattern: String) -> String { "^\(pattern)$" }

    /// A text of some form, or a placeholder.
    private static func text(matching pattern: String) -> JSON {
        let marks = [Placeholder.chinese, Placeholder.english].joined(separator: "|")
        return .object(["type": ["string", "integer"], "pattern": .string(anchored("(\(pattern)|(\(marks)).*)"))])
    }

    private static func reference(_ name: String) -> JSON { .object(["$ref": .string("#/$defs/" + name)]) }

    private static func any(of values: [JSON]) -> JSON {
        values.count == 1 ? values[0] : .object(["anyOf": .array(values)])
    }

    private static func oneOrMany(_ values: [JSON], isNeeded: Bool, isTranslation: Bool) -> [JSON] {
        // Entries that a translation leaves out are empty.
        let items = isTranslation ? values + [.object(["type": "null"])] : values
        return values + [.object(["type": "array", "items": any(of: items), "minItems": isNeeded ? 1 : nil])]
    }

    /// The value of lines of YAML.
    private static func example(_ yaml: String) -> JSON? {
        var problems: [Diagnostic] = []
        return YAMLSource(path: "", bytes: Array(yaml.utf8), offset: 0).compose(diagnostics: &problems).map { JSON($0) }
    }
}

extension JSON {
    /// This object with the members of another behind its own.
    fileprivate func with(_ other: JSON) -> JSON {
        guard case .object(let own) = self, case .object(let more) = other else { return self }
        return .object(own + more)
    }
}
