import Markdown

/// What the fields of a record say that has to be checked, and what they take from sources. It follows from the record
/// alone, so it is worked out when the record is read, in parallel and once.
struct RecordFacts: Sendable {
    /// Something in a field that can be wrong.
    enum Claim: Sendable {
        case locators([Reference])
        /// References that relate nothing; those that do are looked up when records are related.
        case references([Reference], ReferenceKind)
        case text(Localized<MarkdownDocument>)

        init?(_ field: KnownField, _ value: FieldValue) {
            switch value {
            case .references(let references):
                if field.shape == .locators {
                    self = .locators(references)
                } else if let kind = field.reference, field.relation == nil {
                    self = .references(references, kind)
                } else {
                    return nil
                }
            case .prose(let text): self = .text(text)
            case .none, .text, .texts, .integer, .decimal, .boolean, .localized, .entries: return nil
            }
        }
    }

    let claims: [Claim]
    /// In the order of the fields; passages of the text come last.
    let uses: [(locator: Locator, taken: SourceUse.Taken)]

    init(_ record: some MarkdownRecord) {
        uses = record.sourceUses
        var claims: [Claim] = []
        record.forEachField { field, value in
            if let claim = Claim(field, value) { claims.append(claim) }
        }
        self.claims = claims
    }
}
