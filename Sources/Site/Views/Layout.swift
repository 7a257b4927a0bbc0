import Content
import Diagnostics
import Text

/// The document around every page.
let layoutView = View<PlannedPage>("layout", documentFields, surroundingFields.map(\.ofSurroundings))

/// What differs from page to page.
private let documentFields: [ViewField<PlannedPage>] = [
    .text("page-title", "for the browser's tab") { _, page in
        let site = page.library.configuration.title[page.language]
        return page.isHome && !page.isDraft ? site : "\(page.title) · \(site)"
    },
    .text("description", "for search engines and previews") { _, page in page.description },
    .text("canonical", "the address on the web, if a base URL is set") { planned, page in page.url(planned.path) },
    .text("og-type", "article or website") { planned, page in
        planned.record == nil || page.isHome ? "website" : "article"
    },
    .list("languages", of: languageLinkView, "this page in each language") { _, page in page.languageLinks },
    .list("crumbs", of: linkView, "the way here from the home page") { _, page in
        page.trail.map { Link(title: $0.title, href: page.href($0.path)) }
    },
    .text("here", "the title of the page as the last crumb; absent on the home page") { _, page in
        page.isHome ? nil : page.title
    },
    .html("json-ld", "the page as linked data") { _, page, output in output.write(html: page.linkedData.bytes()) },
    .html("main", "the page itself") { _, page, output in
        page.site.templates.write(page.kind.name.text, page.kind.frame(page), page, to: &output)
    },
    .object("pager", of: pagerView, "the way through a list that stands on several pages") { _, page in page.pager
    },
    .flag("is-draft", "whether the page shows a record that is not published yet") { _, page in page.isDraft },
    .flag("is-indexed", "whether search engines should list the page") { planned, page in
        planned.isListed && !page.isDraft
    },
    .list("styles", of: styleView, "style sheets besides those of every page, each once") { _, page in
        var named: Set<String> = []
        let pager = page.page.part == nil ? [] : ["pager.css"]
        return (page.kind.styles(page) + pager).filter { named.insert($0).inserted }
    },
]

/// What all pages with the same ``Surroundings`` have in common.
private let surroundingFields: [ViewField<PlannedPage>] = [
    .text("lang", "the language of the page") { _, page in page.library.languages[page.language] },
    .text("site-title", "the title of the site") { _, page in page.library.configuration.title[page.language] },
    .text("og-locale", "the language as Open Graph writes it") { _, page in page.openGraphLocale },
    .text("root", "the way to the root of the site: ../../ or empty") { _, page in page.href("") },
    .text("home-href", "the home page in this language") { _, page in page.pageHref(PageID(.home)) },
    .text("search-href", "the page of search") { _, page in page.pageHref(PageID(.search)) },
    .text("site-compare-href", "the page on which practices are set side by side") { _, page in
        page.pageHref(PageID(.compare))
    },
    .text("feed-href", "the Atom feed") { _, page in page.href(page.site.path(of: .reviews, language: page.language)) },
    .list("menu", of: menuSectionView, "the sections of the menu") { _, page in page.menu },
    .object("section", of: menuSectionView, "the section of the page at hand; absent if it has no other page") {
        _, page in
        page.menu.first { $0.current != nil && $0.section.items.count > 1 }
    },
    .text("kind", "the kind of page, such as practice") { _, page in page.kind.name.text },
    .text("publisher", "who answers for the site") { _, page in
        page.library.configuration.publisher?[page.language]
    },
    .list("imprint", of: imprintLineView, "what the site has to say of itself") { _, page in page.imprint },
    .flag("is-embedded", "whether the page is a part of a larger site, without head and foot of its own") {
        _, page in
        page.library.configuration.isEmbedded && page.site.options.shape == .folder
    },
    .flag("is-one-file", "whether one file holds all pages") { _, page in page.site.options.shape != .folder },
    .flag("is-excerpt", "whether one file holds a few pages, so without menu and search") { _, page in
        page.site.options.shape == .excerpt
    },
    .text("corrections-feed-href", "the Atom feed of corrections") { _, page in
        page.href(page.site.path(of: .corrections, language: page.language))
    },
    .text("look-href", "the library's own style sheet, assets/look.css; absent where it has none") { _, page in
        page.site.templates.hasLook ? page.href("assets/" + TemplateSet.lookName) : nil
    },
    .list("scripts", of: scriptView, "scripts that the page can do without") { _, page in page.kind.scripts },
    .words,
]

