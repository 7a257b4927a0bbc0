/// A section of the menu: an item of its first row, whose pages are the second row on all pages that belong to it.
enum MenuSection: String, CaseIterable, Sendable {
    case find, cases, places, data, about
}

/// Where a kind of page belongs.
enum MenuPlace: Sendable {
    /// Among the pages of a section, in the order of ``PageKind/all``. Of the library's own texts those that ask for it.
    case item(MenuSection)
    /// Below another kind of page, whose item is marked on it.
    case below(PageName)
    /// The home page, and pages that nobody looks for.
    case nowhere
}
