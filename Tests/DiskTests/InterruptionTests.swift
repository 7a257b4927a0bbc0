import Foundation
import Testing

@testable import Disk

@Suite("After a failure or an interruption the next publishing puts everything right")
struct InterruptionTests {
    @Test("what cannot be written as a whole changes nothing")
    func allOrNothing() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "old.html": "旧"])
        let long = String(repeating: "z", count: 300)
        #expect(
            await folder.refusal(of: ["index.html": "二", "a.html": "新", long: "三"])
                == .system(
                    operation: .write, path: folder.outside + "/.exemplar-staging.public/site/" + long,
                    reason: "File name too long"))
        #expect(folder.contents == ["index.html": "一", "old.html": "旧"])
        #expect(folder.manifest == Manifest(of: ["index.html": "一", "old.html": "旧"]))
        #expect(folder.neighbours == [])
    }

    @Test("a site cut short after its manifest was written is completed")
    func cutShort() async throws {
        let folder = try TemporaryFolder()
        try folder.writeManifest(
            Manifest(of: ["index.html": "一", "old/c.html": "三"]).uncertain(with: ["a/b.html"]))
        try folder.put("一", at: "index.html")
        try folder.put("三", at: "old/c.html")
        try folder.put("二的一", at: "a/b.html")
        let report = try await folder.publish(["index.html": "一", "a/b.html": "二"])
        #expect(report == PublishingReport(written: 1, unchanged: 1, removed: 1))
        #expect(folder.contents == ["index.html": "一", "a/b.html": "二"])
        #expect(folder.manifest == Manifest(of: ["index.html": "一", "a/b.html": "二"]))
    }

    @Test("what a broken build left half written is cleared away, in the folder and beside it")
    func leftOver() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        for place in [".exemplar-staging", "../.exemplar-staging.public"] {
            try folder.put(#"{"ours":["a/b.html"],"linked":{}}"#, at: place + "/ours.json")
            try folder.put("半", at: place + "/site/a/b.html")
            try await folder.publish(["index.html": "二二二"])
            #expect(folder.contents == ["index.html": "二二二"])
            #expect(folder.neighbours == [])
        }
    }

    @Test("a build that died while it wrote down what is ours leaves nothing either")
    func journalCutShort() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        for place in [".exemplar-staging", "../.exemplar-staging.public"] {
            try folder.put(#"{"ours":["a/b"#, at: place + "/ours.json.new")
            try await folder.publish(["index.html": "二"])
            #expect(folder.contents == ["index.html": "二"])
            #expect(folder.neighbours == [])
        }
        try folder.put("别人的", at: ".exemplar-staging/ours.json.new")
        try folder.put("别人的", at: ".exemplar-staging/a.txt")
        try await folder.publish(["index.html": "三"])
        #expect(folder.text(of: ".exemplar-staging/ours.json.new") == "别人的")
    }

    @Test("what others put into the folder while it lay aside comes back, and what they removed does not")
    func rescued() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "新"])
        try folder.put("还在", at: "CNAME")
        let aside = "../.exemplar-staging.public/site/"
        try folder.put("旧", at: aside + "index.html")
        try folder.put("后来的", at: aside + "notes/a.txt")
        try folder.put("已删", at: aside + "gone.txt")
        try FileManager.default.linkItem(
            atPath: folder.output + "/CNAME", toPath: folder.outside + "/.exemplar-staging.public/site/CNAME")
        let inode = try #require(
            FileManager.default.attributesOfItem(atPath: folder.output + "/" + aside + "gone.txt")[.systemFileNumber])
        try folder.put(
            #"{"ours":["index.html"],"linked":{"gone.txt":\#(inode)}}"#, at: "../.exemplar-staging.public/ours.json")
        try await folder.publish(["index.html": "新"])
        #expect(folder.contents == ["index.html": "新", "CNAME": "还在", "notes/a.txt": "后来的"])
        #expect(folder.neighbours == [])
    }

    @Test("a folder of that name which is not ours is left alone, and the site is made elsewhere")
    func othersStaging() async throws {
        let folder = try TemporaryFolder()
        try folder.put("别人的", at: "../.exemplar-staging.public/a.txt")
        try await folder.publish(["index.html": "一"])
        try await folder.publish(["index.html": "二"])
        #expect(folder.contents == ["index.html": "二"])
        #expect(folder.text(of: "../.exemplar-staging.public/a.txt") == "别人的")
        try folder.put("别人的", at: ".exemplar-staging/a.txt")
        #expect(
            await folder.refusal(of: ["index.html": "三"])
                == .foreignFiles(folder: folder.output, paths: [".exemplar-staging/a.txt"]))
    }

    @Test("the folder stays the same one, so that servers and containers that look at it see the new site")
    func sameFolder() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "a/b.html": "二", "c": "三"])
        try folder.put("别人的", at: "a/notes.txt")
        let inode = folder.inode
        try await folder.publish(["index.html": "新", "a/b.html": "二", "c/d.html": "四"])
        #expect(folder.inode == inode && inode != nil)
        #expect(
            folder.contents == ["index.html": "新", "a/b.html": "二", "a/notes.txt": "别人的", "c/d.html": "四"])
        #expect(folder.neighbours == [])
    }

    @Test("a source that changed while it was read ends the build before anything is shown")
    func changedSource() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        var options = PublishingOptions()
        options.changedSource = { "content/index.md" }
        await #expect(throws: PublishingError.sourceChanged("content/index.md")) {
            try await Disk.publish(
                PublishedFiles([("index.html", "半")]), to: folder.output, options: options, jobs: 1)
        }
        #expect(folder.contents == ["index.html": "一"])
    }

    @Test("a first build that failed leaves nothing that is mistaken for the site, and the next one makes it whole")
    func failedWhileNew() async throws {
        let folder = try TemporaryFolder()
        #expect(
            await folder.refusal(of: ["a.html": "一", String(repeating: "z", count: 300): "二"])?.isSystem == true)
        #expect(folder.contents == [:], "not even a part of it")
        try await folder.publish(["index.html": "一", "places/panjin.html": "全"])
        #expect(folder.contents == ["index.html": "一", "places/panjin.html": "全"])
        #expect(folder.manifest == Manifest(of: ["index.html": "一", "places/panjin.html": "全"]))
    }

    @Test(
        "a folder that may not be written to gives the system's words",
        .disabled(if: getuid() == 0, "root may write anywhere"))
    func readOnly() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        for path in [folder.output, folder.outside] {
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
        }
        defer {
            for path in [folder.output, folder.outside] {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            }
        }
        #expect(
            await folder.refusal(of: ["index.html": "二"])
                == .system(
                    operation: .makeFolder, path: folder.output + "/.exemplar-staging",
                    reason: "Permission denied"))
        #expect(folder.contents == ["index.html": "一"])
    }

    @Test(
        "so does one in which a broken build left what cannot be removed",
        .disabled(if: getuid() == 0, "root may remove anything"))
    func cannotBeCleared() async throws {
        let folder = try TemporaryFolder()
        try folder.put(#"{"ours":["a/b.html"],"linked":{}}"#, at: ".exemplar-staging/ours.json")
        try folder.put("半", at: ".exemplar-staging/site/a/b.html")
        let left = folder.output + "/.exemplar-staging/site/a"
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: left)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: left) }
        #expect(await folder.refusal(of: ["a/b.html": "全"])?.isSystem == true)
    }

    @Test("what a broken build left is cleared without following a link out of it")
    func linkInStaging() async throws {
        let folder = try TemporaryFolder()
        try folder.put(#"{"ours":["out"],"linked":{}}"#, at: ".exemplar-staging/ours.json")
        try folder.put("别人的", at: "../others/b.html")
        try folder.put("", at: ".exemplar-staging/site/out/x")
        try FileManager.default.removeItem(atPath: folder.output + "/.exemplar-staging/site/out")
        try folder.link(".exemplar-staging/site/out", to: folder.outside + "/others")
        try await folder.publish(["index.html": "一"])
        #expect(folder.contents == ["index.html": "一"])
        #expect(folder.text(of: "../others/b.html") == "别人的")
    }

    @Test("so does one that cannot be made")
    func cannotBeMade() async throws {
        let folder = try TemporaryFolder()
        let path = folder.outside + "/" + String(repeating: "x", count: 300)
        do throws(PublishingError) {
            _ = try await publish(PublishedFiles([("index.html", "")]), to: path, jobs: 1)
            Issue.record("a name of 300 bytes was made")
        } catch {
            #expect(error == .unreadable(ReadError(path: path, reason: .system("File name too long"))))
        }
    }
}

extension PublishingError {
    fileprivate var isSystem: Bool { if case .system = self { true } else { false } }
}
