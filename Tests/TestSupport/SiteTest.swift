import Content
import Diagnostics
import Disk
import Foundation
import Parallel
import Site
import Text

/// A library on its way to a site, told as a chain:
///
///     await SiteTest.library("small").build().text("topics/lifts.html")
///
/// What no test has changed is read once and built once in a run.
package struct SiteTest: Sendable {
    package let tree: SourceTree
    package let diagnostics: [Diagnostic]
    package private(set) var site: Site
    package private(set) var artifacts: [String: [UInt8]] = [:]
    /// What an unchanged library is remembered by.
    private var name: String?

    package static let fixtures = Repository.folder.appending(path: "Tests/SiteTests/Fixtures")
    private static let read = Once<SiteTest>()
    private static let built = Once<SiteTest>()

    /// The five-city library of this repository.
    package static func fiveCities() async throws -> SiteTest { try await unchanged("", in: Repository.folder) }

    /// A fixture library, with files added or replaced.
    package static func library(
        _ name: String, with files: [String: String] = [:], without removed: [String] = [],
        kinds: PageKinds = .standard
    ) async throws -> SiteTest {
        let folder = fixtures.appending(path: "\(name)/library")
        if files.isEmpty && removed.isEmpty { return try await unchanged(name, in: folder) }
        var all = Dictionary(uniqueKeysWithValues: try scan(folder: folder.path).files.map { ($0.path, $0) })
        for path in removed { all[path] = nil }
        for (path, text) in files { all[path] = .init(path: path, bytes: Array(text.utf8)) }
        return await SiteTest(SourceTree(files: Array(all.values)), kinds: kinds)
    }

    /// The library `loop` with so many small practices more, all of one place, source and mechanism.
    package static func loop(practices count: Int) async throws -> SiteTest {
        let files = (0..<count).map { number in
            (
                "content/practices/jia/p\(number).md",
                """
                ---
                title: {zh-Hans: 做法\(number), en: Practice \(number)}
                place: jia
                problem: {text: {zh-Hans: 问题, en: Problem}, from: reports#P1.S1}
                mechanisms: [hotline]
                modality: reported
                ---
                """
            )
        }
        return try await library("loop", with: Dictionary(uniqueKeysWithValues: files))
    }

    private static func unchanged(_ name: String, in folder: URL) async throws -> SiteTest {
        try await read.value(name) {
            var test = await SiteTest(try scan(folder: folder.path))
            test.name = name
            return test
        }
    }

    package init(_ tree: SourceTree, jobs: Int = 2, kinds: PageKinds = .standard) async {
        var options = BuildOptions()
        options.jobs = jobs
        let planned = await PlannedSite(tree, options: options, kinds: kinds)
        (self.tree, diagnostics, site) = (tree, planned.diagnostics, planned.site)
    }

    /// The same library built with other options.
    package func with(_ options: SiteOptions) -> SiteTest {
        var copy = self
        copy.name = nil
        copy.site = Site(library: site.shared, plan: site.plan, templates: site.templates, options: options)
        return copy
    }

    /// Renders every file of the site, those of search included.
    package func build(jobs: Int = 2) async throws -> SiteTest {
        guard let name else { return await rendered(jobs: jobs) }
        return try await Self.built.value(name) { await rendered(jobs: jobs) }
    }

    private func rendered(jobs: Int) async -> SiteTest {
        let search = await site.index(jobs: jobs)
        let files = await site.files(search: search).parallelMap(jobs: jobs) { ($0.path, $0.render()) }
        var copy = self
        copy.artifacts = Dictionary(files) { _, last in last }
        return copy
    }

    /// The problems as they are printed.
    package var report: String {
        DiagnosticWriter(language: .en) { path in tree[path].map { SourceText($0.bytes) } }.write(
            diagnostics, as: .text)
    }

    /// Each link of the built site that leads to no file or no element of its file, as ‘page: link’.
    package var deadLinks: [String] {
        LinkChecker(artifacts, baseURL: site.library.configuration.baseURL).deadLinks
    }

    package func text(_ path: String) -> String {
        artifacts[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
