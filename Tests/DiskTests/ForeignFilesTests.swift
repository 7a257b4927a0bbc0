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

    @Test("a link in the way is refused, and not followed")
    func symbolicLinks() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        let target = folder.outside + "/target.txt"
        try Data("外面".utf8).write(to: URL(filePath: target))
        try FileManager.default.removeItem(atPath: folder.output + "/index.html")
        try folder.link("index.html", to: target)
        #expect(await folder.refusal(of: ["index.html": "一"]) == .special(folder.output + "/index.html"))
        try FileManager.default.removeItem(atPath: folder.output + "/index.html")
        try folder.link("b.html", to: target)
        #expect(
            await folder.refusal(of: ["index.html": "一", "b.html": "外面"]) == .special(folder.output + "/b.html"))
        try await folder.publish(["index.html": "一"])
        #expect(folder.contents == ["index.html": "一", "b.html": "→ " + target])
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "外面")
    }

    @Test("a stale file that became a link was changed by somebody; by force the link goes, its target stays")
    func staleLinks() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "old.html": "旧"])
        let target = folder.outside + "/target.txt"
        try Data("外面".utf8).write(to: URL(filePath: target))
        try FileManager.default.removeItem(atPath: folder.output + "/old.html")
        try folder.link("old.html", to: target)
        #expect(
            await folder.refusal(of: ["index.html": "一"])
                == .changedFiles(folder: folder.output, paths: ["old.html"]))
        try await folder.publish(["index.html": "一"], force: true)
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

    @Test("a pipe or a folder where a file of ours should be is refused, and never waited for")
    func pipes() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a.html": "二"])
        for name in ["a.html", Manifest.fileName] {
            let path = folder.output + "/" + name
            let bytes = FileManager.default.contents(atPath: path)
            try FileManager.default.removeItem(atPath: path)
            mkfifo(path, 0o644)
            #expect(await folder.refusal(of: ["index.html": "三", "a.html": "二"]) == .special(path))
            unlink(path)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            #expect(await folder.refusal(of: ["index.html": "三", "a.html": "二"]) == .special(path))
            rmdir(path)
            _ = FileManager.default.createFile(atPath: path, contents: bytes)
        }
        #expect(folder.contents == ["index.html": "一", "a.html": "二"])
    }

    @Test("a folder that became a link is refused: what it leads to is another's")
    func linkedFolder() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b.html": "二"])
        try FileManager.default.moveItem(atPath: folder.output + "/a", toPath: folder.outside + "/theirs")
        try folder.link("a", to: folder.outside + "/theirs")
        #expect(await folder.refusal(of: ["a/b.html": "三"]) == .notAFolder(folder.output + "/a"))
        #expect(folder.text(of: "../theirs/b.html") == "二")
    }

    @Test("the site of another library is refused, whoever may take it over does, and a new title changes nothing")
    func otherLibrary() async throws {
        let folder = try TemporaryFolder()
        let (ours, theirs) = (LibraryMark(id: "a"), LibraryMark(id: "b", derivedID: "library-1"))
        try await folder.publish(["index.html": "一"])
        try await folder.publish(["index.html": "一"], library: theirs)
        #expect(folder.manifest?.library == "b", "a folder of an older version is marked")
        #expect(
            await folder.refusal(of: ["a.html": "二"], library: ours)
                == .otherLibrary(folder: folder.output, theirs: "b"))
        #expect(folder.contents == ["index.html": "一"])
        try await folder.publish(["a.html": "二"], library: ours, takesOver: true)
        #expect(folder.contents == ["a.html": "二"] && folder.manifest?.library == "a")
        try await folder.publish(["a.html": "二"], library: LibraryMark(id: "library-1"), takesOver: true)
        try await folder.publish(["a.html": "三"], library: theirs)
        #expect(folder.manifest?.library == "b", "a library that was given an id goes on publishing")
    }

    @Test("two libraries of one title and without an id are told apart by the practices that they show")
    func libraryOfSameTitle() async throws {
        let folder = try TemporaryFolder()
        func library(_ pages: String...) -> LibraryMark {
            LibraryMark(id: "library-1", derivedID: "library-1", pages: pages)
        }
        let ours = library("practices/wuhan/halls.html", "practices/wuhan/stairs.html")
        try await folder.publish(["index.html": "一"], library: library())
        try await folder.publish(["index.html": "一", "practices/wuhan/halls.html": "二"], library: ours)
        let theirs = library("practices/wuhan/lifts.html")
        #expect(
            await folder.refusal(of: ["index.html": "三", "practices/wuhan/lifts.html": "三"], library: theirs)
                == .otherLibrary(folder: folder.output, theirs: "library-1"))
        var named = theirs
        named.id = "c"
        #expect(await folder.refusal(of: ["index.html": "三"], library: named) != nil, "an id changes nothing")
        try await folder.publish(["index.html": "四"], library: ours)
        try await folder.publish(["index.html": "三"], library: theirs)
        #expect(folder.contents == ["index.html": "三"], "nobody has practices there")
    }
}
