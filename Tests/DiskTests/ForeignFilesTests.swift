import Foundation
import Testing

@testable import Disk

@Suite("What was never ours is neither replaced nor removed")
struct ForeignFilesTests {
    @Test("other files in the folder stay, even beside files that go")
    func kept() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b.html": "二"])
        try folder.put("别人的", at: "CNAME")
        try folder.put("别人的", at: "a/notes.txt")
        try FileManager.default.createDirectory(atPath: folder.output + "/空", withIntermediateDirectories: true)
        let report = try await folder.publish(["index.html": "三"])
        #expect(report == PublishingReport(written: 1, unchanged: 0, removed: 1))
        #expect(folder.contents == ["index.html": "三", "CNAME": "别人的", "a/notes.txt": "别人的", "空/": ""])
        #expect(folder.manifest?.paths == ["index.html"])
    }

    @Test("a folder with other files and no manifest is refused untouched")
    func notOurs() async throws {
        let folder = try TemporaryFolder()
        try folder.put("论文", at: "thesis.txt")
        try folder.put("相片", at: "photos/a.jpg")
        #expect(
            await folder.refusal(of: ["index.html": "一"]) == .notOurs(folder: folder.output, example: "photos"))
        #expect(folder.contents == ["thesis.txt": "论文", "photos/a.jpg": "相片"])
        #expect(folder.manifest == nil)
    }

    @Test(
        "one whose manifest cannot be read is refused too, and says so",
        arguments: ["", "{}", "[1]", "{\"files\": [{\"path\": 1}]}"])
    func brokenManifest(text: String) async throws {
        let folder = try TemporaryFolder()
        try folder.put(text, at: Manifest.fileName)
        try folder.put("别人的", at: "index.html")
        #expect(
            await folder.refusal(of: ["index.html": "一"])
                == .damagedManifest(name: Manifest.fileName, folder: folder.output))
        #expect(folder.contents == ["index.html": "别人的"])
    }

    @Test("what version control keeps in an empty folder is no obstacle, and stays")
    func harmlessNames() async throws {
        let folder = try TemporaryFolder()
        try folder.put("*\n", at: ".gitignore")
        try folder.put("", at: ".gitkeep")
        try await folder.publish(["index.html": "一"])
        try await folder.publish([:])
        #expect(folder.contents == [".gitignore": "*\n", ".gitkeep": ""])
    }

    @Test("foreign files in the way are all named before anything is written")
    func inTheWay() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "old.html": "旧"])
        try folder.put("别人的", at: "b.html")
        try folder.put("别人的", at: "a/x.html")
        try folder.age()
        let before = try folder.dates()
        let site: KeyValuePairs = ["index.html": "二", "new/c.html": "三", "b.html": "四", "a/x.html": "五"]
        #expect(
            await folder.refusal(of: site) == .foreignFiles(folder: folder.output, paths: ["a/x.html", "b.html"]))
        #expect(folder.contents == ["index.html": "一", "old.html": "旧", "b.html": "别人的", "a/x.html": "别人的"])
        #expect(try folder.dates() == before)
    }

    @Test("a foreign file that says the same is taken over")
    func sameBytes() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        try folder.put("二", at: "b.html")
        #expect(
            try await folder.publish(["index.html": "一", "b.html": "二"])
                == PublishingReport(written: 0, unchanged: 2, removed: 0))
        #expect(folder.manifest?.paths == ["b.html", "index.html"])
    }

    @Test("a file where the folder should be is refused untouched")
    func notAFolder() async throws {
        let folder = try TemporaryFolder()
        try Data("文件".utf8).write(to: URL(filePath: folder.output))
        #expect(await folder.refusal(of: ["index.html": "一"]) == .notAFolder(folder.output))
        #expect(try String(contentsOfFile: folder.output, encoding: .utf8) == "文件")
    }

    @Test("a link in the way is not followed: one of ours becomes a file, another's is refused")
    func symbolicLinks() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        let target = folder.outside + "/target.txt"
        try Data("外面".utf8).write(to: URL(filePath: target))
        try FileManager.default.removeItem(atPath: folder.output + "/index.html")
        try folder.link("index.html", to: target)
        try folder.link("b.html", to: target)
        #expect(
            await folder.refusal(of: ["index.html": "一", "b.html": "外面"])
                == .foreignFiles(folder: folder.output, paths: ["b.html"]))
        try await folder.publish(["index.html": "一"])
        #expect(folder.contents == ["index.html": "一", "b.html": "→ " + target])
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "外面")
    }

    @Test("a stale file that became a link: the link goes, its target stays")
    func staleLinks() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "old.html": "旧"])
        let target = folder.outside + "/target.txt"
        try Data("外面".utf8).write(to: URL(filePath: target))
        try FileManager.default.removeItem(atPath: folder.output + "/old.html")
        try folder.link("old.html", to: target)
        try await folder.publish(["index.html": "一"])
        #expect(folder.contents == ["index.html": "一"])
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "外面")
    }

    @Test(
        "nothing outside the folder is removed, whatever the manifest lists",
        arguments: [
            "../target.txt", "a/../../target.txt", "./../target.txt", "ABSOLUTE",
        ])
    func outside(path: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b.html": "二"])
        let target = folder.outside + "/target.txt"
        try Data("外面".utf8).write(to: URL(filePath: target))
        let listed = path == "ABSOLUTE" ? target : path
        try folder.writeManifest(Manifest(hashes: ["index.html": "", "a/b.html": "", listed: ""]))
        let report = try await folder.publish(["index.html": "一"])
        #expect(report == PublishingReport(written: 0, unchanged: 1, removed: 1))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "外面")
        #expect(folder.contents == ["index.html": "一"])
        #expect(folder.manifest?.paths == ["index.html"], "and the path is forgotten")
    }
}
