import Content
import Diagnostics
import Text
import Yams

/// Reads the files of `templates/authoring/`, and reports whatever no record has.
struct GuideReader {
    private let file: String
    private let source: YAMLSource
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: SourceTree.File) {
        self.file = file.path
        source = YAMLSource(path: file.path, bytes: file.bytes, offset: 0)
    }

    /// What a language has for authors.
    static func texts(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) -> GuideTexts {
        var reader = GuideReader(file)
        var texts = GuideTexts()
        let kinds = AuthoredKind.allCases.map(\.rawValue)
        for (key, node) in reader.root(file, known: ["phrases", "words", "labels", GuideTexts.common] + kinds) {
            switch key {
            case "phrases":
                for (name, node) in reader.mapping(node, known: GuidePhrase.allCases.map(\.rawValue)) {
                    if let phrase = GuidePhrase(rawValue: name) { texts.phrases[phrase] = reader.text(node) }
                }
            case "words":
                texts.words = reader.words(node, of: everyField.flatMap(\.explainedWords))
            case "labels":
                for (name, node) in reader.mapping(node, known: FieldLabels.keys) {
                    texts.labels[name] = reader.text(node)
                }
            default:
                let fields = AuthoredKind(rawValue: key).map { $0.fields + $0.columns } ?? everyField
                texts.kinds[key] = reader.fields(node, of: fields)
            }
        }
        diagnostics += reader.diagnostics
        return texts
    }

    /// What stands behind the keys of new records, by kind.
    static func starts(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) -> [String: [String: String]] {
        var reader = GuideReader(file)
        var starts: [String: [String: String]] = [:]
        for (name, node) in reader.root(file, known: [GuideTexts.common] + AuthoredKind.allCases.map(\.rawValue)) {
            let fields = AuthoredKind(rawValue: name)?.fields ?? everyField
            for (key, node) in reader.mapping(node, known: fields.map(\.key)) {
                starts[name, default: [:]][key] = reader.text(node)
            }
        }
        diagnostics += reader.diagnostics
        return starts
    }

    /// The fields of every kind and of their entries, once each: what the common section may explain.
    private static let everyField: [KnownField] = {
        var fields: [String: KnownField] = [:]
        func add(_ field: KnownField) {
            fields[field.key, default: field].words += field.words
            field.entries.forEach(add)
        }
        for kind in AuthoredKind.allCases { (kind.fields + kind.columns).forEach(add) }
        return fields.values.sorted { $0.key < $1.key }
    }()

    // MARK: Nodes

    mutating func root(_ file: SourceTree.File, known: [String]) -> [(key: String, node: Node)] {
        guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics),
            let root = source.compose(diagnostics: &diagnostics)
        else { return [] }
        return mapping(root, known: known)
    }

    /// The pairs of a mapping whose keys are known; the others are reported. An empty value is an empty mapping.
    mutating func mapping(_ node: Node, known: [String]) -> [(key: String, node: Node)] {
        guard let mapping = node.mapping else {
            if !isEmpty(node) { report(.notFields, at: node) }
            return []
        }
        return mapping.compactMap { key, value in
            let name = key.string ?? ""
            if known.contains(name) { return (name, value) }
            report(
                .unknownKey(name), at: key,
                hint: .nearest(to: name, among: known) ?? .knownKeys(Set(known).sorted()))
            return nil
        }
    }

    private mutating func fields(_ node: Node, of known: [KnownField]) -> FieldTexts {
        var texts = FieldTexts()
        for (key, node) in mapping(node, known: known.map(\.key)) {
            if let field = known.first(where: { $0.key == key }) { texts.set(self.field(node, field), for: key) }
        }
        return texts
    }

    private mutating func field(_ node: Node, _ field: KnownField) -> FieldText {
        if node.scalar != nil { return FieldText(explanation: isEmpty(node) ? nil : text(node)) }
        var result = FieldText()
        let known = ["explanation", "placeholder", "example", "words", "headers", "entries"]
        for (key, node) in mapping(node, known: known) {
            switch key {
            case "explanation": result.explanation = text(node)
            case "placeholder": result.placeholder = text(node)
            case "example": result.example = text(node)
            case "words": result.words = words(node, of: field.explainedWords)
            case "headers": result.headers = texts(node)
            default: result.entries = fields(node, of: field.entries)
            }
        }
        return result
    }

    private mutating func words(_ node: Node, of known: [String]) -> [String: FieldText.Word] {
        var words: [String: FieldText.Word] = [:]
        for (word, node) in mapping(node, known: known) {
            if node.scalar != nil {
                words[word] = text(node).map { FieldText.Word(meaning: $0) }
                continue
            }
            var result = FieldText.Word(meaning: word)
            for (key, node) in mapping(node, known: ["meaning", "also"]) {
                if key == "also" { result.also = texts(node) } else { result.meaning = text(node) ?? word }
            }
            words[word] = result
        }
        return words
    }

    mutating func text(_ node: Node) -> String? {
        if node.scalar == nil { report(.notAText, at: node) }
        return node.scalar?.string
    }

    private mutating func texts(_ node: Node) -> [String] {
        (node.sequence.map(Array.init) ?? [node]).compactMap { text($0) }
    }

    private func isEmpty(_ node: Node) -> Bool { node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false }

    mutating func report(_ message: Diagnostic.Message, at node: Node, hint: Diagnostic.Hint? = nil) {
        diagnostics.append(Diagnostic(message, at: source.span(of: node), hint: hint))
    }

    /// Tells that the file has no such key.
    mutating func reportMissing(_ key: String) {
        diagnostics.append(
            Diagnostic(.missingField(key), at: SourceSpan(path: file, range: 0..<0), hint: .addLine(key)))
    }
}
