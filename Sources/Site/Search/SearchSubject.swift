import Content
import Search

/// What can be found: a page, or a term on the page of terms.
enum SearchSubject: Sendable {
    case page(Int)
    case term(Int, language: Int)
}

/// The index of the site and what is in it.
struct SiteSearch: Sendable {
    let subjects: [SearchSubject]
    let index: SearchIndex
}

extension Site {
    /// Cuts every page that readers should find into terms. Comes before rendering, since it decides which files
    /// there are; their texts are written when their turn comes.
    package mutating func indexForSearch(jobs: Int) async {
        let subjects = searchSubjects
        let site = self
        let index = await buildSearchIndex(count: subjects.count, settings: searchSettings, jobs: jobs) {
            site.searchDocument(subjects[$0])
        }
        search = SiteSearch(subjects: subjects, index: index)
    }

    /// By language and then in the order of the plan, so that pages of a kind and place stand together.
    var searchSubjects: [SearchSubject] {
        library.languages.indices.flatMap { language in
            plan.pages.indices.filter { plan.pages[$0].language == language && isSought(plan.pages[$0]) }
                .map(SearchSubject.page)
                + library.glossary.indices.map { SearchSubject.term($0, language: language) }
        }
    }

    /// Whether readers look for a page itself. Lists, kits and comparisons repeat what the pages of records say.
    func isSought(_ page: PlannedPage) -> Bool {
        guard page.isListed else { return false }
        switch page.subject {
        case .record(let record): return record.kind != .home
        case .source, .metric: return true
        case .kit, .comparison, .facet, nil: return false
        }
    }

    /// The bytes of a file of the index.
    func searchFile(_ index: Int) -> [UInt8] {
        search.map { search in search.index.bytes(index) { searchDocument(search.subjects[$0]) } } ?? []
    }

    // MARK: The words of the script

    /// The interface texts of search in one language, as a script that hands them over.
    func searchWords(language: Int) -> [UInt8] {
        let texts = strings(language).texts.filter { $0.key.hasPrefix("search-") }.sorted { $0.key < $1.key }
        var pairs = texts.map { ("\($0.key.dropFirst("search-".count))", $0.value) }
        for (index, tag) in library.languages.enumerated() {
            pairs.append(("language:" + tag, strings(index)["language-name"]))
        }
        return searchScript("words", object: pairs)
    }

    func searchWordsPath(language: Int) -> String {
        SearchIndex.folder + "words-\(library.languages[language]).js"
    }
}
