import Diagnostics
import Markdown
import Yams

/// The root mapping of a YAML file as fields, or nil after telling why not.
private func rootFields(
    _ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]
) -> RecordFields? {
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return nil }
    let start = byteOrderMarkLength(file.bytes)
    let source = YAMLSource(path: file.path, bytes: Array(file.bytes[start...]), offset: start)
    guard let root = source.compose(diagnostics: &diagnostics) else { return nil }
    return RecordFields(base: .init(source: source, node: root), translations: [], context: context)
}

/// Reads a file that is one mapping from ids to entries, in the order of the file.
private func readEntries<Value>(
    _ file: SourceTree.File, as kind: ReferenceKind, context: ReadingContext, seen: inout SeenIDs,
    diagnostics: inout [Diagnostic],
    entry read: (inout RecordFields, String, SourceSpan) -> Value?
) -> [Value] {
    guard let root = rootFields(file, context: context, diagnostics: &diagnostics) else {
        seen.markUnreadable(kind)
        return []
    }
    diagnostics += root.diagnostics
    return root.entries().compactMap { entry in
        guard isValidID(entry.name) else {
            diagnostics.append(.invalidID(entry.name, at: entry.span))
            return nil
        }
        seen.insert(entry.name, as: kind)
        var fields = entry.fields
        let value = fields.base.node.mapping == nil ? nil : read(&fields, entry.name, entry.span)
        fields.finish()
        diagnostics += fields.diagnostics
        return value
    }
}

func readMetrics(
    _ file: SourceTree.File, context: ReadingContext, seen: inout SeenIDs, diagnostics: inout [Diagnostic]
) -> [Metric] {
    readEntries(file, as: .metric, context: context, seen: &seen, diagnostics: &diagnostics) { fields, id, span in
        fields.readMetric(id: id, span: span)
    }
}

func readGlossary(
    _ file: SourceTree.File, context: ReadingContext, seen: inout SeenIDs, diagnostics: inout [Diagnostic]
) -> [GlossaryTerm] {
    readEntries(file, as: .term, context: context, seen: &seen, diagnostics: &diagnostics) { fields, id, span in
        let term = fields.localized("term", required: true)
        let definition = fields.localized("definition")
        let isUnexplained = fields.bool("unexplained") ?? false
        let note = fields.localized("note")
        let locators = fields.references("from")
        if definition == nil, !isUnexplained {
            fields.report(
                .missingField, "the term ‘\(id)’ has no definition", at: span,
                hint: "add ‘definition’, or ‘unexplained: true’ where the source does not say")
        }
        return term.map {
            GlossaryTerm(
                id: id, span: span, term: $0, definition: definition, isUnexplained: isUnexplained, note: note,
                locators: locators)
        }
    }
}

/// - Parameter id: the folder of the file below `seeds/`.
func readSource(
    _ file: SourceTree.File, id: String, context: ReadingContext, diagnostics: inout [Diagnostic]
) -> Source? {
    guard var fields = rootFields(file, context: context, diagnostics: &diagnostics) else { return nil }
    let source = fields.readSource(id: id, path: file.path)
    fields.finish()
    diagnostics += fields.diagnostics
    return source
}

extension RecordFields {
    mutating func readMetric(id: String, span: SourceSpan) -> Metric? {
        let name = localized("name", required: true)
        let definition = localized("definition", required: true)
        let kind = word("kind", as: MetricKind.self, required: true)
        let unit = localized("unit", isProse: false)
        let direction = word("direction", as: MetricDirection.self)
        let formula = localized("formula")
        let numerator = localized("numerator")
        let denominator = localized("denominator")
        guard let name, let definition, let kind else { return nil }
        return Metric(
            id: id, span: span, name: name, definition: definition, kind: kind, unit: unit,
            direction: direction ?? .neutral, formula: formula, numerator: numerator, denominator: denominator)
    }

    mutating func readSource(id: String, path: String) -> Source? {
        let title = localized("title", required: true)
        let isTitlePrinted = bool("title-printed") ?? true
        let outlet = localized("outlet", required: true)
        let date: CalendarDate? =
            if peek("date")?.string == "not printed" { nil } else { date("date", required: true) }
        note("date", isTranslatable: false)
        let language = text("language", required: true)?.value
        let rights = word("rights", as: Rights.self, required: true)
        let sha256 = text("sha256", required: true)?.value
        let original = text("file")?.value
        let numbering = localized("numbering")
        let sections = objects("sections", shorthand: "title") { $0.readSection() }
        let speakers = objects("speakers", shorthand: "name") { $0.readSpeaker() }
        let paragraphs = objects("paragraphs", shorthand: "text") { $0.readParagraph() }
        guard let title, let outlet, let language, let rights, let sha256 else { return nil }
        return Source(
            id: id, path: path, title: title, isTitlePrinted: isTitlePrinted, outlet: outlet, date: date,
            language: language, rights: rights, sha256: sha256, file: original, numbering: numbering,
            sections: sections, speakers: speakers, paragraphs: paragraphs)
    }

    fileprivate mutating func readSection() -> Source.Section? {
        let id = text("id", required: true)?.value
        let title = localized("title", required: true)
        let asks = localized("asks")
        guard let id, let title else { return nil }
        return Source.Section(id: id, title: title, asks: asks)
    }

    fileprivate mutating func readSpeaker() -> Source.Speaker? {
        let id = text("id", required: true)?.value
        let name = localized("name", required: true)
        let role = localized("role", required: true)
        let place = reference("place")
        guard let id, let name, let role else { return nil }
        return Source.Speaker(id: id, name: name, role: role, place: place)
    }

    fileprivate mutating func readParagraph() -> Source.Paragraph? {
        let number = integer("n", required: true)
        let section = reference("section", required: true)
        let kind = text("kind", required: true)?.value
        let speaker = reference("speaker")
        let sentences = integer("sentences", required: true)
        let characters = integer("chars")
        let fingerprint = text("fingerprint", required: true)?.value
        let text = text("text")?.value
        guard let number, let section, let kind, let sentences, let fingerprint else { return nil }
        return Source.Paragraph(
            number: number, section: section, kind: kind, speaker: speaker, sentences: sentences,
            characters: characters, fingerprint: fingerprint, text: text, span: base.source.span(of: base.node))
    }
}
