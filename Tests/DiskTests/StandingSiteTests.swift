import Foundation
import Testing

@testable import Disk

@Suite("A site stands if it was made from the same and is still as it was written")
struct StandingSiteTests {
    private static let origin = SiteOrigin(digest: "ab01", problems: 3)

    /// A folder with a site of three files that was made from ``origin``.
    private func folderWithSite() async throws -> TemporaryFolder {
        let made = try TemporaryFolder()
        var files = PublishedFiles([("index.html", "首页"), ("a/b.html", "二"), ("a/c/d.css", "三")])
        files.origin = Self.origin
        var options = PublishingOptions()
        options.syncs = false
        _ = try await publish(files, to: made.output, options: options, jobs: 1)
        return made
    }

    private func stands(_ folder: TemporaryFolder, from origin: SiteOrigin = origin) async -> Bool {
        await standingSite(in: folder.output, from: origin, jobs: 2) != nil
    }

    @Test("as it was written it stands, and its manifest says from what and with how many problems")
    func standing() async throws {
        let folder = try await folderWithSite()
        let manifest = await standingSite(in: folder.output, from: Self.origin, jobs: 1)
        #expect(manifest?.origin == Self.origin)
        #expect(manifest?.paths == ["a/b.html", "a/c/d.css", "index.html"])
        #expect(manifest == folder.manifest)
    }

    @Test("what is not ours may stand beside it")
    func foreign() async throws {
        let folder = try await folderWithSite()
        try folder.put("别人的", at: "a/other.txt")
        #expect(await stands(folder))
    }

    @Test("made from something else, or nobody knows from what, it does not")
    func otherOrigin() async throws {
        let folder = try await folderWithSite()
        #expect(await !stands(folder, from: SiteOrigin(digest: "ab02", problems: 3)))
        #expect(await !stands(folder, from: SiteOrigin(digest: "ab01", problems: 0)))
        try await folder.publish(["index.html": "首页", "a/b.html": "二", "a/c/d.css": "三"])
        #expect(folder.manifest?.origin == nil)
        #expect(await !stands(folder))
        #expect(await standingSite(in: folder.outside + "/nothing", from: Self.origin, jobs: 1) == nil)
    }

    @Test(
        "changed, missing, in place of a link, or in the middle of a build, it does not",
        arguments: [
            "changed", "same size", "missing", "file is a link", "folder is a link", "broken manifest",
            "manifest is a link",
            "a build under way", "unsafe path",
        ])
    func disturbed(how: String) async throws {
        let folder = try await folderWithSite()
        let full = { folder.output + "/" + $0 }
        let files = FileManager.default
        switch how {
        case "changed": try folder.put("二二", at: "a/b.html")
        case "same size": try folder.put("三", at: "a/b.html")
        case "missing": try files.removeItem(atPath: full("a/c/d.css"))
        case "file is a link":
            try files.moveItem(atPath: full("a/b.html"), toPath: folder.outside + "/b.html")
            try folder.link("a/b.html", to: folder.outside + "/b.html")
        case "folder is a link":
            try files.moveItem(atPath: full("a"), toPath: folder.outside + "/a")
            try folder.link("a", to: folder.outside + "/a")
        case "broken manifest": try folder.put("{", at: Manifest.fileName)
        case "manifest is a link":
            try files.moveItem(atPath: full(Manifest.fileName), toPath: folder.outside + "/m.json")
            try folder.link(Manifest.fileName, to: folder.outside + "/m.json")
        case "a build under way":
            try files.createDirectory(
                atPath: folder.outside + "/.exemplar-staging.public", withIntermediateDirectories: true)
        default:
            try folder.put("外", at: "../out.html")
            try folder.writeManifest(
                Manifest(hashes: ["../out.html": Manifest.hash(Array("外".utf8))], origin: Self.origin))
        }
        #expect(await !stands(folder))
    }

    @Test("while files are moved one by one, nothing stands")
    func uncertain() async throws {
        let folder = try await folderWithSite()
        let manifest = try #require(folder.manifest)
        #expect(manifest.uncertain(with: ["new.html"]).origin == nil)
    }

    @Test("values are told apart wherever one ends and the next begins")
    func digests() {
        func digest(_ add: (inout OriginDigest) -> Void) -> String {
            var digest = OriginDigest()
            add(&digest)
            return digest.hex
        }
        let all = [
            digest { _ in }, digest { $0.add("") }, digest { $0.add(String?.none) },
            digest { $0.add(String?.some("")) },
            digest { $0.add("ab") },
            digest {
                $0.add("a")
                $0.add("b")
            },
            digest {
                $0.add("")
                $0.add("ab")
            },
        ]
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.count == 64 })
    }
}
