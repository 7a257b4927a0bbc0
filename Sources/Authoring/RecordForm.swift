import Content
import Text

/// A new record of some kind, with every field of its kind and what each is for.
package struct RecordForm: Sendable {
    package var kind: AuthoredKind
    /// The id, with the place before the slash for practices and cases.
    package var id: String
    /// The title or name, if it is known already.
    package var title: String?
    package var library: LibraryNames

    package init(_ kind: AuthoredKind, id: String, title: String? = nil, library: LibraryNames) {
        (self.kind, self.id, self.title, self.library) = (kind, id, title, library)
    }

    /// Where the record lies; for a metric, the registry it is added to.
    package var path: String { kind.pathPattern.replacing("*/*", with: "*").replacing("*", with: id) }

    private var language: AuthorLanguage { library.language }

    /// A file of its own. A metric is an entry of a file: see ``metricEntry``.
    package var file: NewFile {
        NewFile(path: path, text: text())
    }

    /// The entry to add to the end of metrics.yaml.
    package var metricEntry: String { metricEntry(values: [:]) }

    func metricEntry(values: [String: YAMLValue]) -> String {
        let fields = library.guide.fields(of: kind, in: language)
        return ([id + ":"] + lines(of: fields, values).map { $0.isEmpty ? "" : "  " + $0 }).map { $0 + "\n" }.joined()
    }

    /// - Parameter values: fields whose values are known, and take the place of what a new record would have.
    func text(values: [String: YAMLValue] = [:], comment: String? = nil, body: String = "") -> String {
        let fields = library.guide.fields(of: kind, in: language)
        let lines = lines(of: fields, values)
        guard kind.recordKind != nil else { return lines.map { $0 + "\n" }.joined() }
        let note = comment.map { ["# " + $0] } ?? []
        return (["---"] + note + head(of: fields).map { "# " + $0 } + [""] + lines + ["---", ""])
            .map { $0 + "\n" }.joined() + body
    }

    /// The fields, each under its explanation.
    private func lines(of fields: [GuidedField], _ values: [String: YAMLValue]) -> [String] {
        let blocks = fields.map { field -> [String] in
            let names = field.field.reference.map { library.names(of: $0) } ?? []
            let explanation = field.explanation(library.guide, in: language, names: names)
            let example = field.text.example?.split(separator: "\n").map { "  " + $0 } ?? []
            return (explanation + example).map { "# " + $0 }
                + (values[field.key].map { yamlLines(field.key, $0) } ?? [startLine(field)])
        }
        return Array(blocks.joined(separator: [""]))
    }

    /// The key of a field with what a new record has behind it: nothing, which counts as not given, unless the
    /// field is required or the guide gives it a value.
    private func startLine(_ field: GuidedField) -> String {
        let asked: [String: String?] = [
            "{title}": title, "{place}": String(id.prefix { $0 != "/" }), "{language}": library.languages.first,
        ]
        var value = field.start.flatMap { asked[$0] ?? $0 }
        if value == nil, field.field.isRequired || field.text.placeholder != nil {
            value = language.placeholder + (field.text.placeholder ?? field.text.explanation ?? field.key)
        }
        return field.key + ":" + (value.map { " " + yamlScalar($0) } ?? "")
    }

    /// What every author must know, above the fields.
    private func head(of fields: [GuidedField]) -> [Substring] {
        let phrases: [GuidePhrase] = fields.contains(where: \.holdsStatements) ? [.head, .statementHead] : [.head]
        return phrases.flatMap { library.guide.phrase($0, in: language).split(separator: "\n") }
    }
}
