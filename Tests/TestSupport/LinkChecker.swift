import Foundation

/// Where the links of a built site lead: those of pages and feeds, within the site.
package struct LinkChecker {
    private let artifacts: [String: [UInt8]]
    /// The address under which the site will be published, with a slash at its end.
    private let base: String?
    /// Where it begins on its server: the page for wrong addresses is shown at any, so its own begin there.
    private var pathOnWeb: Substring? {
        base.flatMap { base in base.range(of: "://").map { base[$0.upperBound...].drop { $0 != "/" } } }
    }

    package init(_ artifacts: [String: [UInt8]], baseURL: String? = nil) {
        self.artifacts = artifacts
        base = baseURL.map { $0 + "/" }
    }

    /// Each link that leads to no file or no element of its file, as ‘page: link’, sorted.
    package var deadLinks: [String] {
        let outlines = artifacts.filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".xml") }
            .mapValues(Outline.init)
        return outlines.flatMap { path, outline in
            outline.links.filter { link in
                guard let target = target(of: link, on: path) else { return false }
                guard artifacts[target.path] != nil else { return true }
                return target.anchor.map { outlines[target.path]?.ids.contains($0) != true } ?? false
            }.map { "\(path): \($0)" }
        }.sorted()
    }

    /// Nil for addresses of the web.
    private func target(of link: String, on path: String) -> (path: String, anchor: String?)? {
        var link = link[...]
        var folders = path.split(separator: "/").dropLast().map(String.init)
        if let base, link.hasPrefix(base) {
            link = link.dropFirst(base.count)
            folders = []
            if link.isEmpty { link = "index.html" }
        } else if let start = pathOnWeb, path.hasSuffix("404.html"), link.hasPrefix(start) {
            link = link.dropFirst(start.count)
            folders = []
        } else if ["https:", "http:", "mailto:", "data:"].contains(where: link.hasPrefix) {
            return nil
        }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let anchor = parts.count == 2 ? parts[1].removingPercentEncoding : nil
        // What stands behind a question mark is for the scripts of the page.
        let address = parts[0].prefix { $0 != "?" }
        if address.isEmpty { return (path, anchor) }
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." { _ = folders.popLast() } else { folders.append(part.removingPercentEncoding ?? "") }
        }
        return (folders.joined(separator: "/"), anchor)
    }
}

/// The links and ids of a page.
package struct Outline {
    package private(set) var links: [String] = []
    package private(set) var ids: Set<String> = []

    package init(_ bytes: [UInt8]) {
        for (name, value) in attributes(in: bytes) {
            if name == "id" { ids.insert(value) } else if name == "href" || name == "src" { links.append(value) }
        }
    }
}

/// All attributes of some markup that are written with double quotes and a space before, as ours all are.
package func attributes(in bytes: [UInt8]) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var position = 0
    while let equals = bytes[position...].firstIndex(of: UInt8(ascii: "=")) {
        position = equals + 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
            let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")),
            let space = bytes[..<equals].lastIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") })
        else { continue }
        let value = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
        let name = String(decoding: bytes[(space + 1)..<equals], as: UTF8.self)
        found.append((name, value.replacing("&amp;", with: "&")))
        position = end + 1
    }
    return found
}
