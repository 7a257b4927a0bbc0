import Diagnostics
import Markdown
import Text
import Yams

/// Statements, steps, people: fields that are mappings themselves.
extension FieldReader {
    /// The entries of a list, or the one that stands for a list of one. An entry without what it needs is left out.
    ///
    /// - Parameter check: is told of each entry that is kept.
    mutating func entries<Entry: FieldEntry>(
        _ key: String, _ fields: [Field<Entry>], check: (inout FieldReader, Entry) -> Void = { _, _ in }
    ) -> [Entry] {
        let children = elements(key)
        var translated: [(language: Int, layer: Layer, children: [Node])] = []
        for (language, layer) in translations {
            guard let node = layer[key] else { continue }
            let nodes = node.sequence.map(Array.init) ?? [node]
            if nodes.count != children.count {
                report(
                    .otherItemCount(key: key, count: nodes.count, expected: children.count),
                    at: layer.source.span(of: node))
            }
            translated.append((language, layer, nodes))
        }
        var entries: [Entry] = []
        for (index, child) in children.enumerated() {
            let layers = translated.filter { index < $0.children.count }.map { entry in
                (language: entry.language, layer: Layer(source: entry.layer.source, node: entry.children[index]))
            }
            var reader = FieldReader(
                base: Layer(source: base.source, node: child), translations: layers, context: context,
                shorthand: Entry.shorthand, of: key)
            if reader.isMapping {
                var entry = Entry(at: reader.span)
                if reader.read(fields, into: &entry) {
                    if let origin = entry.voucher { reader.check(origin) }
                    check(&reader, entry)
                    entries.append(entry)
                }
            }
            diagnostics += reader.diagnostics
            passedOver.merge(reader.passedOver, uniquingKeysWith: +)
            lacking.formUnion(reader.lacking)
            for var text in reader.translatable {
                text.field = key
                translatable.append(text)
            }
        }
        return entries
    }

    /// A single entry.
    mutating func entry<Entry: FieldEntry>(_ key: String, _ fields: [Field<Entry>]) -> Entry? {
        if let node = peek(key), node.sequence != nil {
            report(.notFields, at: base.source.span(of: node))
        }
        return entries(key, fields).first
    }

    /// A statement: `{text: …, from: <locator>}`, or a bare text where the editor speaks.
    mutating func statement(_ key: String, required: Bool) -> Statement? {
        let statements = entries(key, Statement.fields)
        if statements.count > 1, let node = peek(key) {
            report(.notOneStatement(key), at: base.source.span(of: node))
        }
        if required, statements.isEmpty {
            if let node = peek(key) {
                if node.sequence?.isEmpty == true {
                    report(.noStatement(key), at: base.source.span(of: node))
                }
            } else {
                reportMissing(key)
            }
        }
        return statements.first
    }

    /// A text of one line by language.
    mutating func prose(_ key: String) -> Localized<MarkdownDocument>? {
        guard let texts = localized(key) else {
            if peek(key) == nil { reportMissing(key) }
            return nil
        }
        return Localized(
            context.languages.indices.map { language in
                texts.exact(language).map { inlineDocument($0.value, at: $0.span) }
            })
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
        // Without quotation marks, YAML takes `#`, `-`, `>` and `*` at the beginning for its own.
        if offset == nil || found.contains(where: { $0.span.range.lowerBound == span.range.lowerBound }) {
            found = found.map(\.withoutFix)
        }
        context.checkLooseFigures(
            Array(text.utf8), of: document, offset: offset, fallback: span, passedOver: &passedOver,
            diagnostics: &found)
        diagnostics += found
        return document
    }
}
