import Content
import Diagnostics

/// One page before it is rendered.
package struct PlannedPage: Sendable, Equatable {
    package var kind: PageKind
    /// The index of its language in the site's.
    package var language: Int
    /// Below the output folder: `en/practices/panjin/three-grids.html`.
    package var path: String
    package var subject: Subject?
    /// Where a redirect leads.
    package var target: String?
    /// Whether readers should find it by links, and search engines by the sitemap.
    package var isListed: Bool

    /// The record it shows, if it shows one.
    package var record: RecordID? { subject?.record }
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
    /// The page about each thing, by language.
    private var pathsOfSubject: [Subject: [String]] = [:]
    private var pathsOfIndex: [PageKind: [String]] = [:]
    private var pageAtPath: [String: Int] = [:]
    package let languages: [String]

    init(languages: [String]) {
        self.languages = languages
    }

    package func path(of subject: Subject, language: Int) -> String? {
        pathsOfSubject[subject]?[language]
    }

    package func path(of record: RecordID, language: Int) -> String? {
        path(of: .record(record), language: language)
    }

    package func path(of index: PageKind, language: Int) -> String? {
        pathsOfIndex[index]?[language]
    }

    package func page(at path: String) -> PlannedPage? {
        pageAtPath[path].map { pages[$0] }
    }

    /// The same page in another language.
    package func path(of page: PlannedPage, in language: Int) -> String? {
        if let subject = page.subject { return path(of: subject, language: language) }
        return path(of: page.kind, language: language)
    }

    /// The folder of a language: the default language stands at the root.
    package func prefix(of language: Int) -> String {
        language == 0 ? "" : languages[language] + "/"
    }

    /// A page about one thing, in every language.
    ///
    /// - Parameter name: its path below the folder of a language.
    mutating func add(_ subject: Subject, kind: PageKind, name: String, isListed: Bool = true) {
        pathsOfSubject[subject] = addPages(kind, name: name, subject: subject, isListed: isListed)
    }

    mutating func add(index kind: PageKind, name: String, isListed: Bool = true) {
        pathsOfIndex[kind] = addPages(kind, name: name, subject: nil, isListed: isListed)
    }

    private mutating func addPages(_ kind: PageKind, name: String, subject: Subject?, isListed: Bool) -> [String] {
        let paths = languages.indices.map { prefix(of: $0) + name }
        for (language, path) in paths.enumerated() {
            append(PlannedPage(kind: kind, language: language, path: path, subject: subject, isListed: isListed))
        }
        return paths
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
