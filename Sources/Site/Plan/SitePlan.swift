import Content
import Diagnostics
import Text

/// One page before it is rendered.
package struct PlannedPage: Sendable, Equatable {
    package var id: PageID
    /// The index of its language in the site's.
    package var language: Int
    /// Below the output folder: `en/practices/panjin/three-grids.html`.
    package var path: String
    /// The record it shows, if it shows one.
    package var record: RecordID?
    /// Where a redirect leads.
    package var target: String?
    /// Whether readers should find it by links, and search engines by the sitemap.
    package var isListed = false
    /// Which part of a long list it is; nil where there is one page for all.
    package var part: PagePart?
}

/// A file that is published as it is.
package struct PlannedAsset: Sendable, Equatable {
    package var path: String
    package var bytes: [UInt8]
}

/// Every page and asset, known before anything is rendered.
package struct SitePlan: Sendable {
    package private(set) var pages: [PlannedPage] = []
    package private(set) var assets: [PlannedAsset] = []
    private var known: [PageID: KnownPage] = [:]
    private var pageAtPath: [String: Int] = [:]
    package let languages: [String]

    /// What is the same in every language.
    private struct KnownPage {
        /// Its paths, by language.
        var paths: [String]
        /// The file of the library that it shows; nil for what the program makes of many.
        var file: String?
        /// Whether its record is not to be published yet.
        var isDraft: Bool
    }

    init(languages: [String]) {
        self.languages = languages
    }

    package func path(of id: PageID, language: Int) -> String? { known[id]?.paths[language] }

    package func path(of record: RecordID, language: Int) -> String? { path(of: PageID(record), language: language) }

    package func page(at path: String) -> PlannedPage? { pageAtPath[path].map { pages[$0] } }

    /// The file that a page shows; nil for what the program makes of many.
    package func file(of id: PageID) -> String? { known[id]?.file }

    package func isDraft(_ id: PageID) -> Bool { known[id]?.isDraft ?? false }

    /// The same page in another language.
    package func path(of page: PlannedPage, in language: Int) -> String? { path(of: page.id, language: language) }

    /// The folder of a language: the default language stands at the root.
    package func prefix(of language: Int) -> String { language == 0 ? "" : languages[language] + "/" }

    /// A page in every language.
    mutating func add(_ seed: PageSeed, of kind: PageName) {
        let id = PageID(kind, seed.index, part: seed.part?.number ?? 0)
        let paths = languages.indices.map { prefix(of: $0) + seed.path }
        known[id] = KnownPage(
            paths: paths, file: seed.origin.flatMap { $0.span.path == Configuration.fileName ? nil : $0.span.path },
            isDraft: seed.isDraft)
        for (language, path) in paths.enumerated() {
            append(
                PlannedPage(
                    id: id, language: language, path: path, record: seed.record, isListed: seed.isListed,
                    part: seed.part))
        }
    }

    mutating func add(redirectAt path: String, to target: String, language: Int) {
        append(PlannedPage(id: PageID(.redirect, pages.count), language: language, path: path, target: target))
    }

    private mutating func append(_ page: PlannedPage) {
        if pageAtPath[page.path] == nil { pageAtPath[page.path] = pages.count }
        pages.append(page)
    }

    mutating func add(asset: PlannedAsset) { assets.append(asset) }
}
