import Parallel

/// Makes the index of a site from its pages.
package struct IndexBuilder {
    /// How many pages are cut into terms at once. Fixed, so that the number of jobs does not show.
    package static let pagesAtOnce = 128

    private let settings: SearchSettings
    private var parts: [AnalyzedPages] = []

    package init(settings: SearchSettings) {
        self.settings = settings
    }

    /// Takes the next pages of the site; their texts are not needed any more until the files are written.
    package mutating func append(_ pages: AnalyzedPages) {
        parts.append(pages)
    }

    /// Joins what was taken into an index.
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
        let starts = bases
        let gramSegments = zip(parts, bases).map { (terms: $0.grams, base: $1) }
        let wordUses = parts.map(\.wordUses)
        parts = []

        let wordSegments = await wordUses.indices.parallelMap(jobs: jobs, chunkSize: 1) {
            part -> (terms: TermSegment, base: UInt32) in
            (Self.segment(wordUses[part], places: words.places[part]), starts[part])
        }
        let gramParts = await Self.gramRanges.parallelMap(jobs: jobs, chunkSize: 1) {
            MergedTerms(gramSegments, in: $0)
        }
        let wordParts = await Self.wordRanges(words.count).parallelMap(jobs: jobs, chunkSize: 1) {
            MergedTerms(wordSegments, in: $0)
        }
        let gramShards = shardRanges(gramParts)
        let wordShards = shardRanges(wordParts)
        let gramFiles = await gramShards.indices.parallelMap(jobs: jobs) {
            gramShard(number: $0, gramShards[$0], of: gramParts)
        }
        let wordFiles = await wordShards.indices.parallelMap(jobs: jobs) {
            wordShard(number: $0, wordShards[$0], of: wordParts, words: words)
        }
        let forms = words.forms
        let formFiles = WordList.parts(of: .forms, forms)
        return SearchIndex(
            settings: settings, pages: pages, grams: gramFiles, words: wordFiles, forms: formFiles,
            backwards: formFiles.count > 1 ? WordList.parts(of: .backwards, WordList.reversed(forms)) : [],
            variants: Variants.file(simplified: gramParts.flatMap { $0.terms.filter { $0 & 0xFFFF == 0 } }),
            hasTraditional: hasTraditional, code: TextCode(grams: gramParts, words: forms))
    }

    /// The uses of words with their places in the site instead of their numbers.
    private static func segment(_ uses: [UInt64], places: [UInt32]) -> TermSegment {
        var uses = uses
        for index in uses.indices {
            uses[index] = UInt64(places[Int(uses[index] >> 32)]) << 32 | uses[index] & 0xFFFF_FFFF
        }
        radixSortByUpperHalf(&uses)
        return TermSegment(uses)
    }

    /// Grams that are joined at the same time, by their first character.
    private static let gramRanges: [Range<UInt64>] =
        [0..<0x4E00_0000] + stride(from: 0x4E00_0000, to: 0xA000_0000, by: 0x0200_0000).map { $0..<($0 + 0x0200_0000) }
        + [0xA000_0000..<0x1_0000_0000]

    private static func wordRanges(_ count: Int) -> [Range<UInt64>] {
        stride(from: 0, to: UInt64(count), by: 4096).map { $0..<($0 + 4096) }
    }
}
