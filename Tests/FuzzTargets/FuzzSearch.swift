import Search

/// A text as title, names, heading and text of a page: what the index is made of, and how a query is cut into words.
func searchText(_ bytes: [UInt8]) async -> [String] {
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : parts[0] }
    let documents = [0, 1].map {
        SearchDocument(
            path: "a\($0).html", language: $0, title: part(0), names: [part(1)], summary: part(2), facets: [[0]],
            sections: [SearchSection(anchor: "a", heading: part(3), text: part($0 == 0 ? 3 : 2))])
    }
    let settings = SearchSettings(
        languages: ["zh-Hans", "en"],
        facets: [
            SearchFacet(id: "kind", label: [part(0), part(1)], values: [.init(id: "a", label: [part(2), part(3)])])
        ],
        pinyin: Pinyin(spellings: [part(0): part(1)]))
    let index = await buildSearchIndex(count: documents.count, settings: settings, jobs: 1) { documents[$0] }
    var problems: [String] = []
    for (number, path) in index.paths.enumerated() {
        let bytes = index.bytes(number) { documents[$0] }
        // A shard is a script: what is said in it may neither end it nor begin another one.
        if firstInvalid(bytes) { problems.append("\(path) is not UTF-8") }
    }
    return problems
}

private func firstInvalid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) == nil }
