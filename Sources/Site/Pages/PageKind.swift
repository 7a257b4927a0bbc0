import Content
import Diagnostics
import Search
import Text

/// A kind of page: everything the site has to know of it, in one place. ``PageKinds`` lists them.
///
///     extension PageName { static let glossary = PageName("glossary") }
///
///     extension PageKind {
///         static let glossary = PageKind(
///             .glossary, of: { shared, _ in shared },
///             pages: { _ in [.only("glossary.html", what: "the page ‘glossary’")] }, …)
///     }
package final class PageKind: Sendable {
    package let name: PageName
    /// What its template may say.
    let view: ViewScope
    /// The pages there are of it.
    let seeds: @Sendable (SharedLibrary) -> [PageSeed]
    /// The title, which is also the `h1`.
    let title: @Sendable (PageContext) -> String
    /// One or two sentences for search engines and feeds.
    let description: @Sendable (PageContext) -> String
    /// The pages from the home page down to the page's parent.
    let trail: @Sendable (PageContext) -> [PageID]
    /// Style sheets besides those of every page, so that none loads what it does not show.
    let styles: @Sendable (PageContext) -> [String]
    /// Scripts; everything that matters is there without them.
    let scripts: [String]
    let schemaType: SchemaType
    /// What linked data says besides what it says of every page.
    let linkedData: @Sendable (PageContext) -> [JSON.Member]
    /// Where it belongs: both rows of the menu and the map at the foot follow from it.
    let menu: MenuPlace
    /// Where it stands in the combined document; nil if it is not in it.
    let printedAnchor: (@Sendable (Library, Int) -> String)?
    /// What search finds of it; nil where the page is not searched: lists, kits and comparisons repeat what the pages
    /// of records say.
    let searchDocument: (@Sendable (PageContext) -> SearchDocument)?
    /// The keys of the interface texts that stand for a title or description of its own.
    let phraseKeys: [String]
    /// The frame for its template.
    let frame: @Sendable (PageContext) -> Frame

    /// - Parameters:
    ///   - subject: What a page is about, by its index.
    ///   - title: The interface text `<name>-title` unless given.
    ///   - description: The interface text `description-<name>` unless given.
    ///   - trail: The home page unless given.
    ///   - menu: Nowhere unless given.
    init<Subject>(
        _ name: PageName,
        of subject: @escaping @Sendable (SharedLibrary, Int) -> Subject,
        pages: @escaping @Sendable (SharedLibrary) -> [PageSeed],
        title: (@Sendable (Subject, PageContext) -> String)? = nil,
        description: (@Sendable (Subject, PageContext) -> String)? = nil,
        trail: (@Sendable (Subject, PageContext) -> [PageID])? = nil,
        styles: @escaping @Sendable (PageContext) -> [String] = { _ in [] },
        scripts: [String] = [],
        schemaType: SchemaType,
        linkedData: (@Sendable (Subject, PageContext) -> [JSON.Member])? = nil,
        menu: MenuPlace = .nowhere,
        printedAnchor: (@Sendable (Library, Int) -> String)? = nil,
        search: (@Sendable (Subject, PageContext) -> SearchDocument)? = nil,
        view: View<Subject>
    ) {
        let find: @Sendable (PageContext) -> Subject = { subject($0.site.shared, $0.page.id.index) }
        let (titleKey, descriptionKey) = ("\(name)-title", "description-\(name)")
        phraseKeys = [title == nil ? titleKey : nil, description == nil ? descriptionKey : nil].compactMap(\.self)
        self.name = name
        seeds = pages
        self.title = { title?(find($0), $0) ?? $0.strings.text(titleKey) }
        self.description = { description?(find($0), $0) ?? $0.strings.text(descriptionKey) }
        self.trail = { trail?(find($0), $0) ?? [PageID(.home)] }
        self.styles = styles
        self.scripts = scripts
        self.schemaType = schemaType
        self.linkedData = { linkedData?(find($0), $0) ?? [] }
        self.menu = menu
        self.printedAnchor = printedAnchor
        if let search { searchDocument = { search(find($0), $0) } } else { searchDocument = nil }
        self.view = view.scope
        frame = { SubjectFrame(find($0), outer: nil) }
    }
}

/// The kinds of pages of a site.
package struct PageKinds: Sendable {
    /// In the order of the plan, of the menu and of the foot.
    let list: [PageKind]
    private let byName: [PageName: PageKind]

    init(_ list: [PageKind]) {
        self.list = list
        byName = Dictionary(list.map { ($0.name, $0) }) { first, _ in first }
    }

    package static let standard = PageKinds(PageKind.all)

    /// The page for wrong addresses stands in for a kind that is not listed.
    subscript(name: PageName) -> PageKind { byName[name] ?? .notFound }
}

/// A page that a kind wants to have in every language.
struct PageSeed {
    var index: Int
    /// Below the folder of a language: `practices/panjin/three-grids.html`.
    var path: String
    /// The record it shows.
    var record: RecordID?
    /// What wants the path, for messages about collisions, and where that is written; nil where nothing can collide.
    var origin: (what: Diagnostics.Phrase, span: SourceSpan)?
    /// Whether readers find it by links, and search engines by the sitemap.
    var isListed = true
    /// Whether what it shows is not to be published yet.
    var isDraft = false
    /// Which part of a long list it is.
    var part: PagePart?

    /// The only page of its kind, which comes from no file of the library.
    static func only(_ path: String, what: Diagnostics.Phrase, isListed: Bool = true) -> PageSeed {
        PageSeed(
            index: 0, path: path, origin: (what, SourceSpan(path: Configuration.fileName, range: 0..<0)),
            isListed: isListed)
    }

    /// The page of a record.
    static func record(_ id: RecordID, _ header: Header) -> PageSeed {
        PageSeed(
            index: id.index, path: "\(id.kind.folder)/\(header.id).html", record: id,
            origin: (.pageOf(header.title[0]), header.titleSpan), isListed: header.status != .archived,
            isDraft: header.status == .draft)
    }
}
