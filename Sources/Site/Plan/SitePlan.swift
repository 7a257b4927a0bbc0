import Content
import Diagnostics

/// One page before it is rendered.
package struct PlannedPage: Sendable, Equatable {
    package var kind: PageKind
    /// The index of its language in the site's.
    package var language: Int
    /// Below the output folder: `en/practices/panjin/three-grids.html`.
    package var path: String
    /// The record it shows, if it shows one.
    package var record: RecordID?
    /// The index of the source it shows, if it shows one.
    package var source: Int?
    /// Where a redirect leads.
    package var target: String?
    /// Whether readers should find it by links, and search engines by the sitemap.
    package var isListed: Bool
}

/// A file that is published as it is.
package struct PlannedAsset: Sendable, Equatable {
    package var path: String
    package var bytes: [UInt8]
}

/// Every output file, known before anything is rendered.
package struct SitePlan: Sendable {
    package private(set) var pages: [PlannedPage] = []
    package private(set) var assets: [PlannedAsset] = []
    /// The page of each record, by language.
    private var pathOfRecord: [RecordID: [String]] = [:]
    private var pathOfIndex: [PageKind: [String]] = [:]
    private var pathOfSource: [[String]] = []
    private var pageAtPath: [String: Int] = [:]
    package let languages: [String]

    init(languages: [String]) {
        self.languages = languages
    }

    package func path(of record: RecordID, language: Int) -> String? {
        pathOfRecord[record]?[language]
    }

    package func path(of index: PageKind, language: Int) -> String? {
        pathOfIndex[index]?[language]
    }

    package func page(at path: String) -> PlannedPage? {
        pageAtPath[path].map { pages[$0] }
    }

    package func path(ofSource source: Int, language: Int) -> String {
        pathOfSource[source][language]
    }

    /// The same page in another language.
    package func path(of page: PlannedPage, in language: Int) -> String? {
        if let source = page.source { return path(ofSource: source, language: language) }
        if let record = page.record { return path(of: record, language: language) }
        return path(of: page.kind, language: language)
    }

    /// The folder of a language: the default language stands at the root.
    package func prefix(of language: Int) -> String {
        language == 0 ? "" : languages[language] + "/"
    }

    mutating func add(record: RecordID, kind: PageKind, id: String, isListed: Bool) {
        let folder = record.kind.folder
        let name = kind == .home ? "index.html" : "\(folder)/\(id).html"
        let paths = languages.indices.map { prefix(of: $0) + name }
        pathOfRecord[record] = paths
        for (language, path) in paths.enumerated() {
            append(PlannedPage(kind: kind, language: language, path: path, record: record, isListed: isListed))
        }
    }

    mutating func add(index kind: PageKind, name: String, isListed: Bool = true) {
        let paths = languages.indices.map { prefix(of: $0) + name }
        pathOfIndex[kind] = paths
        for (language, path) in paths.enumerated() {
            append(PlannedPage(kind: kind, language: language, path: path, isListed: isListed))
        }
    }

    /// Sources are added in the order of the library.
    mutating func add(sourceNamed id: String) {
        let source = pathOfSource.count
        let paths = languages.indices.map { prefix(of: $0) + "sources/\(id).html" }
        pathOfSource.append(paths)
        for (language, path) in paths.enumerated() {
            append(PlannedPage(kind: .source, language: language, path: path, source: source, isListed: true))
        }
    }

    mutating func add(redirectAt path: String, to target: String, language: Int) {
        append(
            PlannedPage(kind: .redirect, language: language, path: path, target: target, isListed: false))
    }

    private mutating func append(_ page: PlannedPage) {
        if pageAtPath[page.path] == nil { pageAtPath[page.path] = pages.count }
        pages.append(page)
    }

    mutating func add(asset: PlannedAsset) {
        assets.append(asset)
    }
}
