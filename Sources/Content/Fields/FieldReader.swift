import Diagnostics
import Markdown
import Text
import Yams

/// Reads the fields of one mapping, side by side with the same mapping in its translations.
///
/// All problems are gathered in ``diagnostics``, and reading goes on after each.
struct FieldReader {
    /// One mapping in one file.
    struct Layer {
        var source: YAMLSource
        var node: Node
        /// The node's keys by name. Yams would resolve the tag of every key at every look-up.
        let names: [String]

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
    /// The field that was written without its key, as an entry of a list, and the key of that list.
    private(set) var shorthand: String?
    private(set) var listKey: String?
    /// What the field that is read names, if it holds ids.
    private var sought: ReferenceKind?
    /// Keys that are there under a name that people use.
    var misnamed: Set<String> = []
    /// How many figures each of the allowed numbers let pass.
    var passedOver: [String: Int] = [:]
    /// Languages without a file of their own in which some text is missing.
    var lacking: Set<Int> = []
    /// What is written in several languages, where its translations are compared.
    var translatable: [TranslatableText] = []

    /// - Parameters:
    ///   - shorthand: the field that a bare text stands for: `- text` for `- {text: …}`.
    ///   - listKey: the key of the list whose entry this is.
    init(
        base: Layer, translations: [(language: Int, layer: Layer)] = [], context: ReadingContext,
        shorthand: String? = nil, of listKey: String? = nil
    ) {
        func expand(_ layer: Layer) -> Layer {
            guard let shorthand, case .scalar(let scalar) = layer.node else { return layer }
            // The tag of the text, since each new one comes with a table of its own, and no one looks at it.
            let pairs = Node.Mapping([(Node(shorthand, scalar.tag, .any), layer.node)], scalar.tag, .any, scalar.mark)
            return Layer(source: layer.source, node: .mapping(pairs))
        }
        if base.node.scalar != nil { (self.shorthand, self.listKey) = (shorthand, listKey) }
        self.base = expand(base)
        self.translations = translations.map { ($0.language, expand($0.layer)) }
        self.context = context
        if self.base.node.mapping == nil {
            report(
                .notFields, at: base.source.span(of: base.node),
                hint: base.node.string.flatMap { .fullWidthMark(in: $0, of: ["："]) })
        }
    }

    var isMapping: Bool { base.node.mapping != nil }

    /// The whole mapping, of which the first line is shown.
    var span: SourceSpan { base.source.span(of: base.node) }

    /// The place where a missing field would be added.
    var start: SourceSpan { base.source.startSpan(of: base.node) }

    /// Reads every field, and reports those that are missing and keys that no field has. Reading asks for all of
    /// them before it gives up, so that one run reports everything.
    ///
    /// - Parameter known: all fields that the mapping may have, if others are read elsewhere.
    /// - Returns: whether there is a value for every required field, and for any at all.
    @discardableResult
    mutating func read<Record>(
        _ fields: [Field<Record>], into record: inout Record, of known: [Field<Record>]? = nil
    ) -> Bool {
        let known = (known ?? fields).filter { $0.known.shape != .body }
        let unknown = base.names.indices.filter { index in !known.contains { $0.key == base.names[index] } }
        findMisnamedKeys(unknown, among: known)
        var (isWhole, isEmpty) = (true, true)
        for field in fields {
            if read(field, into: &record) { isEmpty = false } else if field.known.isRequired { isWhole = false }
        }
        reportUnknownKeys(unknown, among: known)
        return isWhole && !isEmpty
    }

    private mutating func read<Record>(_ field: Field<Record>, into record: inout Record) -> Bool {
        sought = field.known.reference
        switch field.access {
        case .scalar(let set, let standIn):
            guard let text = text(field.key, required: field.known.isRequired) else {
                standIn?(&record, start)
                return false
            }
            let line = (text.value.onOneLine, text.span)
            let name = field.key == shorthand ? listKey : nil
            guard let problem = set(&record, line).problem(of: line, in: field.known, named: name, context) else {
                return true
            }
            diagnostics.append(problem)
            return false
        case .localized(let isProse, let set):
            guard let texts = localized(field.key, required: field.known.isRequired, isProse: isProse) else {
                return false
            }
            set(&record, texts.map(\.value.onOneLine))
            return true
        case .node(let read): return read(&self, field.known, &record)
        case .body: return true
        }
    }

