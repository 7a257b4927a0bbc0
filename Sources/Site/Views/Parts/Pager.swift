/// The way through a list that stands on several pages.
struct Pager {
    /// The first, the last, and those around this one.
    var links: [PartLink]
    var before: String?
    var after: String?
}

struct PartLink {
    /// From 1.
    var number: Int
    var href: String
    var isCurrent: Bool
    /// Whether pages between it and the link before it are left out.
    var isBehindGap: Bool
}

extension PageContext {
    /// Nil where the page is the only one of its list.
    var pager: Pager? {
        guard let part = page.part else { return nil }
        func href(_ number: Int) -> String? {
            guard (0..<part.count).contains(number) else { return nil }
            return pageHref(PageID(page.id.name, page.id.index, part: number))
        }
        let near = part.number - 2...part.number + 2
        let shown = (0..<part.count).filter { $0 == 0 || $0 == part.count - 1 || near.contains($0) }
        let links = zip(shown, [0] + shown).map { number, before in
            PartLink(
                number: number + 1, href: href(number) ?? "", isCurrent: number == part.number,
                isBehindGap: number > before + 1)
        }
        return Pager(links: links, before: href(part.number - 1), after: href(part.number + 1))
    }
}

let pagerView = View<Pager>(
    "pager",
    [
        .list("parts", of: partLinkView, "its pages: the first, the last and those near") { pager, _ in pager.links },
        .text("before-href", "the page before this one") { pager, _ in pager.before },
        .text("after-href", "the page after it") { pager, _ in pager.after },
    ])

private let partLinkView = View<PartLink>(
    "part of a list",
    [
        .text("number", "which page it is, from 1") { part, _ in String(part.number) },
        .text("label", "the same in words") { part, page in
            page.strings.format(.partLabel, ["number": String(part.number)])
        },
        .text("href", "the page") { part, _ in part.href },
        .flag("is-current", "whether it is this page") { part, _ in part.isCurrent },
        .flag("is-behind-gap", "whether pages before it are left out") { part, _ in part.isBehindGap },
    ])
