import Disk
import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("An update laid over a pack is the new pack")
struct UpdateTests {
    static let old = ["index.html": "首页", "a.html": "一", "b.html": "二", "cases/old.html": "旧"]
    static let new = ["index.html": "首页", "a.html": "一新", "b.html": "二", "cases/new.html": "新"]

    private func oldPack(_ zip: [UInt8]) throws -> OldPack { try #require(OldPack(try PackContents(zip: zip))) }

    @Test("it has what changed and says what is no longer needed")
    func update() async throws {
        let before = try await Pack(Self.old).zip(jobs: 2)
        let update = try #require(
            try await Pack(Self.new).update(from: try oldPack(before.bytes), comments: ["覆盖"], jobs: 2))
        #expect(update.removed == ["site/cases/old.html"])
        let alone = try Stick()
        try alone.unpack(update.bytes)
        #expect(
            try await alone.contents().files.keys.sorted() == [
                "SHA256SUMS", "UPDATE.txt", "site/a.html", "site/cases/new.html",
            ])
        #expect(
            String(decoding: try readFile(alone.path + "/UPDATE.txt"), as: UTF8.self) == """
                # exemplar update of \(before.fingerprint)
                # 覆盖
                + site/a.html
                + site/cases/new.html
                - site/cases/old.html

                """)
        #expect(try await alone.report() == ["update 3"])
        #expect(try PackReport(zip: update.bytes)?.lines == ["update 3"])

        let stick = try Stick()
        try stick.unpack(before.bytes)
        try stick.unpack(update.bytes)
        #expect(try await stick.report() == ["leftover site/cases/old.html", "whole 7"])
        #expect(PackReport(try await stick.contents())?.fingerprint == update.fingerprint)
        try stick.remove("site/cases/old.html")
        #expect(try await stick.report() == ["whole 7"])
        try stick.remove("site/b.html")
        #expect(try await stick.report() == ["missing site/b.html", "whole 6"])
    }

    @Test("an update that lost a file, or whose list of changes was altered, differs")
    func damagedUpdate() async throws {
        let before = try await Pack(Self.old).bytes()
        let update = try #require(try await Pack(Self.new).update(from: try oldPack(before), comments: [], jobs: 1))
        let stick = try Stick()
        try stick.unpack(update.bytes)
        try stick.remove("site/a.html")
        #expect(try await stick.report().contains("missing site/a.html"))
        let other = try Stick()
        try other.unpack(before)
        try other.unpack(update.bytes)
        try other.put("x", at: "site/evil.html")
        try other.put(
            String(decoding: try readFile(other.path + "/UPDATE.txt"), as: UTF8.self) + "- site/evil.html\n",
            at: "UPDATE.txt")
        #expect(try await other.report().contains("changed UPDATE.txt"))
    }

    @Test("without a change there is none")
    func nothing() async throws {
        let before = try await Pack(Self.old).bytes()
        #expect(try await Pack(Self.old).update(from: try oldPack(before), comments: [], jobs: 2) == nil)
    }

    @Test("a row of random updates, each from the pack with those before laid over, or from the last update alone")
    func row() async throws {
        var random = SeededGenerator(seed: 16)
        let stick = try Stick()
        var site = Self.old
        try stick.unpack(try await Pack(site).bytes())
        var last: [UInt8]?
        for _ in 0..<12 {
            for path in site.keys.sorted() where path != "index.html" && Int.random(in: 0..<3, using: &random) == 0 {
                site[path] = Bool.random(using: &random) ? nil : random.text(of: ["一", "二"], upTo: 9)
            }
            site["\(Int.random(in: 0..<9, using: &random)).html"] = random.text(of: ["三", "四"], upTo: 9)
            let contents = try await stick.contents()
            let from = Bool.random(using: &random) ? last.map { try? PackContents(zip: $0) } ?? contents : contents
            guard
                let update = try await Pack(site).update(
                    from: try #require(OldPack(from ?? contents)), comments: [], jobs: 2)
            else { continue }
            try stick.unpack(update.bytes)
            last = update.bytes
            let report = try #require(PackReport(try await stick.contents()))
            #expect(report.differences.isEmpty)
            #expect(report.whole == site.count + 3)
        }
        // Written again as a folder, it loses what the updates left.
        _ = try await Pack(site).write(to: stick.path, jobs: 2)
        #expect(try await stick.report() == ["whole \(site.count + 2)"])
    }

    @Test("a folder is brought up to date in place, and folders that are no packs of ours are left alone")
    func folder() async throws {
        let stick = try Stick()
        let first = try await Pack(Self.old).write(to: stick.path + "/库", jobs: 2)
        #expect(first.report == PublishingReport(written: 6))
        let second = try await Pack(Self.new).write(to: stick.path + "/库", jobs: 2)
        #expect(second.report == PublishingReport(written: 2, unchanged: 4, removed: 1))
        #expect(second.fingerprint == (try await Pack(Self.new).zip(jobs: 2).fingerprint))
        #expect(PackReport(try await PackContents(folder: stick.path + "/库", jobs: 1))?.lines == ["whole 6"])

        let other = try Stick()
        try other.put("x", at: "disk.iso")
        try other.put("\(Manifest.hash(Array("x".utf8)))  disk.iso\n", at: "SHA256SUMS")
        await #expect(throws: PublishingError.damagedManifest(name: "SHA256SUMS", folder: other.path)) {
            _ = try await Pack(Self.new).write(to: other.path, jobs: 2)
        }
        #expect(try await other.report() == ["whole 1"])
    }
}
