import Parallel

/// Builds the index of a site. Each page is asked for once here and once when its text is written, so that a large
/// site is never in memory as a whole.
///
/// - Parameters:
///   - count: The number of pages.
///   - pagesAtOnce: How many pages are cut into terms at once, which changes no file.
///   - document: The page at an index; may be called from any thread.
package func buildSearchIndex(
    count: Int, settings: SearchSettings, jobs: Int, pagesAtOnce: Int? = nil,
    document: @escaping @Sendable (Int) -> SearchDocument
) async -> SearchIndex {
    let analyzer = PageAnalyzer(settings: settings)
    let size = pagesAtOnce ?? IndexBuilder.pagesAtOnce(of: count)
    let starts = Array(stride(from: 0, to: count, by: size))
    let parts = await starts.parallelMap(jobs: jobs, chunkSize: 1) { start in
        analyzer.analyze((start..<min(start + size, count)).lazy.map(document))
    }
    // Given away, so that the builder can let go of each part when it has been joined.
    let builder = IndexBuilder(settings: settings, parts: consume parts)
    return await (consume builder).build(jobs: jobs)
}
