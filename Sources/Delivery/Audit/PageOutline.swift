/// An address that a file names.
struct PageLink: Hashable, Sendable {
    var address: String
    /// Whether the browser loads it by itself.
    var isResource: Bool
}

/// What of a page or feed is looked at.
struct PageOutline: Sendable {
    private(set) var links: Set<PageLink> = []
    private(set) var ids: Set<String> = []
    /// The language of each version of the page, with its address as written.
    private(set) var alternates: [(language: String, address: String)] = []
    private(set) var language = ""
    private var sameIDs: Set<String> = []
    private var headings = 0
    private var hasPolicy = false
    /// Elements of XML that are not closed in order.
    private var open: [String] = []
    private var misplaced: String?
    private var names: Set<String> = []

    init(_ bytes: [UInt8]) {
        for tag in markupTags(in: bytes) {
            if tag.isClosing {
                if open.popLast() != tag.name { misplaced = misplaced ?? tag.name }
                continue
            }
            if !tag.isEmpty { open.append(tag.name) }
            names.insert(tag.name)
            if let id = tag.attributes["id"], !ids.insert(id).inserted { sameIDs.insert(id) }
            read(tag)
        }
    }

    private mutating func read(_ tag: MarkupTag) {
        let (attributes, relation) = (tag.attributes, tag.attributes["rel"] ?? "")
        switch tag.name {
        case "html": language = attributes["lang"] ?? ""
        case "h1": headings += 1
        case "meta" where attributes["http-equiv"]?.lowercased() == "content-security-policy": hasPolicy = true
        default: break
        }
        if let address = attributes["src"] { links.insert(PageLink(address: address, isResource: true)) }
        guard let address = attributes["href"] else { return }
        let isLoaded = tag.name == "link" && (relation.contains("stylesheet") || relation.contains("icon"))
        // The combined picture of a chart may use parts of itself.
        links.insert(PageLink(address: address, isResource: isLoaded || tag.name == "use" || tag.name == "image"))
        if tag.name == "link", let language = attributes["hreflang"] { alternates.append((language, address)) }
    }

    /// What is wrong with it by itself.
    func problems(isPage: Bool) -> [SiteProblem] {
        guard isPage else {
            var missing: [String] = names.contains("feed") ? ["id", "title", "updated"] : []
            missing.removeAll { names.contains($0) }
            if names.isDisjoint(with: ["feed", "urlset", "svg"]) { missing.append("feed") }
            return ([misplaced ?? open.last].compactMap(\.self) + missing).map { .element($0) }
        }
        var problems = sameIDs.map { SiteProblem.sameID($0) }
        if !hasPolicy { problems.append(.noPolicy) }
        if headings != 1 { problems.append(.headings(headings)) }
        return problems
    }
}

/// What a style sheet loads.
func addresses(inStyle bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return ["url(", "@import "].flatMap { mark in
        text.ranges(of: mark).map { range in
            text[range.upperBound...].drop { "\"' ".contains($0) }.prefix { !"\"');".contains($0) }
        }
    }.map(String.init).filter { !$0.isEmpty && !$0.hasPrefix("url(") && !$0.hasPrefix("#") }
}
