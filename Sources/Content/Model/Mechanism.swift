import Diagnostics
import Text

/// The neutral tool behind a local brand: coordination, lists, a grid, a hotline.
package struct Mechanism: Record, Equatable {
    package static let kind = RecordKind.mechanism
    package static let noun = Phrase.mechanism
    package static let folder = "mechanisms"
    package static var list: WritableKeyPath<Library, [Mechanism]> { \.mechanisms }

    package var header: Header
    package var mechanismKind = MechanismKind.coordination
    package var synonyms: [Localized<String>] = []
    /// Words that people look for it with and no source uses: found, and shown nowhere as its names.
    package var also: [Localized<String>] = []
    /// What the sources say of it, place by place. A place that is not here may have it all the same.
    package var standings: [Standing] = []

    package static let fields: [Field<Mechanism>] =
        header + [
            .word("kind", \.mechanismKind, required: true),
            .entries("synonyms", \.synonyms, search: .name, column: FieldColumn()),
            .entries("also", \.also, search: .also, column: FieldColumn()),
            body(),
            .entries("places", \.standings, eachOnce: { $0.place.id }),
        ]

    package init(_ file: RecordIdentity) { header = Header(file) }
}

/// That a source says of a place that it has a mechanism, or proposes it.
package struct Standing: Attested, Equatable {
    package var place = Reference(id: "", span: SourceSpan(path: "", range: 0..<0))
    package var modality = Modality.reported
    package var origin = Origin()

    package static let shorthand = "place"
    package static let fields: [Field<Standing>] =
        [
            .reference("place", \.place, to: .place, required: true),
            .word("is", \.modality, required: true),
        ] + Origin.fields(required: true)

    package init(at span: @autoclosure () -> SourceSpan) {}
}
