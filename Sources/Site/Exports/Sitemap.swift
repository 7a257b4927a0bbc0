import Content
import Text

/// What search engines are told of a site: robots.txt, and sitemaps (sitemaps.org 0.9), which hold absolute addresses only and so need
/// the address of the site.
extension Site {
    /// A sitemap holds 50,000 addresses at most; a larger site has several and an index of them.
    ///
    /// - Parameter limit: for tests.
    func sitemapFiles(limit: Int = 50_000) -> [SiteFile] {
        guard let base = options.baseURL else { return [] }
        let pages = plan.pages.indices.filter { plan.pages[$0].isListed && !plan.isDraft(plan.pages[$0].id) }
        let name = OwnFile.sitemap.rawValue
        guard pages.count > limit else {
            return [SiteFile(path: name) { self.sitemap(pages[...], base) }]
        }
        let parts = stride(from: 0, to: pages.count, by: limit).enumerated().map { number, start in
            SiteFile(path: "sitemap-\(number + 1).xml") {
                self.sitemap(pages[start..<min(start + limit, pages.count)], base)
            }
        }
        let paths = parts.map(\.path)
        return [SiteFile(path: name) { Self.sitemapIndex(paths, base) }] + parts
    }

    /// The addresses of some pages, with those in other languages.
    private func sitemap(_ pages: ArraySlice<Int>, _ base: String) -> [UInt8] {
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        for page in pages.map({ plan.pages[$0] }) {
            xml += "<url><loc>\(("\(base)/\(page.path)").htmlEscaped)</loc>"
            if let date = page.record.flatMap({ shared.header(of: $0) })?.reviewed {
                xml += "<lastmod>\(date)</lastmod>"
            }
            if library.languages.count > 1 {
                for (language, tag) in library.languages.enumerated() {
                    guard let path = plan.path(of: page, in: language) else { continue }
                    let href = ("\(base)/\(path)").htmlEscaped
                    xml += "<xhtml:link rel=\"alternate\" hreflang=\"\(tag)\" href=\"\(href)\"/>"
                }
            }
            xml += "</url>\n"
        }
        return Array((xml + "</urlset>\n").utf8)
    }

    private static func sitemapIndex(_ paths: [String], _ base: String) -> [UInt8] {
        let lines = paths.map { "<sitemap><loc>\("\(base)/\($0)".htmlEscaped)</loc></sitemap>\n" }
        return Array(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(lines.joined())</sitemapindex>

            """.utf8)
    }

    func robots() -> [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if let base = options.baseURL { text += "Sitemap: \(base)/\(OwnFile.sitemap.rawValue)\n" }
        return Array(text.utf8)
    }
}
