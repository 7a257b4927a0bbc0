import Content
import Diagnostics
import Search
import Synchronization

/// A checked library with its plan and templates: all that rendering a page needs.
package final class Site: Sendable {
    /// References into it are handed to views; the site keeps it for them.
    package let shared: SharedLibrary
    package let plan: SitePlan
    package let templates: TemplateSet
    package let options: SiteOptions
    let kinds: PageKinds
    /// The pages of each kind of record or place around them, worked out once.
    let neighbours: Neighbours
    let lists: Lists
    /// By language, as far as somebody asked.
    let navigations = Mutex<[Int: Navigation]>([:])
    /// As far as pages were written.
    let surroundings = Mutex<[Surroundings.Key: Surroundings]>([:])
    /// By language.
    let inquiryWords: [InquiryWords]
    /// How titles are read, for the list by letters.
    let pinyin: Pinyin

    package init(
        library: SharedLibrary, plan: SitePlan, templates: TemplateSet, options: SiteOptions,
        kinds: PageKinds = .standard
    ) {
        shared = library
        self.plan = plan
        self.templates = templates
        self.options = options
        self.kinds = kinds
        lists = Lists(library)
        neighbours = Neighbours(library: library.value)
        inquiryWords = templates.strings.map { InquiryWords($0) }
        pinyin = Pinyin(spellings: library.value.configuration.spellings)
    }

    package var library: Library { unsafeAddress { shared.address } }

    /// Whether search finds a page itself.
    func isSought(_ page: PlannedPage) -> Bool { page.isListed && kinds[page.id.name].searchDocument != nil }

    package var soughtPageCount: Int { plan.pages.count { isSought($0) } }

    /// A page of which something is written that stands elsewhere, such as a script that it loads.
    func context(of id: PageID, language: Int, citesInPlace: Bool = false) -> PageContext? {
        plan.path(of: id, language: language).map { path in
            PageContext(PlannedPage(id: id, language: language, path: path), of: self, citesInPlace: citesInPlace)
        }
    }

    func strings(_ language: Int) -> Strings { templates.strings[language] }
}

/// What a build may set besides the library's own settings.
package struct SiteOptions: Sendable, Equatable {
    /// Without a slash at its end; nil leaves out what needs one.
    package var baseURL: String?

    /// Today, for overdue reviews; without it none is overdue.
    package var today: CalendarDate?

    package var shape = SiteShape.folder

    /// Where on its server the site begins, `/library/` or `/`; nil where that is not known or of no use.
    var pathOnWeb: String? {
        guard shape == .folder, let baseURL, let host = baseURL.firstRange(of: "://") else { return nil }
        return baseURL[host.upperBound...].drop { $0 != "/" } + "/"
    }

    package init(baseURL: String?, today: CalendarDate? = nil, shape: SiteShape = .folder) {
        self.baseURL = baseURL
        self.today = today
        self.shape = shape
    }
}
