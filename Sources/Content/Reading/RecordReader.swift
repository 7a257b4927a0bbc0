import Diagnostics
import Markdown
import Yams

/// A record of any kind, as read from its files.
enum AnyRecord: Sendable {
    case home(Home)
    case place(Place)
    case mechanism(Mechanism)
    case topic(Topic)
    case practice(Practice)
    case caseStudy(CaseStudy)
    case page(Page)
    case adoption(Adoption)
}

/// What reading one record gave: a value where its front matter could be read, and all its problems.
///
/// A field that is missing or wrong has been reported and holds a stand-in, so that the rest of the record
/// is checked in the same run; with a problem in the library nothing is published.
struct ReadRecord: Sendable {
    var record: AnyRecord?
    var kind: RecordKind
    var id: String
    var path: String
    var diagnostics: [Diagnostic]
}

/// Reads the files of one record. Pure, so records can be read in parallel.
func readRecord(_ file: RecordFile, context: ReadingContext) -> ReadRecord {
    var result = ReadRecord(record: nil, kind: file.kind, id: file.id, path: file.base.path, diagnostics: [])
    var context = context
    context.reportsLooseFigures = [.practice, .case, .place].contains(file.kind)
    let present = Set(file.translations.map(\.language))
    context.untranslated = Set(context.languages.indices.dropFirst().filter { !present.contains($0) })

    guard let base = RecordText(file.base, diagnostics: &result.diagnostics) else { return result }
    let translations = file.translations.compactMap { language, file in
        RecordText(file, diagnostics: &result.diagnostics).map { (language: language, text: $0) }
    }
    var fields = RecordFields(
        base: base.layer, translations: translations.map { ($0.language, $0.text.layer) }, context: context)
    let body = fields.readBody(base, translations)
    result.record = fields.readRecord(file, body: body)
    // A record whose every text is a map by language needs no file of its own.
    for language in base.hasBody ? context.untranslated.sorted() : fields.lacking.sorted() {
        fields.report(
            .missingTranslation, "no translation into \(context.languages[language])",
            at: fields.peek("title").map { base.layer.source.span(of: $0) }
                ?? SourceSpan(path: file.base.path, range: 0..<0),
            hint: "add \(file.base.path.dropLast(3)).\(context.languages[language]).md")
    }
    fields.finish()
    result.diagnostics += fields.diagnostics
    return result
}

/// One file of a record: its fields and where its body lies.
private struct RecordText {
    var file: SourceTree.File
    var layer: RecordFields.Layer
    var body: Range<Int>

    init?(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) {
        guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics),
            let parts = FrontMatter(file.bytes, path: file.path, diagnostics: &diagnostics)
        else { return nil }
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[parts.yaml]), offset: parts.yaml.lowerBound)
        guard let root = source.compose(diagnostics: &diagnostics) else { return nil }
        self.file = file
        layer = RecordFields.Layer(source: source, node: root)
        body = parts.body
    }

    var hasBody: Bool {
        file.bytes[body].contains { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
    }
}

extension RecordFields {
    fileprivate mutating func readBody(
        _ base: RecordText, _ translations: [(language: Int, text: RecordText)]
    ) -> Localized<MarkdownDocument> {
        var documents = [MarkdownDocument?](repeating: nil, count: context.languages.count)
        for (language, text) in [(language: 0, text: base)] + translations where language == 0 || text.hasBody {
            let bytes = Array(text.file.bytes[text.body])
            let document = MarkdownDocument(
                parsing: bytes, options: context.markdown, path: text.file.path, offset: text.body.lowerBound,
                diagnostics: &diagnostics)
            context.checkLooseFigures(
                bytes, of: document, offset: text.body.lowerBound,
                fallback: SourceSpan(path: text.file.path, range: text.body), diagnostics: &diagnostics)
            documents[language] = document
        }
        for (language, text) in translations where !text.hasBody && base.hasBody {
            report(
                .missingTranslation, "the body has no text in \(context.languages[language])",
                at: SourceSpan(path: text.file.path, range: text.body.lowerBound..<text.body.lowerBound))
        }
        return Localized(documents)
    }

    mutating func readRecord(_ file: RecordFile, body: Localized<MarkdownDocument>) -> AnyRecord {
        if file.kind == .adoption { return .adoption(readAdoption(file, body: body)) }
        let header = readHeader(file, body: body)
        return switch file.kind {
        case .place: .place(readPlace(header))
        case .mechanism: .mechanism(readMechanism(header))
        case .topic: .topic(readTopic(header))
        case .practice: .practice(readPractice(header))
        case .case: .caseStudy(readCase(header))
        case .page: .page(readPage(header))
        case .home, .adoption: .home(readHome(header))
        }
    }

    private mutating func readHeader(_ file: RecordFile, body: Localized<MarkdownDocument>) -> Header {
        let titleSpan = peek("title").map { base.source.span(of: $0) } ?? SourceSpan(path: file.base.path, range: 0..<0)
        let title = localized("title", required: true)
        let aliases = references("aliases")
        let status = file.kind == .home ? nil : word("status", as: Status.self)
        let reviewed = date("reviewed")
        readTranslationReviews(original: reviewed)
        return Header(
            id: file.id, path: file.base.path, title: title ?? Localized(file.id, languages: context.languages.count),
            titleSpan: titleSpan, aliases: aliases, body: body,
            status: status ?? .published, reviewed: reviewed)
    }

    /// A translation may say when it was last compared with its original.
    private mutating func readTranslationReviews(original: CalendarDate?) {
        note("reviewed", isTranslatable: true)
        for (_, layer) in translations {
            guard let node = layer["reviewed"] else { continue }
            let span = layer.source.span(of: node)
            guard let text = node.string, let date = CalendarDate(text) else {
                report(.invalidDate, "‘\(node.string ?? "")’ is not a day of the calendar", at: span)
                continue
            }
            if let original, date < original {
                report(
                    .staleTranslation, "the original was reviewed on \(original), this translation on \(date)", at: span
                )
            }
        }
    }
}
