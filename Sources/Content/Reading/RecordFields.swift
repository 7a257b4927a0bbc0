import Diagnostics
import Markdown
import Yams

/// The fields of one mapping of a record, read side by side with the same mapping in its translations.
///
/// A reader asks for every field it knows by name; ``finish()`` then reports each key nobody asked for.
/// All problems are gathered in ``diagnostics``, and reading goes on after each.
struct RecordFields {
    /// One mapping in one file.
    struct Layer {
        var source: YAMLSource
        var node: Node
        /// The node's keys by name. Yams would resolve the tag of every key at every look-up.
        private let names: [String]

        init(source: YAMLSource, node: Node) {
            self.source = source
            self.node = node
            names = node.mapping?.keys.map { $0.string ?? "" } ?? []
        }

        subscript(key: String) -> Node? {
            guard let index = names.firstIndex(of: key), let mapping = node.mapping else { return nil }
            return mapping.values[index]
        }
    }

    let base: Layer
    /// The translations of this mapping, by language; the default language has none.
    let translations: [(language: Int, layer: Layer)]
    let context: ReadingContext
    var diagnostics: [Diagnostic] = []
    /// Languages without a file of their own in which some text is missing.
    private(set) var lacking: Set<Int> = []
    /// The keys asked for so far, and whether a translation may give them.
    private var known: [(key: String, isTranslatable: Bool)] = []
    /// The required keys that were not there.
    private var missing: Set<String> = []
    /// The keys inside the entries of a field, kept only while a kind of record is described.
    private var nested: [String: [KnownField]] = [:]

    /// - Parameter shorthand: the field that a bare text stands for: `- text` for `- {text: …}`.
    init(base: Layer, translations: [(language: Int, layer: Layer)], context: ReadingContext, shorthand: String? = nil)
    {
        func expand(_ layer: Layer) -> Layer {
            guard let shorthand, case .scalar(let scalar) = layer.node else { return layer }
            let pairs = Node.Mapping([(Node(shorthand, .implicit, .any), layer.node)], .implicit, .any, scalar.mark)
            return Layer(source: layer.source, node: .mapping(pairs))
        }
        self.base = expand(base)
        self.translations = translations.map { ($0.language, expand($0.layer)) }
        self.context = context
        if self.base.node.mapping == nil {
            report(.wrongType, "expected a mapping of fields", at: base.source.span(of: base.node))
        }
    }

    // MARK: Plain values

    mutating func text(_ key: String, required: Bool = false) -> (value: String, span: SourceSpan)? {
        guard let node = value(key, required: required) else { return nil }
        guard let text = scalar(node, in: base.source, expected: "a text") else { return nil }
        if required, text.value.isEmpty { report(.missingField, "‘\(key)’ is empty", at: text.span) }
        return reportPlaceholder(text) ? nil : text
    }

    mutating func texts(_ key: String) -> [(value: String, span: SourceSpan)] {
        elements(key).compactMap { node in
            guard let text = scalar(node, in: base.source, expected: "a text") else { return nil }
            if text.value.isEmpty { report(.missingField, "‘\(key)’ has an empty entry", at: text.span) }
            return reportPlaceholder(text) ? nil : text
        }
    }

    mutating func word<Word: Vocabulary>(_ key: String, as type: Word.Type, required: Bool = false) -> Word? {
        guard let (text, span) = text(key, required: required) else { return nil }
        if let word = Word(rawValue: text) { return word }
        diagnostics.append(.notAWord(text, field: key, of: Word.allCases.map(\.rawValue), at: span))
        return nil
    }

    mutating func date(_ key: String, required: Bool = false) -> CalendarDate? {
        guard let (text, span) = text(key, required: required) else { return nil }
        if let date = CalendarDate(text) { return date }
        report(.invalidDate, "‘\(text)’ is not a day of the calendar", at: span, hint: "write it as YYYY-MM-DD")
        return nil
    }

    mutating func integer(_ key: String, required: Bool = false) -> Int? {
        guard let (text, span) = text(key, required: required) else { return nil }
        if let number = Int(text) { return number }
        report(.invalidNumber, "‘\(text)’ is not a whole number", at: span)
        return nil
    }

