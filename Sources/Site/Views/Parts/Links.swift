import Content

/// A link to a page of the site.
struct Link {
    var title: String
    var href: String
}

let linkView = View<Link>(
    "link",
    [
        .text("title", "the words of the link") { link, _ in link.title },
        .text("href", "the relative address") { link, _ in link.href },
    ])

/// Fields of a link for a subject that has a title and a page.
func linkFields<Subject>(
    title: @escaping @Sendable (Subject, PageContext) -> String,
    href: @escaping @Sendable (Subject, PageContext) -> String
) -> [ViewField<Subject>] {
    [.text("title", "the words of the link", title), .text("href", "the relative address", href)]
}

extension PageContext {
    func link(to record: RecordID) -> Link {
        Link(title: site.shared.header(of: record)?.title[language] ?? "", href: href(record))
    }

    /// A link to a page under its own title, if there is such a page.
    func link(to id: PageID) -> Link? {
        pageHref(id).map { Link(title: context(of: id).title, href: $0) }
    }

    func link(to metric: MetricRef) -> Link {
        Link(title: metric.record.name[language], href: href(PageID(.metric, metric.index)))
    }

    /// Links to the tables behind a page.
    func downloads(_ files: [DataFile]) -> [Link] { files.map { Link(title: $0.name, href: href($0.path)) } }
}

/// The name of a place and its page; absent where there is none.
let placeView = View<PlaceRef>(
    "place name",
    [
        .text("place", "the name of the place") { place, page in place.record.header.title[page.language] },
        .text("place-href", "its page") { place, page in page.href(place.id) },
    ])

/// A reason why figures are kept apart.
let reasonView = View<Incomparability>(
    "reason",
    [.text("reason", "why figures are kept apart") { reason, page in page.strings[.apart, reason] }])
