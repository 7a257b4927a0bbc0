import Content
import Diagnostics
import Parallel

extension Site {
    /// The fifth stage: every planned page as bytes. Pages do not know of each other, so they are rendered
    /// in parallel, and the same input gives the same bytes whatever the number of jobs.
    package func render(jobs: Int) async -> [Artifact] {
        var artifacts = await plan.pages.parallelMap(jobs: jobs) { render($0) }
        artifacts += plan.assets.map { Artifact(path: $0.path, bytes: $0.bytes) }
        artifacts += library.languages.indices.map { feed(language: $0) }
        artifacts.append(robots())
        if let sitemap = sitemap() { artifacts.append(sitemap) }
        return artifacts
    }

    /// One page.
    package func render(_ page: PlannedPage) -> Artifact {
        let html: String
        if page.kind == .redirect {
            html = templates.render(page.kind.rawValue, redirectContext(page))
        } else {
            var builder = PageBuilder(site: self, page: page)
            let content = builder.content()
            let main = templates.render(page.kind.rawValue, content)
            html = templates.render("layout", builder.layout(main: main))
        }
        return Artifact(path: page.path, bytes: Array(html.utf8))
    }

    func redirectContext(_ page: PlannedPage) -> Context {
        let target = page.target ?? ""
        let planned = plan.page(at: target)
        let title = planned?.record.flatMap { library.header(of: $0) }?.title[page.language]
        return Context([
            "lang": .text(library.languages[page.language]),
            "title": .text(title ?? strings(page.language)["redirect-title"]),
            "href": .text(SitePath.relative(from: page.path, to: target)),
            "canonical": .optional(options.baseURL.map { "\($0)/\(target)" }),
            "t": .object(strings(page.language).context),
        ])
    }
}

extension Strings {
    var context: Context { Context(texts.mapValues { .text($0) }) }
}
