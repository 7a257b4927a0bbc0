import Dispatch
import Foundation
import Synchronization
import Testing
import Text

@testable import Disk

@Suite("Files change together or not at all")
struct ChangeFilesTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = try makeTemporaryFolder()
        defer { removeTemporaryFolder(folder) }
        try body(folder)
    }

    private func file(_ path: String, _ text: String) -> SourceTree.File { .init(path: path, bytes: Array(text.utf8)) }

    @Test("files are moved, replaced and removed; folders that become empty go")
    func change() throws {
        try withFolder { folder in
            try create([file("a/x/1.md", "1"), file("a/2.md", "2"), file("3.md", "3")], in: folder)
            try Disk.change(
                [file("b/1.md", "one"), file("3.md", "three")], new: ["b/1.md"], removing: ["a/x/1.md", "a/2.md"],
                in: folder, since: nil)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            #expect(paths == ["3.md", "a", "b", "b/1.md"] || paths == ["3.md", "b", "b/1.md"])
            #expect(try readFile(folder + "/b/1.md") == Array("one".utf8))
            #expect(try readFile(folder + "/3.md") == Array("three".utf8))
        }
    }

    /// Every file below a folder, with its text.
    private func contents(_ folder: String) throws -> [String: String] {
        var contents: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where fileKind(folder + "/" + path) == .file {
            contents[path] = String(decoding: try readFile(folder + "/" + path), as: UTF8.self)
        }
        return contents
    }

    @Test("a change that is cut short after any of its steps is undone by whoever looks next", arguments: 0...9)
    func cutShort(after count: Int) throws {
        try withFolder { folder in
            try create([file("a/x/1.md", "1"), file("a/2.md", "2"), file("3.md", "3"), file("4.md", "4")], in: folder)
            let before = try contents(folder)
            var change = FileChange(
                [file("b/1.md", "one"), file("3.md", "three"), file("4.md", "four"), file("A/2.md", "two")],
                new: ["b/1.md", "A/2.md"], removing: ["a/x/1.md", "a/2.md"], in: OutputFolder(path: folder))
            for step in change.steps.prefix(count) { try change.take(step) }
            #expect(change.steps.count == 10 && undoUnfinishedChange(in: folder))
            #expect(try contents(folder) == before)
            #expect(!undoUnfinishedChange(in: folder))
        }
    }

    @Test("a change that is cut short while it clears up stands")
    func cutShortAtTheEnd() throws {
        try withFolder { folder in
            try create([file("1.md", "1"), file("2.md", "2")], in: folder)
            var change = FileChange(
                [file("1.md", "one")], new: [], removing: ["2.md"], in: OutputFolder(path: folder))
            for step in change.steps { try change.take(step) }
            #expect(try contents(folder).count == 4, "the journal and the files as they were")
            try FileManager.default.moveItem(
                atPath: folder + "/.exemplar-change", toPath: folder + "/.exemplar-change-done")
            #expect(!undoUnfinishedChange(in: folder))
            #expect(try contents(folder) == ["1.md": "one"])
        }
    }

    @Test("the next change undoes one that was cut short before it looks at anything")
    func cutShortBefore() throws {
        try withFolder { folder in
            try create([file("1.md", "1"), file("2.md", "2")], in: folder)
            var change = FileChange(
                [file("1.md", "one"), file("3.md", "three")], new: ["3.md"], removing: [],
                in: OutputFolder(path: folder))
            for step in change.steps { try change.take(step) }
            try Disk.change([file("3.md", "drei")], new: ["3.md"], in: folder, since: nil)
            #expect(try contents(folder) == ["1.md": "1", "2.md": "2", "3.md": "drei"])
        }
    }

    @Test("what somebody else has changed since it was read is not written over")
    func changedSince() throws {
        try withFolder { folder in
            let tree = SourceTree(files: [file("1.md", "1"), file("2.md", "2")])
            try create(tree.files, in: folder)
            try Disk.change([file("1.md", "one")], new: [], in: folder, since: tree)
            #expect(throws: WriteError.changedSince(folder + "/1.md")) {
                try Disk.change([file("1.md", "eins"), file("2.md", "zwei")], new: [], in: folder, since: tree)
            }
            #expect(throws: WriteError.changedSince(folder + "/1.md")) {
                try Disk.change([file("3.md", "1")], new: ["3.md"], removing: ["1.md"], in: folder, since: tree)
            }
            try FileManager.default.removeItem(atPath: folder + "/2.md")
            #expect(throws: WriteError.changedSince(folder + "/2.md")) {
                try Disk.change([file("2.md", "zwei")], new: [], in: folder, since: tree)
            }
            #expect(try contents(folder) == ["1.md": "one"])
        }
    }

    @Test("a folder that cannot be made is told in the words of the system, which are translated")
    func folderInTheWay() throws {
        try withFolder { folder in
            try create([file("a.md", "a")], in: folder)
            #expect(throws: WriteError.system(path: folder + "/a.md/b", reason: "Not a directory")) {
                try makeFolder(folder + "/a.md/b")
            }
        }
    }

    @Test("where one file cannot be written, all stay as they were")
    func refused() throws {
        try withFolder { folder in
            try create([file("a.md", "a"), file("b.md", "b"), file("taken.md", "t")], in: folder)
            #expect(throws: WriteError.exists(["taken.md"])) {
                try Disk.change(
                    [file("taken.md", "x"), file("a.md", "x")], new: ["taken.md"], removing: [], in: folder, since: nil)
            }
            // A file where a folder would have to be.
            #expect(throws: WriteError.self) {
                try Disk.change(
                    [file("a.md", "x"), file("b.md/c.md", "x")], new: ["b.md/c.md"], removing: ["taken.md"], in: folder,
                    since: nil)
            }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.md", "b.md", "taken.md"])
            #expect(try readFile(folder + "/a.md") == Array("a".utf8))
            // A name that can stand nowhere: the file is named, not the folder.
            let long = String(repeating: "z", count: 300)
            #expect(throws: WriteError.system(path: folder + "/" + long, reason: "File name too long")) {
                try Disk.change([file("a.md", "x"), file(long, "x")], new: [long], in: folder, since: nil)
            }
            #expect(throws: WriteError.special(folder + "/none.md")) {
                try Disk.change([file("a.md", "x"), file("none.md", "x")], new: [], in: folder, since: nil)
            }
            #expect(try readFile(folder + "/a.md") == Array("a".utf8))
        }
    }

    @Test("a file that is replaced is there at every moment, and keeps who may read it")
    func replaced() throws {
        try withFolder { folder in
            try create([file("a.md", String(repeating: "a", count: 9))], in: folder)
            let path = folder + "/a.md"
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            let isDone = Mutex(false)
            DispatchQueue.global().async {
                for number in 0..<200 {
                    try? Disk.change(
                        [file("a.md", String(repeating: "\(number % 10)", count: 9))], new: [], in: folder, since: nil)
                }
                isDone.withLock { $0 = true }
            }
            var missing = 0
            while !isDone.withLock({ $0 }) {
                if (try? readFile(path))?.count != 9 { missing += 1 }
            }
            #expect(missing == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.md"])
        }
    }
}
