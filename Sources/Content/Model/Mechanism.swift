import Diagnostics

/// The neutral tool behind a local brand: coordination, lists, a grid, a hotline.
package struct Mechanism: Record, Equatable {
    package static let kind = RecordKind.mechanism
    package static let noun = Phrase.mechanism
    package static let folder = "mechanisms"
    package static var list: WritableKeyPath<Library, [Mechanism]> { \.mechanisms }

    package var header: Header
    package var mechanismKind = MechanismKind.coordination
    package var synonyms: [Localized<String>] = []

    package static let fields: [Field<Mechanism>] =
        header + [
            .word("kind", \.mechanismKind, required: true),
            .entries("synonyms", \.synonyms, search: .name, column: FieldColumn()),
            body(),
        ]

    package init(_ file: RecordIdentity) { header = Header(file) }
}
