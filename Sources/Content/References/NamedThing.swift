/// Something that can be referred to, by its id or by what people call it.
package struct NamedThing: Sendable, Equatable {
    package var id: String
    /// Titles and synonyms in every language.
    package var titles: [String]
}

extension Library {
    /// Everything of a kind that references name. Figures and tasks have no titles.
    package func named(_ kind: ReferenceKind) -> [NamedThing] {
        func thing(_ header: Header, _ synonyms: [Localized<String>] = []) -> NamedThing {
            NamedThing(id: header.id, titles: header.title.all + synonyms.flatMap(\.all))
        }
        return switch kind {
        case .place: places.map { thing($0.header) }
        case .mechanism: mechanisms.map { thing($0.header, $0.synonyms) }
        case .topic: topics.map { thing($0.header, $0.synonyms) }
        case .practice: practices.map { thing($0.header, $0.brand.map { [$0] } ?? []) }
        case .case: cases.map { thing($0.header) }
        case .observation: observations.map { NamedThing(id: $0.id, titles: []) }
        case .source: sources.map { NamedThing(id: $0.id, titles: $0.title.all) }
        case .metric: metrics.map { NamedThing(id: $0.id, titles: $0.name.all) }
        case .term: glossary.map { NamedThing(id: $0.id, titles: $0.term.all) }
        default: []
        }
    }
}
