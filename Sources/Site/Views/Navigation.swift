import Content
import Synchronization

/// The pages to which every page of a language links.
struct Navigation: Sendable {
    /// A page by its path from the root of the site: the way there differs from page to page.
    struct Item: Sendable {
        var title: String
        var path: String
        var id: PageID
    }

    /// The kinds of pages that belong there, then the library's own texts.
    var menu: [Item]
    /// What is about the library itself.
    var foot: [Item]
}

extension Site {
    /// Worked out by the first page that asks; titles are the same on all.
    func navigation(_ language: Int) -> Navigation {
        navigations.withLock { known in
            if let navigation = known[language] { return navigation }
            func items(_ place: PageKind.Navigation) -> [Navigation.Item] {
                kinds.list.filter { $0.navigation == place }.compactMap { item(PageID($0.name)) }
            }
            func item(_ id: PageID) -> Navigation.Item? {
                plan.path(of: id, language: language).map { path in
                    let page = PlannedPage(id: id, language: language, path: path)
                    return Navigation.Item(title: PageContext(page, of: self).title, path: path, id: id)
                }
            }
            let own = shared.pages.filter(\.record.isInMenu).compactMap { item(PageID($0.id)) }
            let navigation = Navigation(menu: items(.menu) + own, foot: items(.foot))
            known[language] = navigation
            return navigation
        }
    }
}
