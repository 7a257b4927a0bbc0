import Diagnostics
import Text

/// A term of the trade, explained, or marked as unexplained in its source.
package struct GlossaryTerm: RegistryEntry, Equatable {
    package static let referenceKind = ReferenceKind.term
    package static let path = LibraryPath.content + "glossary.yaml"
    package static var list: WritableKeyPath<Library, [GlossaryTerm]> { \.glossary }

    package var id: String
    package var span: SourceSpan
    package var term = Localized<String>([])
    package var definition: Localized<String>?
    package var isUnexplained = false
    package var note: Localized<String>?
    package var locators: [Reference] = []

    package static let fields: [Field<GlossaryTerm>] = [
        .localized("term", \.term, required: true, search: .title),
        .localized("definition", \.definition, search: .summary),
        .boolean("unexplained", \.isUnexplained, search: .summary),
        .localized("note", \.note, search: .summary),
        .locators("from", \.locators),
    ]

    package init(id: String, span: SourceSpan) { (self.id, self.span) = (id, span) }

    package var problem: Diagnostic? {
        guard definition == nil, !isUnexplained else { return nil }
        return Diagnostic(.termWithoutDefinition(id), at: span, hint: .addDefinition)
    }
}
