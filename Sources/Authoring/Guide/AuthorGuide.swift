import Content
import Diagnostics
import Embedded
import Text

/// What the program tells authors of every field: `templates/authoring/`, as it came with the program or as a
/// library changes it.
///
/// A guide only explains. Which fields there are, and which are required, the readers say.
package struct AuthorGuide: Sendable {
    package static let embedded: AuthorGuide = {
        var problems: [Diagnostic] = []
        return AuthorGuide(SourceTree(files: embeddedFiles), diagnostics: &problems)
    }()

    private static let folder = LibraryPath.templates + "authoring"
    private static let startFile = folder + "/start.yaml"

    private static let embeddedFiles = embeddedTemplates.filter { $0.path.hasPrefix("authoring/") }.map {
        SourceTree.File(path: LibraryPath.templates + $0.path, bytes: Array($0.text.utf8))
    }

    private(set) var texts: [AuthorLanguage: GuideTexts] = [:]
    /// What stands behind the keys of new records, by kind and key.
    private var starts: [String: [String: String]] = [:]
    /// The forms that tables may be.
    private(set) var forms: [FormProfile] = []
    /// A library's own that cannot be read as they are, with what is wrong.
    package private(set) var brokenForms: [(file: SourceTree.File, problems: [Diagnostic])] = []

    /// - Parameter tree: a library, whose own files are merged key by key into those of the program.
    package init(overrides tree: SourceTree, diagnostics: inout [Diagnostic]) {
        self = .embedded
        guard let own = Self.own(of: tree, diagnostics: &diagnostics) else { return }
        texts.merge(own.texts) { embedded, own in own.over(embedded) }
        starts.merge(own.starts) { embedded, own in own.merging(embedded) { own, _ in own } }
        forms = own.forms + forms.filter { form in !own.forms.contains { $0.id == form.id } }
        brokenForms = own.brokenForms
    }

    /// Reports whatever is wrong with a library's own files.
    package static func check(_ tree: SourceTree, diagnostics: inout [Diagnostic]) {
        _ = own(of: tree, diagnostics: &diagnostics)
    }

    /// What a library has in files of its own; nil if it has none.
    private static func own(of tree: SourceTree, diagnostics: inout [Diagnostic]) -> AuthorGuide? {
        let files = tree.files(in: folder).filter { file in
            // The library of the program itself holds the very files.
            !embeddedFiles.contains { $0.path == file.path && $0.bytes == file.bytes }
        }
        return files.isEmpty ? nil : AuthorGuide(SourceTree(files: files), diagnostics: &diagnostics)
    }

    init(_ tree: SourceTree, diagnostics: inout [Diagnostic]) {
        for language in AuthorLanguage.allCases {
            guard let file = tree["\(Self.folder)/\(language.rawValue).yaml"] else { continue }
            texts[language] = GuideReader.texts(file, diagnostics: &diagnostics)
        }
        if let file = tree[Self.startFile] { starts = GuideReader.starts(file, diagnostics: &diagnostics) }
        for file in tree.files(in: Self.folder + "/forms") where file.path.hasSuffix(".yaml") {
            var problems: [Diagnostic] = []
            forms.append(GuideReader.form(file, diagnostics: &problems))
            if !problems.isEmpty { brokenForms.append((file, problems)) }
            diagnostics += problems
        }
    }

    /// What people call a field: the text of `labels` for it, else its key.
    ///
    /// - Parameters:
    ///   - kind: the English name of the kind of record.
    ///   - keys: from the field of the record inwards; the text under the fields is `body`.
    package func label(of keys: [String], in kind: String, language: AuthorLanguage) -> String {
        let labels = texts[language]?.labels ?? [:]
        return FieldLabels.keys(of: keys, in: kind).lazy.compactMap { labels[$0] }.first ?? keys.last ?? kind
    }

    func phrase(_ phrase: GuidePhrase, _ values: [String: String] = [:], in language: AuthorLanguage) -> String {
        filled(texts[language]?.phrases[phrase] ?? "", values)
    }

    /// The fields of a kind, as the guide orders them. A field that nobody explains stands at the end: it is never
    /// left out.
    ///
    /// - Parameter columns: what spreadsheets have besides.
    func fields(
        of kind: AuthoredKind, adding columns: [KnownField] = [], in language: AuthorLanguage
    ) -> [GuidedField] {
        let texts = texts[language] ?? GuideTexts()
        return guided(kind.fields + columns, by: texts.kinds[kind.rawValue], texts).map { field in
            var field = field
            field.start = starts[kind.rawValue]?[field.key] ?? starts[GuideTexts.common]?[field.key]
            return field
        }
    }

    /// - Parameter own: what the kind or the field itself says, before what is common.
    /// - Parameter words: what the field that these are entries of says of its words.
    private func guided(
        _ fields: [KnownField], by own: FieldTexts?, words: [String: FieldText.Word] = [:], _ texts: GuideTexts
    ) -> [GuidedField] {
        let common = texts.kinds[GuideTexts.common]
        let order = (own?.keys ?? []) + (common?.keys ?? [])
        let rank = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted = fields.enumerated().sorted {
            (rank[$0.element.key] ?? order.count, $0.offset) < (rank[$1.element.key] ?? order.count, $1.offset)
        }
        return sorted.map { _, field in
            let text = (own?[field.key] ?? FieldText()).over(common?[field.key])
            let meanings = text.words.merging(words) { own, _ in own }.merging(texts.words) { own, _ in own }
            return GuidedField(
                field: field, text: text,
                words: field.explainedWords.map { ($0, meanings[$0] ?? FieldText.Word(meaning: $0)) },
                entries: guided(field.entries, by: text.entries, words: text.words, texts))
        }
    }
}

/// A field with what authors are told of it.
struct GuidedField: Sendable {
    var field: KnownField
    var text: FieldText
    /// The words that the field may hold, with what they mean.
    var words: [(word: String, text: FieldText.Word)]
    var entries: [GuidedField]
    /// What stands behind the key of a new record, where it is the same in every language.
    var start: String?

    var key: String { field.key }

    /// Whether the entries are statements, which the head of a record explains once for all.
    var holdsStatements: Bool { field.shape == .statement || field.shape == .statements }

    /// What the field is for, line by line, as comments and descriptions have it.
    ///
    /// - Parameter names: the ids that the library has for such a reference.
    func explanation(_ guide: AuthorGuide, in language: AuthorLanguage, names: [String] = []) -> [String] {
        func phrase(_ phrase: GuidePhrase, _ values: [String: String] = [:]) -> String {
            guide.phrase(phrase, values, in: language)
        }
        var lines = text.explanation.map { [$0] } ?? []
        if field.isRequired, let text = text.explanation { lines = [phrase(.required, ["text": text])] }
        if !words.isEmpty, [.word, .entries].contains(field.shape) {
            let words = words.map { word, text in
                text.meaning == word ? word : phrase(.word, ["word": word, "meaning": text.meaning])
            }
            lines.append(phrase(.oneOf, ["list": words.joined(separator: phrase(.wordSeparator))]))
        }
        if !names.isEmpty {
            let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
            lines.append(phrase(.thereAre, ["list": shown]))
        }
        if !holdsStatements, !entries.isEmpty {
            let entries = entries.map { phrase(.entry, ["key": $0.key, "text": $0.text.explanation ?? $0.key]) }
            lines.append(phrase(.eachEntry, ["list": entries.joined(separator: phrase(.entrySeparator))]))
        }
        return lines
    }
}
