import Search

/// The files below the root of a site that are no page and have no name of the library's.
enum OwnFile: String, CaseIterable {
    case robots = "robots.txt"
    case sitemap = "sitemap.xml"
    /// `Disk` writes it, of which a plan knows nothing.
    case manifest = "exemplar-manifest.json"

    /// The paths of these, and of the one that search begins with.
    static var paths: [String] { allCases.map(\.rawValue) + [SearchIndex.folder + SearchIndex.manifestName] }
}

/// The feeds that each language of a site has, below its folder.
enum FeedFile: String, CaseIterable {
    case reviews = "feed.xml"
    case corrections = "corrections.xml"
}
