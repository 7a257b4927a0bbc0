import Content
import Diagnostics
import Markdown

extension PageBuilder {
    /// The context of the layout around the page.
    func layout(main: String) -> Context {
        let configuration = library.configuration
        let canonical = site.options.baseURL.map { "\($0)/\(page.path)" }
        let isHome = page.kind == .home
        let siteTitle = configuration.title[language]
        return Context([
            "lang": .text(library.languages[language]),
            "page-title": .text(isHome ? siteTitle : "\(title) · \(siteTitle)"),
            "description": .text(description),
            "site-title": .text(siteTitle),
            "canonical": .optional(canonical),
            "og-type": .text(page.record == nil || isHome ? "website" : "article"),
            "og-locale": .text(ogLocale),
            "root": .text(SitePath.relative(from: page.path, to: "")),
            "home-href": .text(site.plan.homePath(language: language).map(href) ?? ""),
            "search-href": .text(site.plan.path(of: .search, language: language).map(href) ?? ""),
            "feed-href": .text(href(site.feedPath(language: language))),
            "menu": .list(menu()),
            "languages": .list(languageLinks()),
            "crumbs": .list(crumbs()),
            "here": .optional(isHome ? nil : title),
            "kind": .text(page.kind.rawValue),
            "publisher": .optional(configuration.publisher?[language]),
            "imprint": .list(configuration.imprint.map { imprint($0) } ?? []),
            "is-embedded": .flag(configuration.isEmbedded),
            "foot-links": .list(footLinks()),
            "corrections-feed-href": .text(href(site.correctionsFeedPath(language: language))),
            "json-ld": .html(linkedData().text()),
            "main": .html(main), "styles": .list(styles), "scripts": .list(scripts),
            "is-indexed": .flag(page.isListed),
            "t": .object(strings.context),
        ])
    }

    /// One or two sentences for search engines: the summary, or the beginning of the text.
    var description: String {
        guard let record = page.record else {
            switch page.subject {
            case .source: return title
            case .metric(let index): return library.metrics[index].definition[language]
            case .kit(let index):
                return strings.format("description-kit", ["title": library.practices[index].header.title[language]])
            case .comparison, .facet: return strings["description-\(page.kind.rawValue)"]
            case .record, nil: break
            }
            if page.kind == .home || page.kind == .notFound { return library.configuration.description[language] }
            return strings["description-\(page.kind.rawValue)"]
        }
        switch record.kind {
        case .home:
            if let summary = library.home?.summary { return summary[language] }
        case .practice:
            let practice = library.practices[record.index]
            if let summary = practice.summary { return summary[language] }
            return plainText(practice.problem.text)
        case .case: return plainText(library.cases[record.index].problem.text)
        default: break
        }
        let body = library.header(of: record).map { plainText($0.body) } ?? ""
        return body.isEmpty ? library.configuration.description[language] : body
    }

    /// The beginning of a text, cut at the end of a sentence where there is one near.
    func plainText(_ text: Localized<MarkdownDocument>) -> String {
        guard let document = text.best(language)?.value else { return "" }
        let line = document.plainText.split(separator: "\n").first.map(String.init) ?? ""
        guard line.count > 160 else { return line }
        let start = line.prefix(160)
        if let end = start.lastIndex(where: { "。！？.!?".contains($0) }) { return String(start[...end]) }
        // Words of Latin letters are not cut.
        let end = start.suffix(24).lastIndex(of: " ") ?? start.endIndex
        return start[..<end] + "…"
    }

    /// The style sheets of a kind of page besides those of every page, so that none loads what it does not show.
    private var styles: [Context] {
        let names: [String] =
            switch page.kind {
            case .home: ["home.css"]
            case .metrics: ["charts.css", "dashboard.css"]
            case .metric: ["charts.css"]
            case .matrix, .tracking: ["overview.css"]
            case .data: ["data.css"]
            case .sources, .source, .glossary, .corrections, .evidence: ["sources.css"]
            case .kit, .finder, .facet, .compare, .comparison: ["doing.css"]
            case .search: ["results.css"]
            case .print: (library.blocks.isEmpty ? [] : ["charts.css"]) + ["print.css"]
            default: hasDrawings ? ["charts.css", "dashboard.css"] : []
            }
        return names.map { Context(["href": .text(href("assets/" + $0))]) }
    }

    /// Whether the text of the record has blocks to draw, or the page a diagram.
    private var hasDrawings: Bool {
        guard let record = page.record else { return false }
        if record.kind == .practice, !library.relations.adoptionsOfPractice[record.index].isEmpty { return true }
        return library.header(of: record)?.body.best(language)?.value.blocks.isEmpty == false
    }

    /// The scripts of a kind of page. Everything that matters is there without them.
    private var scripts: [Context] {
        let names: [String] =
            switch page.kind {
            case .kit: ["kit.js"]
            case .finder: ["finder.js"]
            case .compare: ["compare.js"]
            default: []
            }
        return names.map { Context(["src": .text(href("assets/" + $0))]) }
    }

