/// The files of an index. Those with texts are written when their turn comes, from the pages once more.
package struct SearchIndex: Sendable {
    /// The folder of the files, from the root of the site.
    package static let folder = "search/"
    /// The file that the script begins with, in that folder.
    package static let manifestName = "\(Manifest.name).js"
    /// What the files with the texts of pages are named, before their numbers.
    static let textPrefix = "x"

    /// The size of the texts of pages that go into one file, before they are coded, which leaves a third: small, since a
    /// result needs one page of it, but not so small that a large site has more files than pages.
    private static let fullShard = 24_000

    /// Every file, from the root of the site.
    package let paths: [String]

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
        let texts = Self.cut(pages, code: code)
        textShards = texts.shards

        var tables = Array("{\"sections\":".utf8)
        tables.appendQuoted(PageTables.sections(of: pages))
        tables.appendKey("languages")
        tables.appendList(settings.languages.indices) { tables, language in
            tables.appendQuoted(PageTables.runs(of: pages.indices.filter { pages[$0].language == language }))
        }
        tables.appendKey("texts")
        tables.appendQuoted(texts.packed)
        tables.append(UInt8(ascii: "}"))
        let facets = PageTables.facets(of: pages, settings: settings)
        let pageFile = IndexFile.script(WholeTable.pages.rawValue, literal: tables)
        let facetFile = IndexFile.script(WholeTable.facets.rawValue, literal: facets)
        let manifest = Manifest(
            settings: settings, pageCount: pages.count, hasTraditional: hasTraditional, pages: pageFile,
            facets: facetFile, variants: variants, grams: grams, words: words, forms: forms, backwards: backwards,
            code: code)
        files =
            [manifest.file, pageFile, facetFile, variants] + (grams + words).map(\.file)
            + (forms + backwards).map(\.file)
        paths = (files.map(\.name) + textShards.map(\.name)).map { Self.folder + $0 }
    }

    /// The pages of each text shard. A fingerprint stands for sixteen shards, so that the list of all stays short.
    private static func cut(_ pages: [AnalyzedPages.Page], code: TextCode) -> (shards: [TextShard], packed: [UInt8]) {
        var ranges: [Range<Int>] = []
        var (start, size) = (0, 0)
        for (index, page) in pages.enumerated() {
            size += page.textSize
            if index + 1 == pages.count || size + pages[index + 1].textSize / 2 > fullShard {
                ranges.append(start..<(index + 1))
                (start, size) = (index + 1, 0)
            }
        }
        var shards: [TextShard] = []
        var packed: [UInt8] = []
        for first in stride(from: 0, to: ranges.count, by: 16) {
            let group = ranges[first..<min(first + 16, ranges.count)]
            var fingerprint = code.fingerprint
            for page in pages[(group.first?.lowerBound ?? 0)..<(group.last?.upperBound ?? 0)] {
                fingerprint.add(page.fingerprint)
            }
            let (number, name) = fingerprint.short
            packed.appendPacked(number, digits: 3)
            for range in group {
                packed.appendPacked(UInt32(range.count))
                shards.append(TextShard(name: "\(Self.textPrefix)\(shards.count).\(name).js", pages: range))
            }
        }
        return (shards, packed)
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
