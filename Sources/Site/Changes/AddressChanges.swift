import Content

/// An address of the site that no longer shows what it showed.
package struct AddressChange: Sendable, Equatable {
    /// Below the root of the site.
    package var path: String
    /// Where it leads now; nil where nothing is there any more.
    package var target: String?
}

/// Which addresses of a site moved, or are gone without an alias that leads on. Both are planned without drafts. What
/// happened to a page in every language is told once, of the default language; by path.
package func addressChanges(from old: SitePlan, to new: SitePlan) -> [AddressChange] {
    let files = Set(new.assets.map(\.path))
    var changes: [AddressChange] = []
    var told: Set<AddressOfAny> = []
    for page in old.pages {
        let now = new.page(at: page.path)
        guard now == nil || now?.target != page.target, !files.contains(page.path) else { continue }
        // An old address that becomes a page again still shows something.
        if page.target != nil, now != nil, now?.target == nil { continue }
        let prefix = old.prefix(of: page.language)
        let plain = AddressOfAny(
            path: String(page.path.dropFirst(prefix.count)),
            target: now?.target.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 })
        if told.insert(plain).inserted { changes.append(AddressChange(path: page.path, target: now?.target)) }
    }
    for asset in old.assets where !files.contains(asset.path) && new.page(at: asset.path) == nil {
        changes.append(AddressChange(path: asset.path))
    }
    return changes.sorted { $0.path < $1.path }
}

/// What happened to an address, whichever language it is of.
private struct AddressOfAny: Hashable {
    var path: String
    var target: String?
}
