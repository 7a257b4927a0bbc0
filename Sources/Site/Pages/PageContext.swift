import Content
import Markdown
import Synchronization
import Text

/// The page at hand: its language, the words and addresses on it. Views ask it for what does not lie in their subject.
package final class PageContext: Sendable {
    let site: Site
    let page: PlannedPage
    let kind: PageKind
    let strings: Strings
    /// The part of the combined document that is written; nil on pages of their own.
    let part: PrintedPart?
    /// Whether marks lead straight to the page of the source, where there is no list of notes to lead to.
    let citesInPlace: Bool
    /// The header of the record that the page shows.
    let header: Header?
    /// What every address on the page begins with; nil where they are relative. The page for wrong addresses is shown at any
    /// of them, so where the place of the site on the web is known its addresses begin there.
    private let start: String?
    private let knownSurroundings = Mutex<Surroundings?>(nil)
    /// The title, as soon as somebody has asked: many parts of a page do.
    private let knownTitle = Mutex<String?>(nil)

    init(_ page: PlannedPage, of site: Site, part: PrintedPart? = nil, citesInPlace: Bool = false) {
        (self.site, self.page, self.part, self.citesInPlace) = (site, page, part, citesInPlace)
        kind = site.kinds[page.id.name]
        strings = site.strings(page.language)
        header = page.record.flatMap { site.shared.header(of: $0) }
        let isShownAnywhere = page.id.name == .notFound && page.path.lastPathPart == PageKinds.notFoundFile
        start = isShownAnywhere ? site.options.pathOnWeb : nil
    }

    var language: Int { page.language }
    var library: Library { unsafeAddress { site.shared.address } }

    /// As the page itself, its crumbs and the list by letter name it: a draft says that it is one. Other lists and links
    /// give the title of the record.
    var title: String {
        if let title = knownTitle.withLock(\.self) { return title }
        let title = titleOfKind
        knownTitle.withLock { $0 = title }
        return title
    }

    private var titleOfKind: String {
        let title = kind.title(self)
        if isDraft { return strings.format(.draftTitle, ["title": title]) }
        // Of a list in parts, the first is the list itself.
        guard let part = page.part, part.number > 0 else { return title }
        return strings.format(
            .partTitle, ["title": title, "number": String(part.number + 1), "count": String(part.count)])
    }

    /// Whether the page shows a record that is not to be published yet.
    var isDraft: Bool { site.plan.isDraft(page.id) }

    var description: String { kind.description(self) }

    /// A page as it is in the language at hand.
    func context(of id: PageID) -> PageContext {
        PageContext(
            PlannedPage(id: id, language: language, path: site.plan.path(of: id, language: language) ?? ""), of: site)
    }

    /// What the page has in common with its neighbours.
    var surroundings: Surroundings {
        if let surroundings = knownSurroundings.withLock(\.self) { return surroundings }
        let isItem = if case .item = kind.menu { true } else { false }
        let folderEnd = page.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? page.path.startIndex
        let surroundings = site.surroundings(
            Surroundings.Key(
                language: language, folder: page.path[..<folderEnd], kind: page.id.name, item: isItem ? page.id : nil,
                isShownAnywhere: start != nil))
        knownSurroundings.withLock { $0 = surroundings }
        return surroundings
    }

    // MARK: Addresses

    /// The folder of the page's language.
    var languagePrefix: String { site.plan.prefix(of: language) }

    /// The way from the page to a file of the site.
    func href(_ path: String) -> String {
        if let start { return start + path }
        return site.options.shape.address(from: page.path, to: path)
    }

    /// The way to a page if there is one.
    func pageHref(_ id: PageID) -> String? { site.plan.path(of: id, language: language).map { href($0) } }

    /// The way to what a page is about, and to a place on it; in the combined document, to where it stands there.
    func href(_ id: PageID, fragment: String? = nil) -> String {
        if part != nil, isPrinted(id), let anchor = site.kinds[id.name].printedAnchor?(library, id.index) {
            return "#" + ([anchor] + [fragment].compactMap(\.self)).joined(separator: ".")
        }
        guard let target = site.plan.path(of: id, language: language) else { return "" }
        let page = target == page.path && fragment != nil ? "" : href(target)
        return page + (fragment.map { "#" + $0 } ?? "")
    }

    /// The combined document leaves archived practices and cases out.
    private func isPrinted(_ id: PageID) -> Bool {
        guard [.practice, .case].contains(id.name), let kind = PageKind.recordKind(id.name) else { return true }
        return site.shared.header(of: RecordID(kind, id.index))?.status != .archived
    }

    func href(_ record: RecordID, fragment: String? = nil) -> String { href(PageID(record), fragment: fragment) }

    func href(ofTerm term: GlossaryTerm) -> String {
        guard part == nil else { return "#" + PrintedPart.anchor(ofTerm: term.id) }
        return pageHref(PageID(.glossary)).map { $0 + "#" + term.id } ?? ""
    }

    /// The sentence on the page of its source. The combined document has the source as a whole.
    func href(of locator: Locator) -> String {
        guard let source = source(of: locator) else { return "" }
        return href(PageID(.source, source.index), fragment: part == nil ? locator.place : nil)
    }

    func url(_ path: String) -> String? { site.options.baseURL.map { "\($0)/\(path)" } }

    // MARK: Sources

    func source(of locator: Locator) -> SourceRef? {
        library.index.sources[locator.source].map { SourceRef(site.shared, $0) }
    }

    // MARK: Words

    /// The language of a text if it is not the page's.
    func foreignLanguage<Value>(_ text: Localized<Value>) -> String? {
        text.best(language).flatMap { $0.language == language ? nil : library.languages[$0.language] }
    }

    func enumerated(_ words: [String]) -> String { words.joined(separator: strings[.enumerationSeparator]) }

    /// The beginning of a text, cut at the end of a sentence where there is one near.
    func beginning(of text: Localized<MarkdownDocument>) -> String {
        beginning(of: firstLine(of: text))
    }

    private func beginning(of line: String) -> String {
        guard line.count > 160 else { return line }
        let start = line.prefix(160)
        if let end = start.lastIndex(where: { "。！？.!?".contains($0) }) { return String(start[...end]) }
        // Words of Latin letters are not cut.
        let end = start.suffix(24).lastIndex(of: " ") ?? start.endIndex
        return start[..<end] + "…"
    }

    /// The first sentence of a text, as far as one line may hold it.
    func firstSentence(of text: Localized<MarkdownDocument>) -> String {
        let line = firstLine(of: text)
        let end = line.indices.first { index in
            let next = line.index(after: index)
            // A point ends a sentence only before a space: 3.5, v1.2.
            return "。！？!?".contains(line[index]) || line[index] == "." && (next == line.endIndex || line[next] == " ")
        }
        return beginning(of: end.map { String(line[...$0]) } ?? line)
    }

    /// Without the locators that a page shows as numbers of notes.
    private func firstLine(of text: Localized<MarkdownDocument>) -> String {
        guard let document = text.best(language)?.value else { return "" }
        let text = document.withoutLocators(document.plainText)
        return text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first.map { String(Substring($0)) } ?? ""
    }

    /// How a page is cited: who publishes it, what it is called, of which day, and where it is.
    func citation(_ title: String, date: CalendarDate?) -> String {
        let parts: [String?] = [
            library.configuration.publisher?[language], title, library.configuration.title[language],
            date?.description, url(page.path) ?? page.path,
        ]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: strings[.listSeparator])
    }
}
