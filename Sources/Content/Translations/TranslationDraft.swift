import Diagnostics
import Text
import Yams

/// A translation that is still to be written: every text of the original as a comment above the place of its own, and
/// nothing of what a translation inherits.
package struct TranslationDraft {
    private let original: SourceTree.File
    private let language: String
    private let defaultLanguage: String
    private let fields: [KnownField]

    /// - Parameters:
    ///   - original: the file of a record in the default language.
    ///   - language: the tag of another language.
    package init(of original: SourceTree.File, _ kind: RecordKind, into language: String, from defaultLanguage: String)
    {
        (self.original, self.language, self.defaultLanguage) = (original, language, defaultLanguage)
        fields = KnownField.fields(of: kind)
    }

    /// - Parameters:
    ///   - head: what the translator has to know.
    ///   - title: if it is known already.
    /// - Returns: nil if the original cannot be read.
    package func file(head: String, title: String?) -> SourceTree.File? {
        var problems: [Diagnostic] = []
        guard let parts = FrontMatter(original.bytes, path: original.path, diagnostics: &problems) else { return nil }
        let source = YAMLSource(
            path: original.path, bytes: Array(original.bytes[parts.yaml]), offset: parts.yaml.lowerBound)
        guard let node = source.compose(diagnostics: &problems), let mapping = node.mapping else { return nil }
        var lines = ["---"] + comment(head) + [""]
        for (key, value) in mapping {
            guard let field = fields.first(where: { $0.key == key.string }) else { continue }
            lines += self.lines(of: field, value, title: field.key == "title" ? title : nil)
        }
        let body = String(decoding: blankingComments(Array(original.bytes[parts.body])), as: UTF8.self)
        lines += ["---", ""] + paragraphs(body).flatMap { ["<!--", $0.replacing("-->", with: "-- >"), "-->", "", ""] }
        let path = pathOfTranslation(of: original.path, into: language, from: defaultLanguage)
        return SourceTree.File(path: path, bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    private func comment(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { "# " + $0 }
    }

    /// A field with what it says in the original; none if a translation has nothing to say there.
    private func lines(of field: KnownField, _ value: Node, title: String? = nil) -> [String] {
        guard field.hasTranslation, !value.isNull else { return [] }
        guard !field.entries.isEmpty else {
            return text(of: value).map { comment($0) + [field.key + ":" + (title.map { " " + yamlScalar($0) } ?? "")] }
                ?? []
        }
        if let items = value.sequence {
            let items = items.map { item(of: field, $0) }
            guard items.contains(where: { $0 != Self.nothing }) else { return [] }
            return [field.key + ":"] + items.flatMap(\.self).map { "  " + $0 }
        }
        if let mapping = value.mapping {
            let inner = entry(of: field, mapping)
            return inner.isEmpty ? [] : [field.key + ":"] + inner.map { "  " + $0 }
        }
        return field.bareTextHasTranslation ? comment(value.string ?? "") + [field.key + ":"] : []
    }

    /// An item without texts: there are as many as in the original.
    private static let nothing = ["- {}"]

    private func item(of field: KnownField, _ node: Node) -> [String] {
        guard let mapping = node.mapping else {
            return field.bareTextHasTranslation ? comment(node.string ?? "") + ["-"] : Self.nothing
        }
        let lines = entry(of: field, mapping)
        guard let first = lines.firstIndex(where: { !$0.hasPrefix("#") }) else { return Self.nothing }
        return lines[..<first] + ["- " + lines[first]] + lines[(first + 1)...].map { "  " + $0 }
    }

    private func entry(of field: KnownField, _ mapping: Node.Mapping) -> [String] {
        // A bare text by language is an entry of one text.
        if let shorthand = field.entries.first(where: { $0.key == field.shorthand }),
            mapping.keys.allSatisfy({ key in !field.entries.contains { $0.key == key.string } })
        {
            return lines(of: shorthand, .mapping(mapping))
        }
        return mapping.flatMap { key, value in
            field.entries.first { $0.key == key.string }.map { lines(of: $0, value) } ?? []
        }
    }

    /// What a text says in the default language; nil if the original has the translation itself.
    private func text(of value: Node) -> String? {
        guard let mapping = value.mapping else { return value.string }
        func text(_ language: String) -> String? { mapping.first { $0.key.string == language }?.value.string }
        return text(language) == nil ? text(defaultLanguage) : nil
    }

    /// The paragraphs, lists, tables and blocks of a text, with blank lines between them.
    private func paragraphs(_ text: String) -> [String] {
        var (paragraphs, lines) = ([String](), [Substring]())
        var fence: Substring?
        func isFence(_ line: Substring) -> Substring? {
            ["```", "~~~"].first { line.hasPrefix($0) }.map { line.prefix($0.count) }
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let mark = isFence(line) { fence = fence == nil ? mark : fence == mark ? nil : fence }
            if fence == nil, line.allSatisfy(\.isWhitespace) {
                if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
                lines = []
            } else {
                lines.append(line)
            }
        }
        return lines.isEmpty ? paragraphs : paragraphs + [lines.joined(separator: "\n")]
    }
}

extension KnownField {
    /// Whether a translation can say anything here.
    package var hasTranslation: Bool {
        entries.isEmpty ? isTranslatable : entries.contains(where: \.hasTranslation)
    }

    /// Whether an entry that is a bare text has something to translate.
    fileprivate var bareTextHasTranslation: Bool { entries.contains { $0.key == shorthand && $0.hasTranslation } }
}
