import Content
import Diagnostics
import Markdown

/// Writes the texts of one page: resolves their links to relative addresses, and numbers what they cite in
/// the order of reading.
struct PageText {
    let site: Site
    let path: String
    let language: Int
    /// The part of the combined document that is being written; nil on pages of their own.
    var part: PrintedPart?
    /// What the page cites, in order; the number of a note is its place here plus one.
    private(set) var citations: [Locator] = []
    private var numbers: [Locator: Int] = [:]
    /// How often each note has been cited so far, for the anchors that lead back.
    private var uses: [Int] = []

    init(site: Site, path: String, language: Int) {
        (self.site, self.path, self.language) = (site, path, language)
    }

    /// Marks lead straight to the page of the source, where there is no list of notes to lead to.
    var citesInPlace = false
    /// How many charts the page has so far, for their ids.
    var drawings = 0

    var strings: Strings { site.templates.strings[language] }

    /// A text of blocks in the best language there is, marked if that is not the page's.
    mutating func body(_ text: Localized<MarkdownDocument>) -> String {
        guard let (document, actual) = text.best(language), !document.pieces.isEmpty else { return "" }
        let html = html(document)
        return actual == language ? html : "<div lang=\"\(site.library.languages[actual])\">\(html)</div>"
    }

    /// A text of one line.
    mutating func inline(_ text: Localized<MarkdownDocument>) -> String {
        guard let (document, actual) = text.best(language) else { return "" }
        let html = html(document)
        return actual == language ? html : "<span lang=\"\(site.library.languages[actual])\">\(html)</span>"
    }

    /// A statement with the marks of what it cites.
    mutating func statement(_ statement: Statement) -> Context {
        let html = inline(statement.text) + marks(statement.locators)
        return Context(["html": .html(html), "is-stated": .flag(statement.isStatedInSource)])
    }

    /// The marks of locators that were checked before.
    mutating func marks(_ locators: [Reference]) -> String {
        locators.compactMap { Locator($0.id) }.map { mark($0) }.joined()
    }

    mutating func mark(_ locator: Locator) -> String {
        if citesInPlace {
            return " <a class=\"locator\" href=\"\(escaped(href(of: locator)))\">\(escaped(locator.place))</a>"
        }
        let number: Int
        if let known = numbers[locator] {
            number = known
        } else {
            citations.append(locator)
            uses.append(0)
            number = citations.count
            numbers[locator] = number
        }
        uses[number - 1] += 1
        let use = uses[number - 1]
        let id = use == 1 ? " id=\"ref.\(number)\"" : ""
        return
            "<sup class=\"mark\"\(id)><a href=\"#note.\(number)\" title=\"\(escaped(summary(of: locator)))\">\(number)</a></sup>"
    }

    /// The notes as contexts, once every text of the page is written.
    func citationContexts() -> [Context] {
        citations.enumerated().map { index, locator in
            let source = site.library.index.sources[locator.source].map { site.library.sources[$0] }
            let paragraph = source?.paragraph(locator.paragraph)
            let speaker = paragraph?.speaker.flatMap { source?.speaker($0.id) }
            let section = paragraph.flatMap { source?.section($0.section.id) }
            return Context([
                "number": .text(String(index + 1)), "id": .text("note.\(index + 1)"),
                "back": .text("ref.\(index + 1)"), "speaker": .optional(speaker?.name[language]),
                "role": .optional(speaker?.role[language]), "source": .optional(source?.title[language]),
                "outlet": .optional(source?.outlet[language]), "section": .optional(section?.title[language]),
                "place": .text(words(for: locator)), "locator": .text(locator.place),
                "href": .text(href(of: locator)),
            ])
        }
    }

    private mutating func html(_ document: MarkdownDocument) -> String {
        let document = part.map { document.embedded(levels: $0.levels, prefix: $0.anchor + ".") } ?? document
        // Marks and blocks change the numbering of notes, so they are made beforehand, in the order of reading.
        var marks: [Int: String] = [:]
        var blocks: [[UInt8]] = []
        for (index, link) in document.links.enumerated() where !link.isImage {
            while blocks.count < document.blocks.count, document.blocks[blocks.count].span < link.span {
                blocks.append(block(document.blocks[blocks.count]))
            }
            if case .source(_, let locator) = site.library.target(of: link.destination, in: link.span.path) {
                marks[index] = mark(locator)
            }
        }
        while blocks.count < document.blocks.count { blocks.append(block(document.blocks[blocks.count])) }
        let bytes = document.html(
            link: { link, index in resolve(link, mark: marks[index]) },
            block: { _, index in blocks[index] },
            callout: { kind in
                Array("<p class=\"callout-title\">\(escaped(strings["callout-\(kind.rawValue)"]))</p>\n".utf8)
            })
        return String(decoding: bytes, as: UTF8.self)
    }

