import Content
import Search

/// The index of the site and what is in it.
package struct SiteSearch: Sendable {
    fileprivate let subjects: [SearchSubject]
    fileprivate let index: SearchIndex
}

/// What can be found: a page, or a term on the page of terms.
private enum SearchSubject: Sendable {
    case page(Int)
    case term(Int, language: Int)
}

extension Site {
    /// The folder of the files of search, with a slash at its end.
    package static let searchFolder = SearchIndex.folder

    /// The fifth stage: cuts every page that readers should find into terms. Comes before rendering, since it decides
    /// which files there are; their texts are written when their turn comes.
    package func index(jobs: Int) async -> SiteSearch {
        // By language and then in the order of the plan, so that pages of a kind and place stand together.
        let subjects = library.languages.indices.flatMap { language in
            plan.pages.indices.filter { plan.pages[$0].language == language && isSought(plan.pages[$0]) }
                .map(SearchSubject.page)
                + library.glossary.indices.map { SearchSubject.term($0, language: language) }
        }
        let index = await buildSearchIndex(count: subjects.count, settings: searchSettings, jobs: jobs) {
            self.document(of: subjects[$0])
        }
        return SiteSearch(subjects: subjects, index: index)
    }

    /// The files of the index, and the words of the script that reads it.
    package func searchFiles(_ search: SiteSearch) -> [SiteFile] {
        // The list of the shards is the first path, and comes last: it names all others.
        library.languages.indices.map { language in
            SiteFile(path: SearchIndex.folder + "words-\(self.library.languages[language]).js") {
                self.searchWords(language: language)
            }
        }
            + search.index.paths.enumerated().reversed().map { index, path in
                SiteFile(path: path) { search.index.bytes(index) { self.document(of: search.subjects[$0]) } }
            }
    }

    private func document(of subject: SearchSubject) -> SearchDocument {
        switch subject {
        case .page(let index):
            let page = PageContext(plan.pages[index], of: self)
            return page.kind.searchDocument?(page)
                ?? SearchDocument(path: page.page.path, language: page.language, title: "")
        case .term(let term, let language):
            let term = library.glossary[term]
            let path = "\(plan.path(of: PageID(.glossary), language: language) ?? "")#\(term.id)"
            return SearchDocumentWriter(site: self, language: language, path: path)
                .document(of: term, .glossary, separator: " ")
        }
    }

    /// The interface texts of search in one language, as a script that hands them over.
    private func searchWords(language: Int) -> [UInt8] {
        let texts = strings(language).texts.filter { $0.key.hasPrefix("search-") }.sorted { $0.key < $1.key }
        var pairs = texts.map { ("\($0.key.dropFirst("search-".count))", $0.value) }
        for (index, tag) in library.languages.enumerated() {
            pairs.append(("language:" + tag, strings(index)[.languageName]))
        }
        return searchScript("words", object: pairs)
    }
}

/// The texts that the script of search asks for.
enum SearchWords {
    static let keys = [
        "all", "also", "and", "clear", "close", "count", "count-least", "failed", "highlights", "keys", "kit",
        "language", "loading", "mended", "missing", "more", "near-pages", "near-words", "next", "none", "others",
        "outline", "phrase", "previous", "relaxed", "widened", "words",
    ]
}
