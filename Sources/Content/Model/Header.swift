import Diagnostics
import Markdown
import Text
import Yams

/// What every record with a page has.
package struct Header: FieldHolder, Equatable {
    /// The path below the kind's folder, without extension: `panjin/three-grids`.
    package var id: String
    /// The file in the default language.
    package var path: String
    package var title: Localized<String>
    package var titleSpan: SourceSpan
    /// Old paths of the page, below the site's root and without a language, that should lead here.
    package var aliases: [Reference] = []
    /// The numbers and addresses that it publishes knowingly.
    package var publishedContacts: [String] = []
    package var body = Localized<MarkdownDocument>([])
    package var status = Status.published
    /// The day an editor last compared the record with its sources.
    package var reviewed: CalendarDate?
    var reviewedSpan: SourceSpan?
    /// The day each translation was last compared with its original; in the default language always nil.
    package var translationsReviewed = Localized<CalendarDate>([])

    package static let fields: [Field<Header>] = [
        .localized("title", \.title, required: true, search: .title),
        .texts("aliases", \.aliases),
        .word("status", \.status),
        .reviewed("reviewed"),
        .publishedContacts(\.publishedContacts),
    ]

    init(_ file: RecordIdentity) {
        (id, path, titleSpan) = (file.id, file.path, file.titleSpan)
        title = Localized(file.id, languages: file.languages)
    }

    /// The first folder of the id: the place, where records lie in folders of places.
    package var folder: String { String(id.utf8.prefix { $0 != UInt8(ascii: "/") }) ?? id }
}

extension Field<Header> {
    /// The day of a review. A translation may say when it was last compared with its original.
    fileprivate static func reviewed(_ key: String) -> Field<Header> {
        let known = KnownField(key: key, shape: .date, isTranslatable: true, column: FieldColumn())
        return Field(
            known,
            .node { reader, field, header in
                header.reviewed = reader.date(field.key)
                header.reviewedSpan = reader.base[field.key].map { reader.base.source.span(of: $0) }
                header.translationsReviewed = reader.translationReviews(field.key, original: header.reviewed)
                return header.reviewed != nil
            }, value: { $0.reviewed.map { .text($0.description) } ?? .none },
            whole: { header in
                let days = header.translationsReviewed.map(\.description)
                return .localized(days.with(header.reviewed?.description, in: 0))
            })
    }
}

extension FieldReader {
    fileprivate mutating func date(_ key: String) -> CalendarDate? {
        guard let text = text(key) else { return nil }
        switch CalendarDate.parse(text) {
        case .value(let date): return date
        case .problem(let problem): diagnostics.append(problem)
        }
        return nil
    }

    fileprivate mutating func translationReviews(_ key: String, original: CalendarDate?) -> Localized<CalendarDate> {
        var days = [CalendarDate?](repeating: nil, count: context.languages.count)
        for (language, layer) in translations {
            guard let node = layer[key] else { continue }
            let span = layer.source.span(of: node)
            guard let text = node.string, let date = CalendarDate(text) else {
                report(.invalidDate(node.string ?? ""), at: span)
                continue
            }
            days[language] = date
            if let original, date < original {
                report(.staleTranslation(original: original.description, translation: date.description), at: span)
            }
        }
        return Localized(days)
    }
}
