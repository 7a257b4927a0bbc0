import Disk
import Foundation
import Testing
import Text

@Suite("New files are written all or none, and never over others")
struct WritingTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "writing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func file(_ path: String, _ text: String) -> SourceTree.File {
        SourceTree.File(path: path, bytes: Array(text.utf8))
    }

    private func paths(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("folders are made as needed")
    func written() throws {
        try withFolder { folder in
            try create([file("a/b.md", "1"), file("c.md", "2")], in: folder.path)
            #expect(try paths(in: folder) == ["a", "a/b.md", "c.md"])
            #expect(try String(contentsOf: folder.appending(path: "a/b.md"), encoding: .utf8) == "1")
        }
    }

    @Test("every path that is taken is named, and nothing is written; a dangling link takes its path too")
    func taken() throws {
        try withFolder { folder in
            try "mine".write(to: folder.appending(path: "b.md"), atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/c.md", withDestinationPath: folder.path + "/nowhere")
            let files = ["a.md", "b.md", "c.md"].map { file($0, "new") }
            #expect(throws: WriteError.exists(["b.md", "c.md"])) { try create(files, in: folder.path) }
            #expect(try paths(in: folder) == ["b.md", "c.md"])
            #expect(try String(contentsOf: folder.appending(path: "b.md"), encoding: .utf8) == "mine")
        }
    }

    @Test("when one file cannot be written, those before it are taken back")
    func takenBack() throws {
        try withFolder { (folder: URL) throws -> Void in
            let name = String(repeating: "n", count: 300)
            #expect(throws: WriteError.self) {
                try create([file("a.md", "1"), file(name, "2")], in: folder.path)
            }
            let left = try paths(in: folder)
            #expect(left == [])
        }
    }
}
