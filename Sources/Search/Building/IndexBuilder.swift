import Parallel

/// Makes the index of a site from its pages.
package struct IndexBuilder {
    /// How many pages are cut into terms at once. Of a large site more, since each run of pages keeps most of the terms once
    /// more. How many jobs there are does not show.
    package static func pagesAtOnce(of count: Int) -> Int { max(128, count / 100) }

    private let settings: SearchSettings
    private var parts: [AnalyzedPages]

    /// - Parameter parts: The pages of the site; their texts are not needed any more until the files are written.
    package init(settings: SearchSettings, parts: consuming [AnalyzedPages]) {
        self.settings = settings
        self.parts = parts
    }

    /// Joins what was taken into an index. What is joined is let go of as soon as that is done, words before grams: a large site
    /// never holds more than one form of either.
    package consuming func build(jobs: Int) async -> SearchIndex {
        var bases: [UInt32] = []
        var sections = 0
        for part in parts {
            bases.append(UInt32(sections))
            sections += part.sectionCount
        }
        let pages = parts.flatMap(\.pages)
        let hasTraditional = parts.contains(where: \.hasTraditional)
        let words = SiteWords(parts.map { ($0.words, $0.formCounts) })
        let wordSegments = zip(parts, bases).map { (terms: $0.wordUses, base: $1) }
        let gramSegments = zip(parts, bases).map { (terms: $0.grams, base: $1) }
        parts = []

        let wordFiles = await Self.wordFiles(consume wordSegments, words, jobs: jobs)
        let gramParts = await Self.gramRanges.parallelMap(jobs: jobs, chunkSize: 1) { [gramSegments] in
            MergedTerms(gramSegments, in: $0)
        }
        _ = consume gramSegments
        let gramShards = shardRanges(gramParts)
        let gramFiles = await gramShards.indices.parallelMap(jobs: jobs) {
            gramShard(number: $0, gramShards[$0], of: gramParts)
        }
        let forms = words.forms
        let formFiles = WordList.parts(of: .forms, forms)
        return SearchIndex(
            settings: settings, pages: pages, grams: gramFiles, words: wordFiles, forms: formFiles,
            backwards: formFiles.count > 1 ? WordList.parts(of: .backwards, WordList.reversed(forms)) : [],
            variants: Variants.file(simplified: gramParts.flatMap { $0.terms.filter { $0 & 0xFFFF == 0 } }),
            hasTraditional: hasTraditional, code: TextCode(grams: gramParts, words: forms))
    }

    /// - Parameter segments: With the words of each run of pages by their numbers in it.
    private static func wordFiles(
        _ segments: consuming [(terms: TermSegment, base: UInt32)], _ words: SiteWords, jobs: Int
    ) async -> [TermShard] {
        let placed = await Self.placed(consume segments, words, jobs: jobs)
        let parts = await wordRanges(words.count).parallelMap(jobs: jobs, chunkSize: 1) { MergedTerms(placed, in: $0) }
        let shards = shardRanges(parts)
        return await shards.indices.parallelMap(jobs: jobs) {
            wordShard(number: $0, shards[$0], of: parts, words: words)
        }
    }

    /// Segments with the places of words in the site instead of their numbers.
    private static func placed(
        _ segments: consuming [(terms: TermSegment, base: UInt32)], _ words: SiteWords, jobs: Int
    ) async -> [(terms: TermSegment, base: UInt32)] {
        let segments = segments
        return await segments.indices.parallelMap(jobs: jobs, chunkSize: 1) {
            (segments[$0].terms.renumbered(words.places[$0]), segments[$0].base)
        }
    }

    /// Grams that are joined at the same time, by their first character.
    private static let gramRanges: [Range<UInt64>] =
        [0..<0x4E00_0000] + stride(from: 0x4E00_0000, to: 0xA000_0000, by: 0x0200_0000).map { $0..<($0 + 0x0200_0000) }
        + [0xA000_0000..<0x1_0000_0000]

    private static func wordRanges(_ count: Int) -> [Range<UInt64>] {
        stride(from: 0, to: UInt64(count), by: 4096).map { $0..<($0 + 4096) }
    }
}
