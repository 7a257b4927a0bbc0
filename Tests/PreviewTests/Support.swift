import Content
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing
import Text

@testable import Disk
@testable import Preview

/// A copy of a library that a test writes into, with its preview.
final class PreviewedLibrary {
    let folder: URL
    let preview: Preview
    let build: BuildOptions

    /// The small library of the fixtures, unless another folder is given.
    init(_ library: URL = SiteTest.fixtures.appending(path: "small/library"), drafts: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in [SourceTree.settingsName] + SourceTree.folders {
            let original = library.appending(path: name)
            guard FileManager.default.fileExists(atPath: original.path) else { continue }
            try FileManager.default.copyItem(at: original, to: folder.appending(path: name))
        }
        var build = BuildOptions()
        build.includesDrafts = drafts
        build.jobs = 2
        self.build = build
        preview = Preview(
            Preview.Settings(folder: folder.path, build: build, editor: EditorProgram("vscode") ?? .none, language: .en)
        )
        await preview.refresh()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try read(path)
        #expect(text.contains(old))
        try write(text.replacing(old, with: new), to: path)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(at: folder.appending(path: path), to: folder.appending(path: other))
    }

    func get(_ target: String) async -> Response {
        await preview.respond(to: Request(target: target, headers: ["host": "127.0.0.1:4000"]), port: 4000)
    }

    /// A file as preview gives it, without what it adds to pages.
    func file(_ path: String) async -> [UInt8]? {
        let response = await get("/" + path)
        guard response.status == 200 else { return nil }
        guard path.hasSuffix(".html") else { return response.body }
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(text.contains(Preview.script))
        return Array(text.replacing(Preview.script, with: "").utf8)
    }

    func text(_ path: String) async -> String { String(decoding: await file(path) ?? [], as: UTF8.self) }

    /// What a build of the folder as it is would write; nil where there are errors.
    func built() async throws -> [String: [UInt8]]? {
        let planned = await PlannedSite(try scan(folder: folder.path), options: build)
        guard !planned.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        let files = planned.site.files(search: await planned.site.index(jobs: 2))
        return Dictionary(files.map { ($0.path, $0.render()) }) { first, _ in first }
    }
}