    // MARK: Plain values

    mutating func text(_ key: String, required: Bool = false) -> FieldText? {
        guard let node = peek(key) else {
            if required { reportMissing(key) }
            return nil
        }
        guard let text = scalar(node, in: base.source) else { return nil }
        if required, text.value.isEmpty { report(.emptyField(key), at: text.span) }
        return reportPlaceholder(text) ? nil : text
    }

    /// One text or a list of them.
    mutating func texts(_ key: String, required: Bool = false) -> [FieldText] {
        let problems = diagnostics.count
        let texts = elements(key).compactMap { node -> FieldText? in
            guard let text = scalar(node, in: base.source) else { return nil }
            if text.value.isEmpty { report(.emptyEntry(key), at: text.span) }
            return reportPlaceholder(text) ? nil : text
        }
        guard required, texts.isEmpty, !diagnostics[problems...].contains(where: { $0.code == .placeholder }) else {
            return texts
        }
        if let node = peek(key) {
            report(.noEntries(key), at: base.source.span(of: node))
        } else {
            reportMissing(key)
        }
        return texts
    }

    // MARK: Texts by language

    /// A text that is written in every language: as a map by language, or in the translations.
    mutating func localized(_ key: String, required: Bool = false, isProse: Bool = true) -> Localized<FieldText>? {
        var values = [FieldText?](repeating: nil, count: context.languages.count)
        let node = peek(key)
        if let node, let mapping = node.mapping {
            for (language, child) in mapping {
                guard let index = languageIndex(language), !child.isNull else { continue }
                values[index] = scalar(child, in: base.source)
            }
        } else if let node {
            values[0] = scalar(node, in: base.source)
        }
        for (language, layer) in translations {
            guard let child = layer[key], !child.isNull else { continue }
            values[language] = scalar(child, in: layer.source)
        }
        for value in values { if let value { _ = reportPlaceholder(value) } }
        if required, let value = values[0], value.value.isEmpty {
            report(.emptyField(key), at: value.span)
        }
        guard values[0] != nil else {
            if required, node == nil { reportMissing(key) }
            if node?.mapping != nil || values.contains(where: { $0 != nil }) {
                let place = node.map { base.source.span(of: $0) } ?? base.source.startSpan(of: base.node)
                report(.noTextInDefaultLanguage(key: key, language: Phrase.language(context.languages[0])), at: place)
            }
            return nil
        }
        if context.comparesTranslations { keep(key, values) }
        if isProse, let node { checkTranslated(key, values.map { $0 != nil }, at: base.source.span(of: node)) }
        return Localized(values)
    }

    private mutating func keep(_ key: String, _ values: [FieldText?]) {
        guard let original = values[0] else { return }
        var text = TranslatableText(
            field: key, original: original, offset: base.source.verbatimOffset(of: original.value, in: original.span))
        for (language, value) in values.enumerated() where language > 0 { text.translations[language] = value }
        translatable.append(text)
    }

    /// Reports each language that a prose field lacks. A record without any translation file is reported
    /// once, as a whole, where its files are put together.
    private mutating func checkTranslated(_ key: String, _ isPresent: [Bool], at span: SourceSpan) {
        for (index, present) in isPresent.enumerated() where !present && index > 0 {
            guard !context.untranslated.contains(index) else {
                lacking.insert(index)
                continue
            }
            let file = translations.first { $0.language == index }?.layer.source.path
            let texts = context.languages.map { "\($0): …" }.joined(separator: ", ")
            report(
                .fieldNotTranslated(key: key, language: Phrase.language(context.languages[index])), at: span,
                hint: file.map { .addTextToTranslation(key: key, path: $0) } ?? .writeByLanguage("\(key): {\(texts)}"))
        }
    }

    // MARK: Problems

    mutating func report(_ message: Diagnostic.Message, at span: SourceSpan, hint: Diagnostic.Hint? = nil) {
        diagnostics.append(Diagnostic(message, at: span, hint: hint))
    }

