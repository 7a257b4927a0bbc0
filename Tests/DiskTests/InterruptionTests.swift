import Foundation
import Testing

@testable import Disk

@Suite("After a failure or an interruption the next publishing puts everything right")
struct InterruptionTests {
    @Test("the manifest lists old and new files while files are written")
    func union() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一", "old.html": "旧"])
        let long = String(repeating: "z", count: 300)
        #expect(
            await folder.refusal(of: ["index.html": "二", "a.html": "新", long: "三"])
                == .system(operation: .write, path: folder.output + "/" + long, reason: "File name too long"))
        #expect(folder.manifest?.paths == ["a.html", "index.html", "old.html", long])
        #expect(folder.text(of: "old.html") == "旧", "nothing is removed before everything is written")

        let report = try await folder.publish(["index.html": "二", "b.html": "新"])
        #expect(report.removed == 3, "the old page, the new one that is not wanted, the one never written")
        #expect(folder.contents == ["index.html": "二", "b.html": "新"])
        #expect(folder.manifest == Manifest(of: ["index.html": "二", "b.html": "新"]))
    }

    @Test("a site cut short after its manifest was written is completed")
    func cutShort() async throws {
        let folder = try TemporaryFolder()
        try folder.writeManifest(Manifest(of: ["index.html": "一", "a/b.html": "二", "old/c.html": "三"]))
        try folder.put("一", at: "index.html")
        try folder.put("三", at: "old/c.html")
        try folder.put("二的一", at: "a/b.html")
        let report = try await folder.publish(["index.html": "一", "a/b.html": "二"])
        #expect(report == PublishingReport(written: 1, unchanged: 1, removed: 1))
        #expect(folder.contents == ["index.html": "一", "a/b.html": "二"])
        #expect(folder.manifest == Manifest(of: ["index.html": "一", "a/b.html": "二"]))
    }

    @Test("what a broken build left half written is cleared away")
    func leftOver() async throws {
        let folder = try TemporaryFolder()
        try await folder.publish(["index.html": "一"])
        try folder.put("半", at: ".exemplar-staging/0")
        try await folder.publish(["index.html": "二二二"])
        #expect(folder.contents == ["index.html": "二二二"])
    }

    @Test("a first build that died leaves nothing that is mistaken for the site, and the next one makes it whole")
    func diedWhileNew() async throws {
        let folder = try TemporaryFolder()
        try folder.put("半", at: ".exemplar-staging/places/panjin.html")
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
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.output)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.output) }
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
        try folder.put("半", at: ".exemplar-staging/a/b.html")
        let left = folder.output + "/.exemplar-staging/a"
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: left)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: left) }
        #expect(await folder.refusal(of: ["a/b.html": "全"])?.isSystem == true)
    }

    @Test("what a broken build left is cleared without following a link out of it")
    func linkInStaging() async throws {
        let folder = try TemporaryFolder()
        try folder.put("", at: ".exemplar-staging/a.html")
        try folder.put("别人的", at: "../others/b.html")
        try folder.link(".exemplar-staging/out", to: folder.outside + "/others")
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
