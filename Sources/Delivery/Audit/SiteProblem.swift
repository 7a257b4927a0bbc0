/// What is wrong with a file of a finished site.
package enum SiteProblem: Hashable, Sendable {
    /// A link to a file that is not there.
    case deadLink(String)
    /// A link to an element that is not there.
    case deadAnchor(String)
    /// A style sheet, script or picture of somewhere else, or an address that only a server knows.
    case outside(String)
    /// A page without a content security policy.
    case noPolicy
    case headings(Int)
    /// The language of the page, and the one under which the page names itself.
    case language(String, expected: String)
    case sameID(String)
    case tooBig(bytes: Int, limit: Int)
    /// A file that the index of search names.
    case searchMissing(String)
    /// A file of search that the index does not name.
    case searchStray
    /// XML whose elements are not closed in order, or a feed without what it must have.
    case element(String)
}
