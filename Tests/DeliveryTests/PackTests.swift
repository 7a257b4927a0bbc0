import Archive
import Disk
import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("A pack arrives whole, or what is not is named")
struct PackTests {
    static let site = ["index.html": "首页", "practices/a.html": "一", "practices/b.html": "二", "assets/style.css": "p{}"]

    @Test("it has the site in a folder, its pages and the list, the same bytes with one job and with many")
    func zip() async throws {
        let bytes = try await Pack(Self.site).zip(jobs: 1)
        #expect(bytes.bytes == (try await Pack(Self.site).zip(jobs: 4).bytes))
        let stick = try Stick()
        try stick.unpack(bytes.bytes)
        let names = try await stick.contents().files.keys.sorted()
        #expect(
            names == [
                "SHA256SUMS", "site/assets/style.css", "site/index.html", "site/practices/a.html",
                "site/practices/b.html", "verify.html", "打开.html",
            ])
        #expect(bytes.files == names.count)
        let sums = String(decoding: try readFile(stick.path + "/SHA256SUMS"), as: UTF8.self)
        #expect(
            sums.hasPrefix("\(Manifest.hash(Array("p{}".utf8)))  site/assets/style.css\n")
                && sums.split(separator: "\n").count == names.count - 1)
    }

    @Test("sha256sum finds the list as it should be")
    func tool() async throws {
        let stick = try Stick()
        try stick.unpack(try await Pack(Self.site).bytes())
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        process.currentDirectoryURL = URL(filePath: stick.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("zip and folder are whole, also zipped again with a folder around")
    func whole() async throws {
        let pack = try await Pack(Self.site).zip(jobs: 2)
        let report = try #require(try PackReport(zip: pack.bytes))
        #expect(report.lines == ["whole 6"])
        #expect(report.fingerprint == pack.fingerprint)
        let stick = try Stick()
        try stick.unpack(pack.bytes)
        #expect(try await stick.report() == ["whole 6"])
        #expect(PackReport(try await stick.contents())?.fingerprint == pack.fingerprint)
        #expect(PackReport(try PackContents(zip: try stick.zipped(within: "经验库/")))?.lines == ["whole 6"])
    }

    @Test("one changed, one missing, one added file: each is named, in a folder and in a zip file")
    func differences() async throws {
        let stick = try Stick()
        try stick.unpack(try await Pack(Self.site).bytes())
        try stick.put("一!", at: "site/practices/a.html")
        try stick.remove("site/practices/b.html")
        try stick.put("x", at: "site/autorun.inf")
        let expected = [
            "added site/autorun.inf", "changed site/practices/a.html", "missing site/practices/b.html", "whole 4",
        ]
        #expect(try await stick.report() == expected)
        #expect(try PackReport(zip: try stick.zipped())?.lines == expected)
    }

    @Test("whichever byte of a zip file flips, it is named or refused, unless the contents are the same without it")
    func flippedBytes() async throws {
        let bytes = try await Pack(["index.html": String(repeating: "经验", count: 40)]).bytes()
        let contents = try PackContents(zip: bytes)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            guard let report = try? PackReport(zip: damaged) else { continue }
            guard report.lines == ["whole 3"] else { continue }
            // Dates, owners and what else no reader of contents looks at.
            #expect(try PackContents(zip: damaged).files == contents.files)
        }
    }

    @Test("links and devices are no files, and what systems put on a stick is passed over")
    func special() async throws {
        let stick = try Stick()
        try stick.unpack(try await Pack(Self.site).bytes())
        try stick.remove("site/index.html")
        try FileManager.default.createSymbolicLink(
            atPath: stick.path + "/site/index.html", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: stick.path + "/site/out", withDestinationPath: "/etc")
        for name in [
            "System Volume Information/IndexerVolumeGuid", "site/.DS_Store", "site/thumbs.db", "site/Desktop.ini",
            "._打开.html",
        ] {
            try stick.put("x", at: name)
        }
        #expect(try await stick.report() == ["special site/index.html", "special site/out", "whole 5"])
    }

    @Test("without a list, or with one that is something else, nothing is said of it")
    func noList() async throws {
        let stick = try Stick()
        #expect(try await stick.report() == ["no list"])
        try stick.put("a b c\n", at: "SHA256SUMS")
        #expect(try await stick.report() == ["no list"])
        let hash = Manifest.hash(Array("x".utf8))
        try stick.put("x", at: "a b.txt")
        try stick.put("# of another program\r\n\(hash.uppercased()) *a b.txt\r\n", at: "SHA256SUMS")
        #expect(try await stick.report() == ["whole 1"])
        try stick.put("\(hash)  ../../etc/passwd\n", at: "SHA256SUMS")
        #expect(try await stick.report() == ["missing ../../etc/passwd", "added a b.txt", "whole 0"])
    }

    @Test(
        "names that some system does not take are found",
        arguments: [
            (["common.txt", "console/a", "com0", "打开.html", "a/b", "a/c"], []),
            (["con"], ["con: device(\"con\")"]), (["a/NUL.tar.gz"], ["a/NUL.tar.gz: device(\"nul\")"]),
            (["com1.txt"], ["com1.txt: device(\"com1\")"]), (["a:b"], ["a:b: character(\":\")"]),
            (["x<y.png"], ["x<y.png: character(\"<\")"]),
            (["end."], ["end.: ending(\".\")"]),
            (["end /x"], ["end /x: ending(\" \")"]),
            (["a.html", "A.html"], ["a.html: twin(\"A.html\")"]),
            (["Dir/a", "dir/b"], ["dir/b: twin(\"Dir\")"]), (["\u{E9}", "e\u{301}"], ["\u{E9}: twin(\"e\u{301}\")"]),
            (
                [String(repeating: "长", count: 48)],
                [String(repeating: "长", count: 48) + ": length(bytes: 144)"]
            ),
            (
                [String(repeating: "abcdefghi/", count: 20)],
                [String(repeating: "abcdefghi/", count: 20) + ": long(characters: 200, limit: 180)"]
            ),
        ])
    func names(paths: [String], problems: [String]) {
        #expect(
            pathProblems(of: paths).map { path, problem in
                if case .name(let fault) = problem { "\(path): \(fault)" } else { "\(path): \(problem)" }
            } == problems)
    }
}

extension Stick {
    /// All files in a zip file, below a folder of it.
    func zipped(within folder: String = "") throws -> [UInt8] {
        let writer = try ArchiveWriter()
        for (path, _) in try files(below: path, skipping: { _ in false }) {
            try writer.add(try readFile(self.path + "/" + path), at: folder + path)
        }
        return try writer.finish()
    }
}
