import Content

extension PageName {
    static let notFound = PageName("not-found")
    static let redirect = PageName("redirect")
}

extension PageKinds {
    /// The file for wrong addresses, as servers look for it.
    package static let notFoundFile = "404.html"
}

extension PageKind {
    /// For readers who took a wrong turning.
    static let notFound = PageKind(
        .notFound, of: { shared, _ in shared },
        pages: { _ in [PageSeed(index: 0, path: PageKinds.notFoundFile, isListed: false)] },
        description: { _, page in page.library.configuration.description[page.language] }, schemaType: .webPage,
        view: View(
            "not-found", pageFields(),
            [
                .list("entries", of: entryView, "where to go instead") { _, page in
                    page.recordLists
                }
            ]))

    /// Leads from an old address to the page in its new place. The plan makes one for each alias.
    static let redirect = PageKind(
        .redirect, of: { _, _ in () }, pages: { _ in [] }, description: { _, page in page.title }, schemaType: .webPage,
        view: redirectView)
}

private let redirectView = View<Void>(
    "redirect",
    [
        .text("lang", "the language of the page") { _, page in page.library.languages[page.language] },
        .text("title", "the title of the page it leads to") { _, page in
            let record = page.site.plan.page(at: page.page.target ?? "")?.record
            return record.flatMap { page.site.shared.header(of: $0) }?.title[page.language]
                ?? page.strings[.redirectTitle]
        },
        .text("href", "its relative address") { _, page in page.href(page.page.target ?? "") },
        .text("canonical", "its address on the web, if a base URL is set") { _, page in
            page.url(page.page.target ?? "")
        },
        .words,
    ])

extension PageContext {
    /// The lists of all kinds of records.
    fileprivate var recordLists: [Entry] {
        let names: [PageName] = [.practices, .cases, .places, .mechanisms, .topics]
        return names.compactMap { link(to: PageID($0)) }.map { Entry(title: $0.title, href: $0.href) }
    }
}
