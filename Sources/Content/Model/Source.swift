import Diagnostics
import Text

/// A document that the library draws on: who said what where, with fingerprints instead of the text
/// where only reference is allowed.
package struct Source: FieldHolder, Equatable {
    package struct Section: FieldEntry, Equatable {
        package var id = ""
        package var title = Localized<String>([])
        package var asks: Localized<String>?
        /// Where its heading and its question are printed.
        package var locators: [Reference] = []

        package static let shorthand = "title"
        package static let fields: [Field<Section>] = [
            .text("id", \.id, required: true),
            .localized("title", \.title, required: true, search: .part),
            .localized("asks", \.asks),
            .locators("from", \.locators, column: nil),
        ]

        package init(at span: @autoclosure () -> SourceSpan) {}
    }

    package struct Speaker: FieldEntry, Equatable {
        package var id = ""
        package var name = Localized<String>([])
        /// The office as printed.
        package var role = Localized<String>([])
        package var place: Reference?
        /// Where name and office are printed.
        package var locators: [Reference] = []

        package static let shorthand = "name"
        package static let fields: [Field<Speaker>] = [
            .text("id", \.id, required: true, column: FieldColumn(meaning: "speaker")),
            .localized("name", \.name, required: true, search: .part, column: FieldColumn(meaning: "speaker-name")),
            .localized("role", \.role, required: true, search: .part, column: FieldColumn("office")),
            .reference("place", \.place, to: .place),
            .locators("from", \.locators),
        ]

        package init(at span: @autoclosure () -> SourceSpan) {}
    }

    /// What a speaker says that belongs to no record: a view, an aim, a judgement.
    package struct Remark: StatementEntry, Equatable {
        package var statement = Statement()
        package var modality = Modality.proposed

        package static let shorthand = Statement.shorthand
        package static let fields: [Field<Remark>] =
            [.word("is", \.modality, required: true), .prose("text", \.statement.text)]
            + Origin.fields(required: true)

        package init(at span: @autoclosure () -> SourceSpan) {}
    }

    package struct Paragraph: FieldEntry, Equatable {
        package var number = 0
        /// What it is called in the document, where that has more to say than a number: `表1!C7`.
        package var name: String?
        package var section: Reference
        package var kind = ""
        package var speaker: Reference?
        package var sentences = 0
        package var characters: Int?
        /// The first 16 hex digits of SHA-256 over the normalised text.
        package var fingerprint = ""
        package var text: String?
        package var span: SourceSpan

        package static let shorthand = "text"
        package static let fields: [Field<Paragraph>] = [
            .integer("n", \.number, required: true),
            .text("name", \.name),
            .reference("section", \.section, required: true),
            .text("kind", \.kind, required: true),
            .reference("speaker", \.speaker),
            .integer("sentences", \.sentences, required: true),
            .integer("chars", \.characters),
            .text("fingerprint", \.fingerprint, required: true),
            .text("text", \.text),
        ]

        package init(at span: @autoclosure () -> SourceSpan) {
            self.span = span()
            section = Reference(id: "", span: self.span)
        }
    }

    package var id: String
    package var path: String
    package var title = Localized<String>([])
    /// Whether the source prints this title; if not, an editor gave it.
    package var isTitlePrinted = true
    package var outlet = Localized<String>([])
    /// Whether the source says where it appeared; if not, an editor concludes it.
    package var isOutletPrinted = true
    /// Why the editor takes it to have appeared there.
    package var outletReason: Localized<String>?
    /// Nil where the source prints no date.
    package var date: CalendarDate?
    package var language = ""
    package var rights = Rights.reference
    package var sha256 = ""
    package var file: String?
    package var numbering: Localized<String>?
    /// The numbers and addresses that it publishes knowingly.
    package var publishedContacts: [String] = []
    package var sections: [Section] = []
    package var speakers: [Speaker] = []
    package var remarks: [Remark] = []
    package var paragraphs: [Paragraph] = []

    package static let fields: [Field<Source>] = [
        .localized("title", \.title, required: true, search: .title),
        .boolean("title-printed", \.isTitlePrinted),
        .localized("outlet", \.outlet, required: true, search: .summary),
        .boolean("outlet-printed", \.isOutletPrinted),
        .localized("outlet-reason", \.outletReason),
        .dateIfPrinted("date", \.date),
        .text("language", \.language, required: true),
        .word("rights", \.rights, required: true),
        .text("sha256", \.sha256, required: true, column: nil),
        .text("file", \.file, column: nil),
        .localized("numbering", \.numbering, column: nil),
        .publishedContacts(\.publishedContacts),
        .entries("sections", \.sections, search: .summary),
        .entries("speakers", \.speakers, search: .section("speakers")),
        .entries("remarks", \.remarks),
        .entries("paragraphs", \.paragraphs),
    ]

    init(id: String, path: String) { (self.id, self.path) = (id, path) }

    package func paragraph(_ number: Int) -> Paragraph? { paragraphs.index(of: number).map { paragraphs[$0] } }

    package func speaker(_ id: String) -> Speaker? {
        speakers.first { $0.id == id }
    }

    package func section(_ id: String) -> Section? {
        sections.first { $0.id == id }
    }
}

extension Field {
    /// A day, or `not printed`: an author has to say that there is none.
    fileprivate static func dateIfPrinted(
        _ key: String, _ path: FieldPath<Record, CalendarDate?>
    ) -> Field {
        let known = KnownField(
            key: key, shape: .date, isRequired: true, words: ["not printed"], column: FieldColumn())
        return Field(
            known,
            .scalar(
                set: { record, text in
                    guard text.value != "not printed" else { return .value(()) }
                    guard let date = CalendarDate(text.value) else {
                        return .problem(.invalidDate(text.value, at: text.span, .writeDateOrNotPrinted))
                    }
                    record[keyPath: path] = date
                    return .value(())
                }, standIn: nil),
            value: { $0[keyPath: path].map { .text($0.description) } ?? .none })
    }
}

extension [Source.Paragraph] {
    /// Where the paragraph of a number stands.
    package func index(of number: Int) -> Int? {
        // Sources as a rule number their paragraphs from 1.
        indices.contains(number - 1) && self[number - 1].number == number
            ? number - 1 : firstIndex { $0.number == number }
    }
}
