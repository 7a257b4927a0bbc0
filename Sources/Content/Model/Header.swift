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
    package var reviewedSpan: SourceSpan?

    package static let fields: [Field<Header>] = [
        .localized("title", \.title, required: true, search: .title),
        .texts("aliases", \.aliases),
        .word("status", \.status),
        .date("reviewed", \.reviewed, span: \Header.reviewedSpan),
        .publishedContacts(\.publishedContacts),
    ]

    init(_ file: RecordIdentity) {
        (id, path, titleSpan) = (file.id, file.path, file.titleSpan)
        title = Localized(file.id, languages: file.languages)
    }

    /// The first folder of the id: the place, where records lie in folders of places.
    package var folder: String { String(id.utf8.prefix { $0 != UInt8(ascii: "/") }) ?? id }
}
