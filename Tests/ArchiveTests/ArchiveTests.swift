import Foundation
import TestSupport
import Testing

@testable import Archive

@Suite("Zip files are written the same everywhere, and those of others are read with care")
struct ArchiveTests {
    private func zip(_ files: KeyValuePairs<String, String>) throws -> [UInt8] {
        let writer = try ArchiveWriter()
        for (path, text) in files { try writer.add(Array(text.utf8), at: path) }
        return try writer.finish()
    }

    /// The files of an archive, and what is told of those that are damaged.
    private func contents(
        of bytes: [UInt8], limits: ArchiveEntries.Limits = .init()
    ) throws(ArchiveEntries.Refusal) -> [String: String] {
        let entries = try ArchiveEntries(bytes, limits: limits)
        var texts = entries.list.map { _ in [UInt8]() }
        var damaged: [Int: String] = [:]
        try entries.forEach(piece: { texts[$0] += Array($1) }, damaged: { damaged[$0] = "damaged: \($1.reason)" })
        return Dictionary(
            uniqueKeysWithValues: entries.list.enumerated().map {
                ($1.path, damaged[$0] ?? String(decoding: texts[$0], as: UTF8.self))
            })
    }

    private func refusal(of bytes: [UInt8], limits: ArchiveEntries.Limits = .init()) -> ArchiveEntries.Refusal? {
        do throws(ArchiveEntries.Refusal) {
            _ = try contents(of: bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("what is written is read back, Chinese names and empty files too")
    func roundTrip() throws {
        let bytes = try zip(["打开.html": "首页", "site/en/index.html": "Home", "empty": ""])
        #expect(try contents(of: bytes) == ["打开.html": "首页", "site/en/index.html": "Home", "empty": ""])
    }

    @Test("no clock is in the bytes: date and time of a file are 1980-01-01 00:00:00")
    func clock() throws {
        #expect(Array(try zip(["a": "一"])[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test("a zip file with one entry that could do harm is refused", arguments: HostileZip.refused)
    func refused(_ zip: HostileZip) {
        #expect(refusal(of: zip.bytes) != nil)
    }

    @Test("there are forty of them and more, and the same made honestly are read")
    func honest() throws {
        #expect(HostileZip.refused.count >= 40)
        let zip = HostileZip(
            "honest",
            .init("site/") {
                $0.mode = 0o040755
                $0.content = []
            }, .init("site/index.html"),
            .init("site/a/b.html"), .init("打开.html"),
            .init("zeros") { entry in
                entry.method = 8
                entry.content = HostileZip.deflatedZeros(258 * 3 + 1)
                entry.size = 258 * 3 + 1
                entry.checksum = HostileZip.checksum(of: [UInt8](repeating: 0, count: 258 * 3 + 1))
            })
        #expect(
            try contents(of: zip.bytes) == [
                "site/index.html": "x", "site/a/b.html": "x", "打开.html": "x",
                "zeros": String(repeating: "\0", count: 775),
            ])
    }

    @Test("a refusal names the entry and the reason")
    func reasons() {
        func reason(_ entries: HostileZip.Entry...) -> ArchiveEntries.Refusal? {
            refusal(of: HostileZip("", entries).bytes)
        }
        #expect(reason(.init("a"), .init("../b")) == .outside("../b"))
        #expect(reason(.init("a") { $0.mode = 0o120777 }) == .link("a"))
        #expect(reason(.init("a") { $0.mode = 0o020666 }) == .special("a"))
        #expect(reason(.init("a") { $0.flags |= 1 }) == .encrypted("a"))
        #expect(reason(.init("a/b"), .init("A/c")) == .twins("a", "A/c"))
        #expect(reason(.init("a"), .init("") { $0.name = [0xFF] }) == .nameNotUTF8(entry: 2))
    }

    @Test("bombs are stopped by size, number and ratio, whatever they say of themselves")
    func bombs() {
        #expect(refusal(of: HostileZip.hidden.bytes) == .tooBig("big"))
        var lying = HostileZip.hidden
        lying.entries[0].size = 5
        #expect(
            refusal(of: lying.bytes) != nil || (try? contents(of: lying.bytes))?["big"]?.hasPrefix("damaged") == true)
        var few = ArchiveEntries.Limits()
        few.entries = 2
        let three = HostileZip("", .init("a"), .init("b"), .init("c"))
        #expect(refusal(of: three.bytes, limits: few) == .tooMany(limit: 2))
        var small = ArchiveEntries.Limits()
        small.entryBytes = 3
        #expect(
            refusal(of: HostileZip("", .init("a") { $0.content = [1, 2, 3, 4] }).bytes, limits: small) == .tooBig("a"))
        small = ArchiveEntries.Limits()
        small.totalBytes = 2
        #expect(refusal(of: three.bytes, limits: small) == .tooBig("c"))
    }

    @Test("a damaged entry is named, and those behind it are read")
    func damaged() throws {
        var zip = HostileZip("", .init("a"), .init("b"), .init("c"))
        zip.entries[1].checksum = 1
        let found = try contents(of: zip.bytes)
        #expect(found["a"] == "x" && found["c"] == "x")
        #expect(found["b"]?.hasPrefix("damaged: ") == true)
        zip.entries[1].method = 8
        zip.entries[1].content = [0xFF, 0xFF]
        let broken = try contents(of: zip.bytes)
        #expect(broken["a"] == "x" && broken["c"] == "x")
        #expect(broken["b"]?.hasPrefix("damaged: ") == true)
    }
}
