import Content
import Text

/// A feed of Atom (RFC 4287), the latest entries first.
struct AtomFeed {
    struct Entry {
        var title: String
        /// What the entry is known by, below the library's name.
        var id: String
        var updated: CalendarDate
        /// The page that tells of it.
        var target: String
        var summary: String
    }

    /// Below the root of the site.
    var path: String
    var title: String
    /// The page that the feed belongs to.
    var home: String
    var entries: [Entry]
}

extension Site {
    /// A feed in a language, as a file.
    func bytes(of feed: AtomFeed, language: Int) -> [UInt8] {
        let title = library.configuration.title[language]
        func link(_ target: String) -> String {
            "<link rel=\"alternate\" href=\"\(address(target, from: feed.path).htmlEscaped)\"/>"
        }
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(library.languages[language])">
            <title>\(feed.title.htmlEscaped)</title>
            <id>\(identifier(feed.path))</id>
            <updated>\(timestamp(feed.entries.first?.updated))</updated>
            <author><name>\((library.configuration.publisher?[language] ?? title).htmlEscaped)</name></author>
            \(link(feed.home))

            """
        if let base = options.baseURL { xml += "<link rel=\"self\" href=\"\(base.htmlEscaped)/\(feed.path)\"/>\n" }
        for entry in feed.entries {
            xml += """
                <entry>
                <title>\(entry.title.htmlEscaped)</title>
                <id>\(identifier(entry.id))</id>
                <updated>\(timestamp(entry.updated))</updated>
                \(link(entry.target))
                <summary>\(entry.summary.htmlEscaped)</summary>
                </entry>

                """
        }
        return Array((xml + "</feed>\n").utf8)
    }

    private func address(_ target: String, from path: String) -> String {
        options.baseURL.map { "\($0)/\(target)" } ?? SitePath.relative(from: path, to: target)
    }

    /// An id that stays the same wherever the site is published, and that no other library has.
    private func identifier(_ path: String) -> String {
        "urn:x-exemplar:\(library.configuration.id ?? library.configuration.derivedID):\(path)"
    }

    /// A feed without entries is as old as the youngest source (RFC 4287 asks for a time).
    /// The day of the last review of anything: a feed without entries is as new as its library.
    private var reviewedLast: CalendarDate? {
        (library.practices.map(\.header) + library.cases.map(\.header)).compactMap(\.reviewed).max()
    }

    private func timestamp(_ date: CalendarDate?) -> String {
        let date = date ?? reviewedLast ?? library.sources.compactMap(\.date).max()
        return "\(date?.description ?? "1970-01-01")T00:00:00Z"
    }
}
