import Diagnostics
import Markdown
import Yams

extension RecordFields {
    /// A statement: `{text: …, from: <locator>}`, or a bare text where the editor speaks.
    mutating func statement(_ key: String, required: Bool = false) -> Statement? {
        let statements = statements(key)
        if statements.count > 1, let node = peek(key) {
            report(.wrongType, "‘\(key)’ is one statement, not a list", at: base.source.span(of: node))
        }
        if required, statements.isEmpty {
            if let node = peek(key) {
                if node.sequence?.isEmpty == true {
                    report(.missingField, "‘\(key)’ needs a statement", at: base.source.span(of: node))
                }
            } else {
                reportMissing(key)
            }
        }
        return statements.first
    }

    /// One statement or a list of them.
    mutating func statements(_ key: String) -> [Statement] {
        objects(key, shorthand: "text") { $0.readStatement() }
    }

    mutating func steps(_ key: String) -> [Step] {
        objects(key, shorthand: "text") { fields in
            let statement = fields.readStatement()
            let (by, needs) = (fields.localized("by"), fields.localized("needs"))
            let (gives, takes) = (fields.localized("gives"), fields.localized("takes"))
            return statement.map { Step(statement: $0, by: by, needs: needs, gives: gives, takes: takes) }
        }
    }

    mutating func actors(_ key: String) -> [Actor] {
        objects(key, shorthand: "name") { fields in
            let name = fields.localized("name", required: true)
            let role = fields.localized("role")
            let level = fields.word("level", as: Level.self)
            let locators = fields.references("from")
            return name.map { Actor(name: $0, role: role, level: level, locators: locators) }
        }
    }

    /// Words of a fixed list: `{is: old, from: <locator>}`, or a bare word where the editor judges.
    mutating func attributions<Word: Vocabulary>(_ key: String, as type: Word.Type) -> [Attribution<Word>] {
        var seen: [Word] = []
        return objects(key, shorthand: "is") { fields in
            let word = fields.word("is", as: type, required: true)
            let locators = fields.references("from")
            guard let word else { return nil }
            if seen.contains(word) {
                fields.report(
                    .duplicateKey, "‘\(word.rawValue)’ stands twice in ‘\(key)’",
                    at: fields.base.source.span(of: fields.base.node), hint: "put both locators into one ‘from’")
            }
            seen.append(word)
            return Attribution(word: word, locators: locators)
        }
    }

    /// Places that name a topic: `{place: …, text: …, from: <locator>}`.
    mutating func mentions(_ key: String) -> [Mention] {
        objects(key, shorthand: "place") { fields in
            let place = fields.reference("place", required: true)
            let statement = fields.readStatement()
            if let statement, statement.locators.isEmpty { fields.reportMissing("from") }
            guard let place, let statement else { return nil }
            return Mention(place: place, statement: statement)
        }
    }

    /// The `text` and `from` of the mapping at hand.
    private mutating func readStatement() -> Statement? {
        let locators = references("from")
        guard let texts = localizedWithSpans("text") else {
            if peek("text") == nil { reportMissing("text") }
            return nil
        }
        let documents = Localized(
            context.languages.indices.map { language in
                texts.exact(language).map { inlineDocument($0.value, at: $0.span) }
            })
        return Statement(text: documents, locators: locators, span: base.source.span(of: base.node))
    }

    /// A text of one line. Where the YAML folds or escapes it, its links and problems are shown at the
    /// whole field instead of at a place that would be wrong.
    private mutating func inlineDocument(_ text: String, at span: SourceSpan) -> MarkdownDocument {
        let source = ([base] + translations.map(\.layer)).first { $0.source.path == span.path }?.source ?? base.source
        let offset = source.verbatimOffset(of: text, in: span)
        var found: [Diagnostic] = []
        var document = MarkdownDocument(
            parsingInline: Array(text.utf8), options: context.markdown, path: span.path, offset: offset ?? 0,
            diagnostics: &found)
        if offset == nil {
            for index in document.links.indices { document.links[index].span = span }
            for index in found.indices { found[index].span = span }
        }
        context.checkLooseFigures(
            Array(text.utf8), of: document, offset: offset, fallback: span, diagnostics: &found)
        diagnostics += found
        return document
    }
}
