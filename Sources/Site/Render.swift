import Content
import Diagnostics
import Search

extension Site {
    /// One file of the output.
    package enum Output: Sendable {
        case page(Int)
        case asset(Int)
        case kit(KitFile, practice: Int, language: Int)
        case comparison(ComparisonFile)
        case feed(language: Int)
        case correctionsFeed(language: Int)
        case data(DataFile)
        /// A file of the index, and the words of the script that reads it.
        case search(Int)
        case searchWords(language: Int)
        case robots
        case sitemap
    }

    /// Every file of the output, in the order of the plan.
    package var outputs: [Output] {
        var outputs = plan.pages.indices.map(Output.page) + plan.assets.indices.map(Output.asset)
        for language in library.languages.indices {
            for index in library.practices.indices where library.practices[index].header.status != .archived {
                outputs += KitFile.allCases.map { .kit($0, practice: index, language: language) }
                outputs.append(.comparison(ComparisonFile(compared: .practice(index), language: language)))
            }
            outputs += library.places.indices.map {
                .comparison(ComparisonFile(compared: .place($0), language: language))
            }
            outputs += [.feed(language: language), .correctionsFeed(language: language)]
        }
        outputs += DataFile.all.map(Output.data)
        if let search {
            outputs += search.index.paths.indices.map(Output.search)
            outputs += library.languages.indices.map(Output.searchWords)
        }
        outputs.append(.robots)
        // A sitemap holds absolute addresses only.
        if options.baseURL != nil { outputs.append(.sitemap) }
        return outputs
    }

    package func path(of output: Output) -> String {
        switch output {
        case .page(let index): plan.pages[index].path
        case .asset(let index): plan.assets[index].path
        case .kit(let file, let practice, let language):
            file.path(of: library.practices[practice], prefix: plan.prefix(of: language))
        case .comparison(let file): path(of: file)
        case .feed(let language): feedPath(language: language)
        case .correctionsFeed(let language): correctionsFeedPath(language: language)
        case .data(let file): file.path
        case .search(let index): search?.index.paths[index] ?? ""
        case .searchWords(let language): searchWordsPath(language: language)
        case .robots: "robots.txt"
        case .sitemap: "sitemap.xml"
        }
    }

    /// The fifth stage: the bytes of one file. Files do not know of each other, so they are rendered in
    /// parallel, and the same input gives the same bytes whatever the number of jobs.
    package func render(_ output: Output) -> [UInt8] {
        switch output {
        case .page(let index): render(plan.pages[index])
        case .asset(let index): plan.assets[index].bytes
        case .kit(let file, let practice, let language): render(file, ofPractice: practice, language: language)
        case .comparison(let file): render(file)
        case .feed(let language): feed(language: language)
        case .correctionsFeed(let language): correctionsFeed(language: language)
        case .data(let file): render(file)
        case .search(let index): searchFile(index)
        case .searchWords(let language): searchWords(language: language)
        case .robots: robots()
        case .sitemap: sitemap()
        }
    }

    private func render(_ page: PlannedPage) -> [UInt8] {
        if page.kind == .redirect { return templates.render(page.kind.rawValue, redirectContext(page)) }
        var builder = PageBuilder(site: self, page: page)
        let main = templates.render(page.kind.rawValue, builder.content())
        return templates.render("layout", builder.layout(main: String(decoding: main, as: UTF8.self)))
    }

    func redirectContext(_ page: PlannedPage) -> Context {
        let target = page.target ?? ""
        let title = plan.page(at: target)?.record.flatMap { library.header(of: $0) }?.title[page.language]
        return Context([
            "lang": .text(library.languages[page.language]),
            "title": .text(title ?? strings(page.language)["redirect-title"]),
            "href": .text(SitePath.relative(from: page.path, to: target)),
            "canonical": .optional(options.baseURL.map { "\($0)/\(target)" }),
            "t": .object(strings(page.language).context),
        ])
    }
}