    private func resolve(_ link: MarkdownLink, mark: String?) -> ResolvedLink {
        switch site.library.target(of: link.destination, in: link.span.path) {
        case .record(let record, let fragment):
            return .anchor(href: href(.record(record), fragment: fragment), attributes: "")
        case .asset(let index):
            let target = SitePath.ofAsset(site.library.assets[index].path)
            let fragment = link.destination.firstIndex(of: "#").map { String(link.destination[$0...]) } ?? ""
            let href = SitePath.relative(from: path, to: SitePath.encoded(target)) + fragment
            return link.isImage
                ? .picture(source: href, attributes: imageAttributes(index)) : .anchor(href: href, attributes: "")
        case .source(_, let locator):
            // `[P25.S2](src:…#P25.S2)` is a mark alone; other words stay in front of their mark.
            let isBare = link.text.isEmpty || link.text == locator.place
            return .html(before: isBare ? "<span hidden>" : "", after: (isBare ? "</span>" : "") + (mark ?? ""))
        case .observation(let index):
            return figure(index)
        case .term(let index):
            let term = site.library.glossary[index]
            let title = term.definition?[language] ?? term.note?[language] ?? ""
            return .anchor(href: href(ofTerm: term), attributes: " class=\"term\" title=\"\(escaped(title))\"")
        case .external where !link.destination.hasPrefix("#"):
            return .anchor(href: link.destination, attributes: link.isImage ? "" : " rel=\"external\"")
        case .external, .nowhere: break
        }
        return .anchor(href: link.destination, attributes: "")
    }

    /// The size keeps the text from moving when the picture comes in.
    private func imageAttributes(_ asset: Int) -> String {
        let size = site.library.imageSizes[asset].map { " width=\"\($0.width)\" height=\"\($0.height)\"" }
        return (size ?? "") + " loading=\"lazy\" decoding=\"async\""
    }

    /// A figure in prose leads to its row on the page of its metric; its qualifier is said to those who
    /// listen, since 余 and 多 are easily missed.
    private func figure(_ index: Int) -> ResolvedLink {
        let observation = site.library.observations[index]
        let metric = site.library.relations.metricOfObservation[index]
        guard metric >= 0 else { return .html(before: "<span class=\"figure\">", after: "</span>") }
        let address = href(.metric(metric), fragment: "figure." + observation.id)
        let qualifier = observation.qualifier.flatMap { $0 == .exact ? nil : strings["qualifier-\($0.rawValue)"] }
        let spoken = qualifier.map {
            "<span class=\"spoken\">\(escaped(strings.format("spoken", ["text": $0])))</span>"
        }
        return .html(
            before: "<a class=\"figure\" href=\"\(escaped(address))\">",
            after: (spoken ?? "") + "</a>")
    }

    /// The way to something, and to a place on its page.
    func href(_ subject: Subject, fragment: String? = nil) -> String {
        if part != nil, let anchor = site.library.printedAnchor(of: subject) {
            return "#" + ([anchor] + [fragment].compactMap(\.self)).joined(separator: ".")
        }
        guard let target = site.plan.path(of: subject, language: language) else { return "" }
        let page = target == path && fragment != nil ? "" : SitePath.relative(from: path, to: target)
        return page + (fragment.map { "#" + $0 } ?? "")
    }

    func href(ofTerm term: GlossaryTerm) -> String {
        guard part == nil else { return "#" + PrintedPart.anchor(ofTerm: term.id) }
        guard let glossary = site.plan.path(of: .glossary, language: language) else { return "" }
        return SitePath.relative(from: path, to: glossary) + "#" + term.id
    }

    /// The sentence on the page of its source. The combined document has the source as a whole.
    func href(of locator: Locator) -> String {
        guard let source = site.library.index.sources[locator.source] else { return "" }
        return href(.source(source), fragment: part == nil ? locator.place : nil)
    }

    func words(for locator: Locator) -> String {
        strings.place(of: locator)
    }

    private func summary(of locator: Locator) -> String {
        let source = site.library.index.sources[locator.source].map { site.library.sources[$0] }
        let speaker = source?.paragraph(locator.paragraph)?.speaker.flatMap { source?.speaker($0.id) }
        return [speaker?.name[language], words(for: locator)].compactMap(\.self).joined(
            separator: strings["list-separator"])
    }
}
