import Content
import Text

/// The files that machines read: Atom feed, sitemap and robots.txt.
extension Site {
    /// How many entries a feed holds, the latest first.
    private static let feedLength = 50

    func feedPath(language: Int) -> String { plan.prefix(of: language) + "feed.xml" }

    /// An Atom feed (RFC 4287) of the practices and cases by the day of their last review.
    func feed(language: Int) -> [UInt8] {
        let path = feedPath(language: language)
        let records =
            library.practices.indices.map { RecordID(.practice, $0) }
            + library.cases.indices.map { RecordID(.case, $0) }
        let dated = records.compactMap { record -> (RecordID, Header, CalendarDate)? in
            guard let header = shared.header(of: record), let date = header.reviewed, header.status == .published else {
                return nil
            }
            return (record, header, date)
        }
        let latest = dated.sorted { ($1.2, $0.1.path) < ($0.2, $1.1.path) }.prefix(Self.feedLength)
        let tag = library.languages[language]
        let title = library.configuration.title[language]
        let home = plan.path(of: PageID(.home), language: language) ?? "index.html"
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(tag)">
            <title>\(title.htmlEscaped)</title>
            <id>\(identifier(path))</id>
            <updated>\(timestamp(latest.first?.2))</updated>
            <author><name>\((library.configuration.publisher?[language] ?? title).htmlEscaped)</name></author>
            <link rel="alternate" href="\(address(home, from: path).htmlEscaped)"/>

            """
        if let base = options.baseURL { xml += "<link rel=\"self\" href=\"\(base.htmlEscaped)/\(path)\"/>\n" }
        for (record, header, date) in latest {
            guard let target = plan.path(of: record, language: language),
                let page = plan.page(at: target)
            else { continue }
            let summary = PageContext(page, of: self).description
            xml += """
                <entry>
                <title>\(header.title[language].htmlEscaped)</title>
                <id>\(identifier(target))</id>
                <updated>\(timestamp(date))</updated>
                <link rel="alternate" href="\(address(target, from: path).htmlEscaped)"/>
                <summary>\(summary.htmlEscaped)</summary>
                </entry>

                """
        }
        return Array((xml + "</feed>\n").utf8)
    }

    func correctionsFeedPath(language: Int) -> String { plan.prefix(of: language) + "corrections.xml" }

    /// An Atom feed of the corrections, the latest first.
    func correctionsFeed(language: Int) -> [UInt8] {
        let path = correctionsFeedPath(language: language)
        let target = plan.path(of: PageID(.corrections), language: language) ?? ""
        let strings = strings(language)
        let title = library.configuration.title[language]
        let page = context(of: PageID(.corrections), language: language)
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(library.languages[language])">
            <title>\((strings[.correctionsTitle] + strings[.listSeparator] + title).htmlEscaped)</title>
            <id>\(identifier(path))</id>
            <updated>\(timestamp(library.corrections.first?.date))</updated>
            <author><name>\((library.configuration.publisher?[language] ?? title).htmlEscaped)</name></author>
            <link rel="alternate" href="\(address(target, from: path).htmlEscaped)"/>

            """
        if let base = options.baseURL { xml += "<link rel=\"self\" href=\"\(base.htmlEscaped)/\(path)\"/>\n" }
        for (index, correction) in library.corrections.prefix(Self.feedLength).enumerated() {
            // Counted from the oldest, so that a new correction changes no id.
            let number = library.corrections.count - index
            let object = page?.corrected(CorrectionRef(shared, index)).title ?? correction.object.id
            let summary = "\(correction.old[language]) → \(correction.new[language]) (\(correction.reason[language]))"
            xml += """
                <entry>
                <title>\(object.htmlEscaped)</title>
                <id>\(identifier("\(path):\(number)"))</id>
                <updated>\(timestamp(correction.date))</updated>
                <link rel="alternate" href="\(address(target, from: path).htmlEscaped)"/>
                <summary>\(summary.htmlEscaped)</summary>
                </entry>

                """
        }
        return Array((xml + "</feed>\n").utf8)
    }

    /// The sitemap (sitemaps.org 0.9) with the languages of each page; it needs a base URL.
    func sitemap() -> [UInt8] {
        let base = options.baseURL ?? ""
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        for page in plan.pages where page.isListed && !plan.isDraft(page.id) {
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

    func robots() -> [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if let base = options.baseURL { text += "Sitemap: \(base)/sitemap.xml\n" }
        return Array(text.utf8)
    }

    private func address(_ target: String, from path: String) -> String {
        options.baseURL.map { "\($0)/\(target)" } ?? SitePath.relative(from: path, to: target)
    }

    /// An id that stays the same wherever the site is published, and that no other library has.
    private func identifier(_ path: String) -> String {
        "urn:x-exemplar:\(library.configuration.id ?? library.configuration.derivedID):\(path)"
    }

    /// A feed without entries is as old as the youngest source (RFC 4287 asks for a time).
    private func timestamp(_ date: CalendarDate?) -> String {
        let date = date ?? library.sources.compactMap(\.date).max()
        return "\(date?.description ?? "1970-01-01")T00:00:00Z"
    }
}
