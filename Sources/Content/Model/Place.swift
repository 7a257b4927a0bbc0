import Diagnostics
import Text

/// A city, district or other unit that reports practices.
package struct Place: Record, Equatable {
    package static let kind = RecordKind.place
    package static let noun = Phrase.place
    package static let folder = "places"
    package static let reportsLooseFigures = true
    package static var list: WritableKeyPath<Library, [Place]> { \.places }

    package var header: Header
    package var level = Level.city
    /// GB/T 2260 code of the administrative division.
    package var code: String?
    var codeSpan: SourceSpan?
    /// The unit above: a place of the library, or a text where it has no page.
    package var parent: Localized<String>?

    package static let fields: [Field<Place>] =
        header + [
            .word("level", \.level, required: true),
            .text("code", \.code, as: .divisionCode, span: \Place.codeSpan, column: FieldColumn()) { code in
                // Those of streets and communities go on behind the six digits of their county.
                [6, 9, 12].contains(code.utf8.count) && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
            },
            .localized("parent", \.parent, search: .name).with { $0.reference = .place },
            body(),
        ]

    package init(_ file: RecordIdentity) { header = Header(file) }

    /// By division code, which says nothing about the places; those without one come last.
    package func rank(among places: [String: Int]) -> RecordRank { RecordRank(text: code ?? "~", id: id) }
}
