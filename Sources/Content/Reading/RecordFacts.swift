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

    private(set) var claims: [Claim] = []
    /// What each of the fields that relate the record to something else names.
    private(set) var relations: [[Reference]] = []
    /// In the order of the fields; passages of the text come last.
    private(set) var uses: [(locator: Locator, taken: SourceUse.Taken)] = []
    /// Where its statements come from.
    private(set) var statementLocators: [Locator] = []

    init<Record: MarkdownRecord>(_ record: Record) {
        for field in Record.fields {
            let value = field.value(record)
            if field.known.isRelating { relations.append(value.references) }
            uses += field.known.uses(of: value)
            statementLocators += value.statementLocators.compactMap { Locator($0.id) }
            Record.visit(field.known, value) { field, value in
                if let claim = Claim(field, value) { claims.append(claim) }
            }
        }
        uses += record.body.passages.compactMap { Locator($0.id) }.map { ($0, .passage) }
    }
}
