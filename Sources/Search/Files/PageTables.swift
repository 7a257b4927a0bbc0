/// Tables with something about every page.
enum PageTables {
    /// Sections and length of each page in a digit: `min(sections, 10) + 11 * length`, the length as a power of
    /// the square root of two around the mean. Ten sections and more have the rest of their number behind it.
    static func sections(of pages: [AnalyzedPages.Page]) -> [UInt8] {
        let mean = max(1, pages.reduce(0) { $0 + $1.length } / max(1, pages.count))
        var packed: [UInt8] = []
        for page in pages {
            let count = min(page.sectionCount, 10)
            packed.appendDigit(UInt32(count + 11 * lengthClass(page.length, mean: mean)))
            if count == 10 { packed.appendPacked(UInt32(page.sectionCount - 10)) }
        }
        return packed
    }

    /// 0 to 7, of which 3 is about the mean and each next one half as long again.
    private static func lengthClass(_ length: Int, mean: Int) -> Int {
        // Twelfths of the mean between the classes: 1.41^(-2.5), …, 1.41^3.5.
        let limits = [5, 7, 10, 14, 20, 29, 40]
        return limits.prefix { length * 12 >= mean * $0 }.count
    }

    /// The pages of each value of each facet. Where every language has the same pages in the same order, as sites do
    /// that translate all, those of the first stand for all.
    static func facets(of pages: [AnalyzedPages.Page], settings: SearchSettings) -> [UInt8] {
        let languages = max(1, settings.languages.count)
        let count = pages.count / languages
        let repeats =
            pages.count == count * languages
            && pages.indices.allSatisfy {
                pages[$0].facets == pages[$0 % max(1, count)].facets && pages[$0].language == $0 / max(1, count)
            }
        var packed = Array("{\"repeats\":\(repeats ? languages : 1),\"values\":".utf8)
        packed.appendList(settings.facets.indices) { packed, facet in
            var pagesOfValue = [[Int]](repeating: [], count: settings.facets[facet].values.count)
            for (page, entry) in pages.prefix(repeats ? count : pages.count).enumerated()
            where entry.facets.indices.contains(facet) {
                for value in entry.facets[facet] where pagesOfValue[value].last != page {
                    pagesOfValue[value].append(page)
                }
            }
            packed.appendList(pagesOfValue) { $0.appendQuoted(runs(of: $1)) }
        }
        return packed + [UInt8(ascii: "}")]
    }

    /// The pages that have a value, as runs: twice the distance from the end of the run before, plus one and the
    /// length of the run less two where it is longer than a page.
    static func runs(of pages: some Sequence<Int>) -> [UInt8] {
        var packed: [UInt8] = []
        var end = 0
        var run: Range<Int>?
        func close() {
            guard let run else { return }
            packed.appendPacked(UInt32(run.lowerBound - end) << 1 | (run.count > 1 ? 1 : 0))
            if run.count > 1 { packed.appendPacked(UInt32(run.count - 2)) }
            end = run.upperBound
        }
        for page in pages {
            if let current = run, current.upperBound == page {
                run = current.lowerBound..<(page + 1)
            } else {
                close()
                run = page..<(page + 1)
            }
        }
        close()
        return packed
    }
}
