import Foundation
import Testing

@testable import Disk

@Suite("A folder is brought to hold exactly the files of the site")
struct PublishTests {
    @Test("the first time everything is written, with the folders it needs", arguments: [1, 4])
    func first(jobs: Int) async throws {
        let folder = try TemporaryFolder()
        let report = try await folder.publish(
            ["index.html": "首页", "places/panjin/index.html": "盘锦", "empty.txt": ""], jobs: jobs)
        #expect(report == PublishingReport(written: 3, unchanged: 0, removed: 0))
        #expect(folder.contents == ["index.html": "首页", "places/panjin/index.html": "盘锦", "empty.txt": ""])
        #expect(
            folder.manifest == Manifest(of: ["index.html": "首页", "places/panjin/index.html": "盘锦", "empty.txt": ""]))
    }

    @Test("the second time nothing is written, and every file keeps its date")
    func second() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "首页", "a/b.html": "盘锦"])
        try folder.age()
        let before = try folder.dates()
        let report = try await folder.publish(["a/b.html": "盘锦", "index.html": "首页"])
        #expect(report == PublishingReport(written: 0, unchanged: 2, removed: 0))
        #expect(try folder.dates() == before)
    }

    @Test("of a changed site only the changed files are written")
    func changed() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "首页", "a.html": "盘锦", "b.html": "武汉"])
        try folder.age()
        let before = try folder.dates()
        let report = try await folder.publish(["index.html": "首页", "a.html": "盘山", "b.html": "武汉三镇"])
        #expect(report == PublishingReport(written: 2, unchanged: 1, removed: 0))
        #expect(folder.contents == ["index.html": "首页", "a.html": "盘山", "b.html": "武汉三镇"])
        let after = try folder.dates()
        #expect(after.keys.filter { after[$0] != before[$0] }.sorted() == ["a.html", "b.html", Manifest.fileName])
    }

    @Test("what somebody changed by hand is neither replaced nor removed, unless that is asked for")
    func changedByHand() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "首页", "a.html": "旧", "b.html": "二"])
        try folder.put("手改", at: "index.html")
        try folder.put("手改", at: "a.html")
        #expect(
            await folder.refusal(of: ["index.html": "首页", "b.html": "三"])
                == .changedFiles(folder: folder.output, paths: ["a.html", "index.html"]))
        #expect(folder.contents == ["index.html": "手改", "a.html": "手改", "b.html": "二"])
        #expect(
            try await folder.publish(["index.html": "首页", "b.html": "三"], force: true)
                == PublishingReport(written: 2, unchanged: 0, removed: 1))
        #expect(folder.contents == ["index.html": "首页", "b.html": "三"])
    }

    @Test("what somebody changed to what the site has now is no obstacle")
    func changedAlike() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "首页"])
        try folder.put("新页", at: "index.html")
        #expect(try await folder.publish(["index.html": "新页"]) == PublishingReport(unchanged: 1))
        #expect(folder.manifest == Manifest(of: ["index.html": "新页"]))
    }

    @Test("a file that went missing is written again")
    func missing() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["a/index.html": "首页", "b.html": "二"])
        try FileManager.default.removeItem(atPath: folder.output + "/a")
        #expect(
            try await folder.publish(["a/index.html": "首页", "b.html": "二"])
                == PublishingReport(written: 1, unchanged: 1, removed: 0))
        #expect(folder.contents == ["a/index.html": "首页", "b.html": "二"])
    }

    @Test("what the site no longer has goes, with the folders that are empty then")
    func stale() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b/c/d.html": "二", "a/e.html": "三", "f/g.html": "四"])
        let report = try await folder.publish(["index.html": "一", "a/e.html": "三"])
        #expect(report == PublishingReport(written: 0, unchanged: 2, removed: 2))
        #expect(folder.contents == ["index.html": "一", "a/e.html": "三"])
        #expect(folder.manifest?.paths == ["a/e.html", "index.html"])
    }

    @Test("a stale file that is gone already is no problem")
    func staleAndGone() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b.html": "二"])
        try FileManager.default.removeItem(atPath: folder.output + "/a")
        try await folder.publish(["index.html": "一"])
        #expect(folder.contents == ["index.html": "一"])
        #expect(folder.manifest?.paths == ["index.html"])
    }

    @Test("an empty site leaves an empty manifest")
    func empty() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["a/index.html": "一"])
        #expect(try await folder.publish([:]) == PublishingReport(written: 0, unchanged: 0, removed: 1))
        #expect(folder.contents == [:])
        #expect(folder.manifest == Manifest())
    }

    @Test("the same files on one thread or four give the same folder")
    func threads() async throws {
        let files = PublishedFiles((0..<200).map { ("p\($0 % 9)/\($0).html", "第\($0)页") })
        let (one, four) = (try TemporaryFolder(), try TemporaryFolder())
        let first = try await publish(files, to: one.output, jobs: 1)
        let second = try await publish(files, to: four.output, jobs: 4)
        #expect(first == second && first.written == 200)
        #expect(one.contents == four.contents && one.contents.count == 200)
        #expect(one.text(of: Manifest.fileName) == four.text(of: Manifest.fileName))
    }

    @Test("a folder deep below one that is not there is made")
    func deepFolder() async throws {
        let folder = try TemporaryFolder()
        let report = try await publish(
            PublishedFiles([("index.html", "a")]), to: folder.output + "/x/y/z", jobs: 1)
        #expect(report.written == 1)
        #expect(folder.text(of: "x/y/z/index.html") == "a")
    }

    @Test("a site with drafts is never written over the published one, nor the published one over drafts")
    func drafts() async throws {
        let folder = try TemporaryFolder()
        func publish(_ text: String, hasDrafts: Bool) async -> PublishingError? {
            do throws(PublishingError) {
                let files = PublishedFiles(paths: ["index.html"], hasDrafts: hasDrafts) { _ in Array(text.utf8) }
                _ = try await Disk.publish(files, to: folder.output, jobs: 1)
                return nil
            } catch {
                return error
            }
        }
        #expect(await publish("首页", hasDrafts: false) == nil)
        #expect(await publish("草稿", hasDrafts: true) == .otherDrafts(folder: folder.output, hasDrafts: false))
        #expect(folder.contents == ["index.html": "首页"])
        #expect(folder.text(of: Manifest.fileName)?.contains("drafts") == false)
        try FileManager.default.removeItem(atPath: folder.output)
        #expect(await publish("草稿", hasDrafts: true) == nil)
        #expect(folder.manifest?.hasDrafts == true)
        #expect(await publish("首页", hasDrafts: false) == .otherDrafts(folder: folder.output, hasDrafts: true))
        #expect(await publish("草稿二", hasDrafts: true) == nil)
        #expect(folder.contents == ["index.html": "草稿二"])
    }
}
