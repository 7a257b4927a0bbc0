import Diagnostics
import Markdown
import Text
import Yams

/// What reading one record gave: a value where its front matter could be read, and all its problems.
///
/// A field that is missing or wrong has been reported and holds a stand-in, so that the rest of the record
/// is checked in the same run; with a problem in the library nothing is published.
struct ReadRecord: Sendable {
    var record: (any MarkdownRecord)?
    /// What the record says; nil without one.
    var facts: RecordFacts?
    var kind: RecordKind
    var id: String
    var path: String
    var diagnostics: [Diagnostic]
    /// How many figures in its texts each of the allowed numbers let pass.
    var passedOver: [String: Int] = [:]
    /// How many of its translations nobody has confirmed, where that is kept.
    var unconfirmed = 0
}

/// Reads the files of one record. Pure, so records can be read in parallel.
func readRecord(_ file: RecordFile, context: ReadingContext) -> ReadRecord {
    var context = context
    context.reportsLooseFigures = file.kind.type.reportsLooseFigures
    let present = Set(file.translations.map(\.language))
    context.untranslated = Set(context.languages.indices.dropFirst().filter { !present.contains($0) })
    var result = ReadRecord(record: nil, kind: file.kind, id: file.id, path: file.base.path, diagnostics: [])
    var texts: [TranslatableText] = []
    result.record = read(
        file, as: file.kind.type, context: context, passedOver: &result.passedOver, texts: &texts,
        diagnostics: &result.diagnostics)
    if let confirmed = context.confirmed {
        let comparison = TranslationComparison(file, texts, confirmed, languages: context.languages)
        result.unconfirmed = comparison.unconfirmed
        result.diagnostics += comparison.diagnostics
    }
    result.facts = result.record.map { RecordFacts($0) }
    if result.record?.status == .draft {
        result.diagnostics = result.diagnostics.compactMap { $0.inDraft(isShown: context.includesDrafts) }
    }
    return result
}

/// The texts that a record has in several languages.
func translatableTexts(of file: RecordFile, context: ReadingContext) -> [TranslatableText] {
    var context = context
    context.comparesTranslations = true
    var (texts, passedOver, diagnostics) = ([TranslatableText](), [String: Int](), [Diagnostic]())
    _ = read(
        file, as: file.kind.type, context: context, passedOver: &passedOver, texts: &texts, diagnostics: &diagnostics)
    return texts
}

extension Diagnostic {
    /// The problem as one of a draft. What is still to be filled in, or to be taken out before it is published, may
    /// wait: it is told as a warning in a draft that is looked at. A draft that is left out must not hold up what is
    /// published; its errors are told all the same.
    fileprivate func inDraft(isShown: Bool) -> Diagnostic? {
        let mayWait = [.placeholder, .personalData, .wrongWord].contains(code)
        guard isShown || (!mayWait && severity == .error) else { return nil }
        var problem = self
        if mayWait { problem.severity = .warning }
        return problem
    }
}

private func read<R: MarkdownRecord>(
    _ file: RecordFile, as kind: R.Type, context: ReadingContext, passedOver: inout [String: Int],
    texts: inout [TranslatableText], diagnostics: inout [Diagnostic]
) -> R? {
    guard let base = RecordText(file.base, diagnostics: &diagnostics) else { return nil }
    let translations = file.translations.compactMap { translation in
        RecordText(translation.file, diagnostics: &diagnostics).map { (language: translation.language, text: $0) }
    }
    let context = context.publishing(contactsOf: base.layer)
    var reader = FieldReader(
        base: base.layer, translations: translations.map { ($0.language, $0.text.layer) }, context: context)
    let titleSpan =
        reader.peek("title").map { base.layer.source.span(of: $0) } ?? SourceSpan(path: file.base.path, range: 0..<0)
    var record = R(
        RecordIdentity(
            id: file.id, path: file.base.path, titleSpan: titleSpan, languages: context.languages.count))
    record.body = reader.readBody(base, translations)
    reader.read(R.fields, into: &record)
    // A record whose every text is a map by language needs no file of its own.
    for language in base.hasBody ? context.untranslated.sorted() : reader.lacking.sorted() {
        let tag = context.languages[language]
        let path = pathOfTranslation(of: file.base.path, into: tag, from: context.languages[0])
        reader.report(
            .missingTranslation(Phrase.language(tag)), at: titleSpan,
            hint: .makeTranslation(kind: file.kind.rawValue, id: file.id, language: tag, path: path))
    }
    diagnostics += reader.diagnostics
    passedOver = reader.passedOver
    texts = reader.translatable
    return record
}

/// One file of a record: its fields and where its body lies.
private struct RecordText {
    var path: String
    var layer: FieldReader.Layer
    /// The text under the front matter, without comments, and where it begins in the file.
    var body: [UInt8]
    var offset: Int

    init?(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) {
        guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics),
            let parts = FrontMatter(file.bytes, path: file.path, diagnostics: &diagnostics)
        else { return nil }
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[parts.yaml]), offset: parts.yaml.lowerBound)
        guard let root = source.compose(diagnostics: &diagnostics) else { return nil }
        path = file.path
        layer = FieldReader.Layer(source: source, node: root)
        body = blankingComments(Array(file.bytes[parts.body]))
        offset = parts.body.lowerBound
    }

    var hasBody: Bool {
        body.contains { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
    }

    var bodySpan: SourceSpan { SourceSpan(path: path, range: offset..<offset + body.count) }

    var bodyText: FieldText { (String(decoding: body, as: UTF8.self), bodySpan) }
}

extension FieldReader {
    fileprivate mutating func readBody(
        _ base: RecordText, _ translations: [(language: Int, text: RecordText)]
    ) -> Localized<MarkdownDocument> {
        var documents = [MarkdownDocument?](repeating: nil, count: context.languages.count)
        for (language, text) in [(language: 0, text: base)] + translations where language == 0 || text.hasBody {
            let document = MarkdownDocument(
                parsing: text.body, options: context.markdown, path: text.path, offset: text.offset,
                diagnostics: &diagnostics)
            context.checkLooseFigures(
                text.body, of: document, offset: text.offset, fallback: text.bodySpan, passedOver: &passedOver,
                diagnostics: &diagnostics)
            context.checkText(text.body, offset: text.offset, fallback: text.bodySpan, diagnostics: &diagnostics)
            documents[language] = document
        }
        for (language, text) in translations where !text.hasBody && base.hasBody {
            report(
                .bodyNotTranslated(Phrase.language(context.languages[language])),
                at: SourceSpan(path: text.path, range: text.offset..<text.offset))
        }
        if context.comparesTranslations { keepBody(base, translations) }
        return Localized(documents)
    }

    private mutating func keepBody(_ base: RecordText, _ translations: [(language: Int, text: RecordText)]) {
        var body = TranslatableText(field: TranslatableText.body, original: base.bodyText, offset: base.offset)
        for (language, text) in translations where text.hasBody { body.translations[language] = text.bodyText }
        translatable.append(body)
    }
}