    private var ogLocale: String {
        switch library.languages[language] {
        case "zh-Hans", "zh", "zh-CN": "zh_CN"
        case "zh-Hant", "zh-TW": "zh_TW"
        case "en": "en_GB"
        case let tag: tag.split(separator: "-").joined(separator: "_")
        }
    }

    private func menu() -> [Context] {
        var items = PageKind.indexes.compactMap { kind, records -> Context? in
            guard let path = site.plan.path(of: kind, language: language) else { return nil }
            let isCurrent = page.kind == kind || page.record?.kind == records
            return menuItem(strings["\(kind.rawValue)-title"], path, isCurrent: isCurrent)
        }
        for (kind, _) in PageKind.overviews {
            guard let path = site.plan.path(of: kind, language: language) else { continue }
            let isBelow = kind == .metrics && page.kind == .metric
            items.append(menuItem(strings["\(kind.rawValue)-title"], path, isCurrent: page.kind == kind || isBelow))
        }
        for (index, record) in library.pages.enumerated() where record.isInMenu {
            guard let path = site.plan.path(of: RecordID(.page, index), language: language) else { continue }
            let isCurrent = page.record == RecordID(.page, index)
            items.append(menuItem(record.header.title[language], path, isCurrent: isCurrent))
        }
        return items
    }

    /// The imprint in the order in which Chinese sites print it. The numbers of filings lead to the authority's page.
    private func imprint(_ imprint: Imprint) -> [Context] {
        func line(_ name: String?, _ text: String?, href: String? = nil) -> Context? {
            guard let text, !text.isEmpty else { return nil }
            return Context([
                "label": .optional(name.map { strings["imprint-\($0)"] }), "text": .text(text), "href": .optional(href),
            ])
        }
        let police = imprint.policeCode.map { "https://beian.mps.gov.cn/#/query/webSearch?code=\($0)" }
        return [
            line("host", imprint.host?[language]), line("operator", imprint.runner?[language]),
            line("address", imprint.address?[language]), line("contact", imprint.contact?[language]),
            line("site-code", imprint.siteCode),
            line("icp", imprint.icp, href: "https://beian.miit.gov.cn/"),
            line("police", imprint.police, href: police), line(nil, imprint.note?[language]),
        ].compactMap(\.self)
    }

    private func footLinks() -> [Context] {
        PageKind.secondary.compactMap { kind, _ in
            site.plan.path(of: kind, language: language).map {
                Context(["title": .text(strings["\(kind.rawValue)-title"]), "href": .text(href($0))])
            }
        }
    }

    private func menuItem(_ title: String, _ path: String, isCurrent: Bool) -> Context {
        Context(["title": .text(title), "href": .text(href(path)), "is-current": .flag(isCurrent)])
    }

    private func languageLinks() -> [Context] {
        library.languages.indices.compactMap { other in
            guard let path = site.plan.path(of: page, in: other) else { return nil }
            return Context([
                "title": .text(site.strings(other)["language-name"]), "href": .text(href(path)),
                "lang": .text(library.languages[other]), "is-current": .flag(other == language),
            ])
        }
    }

    /// Home, the list of the kind, and the place where there is one.
    func crumbTargets() -> [(title: String, path: String)] {
        guard page.kind != .home, let home = site.plan.homePath(language: language) else { return [] }
        var targets = [(strings["home"], home)]
        let above: PageKind? =
            switch page.subject {
            case .source: .sources
            case .metric: .metrics
            case .kit, .comparison: nil
            case .facet: .finder
            case .record, nil: nil
            }
        if let above, let path = site.plan.path(of: above, language: language) {
            targets.append((strings["\(above.rawValue)-title"], path))
        }
        let subject: RecordID? =
            switch page.subject {
            case .record(let record), .comparison(let record): record
            case .kit(let index): RecordID(.practice, index)
            case .source, .metric, .facet, nil: nil
            }
        guard let record = subject else { return targets }
        if let kind = PageKind.indexes.first(where: { $0.records == record.kind })?.page,
            let path = site.plan.path(of: kind, language: language)
        {
            targets.append((strings["\(kind.rawValue)-title"], path))
        }
        let place: Int? =
            switch record.kind {
            case .practice: library.relations.placeOfPractice[record.index]
            case .case: library.relations.placeOfCase[record.index]
            default: nil
            }
        if let place, place >= 0, let path = site.plan.path(of: RecordID(.place, place), language: language) {
            targets.append((library.places[place].header.title[language], path))
        }
        if page.record == nil, let header = library.header(of: record),
            let path = site.plan.path(of: record, language: language)
        {
            targets.append((header.title[language], path))
        }
        return targets
    }

    private func crumbs() -> [Context] {
        crumbTargets().map { Context(["title": .text($0.title), "href": .text(href($0.path))]) }
    }
}

extension SitePlan {
    /// The home page, whether a record or the program's own.
    package func homePath(language: Int) -> String? {
        path(of: RecordID(.home, 0), language: language) ?? path(of: .home, language: language)
    }
}
