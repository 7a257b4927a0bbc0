/// In what a site is handed on, which decides how its files lead to each other.
package enum SiteShape: Sendable {
    /// Files in folders, with relative addresses.
    case folder
    /// One file that holds all others and shows its pages by script.
    case oneFile
    /// One file with a few pages, so without menu and search.
    case excerpt

    /// The address that leads from one file of the site to another. In one file a page has an address behind the
    /// `#`: `#/en/practices/panjin/three-grids.html`.
    func address(from source: String, to target: String) -> String {
        self == .folder ? SitePath.relative(from: source, to: target) : "#/" + target
    }
}
