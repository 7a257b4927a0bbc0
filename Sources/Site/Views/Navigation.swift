import Content
import Synchronization

/// The pages to which every page of a language links: the sections of the menu, as far as they have pages.
struct Navigation: Sendable {
    /// A page by its path from the root of the site: the way there differs from page to page.
    struct Item: Sendable {
        var title: String
        var path: String
        var id: PageID
    }

    struct Section: Sendable {
        var name: MenuSection
        /// At least one; the first is where the section begins.
        var items: [Item]
    }

    var sections: [Section]
}

extension Site {
    /// Worked out by the first page that asks; titles are the same on all.
    func navigation(_ language: Int) -> Navigation {
        navigations.withLock { known in
            if let navigation = known[language] { return navigation }
            let settings = library.configuration.menu
            let navigation = Navigation(
                sections: (settings?.sorted(MenuSection.allCases, by: \.rawValue) ?? MenuSection.allCases).compactMap {
                    name in
                    let pages = kinds.list.filter { $0.isItem(of: name) }.flatMap { $0.menuPages(of: shared) }
                    let items = (settings?.shown(pages) ?? pages).map(\.id).compactMap { id in
                        plan.path(of: id, language: language).map { path in
                            let page = PlannedPage(id: id, language: language, path: path)
                            return Navigation.Item(title: PageContext(page, of: self).title, path: path, id: id)
                        }
                    }
                    return items.isEmpty ? nil : Navigation.Section(name: name, items: items)
                })
            known[language] = navigation
            return navigation
        }
    }

}

/// A page that may stand in the menu, and what the settings call it.
struct MenuPage {
    var id: PageID
    var name: String
}

extension MenuSettings {
    /// What is named comes first, in the order in which it is.
    fileprivate func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
        let places = Dictionary(order.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ranked = items.enumerated().map { (rank: places[name($1)] ?? order.count, number: $0, item: $1) }
        return ranked.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }.map(\.item)
    }

    fileprivate func shown(_ pages: [MenuPage]) -> [MenuPage] {
        sorted(pages.filter { page in !hidden.contains { $0.id == page.name } }, by: \.name)
    }
}

/// What the settings of the menu may name, and what pages call it in each language.
struct MenuName {
    var name: String
    var shown: [String]
    /// That of a page.
    var section: String?
}

extension PageKinds {
    /// The sections, and the pages of all of them.
    func menuNames(of shared: SharedLibrary, in strings: [Strings]) -> (sections: [MenuName], pages: [MenuName]) {
        let sections = MenuSection.allCases.map { section in
            MenuName(name: section.rawValue, shown: strings.map { $0[.menu, section] })
        }
        let pages = list.flatMap { kind in
            guard case .item(let section) = kind.menu else { return [MenuName]() }
            return kind.menuPages(of: shared).map { page in
                let record = kind.name == .page ? shared.pages[page.id.index].record : nil
                let titles = strings.indices.compactMap { language in
                    record.map { $0.header.title[language] } ?? strings[language].texts["\(kind.name)-title"]
                }
                return MenuName(name: page.name, shown: titles, section: section.rawValue)
            }
        }
        return (sections, pages)
    }
}

extension PageKind {
    /// The pages of the kind that stand in the menu: the only one there is, or the texts that ask for it, by their ids.
    fileprivate func menuPages(of shared: SharedLibrary) -> [MenuPage] {
        guard name == .page else { return [MenuPage(id: PageID(name), name: name.text)] }
        return shared.pages.filter(\.record.isInMenu).map { MenuPage(id: PageID($0.id), name: $0.record.header.id) }
    }

    fileprivate func isItem(of name: MenuSection) -> Bool {
        if case .item(name) = menu { return true }
        return false
    }
}

extension PageContext {
    /// The section of the menu that the page belongs to, and the item there that it is or is below of.
    var menuPosition: (section: MenuSection, item: PageID)? {
        switch kind.menu {
        case .item(let section): (section, page.id)
        case .below(let name): context(of: PageID(name)).menuPosition
        case .nowhere: nil
        }
    }
}

/// A section of the menu as a page shows it.
struct ShownSection {
    var section: Navigation.Section
    /// The item that the page is or is below of, on a page of the section.
    var current: PageID?
}

private struct ShownItem {
    var item: Navigation.Item
    var isCurrent: Bool
}

let menuSectionView = View<ShownSection>(
    ofSurroundings: "menu section",
    linkFields(
        title: { shown, page in page.strings[.menu, shown.section.name] },
        href: { shown, page in shown.section.items.first.map { page.href($0.path) } ?? "" }
    ),
    [
        .text("current", "page where its link leads to the page at hand, true on its other pages; else absent") {
            shown, page in
            shown.current.map { _ in shown.section.items.first?.id == page.page.id ? "page" : "true" }
        },
        .flag("has-items", "whether it has more than one page") { shown, _ in shown.section.items.count > 1 },
        .list("items", of: menuItemView, "its pages") { shown, _ in
            shown.section.items.map { ShownItem(item: $0, isCurrent: $0.id == shown.current) }
        },
    ])

private let menuItemView = View<ShownItem>(
    ofSurroundings: "menu item",
    linkFields(title: { shown, _ in shown.item.title }, href: { $1.href($0.item.path) }),
    [
        .text("current", "page if it is the page at hand, true if that is below it; else absent") { shown, page in
            shown.isCurrent ? (shown.item.id == page.page.id ? "page" : "true") : nil
        }
    ])

extension PageContext {
    /// The sections of the menu, of which one is that of the page.
    var menu: [ShownSection] {
        let position = menuPosition
        return site.navigation(language).sections.map {
            ShownSection(section: $0, current: $0.name == position?.section ? position?.item : nil)
        }
    }
}
