import Content
import Search

/// By what results are counted and filtered.
enum SearchFacetName: String, CaseIterable {
    case kind, place, topic, mechanism, modality, evidence
}

extension PageKind {
    /// The kinds of things that can be found, in the order in which they are counted. Terms stand on one page.
    static let soughtNames = all.filter { $0.searchDocument != nil || $0.name == .glossary }.map(\.name)
}

extension Site {
    var searchSettings: SearchSettings {
        func facet(_ name: SearchFacetName, _ values: [SearchFacet.Value]) -> SearchFacet {
            SearchFacet(id: name.rawValue, label: inEachLanguage { $0[.searchFacet, name] }, values: values)
        }
        func records(_ headers: [Header]) -> [SearchFacet.Value] {
            headers.map { header in
                .init(id: header.id, label: library.languages.indices.map { header.title[$0] })
            }
        }
        return SearchSettings(
            languages: library.languages,
            facets: [
                facet(
                    .kind,
                    PageKind.soughtNames.map { kind in
                        .init(id: kind.text, label: inEachLanguage { $0[.searchKind, kind.text] })
                    }),
                facet(.place, records(library.places.map(\.header))),
                facet(.topic, records(library.topics.map(\.header))),
                facet(.mechanism, records(library.mechanisms.map(\.header))),
                facet(
                    .modality,
                    Modality.allCases.map { modality in
                        .init(
                            id: modality.rawValue, label: inEachLanguage { $0[.modality, modality] })
                    }),
                facet(
                    .evidence,
                    EvidenceLevel.allCases.map { level in
                        .init(id: level.name, label: inEachLanguage { "\(level.name) \($0[.evidence, level.name])" })
                    }),
            ],
            pinyin: pinyin)
    }

    private func inEachLanguage(_ text: (Strings) -> String) -> [String] {
        library.languages.indices.map { text(strings($0)) }
    }

    /// The values of a page in the order of the settings.
    func facetValues(
        _ kind: PageName, places: [Int] = [], topics: [Int] = [], mechanisms: [Int] = [], modality: Modality? = nil,
        evidence: EvidenceLevel? = nil
    ) -> [[Int]] {
        [
            [PageKind.soughtNames.firstIndex(of: kind)].compactMap(\.self), places.filter { $0 >= 0 }, topics,
            mechanisms,
            [modality.flatMap { Modality.allCases.firstIndex(of: $0) }].compactMap(\.self),
            [evidence?.rawValue].compactMap(\.self),
        ]
    }
}