    mutating func bool(_ key: String) -> Bool? {
        guard let (text, span) = text(key) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report(.invalidValue, "‘\(key)’ is true or false, not ‘\(text)’", at: span)
            return nil
        }
    }

    mutating func reference(_ key: String, required: Bool = false) -> Reference? {
        text(key, required: required).map { Reference(id: $0.value, span: $0.span) }
    }

    /// One id or a list of them.
    mutating func references(_ key: String, required: Bool = false) -> [Reference] {
        let problems = diagnostics.count
        let references = texts(key).map { Reference(id: $0.value, span: $0.span) }
        if diagnostics[problems...].contains(where: { $0.code == .placeholder }) { return references }
        if required, references.isEmpty, let node = peek(key) {
            report(.missingField, "‘\(key)’ needs at least one entry", at: base.source.span(of: node))
        } else if required, references.isEmpty {
            reportMissing(key)
        }
        return references
    }

    // MARK: Texts by language

    /// A text that is written in every language: as a map by language, or in the translations.
    mutating func localized(_ key: String, required: Bool = false, isProse: Bool = true) -> Localized<String>? {
        localizedTexts(key, required: required, isProse: isProse)?.map(\.value)
    }

    mutating func localizedWithSpans(_ key: String) -> Localized<(value: String, span: SourceSpan)>? {
        localizedTexts(key, required: false, isProse: true)
    }

    private mutating func localizedTexts(
        _ key: String, required: Bool, isProse: Bool
    ) -> Localized<(value: String, span: SourceSpan)>? {
        note(key, isTranslatable: true)
        var values = [(value: String, span: SourceSpan)?](repeating: nil, count: context.languages.count)
        let node = peek(key)
        if let node, let mapping = node.mapping {
            for (language, child) in mapping {
                guard let index = languageIndex(language), !child.isNull else { continue }
                values[index] = scalar(child, in: base.source, expected: "a text")
            }
        } else if let node {
            values[0] = scalar(node, in: base.source, expected: "a text")
        }
        for (language, layer) in translations {
            guard let child = layer[key], !child.isNull else { continue }
            values[language] = scalar(child, in: layer.source, expected: "a text")
        }
        for value in values { if let value { _ = reportPlaceholder(value) } }
        if required, let value = values[0], value.value.isEmpty {
            report(.missingField, "‘\(key)’ is empty", at: value.span)
        }
        guard values[0] != nil else {
            if required, node == nil { reportMissing(key) }
            if node?.mapping != nil || values.contains(where: { $0 != nil }) {
                let place = node.map { base.source.span(of: $0) } ?? base.source.startSpan(of: base.node)
                report(
                    .missingField, "‘\(key)’ has no text in the default language, \(context.languages[0])", at: place)
            }
            return nil
        }
        if isProse, let node { checkTranslated(key, values.map { $0 != nil }, at: base.source.span(of: node)) }
        return Localized(values)
    }

    /// Reports each language that a prose field lacks. A record without any translation file is reported
    /// once, as a whole, where its files are put together.
    mutating func checkTranslated(_ key: String, _ isPresent: [Bool], at span: SourceSpan) {
        for (index, present) in isPresent.enumerated() where !present && index > 0 {
            guard !context.untranslated.contains(index) else {
                lacking.insert(index)
                continue
            }
            report(.missingTranslation, "‘\(key)’ has no text in \(context.languages[index])", at: span)
        }
    }

    // MARK: Nested fields

    /// The children of a list, or the one child that stands for a list of one.
    mutating func objects<Value>(
        _ key: String, shorthand: String, _ read: (inout RecordFields) -> Value?
    ) -> [Value] {
        let children = elements(key, isTranslatable: true)
        var translated: [(language: Int, layer: Layer, children: [Node])] = []
        for (language, layer) in translations {
            guard let node = layer[key] else { continue }
            let nodes = node.sequence.map(Array.init) ?? [node]
            if nodes.count != children.count {
                report(
                    .translationMismatch,
                    "‘\(key)’ has \(nodes.count) items here but \(children.count) in the original",
                    at: layer.source.span(of: node))
            }
            translated.append((language, layer, nodes))
        }
        return children.enumerated().compactMap { index, child in
            let layers = translated.filter { index < $0.children.count }.map { entry in
                (language: entry.language, layer: Layer(source: entry.layer.source, node: entry.children[index]))
            }
            var fields = RecordFields(
                base: Layer(source: base.source, node: child), translations: layers, context: context,
                shorthand: shorthand)
            let value = fields.base.node.mapping == nil ? nil : read(&fields)
            fields.finish()
            diagnostics += fields.diagnostics
            lacking.formUnion(fields.lacking)
            if context.isDescribing { nested[key] = fields.knownFields }
            return value
        }
    }

    /// The mapping itself as id–fields pairs, in the order of the file.
    func entries() -> [(name: String, span: SourceSpan, fields: RecordFields)] {
        (base.node.mapping ?? [:]).compactMap { key, child in
            guard let name = key.string else { return nil }
            let layer = Layer(source: base.source, node: child)
            return (name, base.source.span(of: key), RecordFields(base: layer, translations: [], context: context))
        }
    }

    // MARK: Finishing

    /// Reports every key that was not asked for. Call it once, after the last field.
    mutating func finish() {
        let names = known.map(\.key)
        for (key, _) in base.node.mapping ?? [:] {
            guard let name = key.string else {
                report(.wrongType, "a key is a word, not a list or a mapping", at: base.source.span(of: key))
                continue
            }
            guard !names.contains(name) else { continue }
            reportUnknown(name, at: base.source.span(of: key), among: names)
        }
        let translatable = known.filter(\.isTranslatable).map(\.key)
        for (_, layer) in translations {
            for (key, _) in layer.node.mapping ?? [:] {
                guard let name = key.string, !translatable.contains(name) else { continue }
                if names.contains(name) {
                    report(
                        .translationMismatch, "‘\(name)’ is a fact and cannot differ by language",
                        at: layer.source.span(of: key), hint: "remove it here; the original's value is inherited")
                } else {
                    reportUnknown(name, at: layer.source.span(of: key), among: translatable)
                }
            }
        }
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: span, hint: hint))
    }

    /// Marks a key as known without reading it here.
    mutating func note(_ key: String, isTranslatable: Bool) {
        if let index = known.firstIndex(where: { $0.key == key }) {
            known[index].isTranslatable = known[index].isTranslatable || isTranslatable
        } else {
            known.append((key, isTranslatable))
        }
    }

    /// The node under a key, without marking the key as known.
    func peek(_ key: String) -> Node? {
        guard let node = base[key], !node.isNull else { return nil }
        return node
    }

    /// The keys asked for so far, where the mapping at hand has none: see ``KnownField``.
    var knownFields: [KnownField] {
        known.map { key, isTranslatable in
            KnownField(
                key: key, isRequired: missing.contains(key), isTranslatable: isTranslatable,
                entries: nested[key] ?? [])
        }
    }

    mutating func reportMissing(_ key: String) {
        missing.insert(key)
        report(
            .missingField, "the field ‘\(key)’ is missing", at: base.source.startSpan(of: base.node),
            hint: "add a line ‘\(key): …’")
    }

    private mutating func value(_ key: String, required: Bool) -> Node? {
        note(key, isTranslatable: false)
        if let node = peek(key) { return node }
        if required { reportMissing(key) }
        return nil
    }

    private mutating func elements(_ key: String, isTranslatable: Bool = false) -> [Node] {
        note(key, isTranslatable: isTranslatable)
        guard let node = peek(key) else { return context.isDescribing ? [[:]] : [] }
        return node.sequence.map(Array.init) ?? [node]
    }

    private mutating func scalar(
        _ node: Node, in source: YAMLSource, expected: String
    ) -> (value: String, span: SourceSpan)? {
        guard case .scalar(let scalar) = node else {
            report(.wrongType, "expected \(expected) here", at: source.span(of: node))
            return nil
        }
        let span = source.span(of: node)
        if scalar.string.unicodeScalars.contains(where: { $0.isControl }) {
            report(.invalidValue, "the text has a control character", at: span, hint: "remove it: nobody can see it")
        }
        return (scalar.string, span)
    }

    /// Whether a text is still the placeholder of a new record, after saying so.
    private mutating func reportPlaceholder(_ text: (value: String, span: SourceSpan)) -> Bool {
        guard Placeholder.begins(text.value) else { return false }
        report(.placeholder, "still to be filled in", at: text.span, hint: "put your own words in its place")
        return true
    }

    private mutating func languageIndex(_ key: Node) -> Int? {
        let tag = key.string ?? ""
        if let index = context.languages.firstIndex(of: tag) { return index }
        diagnostics.append(.unknownLanguage(tag, among: context.languages, at: base.source.span(of: key)))
        return nil
    }

    private mutating func reportUnknown(_ name: String, at span: SourceSpan, among names: [String]) {
        let hint =
            nearest(to: name, among: names).map { "did you mean ‘\($0)’?" }
            ?? (names.isEmpty ? nil : "known keys are \(names.sorted().joined(separator: ", "))")
        report(.unknownKey, "unknown key ‘\(name)’", at: span, hint: hint)
    }
}

extension Unicode.Scalar {
    /// Characters that have no place in a text and are not allowed in XML.
    var isControl: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

extension Node {
    /// An empty value, as in `summary:`, counts as not given.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }
}