    mutating func reportMissing(_ key: String) {
        // What is no list of fields has been told of as such.
        guard !misnamed.contains(key), base.node.mapping != nil || base.node.isNull else { return }
        if let index = base.names.firstIndex(of: key), let node = base.node.mapping?.keys[index] {
            let span = base.source.span(of: node)
            // Behind the colon: `title: #甲` is a title that YAML takes for a comment.
            let colon = SourceSpan(path: span.path, range: span.range.lowerBound..<span.range.upperBound + 1)
            if let comment = base.source.comment(behind: colon) {
                return report(.textCutByComment, at: comment, hint: .quoteText)
            }
            return report(.emptyField(key), at: span)
        }
        report(.missingField(key), at: start, hint: .addLine(key))
    }

    mutating func reportRepeated(_ word: String, in key: String) {
        report(.duplicateWord(word: word, key: key), at: span, hint: .joinLocators)
    }

    /// Tells of a unit that multiplies: values would be told ten thousand times too large.
    mutating func checkUnit(_ text: FieldText) {
        guard let scaled = ScaledUnit(text.value) else { return }
        let hint: Diagnostic.Hint? =
            scaled.unit.isEmpty ? nil : .writeUnitAlone(unit: scaled.unit, example: "2.5" + text.value)
        report(.scaledUnit(unit: text.value, multiplier: scaled.multiplier), at: text.span, hint: hint)
    }

    // MARK: Nodes

    /// The node under a key; an empty value counts as none.
    func peek(_ key: String) -> Node? {
        guard let node = base[key], !node.isNull else { return nil }
        return node
    }

    func elements(_ key: String) -> [Node] {
        guard let node = peek(key) else { return [] }
        return node.sequence.map(Array.init) ?? [node]
    }

    private mutating func scalar(_ node: Node, in source: YAMLSource) -> FieldText? {
        guard case .scalar(let scalar) = node else {
            let span = source.span(of: node)
            // `title: [转载]` is a list to YAML.
            report(.notAText, at: span, hint: source.beginsWithBracket(span) ? .quoteText : nil)
            return nil
        }
        let span = source.span(of: node)
        if scalar.style == .plain, source.isItemWithoutSpace(span) {
            report(.noSpaceAfterHyphen, at: SourceSpan(path: span.path, range: span.range.prefix(1)), hint: .writeItem)
        }
        // Those of the file are told of where it is read; this one was written as an escape.
        if scalar.style == .doubleQuoted, let problem = Diagnostic.unwanted(in: scalar.string, at: span),
            source.verbatimOffset(of: scalar.string, in: span) == nil
        {
            diagnostics.append(problem)
        }
        if scalar.style == .plain, let comment = source.comment(behind: span, of: scalar.string) {
            report(.textCutByComment, at: comment, hint: .quoteText)
        }
        let text = source.text(of: scalar.string, at: span)
        context.checkText(
            text.utf8, offset: source.verbatimOffset(of: text, in: span), fallback: span,
            diagnostics: &diagnostics)
        return (text, span)
    }

    /// Whether a text is still the placeholder of a new record, after saying so.
    private mutating func reportPlaceholder(_ text: FieldText) -> Bool {
        guard Placeholder.begins(text.value) else { return false }
        let kind = sought.flatMap { RecordKind(rawValue: $0.rawValue) }
        let hint: Diagnostic.Hint? = kind.map { kind in
            let folder = kind.contentFolder
            return kind.isGroupedByPlace ? .writePlaceAndFileName(folder) : .writeFileName(folder)
        }
        report(.placeholder, at: text.span, hint: hint ?? .writeOwnWords)
        return true
    }

    private mutating func languageIndex(_ key: Node) -> Int? {
        let tag = key.string ?? ""
        if let index = context.languages.firstIndex(of: tag) { return index }
        diagnostics.append(.unknownLanguage(tag, among: context.languages, at: base.source.span(of: key)))
        return nil
    }
}

extension Node {
    /// An empty value, as in `summary:`, counts as not given.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }
}
