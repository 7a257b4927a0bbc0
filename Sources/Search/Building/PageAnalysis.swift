import Text

/// A run of pages, cut into terms: all that the index keeps of them.
package struct AnalyzedPages: Sendable {
    /// What the index tells of each page.
    struct Page: Sendable {
        var sectionCount: Int
        /// In words and Han characters.
        var length: Int
        var language: Int
        var facets: [[Int]]
        /// How much text there is, in bytes, and what stands for it in the names of files.
        var textSize: Int
        var fingerprint: Fingerprint
    }

    var pages: [Page] = []
    var sectionCount = 0
    /// A gram is its two characters, or a character and zero.
    var grams = TermSegment()
    /// Uses of words, by their numbers in `words`.
    var wordUses = TermSegment()
    var words = ByteTable()
    /// How often each word is written in just this form.
    var formCounts: [UInt32] = []
    /// Whether a text has a character that folding to simplified characters changes.
    var hasTraditional = false
}

/// Cuts pages into terms.
package struct PageAnalyzer: Sendable {
    private let pinyin: Pinyin

    package init(settings: SearchSettings) {
        pinyin = settings.pinyin
    }

    package func analyze(_ documents: some Sequence<SearchDocument>) -> AnalyzedPages {
        var result = AnalyzedPages()
        var collector = TermCollector(pinyin: pinyin)
        for document in documents {
            let first = collector.section
            collector.beginPage()
            collector.scan(document.title, in: .heading, withPinyin: true)
            for name in document.names { collector.scan(name, in: .names, withPinyin: true) }
            collector.scan(document.summary, in: .text)
            for word in document.also { collector.scan(word, in: .text) }
            for section in document.sections {
                collector.section += 1
                collector.scan(section.heading, in: .heading)
                collector.scan(section.text, in: .text)
            }
            collector.endPage()
            collector.section += 1
            let stored = StoredPage(document)
            result.pages.append(
                .init(
                    sectionCount: Int(collector.section - first), length: collector.pageLength,
                    language: document.language, facets: document.facets, textSize: stored.size,
                    fingerprint: stored.fingerprint))
        }
        result.sectionCount = Int(collector.section)
        collector.finish(into: &result)
        return result
    }
}
