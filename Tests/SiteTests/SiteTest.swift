import Content
import Diagnostics
import Foundation
import Parallel
import Testing

@testable import Site

/// A library on its way to a site, told as a chain:
///
///     await SiteTest.library("small").build().expectFile("topics/lifts.html", contains: "加装电梯")
struct SiteTest {
    var tree: SourceTree
    var diagnostics: [Diagnostic] = []
    var site: Site
    var artifacts: [String: [UInt8]] = [:]

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// The five-city library of this repository.
    static func fiveCities() async throws -> SiteTest {
        await SiteTest(try scan(folder: repository.path))
    }

    /// A fixture library, with files added or replaced.
    static func library(_ name: String, with files: [String: String] = [:], without removed: [String] = []) async throws
        -> SiteTest
    {
        let tree = try scan(folder: fixtures.appending(path: "\(name)/library").path)
        var all = Dictionary(uniqueKeysWithValues: tree.files.map { ($0.path, $0) })
        for path in removed { all[path] = nil }
        for (path, text) in files { all[path] = .init(path: path, bytes: Array(text.utf8)) }
        return await SiteTest(SourceTree(files: Array(all.values)))
    }

    init(_ tree: SourceTree, jobs: Int = 2) async {
        self.tree = tree
        var diagnostics: [Diagnostic] = []
        let raw = await read(tree, jobs: jobs, diagnostics: &diagnostics)
        let library = check(raw, includesDrafts: false, diagnostics: &diagnostics)
        let templates = TemplateSet(overrides: tree, languages: library.languages, diagnostics: &diagnostics)
        let sitePlan = plan(library, templates: templates, diagnostics: &diagnostics)
        self.diagnostics = diagnostics.sorted()
        site = Site(
            library: library, plan: sitePlan, templates: templates,
            options: SiteOptions(baseURL: library.configuration.baseURL))
    }

    func build(jobs: Int = 2) async -> SiteTest {
        var copy = self
        let site = site
        let rendered = await site.outputs.parallelMap(jobs: jobs) { (site.path(of: $0), site.render($0)) }
        for (path, bytes) in rendered { copy.artifacts[path] = bytes }
        return copy
    }

    /// The problems as they are printed.
    var report: String {
        DiagnosticWriter { path in tree[path].map { SourceText($0.bytes) } }.write(diagnostics, as: .text)
    }

    func text(_ path: String) -> String {
        artifacts[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// Set EXEMPLAR_RECORD=1 to write what was built over what is expected, then read the difference in git.
let isRecording = ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1"
