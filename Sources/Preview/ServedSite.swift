import Content
import Disk
import Site
import Synchronization
import Text

/// A site whose files are made when they are asked for, and never written.
final class ServedSite: Sendable {
    let planned: PlannedSite
    private let jobs: Int
    private let made = Mutex(Made())

    private struct Made {
        var rendered: [String: File] = [:]
        var size = 0
        /// All files but those of search, once one was asked for that is no page.
        var files: [String: SiteFile]?
        var search: Task<[String: SiteFile], Never>?
        var searchTag: String?
    }

    /// A file of the site and what it is known by.
    struct File: Sendable {
        var bytes: [UInt8]
        var tag: String
        var isMissing = false
    }

    /// How many bytes of rendered files are kept until the site changes.
    private static let mostKept = 32 << 20

    init(_ planned: PlannedSite, jobs: Int) {
        (self.planned, self.jobs) = (planned, jobs)
    }

    /// The file at a path below the site; the page for wrong addresses where there is none.
    func file(at path: String) async -> File {
        if let known = made.withLock({ $0.rendered[path] }) { return known }
        let bytes = await bytes(at: path)
        let body = bytes ?? notFound(at: path)
        let file = File(bytes: body, tag: Manifest.hash(body), isMissing: bytes == nil)
        made.withLock { made in
            if made.size > Self.mostKept { (made.rendered, made.size) = ([:], 0) }
            made.rendered[path] = file
            made.size += body.count
        }
        return file
    }

    /// What changes when the file changes.
    func tag(of path: String) async -> String {
        path.hasPrefix(Site.searchFolder) ? searchTag : await file(at: path).tag
    }

    /// What stands for all files of search: they follow from everything but style sheets, and the index is made only
    /// for whoever searches.
    private var searchTag: String {
        made.withLock { made in
            if let tag = made.searchTag { return tag }
            var hasher = Hasher()
            for file in planned.tree.files where !file.path.hasSuffix(".css") {
                hasher.combine(file.path)
                hasher.combine(file.bytes)
            }
            let tag = String(UInt(bitPattern: hasher.finalize()), radix: 16)
            made.searchTag = tag
            return tag
        }
    }

    func hasPage(at path: String) -> Bool { planned.site.plan.page(at: path) != nil }

    private func bytes(at path: String) async -> [UInt8]? {
        // The list of all files takes a moment in a large library, and a page needs none.
        if let page = planned.site.plan.page(at: path) { return planned.site.render(page) }
        if let file = files()[path] { return file.render() }
        return path.hasPrefix(Site.searchFolder) ? await search()[path]?.render() : nil
    }

    private func files() -> [String: SiteFile] {
        if let files = made.withLock({ $0.files }) { return files }
        let files = Self.byPath(planned.site.files())
        made.withLock { $0.files = files }
        return files
    }

    private static func byPath(_ files: [SiteFile]) -> [String: SiteFile] {
        Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The files of search, made once.
    private func search() async -> [String: SiteFile] {
        await made.withLock { made in
            if let search = made.search { return search }
            let search = Task { [planned, jobs] in
                let index = await planned.site.index(jobs: jobs)
                return Self.byPath(planned.site.searchFiles(index))
            }
            made.search = search
            return search
        }.value
    }

    /// The page for wrong addresses, in the language of the address and with links that are right there.
    private func notFound(at path: String) -> [UInt8] {
        let plan = planned.site.plan
        let language = plan.languages.indices.last { path.hasPrefix(plan.prefix(of: $0)) } ?? 0
        guard var page = plan.page(at: plan.prefix(of: language) + PageKinds.notFoundFile) else { return [] }
        page.path = path
        return planned.site.render(page)
    }
}
