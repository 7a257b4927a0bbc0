import Foundation
import Search
import Text

/// Walks a finished site: what a reader without a network could not open, and what a browser or a feed reader would not
/// take. Knows of the site what stands in its files alone.
package struct SiteAudit: Sendable {
    /// Bytes of a page; the combined document is as long as the library.
    private static let pageLimit = 150_000
    private static let unweighed = "print.html"

    private let files: [String: [UInt8]]
    private let outlines: [String: PageOutline]
    /// Where the site says that it is published, with a slash at its end.
    private let base: String?
    /// The part of it behind the server, which only pages for wrong addresses begin with: they are shown at any address.
    private let pathOnWeb: String?
    private static let shownAnywhere = "404.html"

    package init(_ files: [String: [UInt8]]) {
        self.files = files
        outlines = files.filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".xml") }
            .mapValues { PageOutline($0) }
        let robots = String(decoding: files["robots.txt"] ?? [], as: UTF8.self)
        base = robots.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Sitemap: ") }
            .flatMap { line in line.lastIndex(of: "/").map { String(line.dropFirst(9)[...$0]) } }
        pathOnWeb = base.flatMap { base in
            base.range(of: "://").map { String(base[$0.upperBound...].drop { $0 != "/" }) }
        }
    }

    /// Sorted by path.
    package var problems: [(path: String, problem: SiteProblem)] {
        var found = searchProblems
        for (path, outline) in outlines {
            for problem in outline.problems(isPage: path.hasSuffix(".html")) { found.append((path, problem)) }
            for link in outline.links {
                if let problem = problem(of: link, on: path) { found.append((path, problem)) }
            }
            guard path.hasSuffix(".html") else { continue }
            if let problem = languageProblem(of: outline, on: path) { found.append((path, problem)) }
            let size = files[path]?.count ?? 0
            if size > Self.pageLimit, !path.hasSuffix(Self.unweighed) {
                found.append((path, .tooBig(bytes: size, limit: Self.pageLimit)))
            }
        }
        for (path, bytes) in files where path.hasSuffix(".css") {
            for address in addresses(inStyle: bytes) {
                let link = PageLink(address: address, isResource: true)
                if let problem = problem(of: link, on: path) { found.append((path, problem)) }
            }
        }
        return found.sorted { ($0.path, "\($0.problem)") < ($1.path, "\($1.problem)") }
    }

    private var searchProblems: [(path: String, problem: SiteProblem)] {
        let folder = SearchIndex.folder
        let inFolder = files.filter { $0.key.hasPrefix(folder) }.map { ($0.key.dropFirst(folder.count), $0.value) }
        let faults = indexFaults(in: Dictionary(uniqueKeysWithValues: inFolder.map { (String($0), $1) }))
        return faults.map { fault in
            switch fault {
            case .missing(let name): (folder + SearchIndex.manifestName, .searchMissing(folder + name))
            case .stray(let name): (folder + name, .searchStray)
            }
        }
    }

    private func problem(of link: PageLink, on path: String) -> SiteProblem? {
        var address = link.address
        var folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        if let base, address.hasPrefix(base), !link.isResource {
            address = String(address.dropFirst(base.count))
            folder = ""
            if address.isEmpty { address = "index.html" }
        } else if let scheme = address.firstIndex(of: ":"), address[..<scheme].allSatisfy({ $0.isLetter }) {
            let isCarried = address.hasPrefix("data:")
            return link.isResource && !isCarried ? .outside(address) : nil
        } else if let pathOnWeb, path.lastPathPart == Self.shownAnywhere, address.hasPrefix(pathOnWeb),
            !address.hasPrefix("//")
        {
            address = String(address.dropFirst(pathOnWeb.count))
            folder = ""
        } else if address.hasPrefix("/") {
            return .outside(address)
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // What stands behind a question mark is for the scripts of the page.
        let file = String(parts[0].prefix { $0 != "?" })
        let target = file.isEmpty ? path : (folder + (file.removingPercentEncoding ?? file)).withoutDots
        guard let target, files[target] != nil else { return .deadLink(link.address) }
        guard parts.count == 2, !parts[1].isEmpty, let anchor = parts[1].removingPercentEncoding,
            let outline = outlines[target], !outline.ids.contains(anchor)
        else { return nil }
        return .deadAnchor(link.address)
    }

    /// A page names itself among its languages, and is in the language that it says.
    private func languageProblem(of outline: PageOutline, on path: String) -> SiteProblem? {
        guard !outline.language.isEmpty else { return .language("", expected: "") }
        let name = path.lastPathPart
        let own = outline.alternates.first { $0.address == name || base.map { $0 + path } == $0.address }
        guard let own, own.language != outline.language else { return nil }
        return .language(outline.language, expected: own.language)
    }
}
