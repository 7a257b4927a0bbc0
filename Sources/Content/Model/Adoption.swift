import Diagnostics
import Markdown

/// Who took a practice over, and what they changed.
package struct Adoption: MarkdownRecord, Equatable {
    package static let kind = RecordKind.adoption
    package static let noun = Phrase.adoption
    package static let folder = "adoptions"
    package static var list: WritableKeyPath<Library, [Adoption]> { \.adoptions }

    package var id: String
    package var path: String
    package var practice: Reference
    /// A place of the library, or a text where it has no page.
    package var adopter: Localized<String>
    /// Nil where no source says when.
    package var date: CalendarDate?
    package var kept: [Statement] = []
    package var changed: [Statement] = []
    package var why: [Statement] = []
    package var result: [Statement] = []
    package var locators: [Reference] = []
    /// The numbers and addresses that it publishes knowingly.
    package var publishedContacts: [String] = []
    package var body = Localized<MarkdownDocument>([])

    /// It has no page, so that search finds none of it.
    package static let fields: [Field<Adoption>] = [
        .reference(
            "practice", \.practice, to: .practice, required: true,
            relation: .one(\.practiceOfAdoption, inverse: \.adoptionsOfPractice)),
        .localized("adopter", \.adopter, required: true).with { $0.reference = .place },
        .date("date", \.date, column: FieldColumn(meaning: "day")),
        .statements("kept", \.kept, search: SearchRole.none),
        .statements("changed", \.changed, search: SearchRole.none),
        .statements("why", \.why, search: SearchRole.none),
        .statements("result", \.result, search: SearchRole.none),
        .locators("from", \.locators, required: true),
        .publishedContacts(\.publishedContacts),
        .body(\.body),
    ]

    package init(_ file: RecordIdentity) {
        (id, path) = (file.id, file.path)
        practice = Reference(id: "", span: file.titleSpan)
        adopter = Localized("", languages: file.languages)
    }

    /// By date; what is not dated comes last.
    package func rank(among places: [String: Int]) -> RecordRank {
        RecordRank(text: date?.description ?? "~", id: id)
    }
}
