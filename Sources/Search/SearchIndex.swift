/// The files of an index. Those with texts are written when their turn comes, from the pages once more.
package struct SearchIndex: Sendable {
    /// The folder of the files, from the root of the site.
    package static let folder = "search/"

    /// The size of the texts of pages that go into one file, before they are coded: small, since a result needs one
    /// page of it.
    private static let fullShard = 12_000

    private let files: [IndexFile]
    private let textShards: [TextShard]
    private let code: TextCode

    private struct TextShard: Sendable {
        var name: String
        var pages: Range<Int>
    }

    init(
        settings: SearchSettings, pages: [AnalyzedPages.Page], grams: [TermShard], words: [TermShard],
        forms: [WordList.Part], backwards: [WordList.Part], variants: IndexFile, hasTraditional: Bool, code: TextCode
    ) {
        self.code = code
        var shards: [TextShard] = []
        var texts: [UInt8] = []
        var start = 0
        var (size, fingerprint) = (0, Fingerprint())
        for (index, page) in pages.enumerated() {
            size += page.textSize
            fingerprint.add(page.fingerprint)
            if index + 1 == pages.count || size + pages[index + 1].textSize / 2 > Self.fullShard {
                fingerprint.add(code.fingerprint)
                let (number, name) = fingerprint.short
                texts.appendPacked(UInt32(index + 1 - start))
                texts.appendPacked(number, digits: 3)
                shards.append(TextShard(name: "x\(shards.count).\(name).js", pages: start..<(index + 1)))
                start = index + 1
                (size, fingerprint) = (0, Fingerprint())
            }
        }
        textShards = shards

        var tables = Array("{\"sections\":".utf8)
        tables.appendQuoted(PageTables.sections(of: pages))
        tables.appendKey("languages")
        tables.appendList(settings.languages.indices) { tables, language in
            tables.appendQuoted(PageTables.runs(of: pages.indices.filter { pages[$0].language == language }))
        }
        tables.appendKey("texts")
        tables.appendQuoted(texts)
        tables.append(UInt8(ascii: "}"))

        var facets: [UInt8] = []
        facets.appendList(settings.facets.indices) { facets, facet in
            var pagesOfValue = [[Int]](repeating: [], count: settings.facets[facet].values.count)
            for (page, entry) in pages.enumerated() where entry.facets.indices.contains(facet) {
                for value in entry.facets[facet] where pagesOfValue[value].last != page {
                    pagesOfValue[value].append(page)
                }
            }
            facets.appendList(pagesOfValue) { $0.appendQuoted(PageTables.runs(of: $1)) }
        }
        let pageFile = IndexFile.script("pages", literal: tables)
        let facetFile = IndexFile.script("facets", literal: facets)
        let manifest = Manifest(
            settings: settings, pageCount: pages.count, hasTraditional: hasTraditional, pages: pageFile,
            facets: facetFile, variants: variants, grams: grams, words: words, forms: forms, backwards: backwards,
            code: code)
        files =
            [manifest.file, pageFile, facetFile, variants] + (grams + words).map(\.file)
            + (forms + backwards).map(\.file)
    }

    /// Every file, from the root of the site.
    package var paths: [String] {
        (files.map(\.name) + textShards.map(\.name)).map { Self.folder + $0 }
    }

    /// The bytes of the file at an index of `paths`.
    ///
    /// - Parameter document: The page at an index, the same as when the index was built.
    package func bytes(_ index: Int, document: (Int) -> SearchDocument) -> [UInt8] {
        guard index >= files.count else { return files[index].bytes }
        let shard = textShards[index - files.count]
        var literal: [UInt8] = []
        literal.appendList(shard.pages) { StoredPage(document($1)).append(to: &$0, code: code) }
        return IndexFile.call(String(shard.name.prefix { $0 != "." }), literal)
    }
}