private let styleView = View<String>(
    ofSurroundings: "style",
    [.text("href", "the relative address of the style sheet") { name, page in page.href("assets/" + name) }])

private let scriptView = View<String>(
    ofSurroundings: "script",
    [.text("src", "the relative address of the script") { name, page in page.href("assets/" + name) }])

private let languageLinkView = View<Int>(
    "language",
    linkFields(
        title: { $1.site.strings($0)[.languageName] },
        href: { other, page in page.site.plan.path(of: page.page, in: other).map { page.href($0) } ?? "" }),
    [
        .text("lang", "the BCP 47 tag") { other, page in page.library.languages[other] },
        .text("address", "where the page is published in it, for machines; the same as `href` where nobody knows") {
            other, page in
            let path = page.site.plan.path(of: page.page, in: other) ?? ""
            return page.site.options.shape == .folder ? page.url(path) ?? page.href(path) : page.href(path)
        },
        .flag("is-current", "whether the page is in this language") { other, page in other == page.language },
    ])

struct ImprintLine {
    var name: Name?
    var text: String
    var href: String?

    enum Name: String, CaseIterable {
        case address, contact, host, icp, `operator`, police
        case siteCode = "site-code"
    }
}

private let imprintLineView = View<ImprintLine>(
    ofSurroundings: "imprint line",
    [
        .text("label", "what it is") { line, page in line.name.map { page.strings[.imprint, $0] } },
        .text("text", "the text") { line, _ in line.text },
        .text("href", "the authority's page, for the number of a filing") { line, _ in line.href },
    ])

extension PageContext {
    fileprivate var isHome: Bool { kind.name == .home }

    fileprivate var languageLinks: [Int] {
        library.languages.indices.filter { site.plan.path(of: page, in: $0) != nil }
    }

    fileprivate var openGraphLocale: String {
        switch library.languages[language] {
        case "zh-Hans", "zh", "zh-CN": "zh_CN"
        case "zh-Hant", "zh-TW": "zh_TW"
        case "en": "en_GB"
        case let tag: tag.split(separator: "-").joined(separator: "_")
        }
    }

    /// The pages from the home page down to the parent, with their titles.
    var trail: [(title: String, path: String)] {
        guard !isHome else { return [] }
        return kind.trail(self).compactMap { id in
            site.plan.path(of: id, language: language).map { path in
                (id.name == .home ? strings[.home] : context(of: id).title, path)
            }
        }
    }

    /// The imprint in the order in which Chinese sites print it. The numbers of filings lead to the authority's page.
    fileprivate var imprint: [ImprintLine] {
        guard let imprint = library.configuration.imprint else { return [] }
        func line(_ name: ImprintLine.Name?, _ text: String?, href: String? = nil) -> ImprintLine? {
            guard let text, !text.isEmpty else { return nil }
            return ImprintLine(name: name, text: text, href: href)
        }
        let police = imprint.policeCode.map { "https://beian.mps.gov.cn/#/query/webSearch?code=\($0)" }
        return [
            line(.host, imprint.host?[language]), line(.operator, imprint.runner?[language]),
            line(.address, imprint.address?[language]), line(.contact, imprint.contact?[language]),
            line(.siteCode, imprint.siteCode),
            line(.icp, imprint.icp, href: "https://beian.miit.gov.cn/"),
            line(.police, imprint.police, href: police), line(nil, imprint.note?[language]),
        ].compactMap(\.self)
    }
}
