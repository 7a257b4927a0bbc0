import Foundation
import Testing
import Text

@testable import Disk

@Suite("A library's folder is read in one walk, and nothing else in it")
struct ScanTests {
    private func scanned(_ prepare: (URL) throws -> Void) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try prepare(folder)
        let files = try scan(folder: folder.path(percentEncoded: false)).files
        #expect(files.map(\.path) == files.map(\.path).sorted())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func put(_ text: String, _ path: String, in folder: URL) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    @Test("settings, content, seeds and templates, without hidden files and backups")
    func files() throws {
        let big = String(repeating: "盘锦", count: 50_000)
        let files = try scanned { folder in
            for path in [
                "exemplar.yaml", "content/index.md", "seeds/a/source.yaml", "templates/page.html", "content/电梯.png",
                "README.md", "public/index.html", "content/.index.md.swp", "content/.git/config", "content/index.md~",
                "content/~$a.csv", "content/a.csv.tmp", "content/a.md.bak", "content/#a.md#", "content/4913",
            ] {
                try put(path, path, in: folder)
            }
            try put("", "content/empty.md", in: folder)
            try put(big, "content/topics/big.md", in: folder)
        }
        #expect(
            files == [
                "exemplar.yaml": "exemplar.yaml", "content/index.md": "content/index.md",
                "seeds/a/source.yaml": "seeds/a/source.yaml", "templates/page.html": "templates/page.html",
                "content/电梯.png": "content/电梯.png", "content/empty.md": "", "content/topics/big.md": big,
            ])
    }

    @Test("what is too large is not read, and known by its size")
    func tooLarge() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("一", "content/a.md", in: folder)
        try put("", "content/b.csv", in: folder)
        // A file with nothing in it but its length.
        let file = try FileHandle(forWritingTo: folder.appending(path: "content/b.csv"))
        try file.truncate(atOffset: UInt64(Limits.tableBytes + 1))
        try file.close()
        let tree = try scan(folder: folder.path(percentEncoded: false))
        #expect(tree.files.map(\.path) == ["content/a.md"])
        #expect(tree.refused.map(\.path) == ["content/b.csv"])
        #expect(tree.refused.first?.refusedSize == Limits.tableBytes + 1)
        let path = folder.appending(path: "content/b.csv").path(percentEncoded: false)
        #expect(throws: ReadError(path: path, reason: .tooLarge(size: Limits.tableBytes + 1, limit: 4_096))) {
            try readFile(path, atMost: 4_096)
        }
    }

    @Test("a library that is scanned again is what it is now, whatever came, went and changed meanwhile")
    func again() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        var scanner = LibraryScanner()
        var entered: [String] = []
        func rescan() throws -> [String] {
            entered = []
            let tree = try scanner.scan(folder: path) { entered.append(String($0.dropFirst(path.count + 1))) }
            #expect(tree.files == (try scan(folder: path)).files)
            return tree.files.map { $0.path + " " + String(decoding: $0.bytes, as: UTF8.self) }
        }
        #expect(try rescan() == [])
        try put("一", "content/a.md", in: folder)
        try put("二", "content/b/c.md", in: folder)
        #expect(try rescan() == ["content/a.md 一", "content/b/c.md 二"])
        #expect(entered == ["", "content", "content/b", "seeds", "templates"])
        // As long as before, and in the same moment.
        try put("三", "content/a.md", in: folder)
        #expect(try rescan() == ["content/a.md 三", "content/b/c.md 二"])
        try FileManager.default.moveItem(at: folder.appending(path: "content/b"), to: folder.appending(path: "seeds"))
        #expect(try rescan() == ["content/a.md 三", "seeds/c.md 二"])
        try FileManager.default.removeItem(at: folder.appending(path: "content"))
        #expect(try rescan() == ["seeds/c.md 二"])
    }

    @Test("links to files of the library are followed")
    func links() throws {
        let files = try scanned { folder in
            try put("二", "content/topics/a.md", in: folder)
            let content = folder.path(percentEncoded: false) + "/content/"
            try FileManager.default.createSymbolicLink(atPath: content + "b.md", withDestinationPath: "topics/a.md")
        }
        #expect(files == ["content/b.md": "二", "content/topics/a.md": "二"])
    }

    @Test(
        "a link that leads nowhere, out of the library or to a folder is told, not passed over",
        arguments: [
            ("gone.md", .deadLink), ("/etc/hostname", .linkOutside), ("topics", .special),
        ] as [(String, ReadError.Reason)])
    func refusedLinks(target: String, reason: ReadError.Reason) throws {
        do {
            _ = try scanned { folder in
                try put("二", "content/topics/a.md", in: folder)
                let content = folder.path(percentEncoded: false) + "/content/"
                try FileManager.default.createSymbolicLink(atPath: content + "b.md", withDestinationPath: target)
            }
            Issue.record("the link to \(target) was followed")
        } catch let error as ReadError {
            #expect(error.path.hasSuffix("/content/b.md"))
            #expect(error.reason == reason)
        }
    }

    @Test(
        "the settings and the folders of the library itself may not be links out of it",
        arguments: ["exemplar.yaml", "content", "seeds", "templates"])
    func linksAtTheRoot(name: String) throws {
        func reason(of target: String) throws -> ReadError? {
            do {
                _ = try scanned { folder in
                    try put("二", "content/a.md", in: folder)
                    try put("三", "others/b.md", in: folder)
                    try? FileManager.default.removeItem(at: folder.appending(path: name))
                    try FileManager.default.createSymbolicLink(
                        atPath: folder.path(percentEncoded: false) + "/" + name, withDestinationPath: target)
                }
                return nil
            } catch let error as ReadError {
                return error
            }
        }
        #expect(try reason(of: "/etc")?.reason == .linkOutside)
        #expect(try reason(of: "/etc/hostname")?.reason == .linkOutside)
        #expect(try reason(of: "nowhere")?.reason == .deadLink)
        #expect(try reason(of: "others")?.reason == .special, "a folder of the library has one place")
        #expect(try reason(of: "/etc")?.path.hasSuffix("/" + name) == true)
    }

    @Test("a file that was saved a moment before it was read is looked at again, and told if it has changed since")
    func beingWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("一", "content/a.md", in: folder)
        let path = folder.path(percentEncoded: false)
        var unsettled = UnsettledFiles()
        _ = try scan(folder: path, unsettled: &unsettled)
        #expect(unsettled.firstChanged == nil)
        try put("一二", "content/a.md", in: folder)
        #expect(unsettled.firstChanged == "content/a.md", "what was read may have been half of it")
    }

    @Test("an empty folder is an empty tree; a file that is not there says so")
    func nothing() throws {
        #expect(try scanned { _ in } == [:])
        #expect(throws: ReadError(path: "/nowhere/a.md", reason: .system("No such file or directory"))) {
            try readFile("/nowhere/a.md")
        }
    }
}
