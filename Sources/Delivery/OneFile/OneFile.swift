import Disk
import Parallel

/// A site, or a few pages of one, in one file: what is shown is taken from it by script, and nothing is loaded.
///
/// Pages are kept as the text they are, so that no browser has to unpack anything; stretches that several have in
/// common – menu, foot – are held once. Style sheets are told by their hashes to the policy of the file, as are the
/// site's scripts, each of which is a function there that is run when a page names it. Pictures and files to be saved
/// are in base64.
package struct OneFile: Sendable {
    /// What stands around the pages.
    package struct Frame: Sendable {
        package var language: String
        package var title: String
        /// What is seen until pages are shown, and where scripts are not run.
        package var notice: [UInt8]
        /// Shows the pages.
        package var script: String
        /// Where readers begin, and where a wrong address leads them.
        package var start: String
        package var missing: String

        package init(
            language: String, title: String, notice: [UInt8], script: String, start: String, missing: String
        ) {
            (self.language, self.title, self.notice) = (language, title, notice)
            (self.script, self.start, self.missing) = (script, start, missing)
        }
    }

    package let bytes: [UInt8]
    package let pageCount: Int

    /// - Parameters:
    ///   - site: the files of a site whose pages lead to each other as in one file.
    ///   - excerpt: the pages to hold if not all. Links to others lead to the site on the web, or nowhere. Where
    ///     scripts are not run, these few are shown one after the other.
    ///   - baseURL: where the site is on the web.
    package init(of site: PublishedFiles, excerpt: [String]? = nil, frame: Frame, baseURL: String?, jobs: Int) async {
        let wanted = excerpt.map(Set.init)
        let indices = site.paths.indices.filter { index in
            let path = site.paths[index]
            return wanted.map { !path.hasSuffix(".html") || $0.contains(path) } ?? true
        }
        let files = await indices.parallelMap(jobs: jobs) { (path: site.paths[$0], bytes: site.bytes($0)) }
        let pages = await files.filter { $0.path.hasSuffix(".html") }.parallelMap(jobs: jobs) {
            HeldPage($0.path, $0.bytes)
        }
        let others = Dictionary(
            files.filter { !$0.path.hasSuffix(".html") }.map { ($0.path, $0.bytes) },
            uniquingKeysWith: { first, _ in first })
        var writer = OneFileWriter(frame: frame, pages: pages, files: others)
        writer.isExcerpt = wanted != nil
        writer.baseURL = baseURL
        writer.library = site.library?.id
        bytes = writer.written
        pageCount = pages.count
    }

    static let libraryMark = "<meta name=\"library\" content=\""

    /// The id of the library that a file was made of; nil where it is no such file.
    package static func library(of bytes: [UInt8]) -> String? {
        guard let mark = bytes.prefix(1000).firstRange(of: Array(libraryMark.utf8)) else { return nil }
        let id = bytes[mark.upperBound...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") }
        return String(decoding: id, as: UTF8.self)
    }
}
