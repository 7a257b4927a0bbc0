import Content
import Diagnostics
import Search

/// A checked library with its plan and templates: all that rendering a page needs.
package struct Site: Sendable {
    package let library: Library
    package let plan: SitePlan
    package let templates: TemplateSet
    package let options: SiteOptions
    /// The pages of each kind of record or place around them, worked out once.
    let neighbours: Neighbours
    /// How titles are read, for the list by letters.
    let pinyin: Pinyin
    /// The index for search, once it is made.
    var search: SiteSearch?

    package init(library: Library, plan: SitePlan, templates: TemplateSet, options: SiteOptions) {
        self.library = library
        self.plan = plan
        self.templates = templates
        self.options = options
        neighbours = Neighbours(library: library)
        pinyin = Pinyin(spellings: library.configuration.spellings)
    }

    func strings(_ language: Int) -> Strings { templates.strings[language] }
}

/// What a build may set besides the library's own settings.
package struct SiteOptions: Sendable, Equatable {
    /// Without a slash at its end; nil leaves out what needs one.
    package var baseURL: String?

    /// The day against which reviews are measured; without it no review is called overdue.
    package var today: CalendarDate?

    package init(baseURL: String?, today: CalendarDate? = nil) {
        self.baseURL = baseURL
        self.today = today
    }
}
