import Foundation
import Testing

@Suite("exemplar changes")
struct ChangesCommandTests {
    private static let page = "---\ntitle: 关于\nin-menu: true\n---\n说明。\n"

    /// A small library in a folder.
    private static func makeLibrary(in folder: URL) throws {
        for (path, text) in [
            "exemplar.yaml": "title: 库\nlanguages: [zh-Hans]\n",
            "content/index.md": "---\ntitle: 库\n---\n",
            "content/pages/about.md": page,
        ] { try write(text, to: path, in: folder) }
    }

    private static func write(_ text: String, to path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @discardableResult
    private static func git(_ arguments: String..., in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"] + arguments
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("two folders, by exit code, and into a file")
    func folders() throws {
        try withTemporaryFolder { folder in
            for name in ["old", "new"] { try Self.makeLibrary(in: folder.appending(path: name)) }
            let same = try Command.run(["changes", "old", "new", "--exit-code"], in: folder)
            #expect(same.status == 0)
            #expect(
                same.output == "What changed\nfrom old to new\nNothing changed: both are the same, byte for byte.\n")
            try Self.write(
                Self.page.replacing("说明。", with: "说明！"), to: "content/pages/about.md", in: folder.appending(path: "new")
            )
            let changed = try Command.run(["changes", "old", "new", "--lang", "zh"], in: folder)
            #expect(changed.status == 0)
            #expect(
                changed.output == """
                    变化清单
                    从old到new
                    记录新增0条，删除0条，改名0条，改动1条；网址迁移或失效0个；其他文件0个。

                    页面
                      改动  关于  content/pages/about.md
                        正文
                          - 说明。
                          + 说明！

                    """)
            let page = try Command.run(
                ["changes", "old", "new", "--format", "html", "--output", "page.html", "--exit-code"], in: folder)
            #expect(page.status == 1)
            #expect(page.output == "")
            let html = try String(contentsOf: folder.appending(path: "page.html"), encoding: .utf8)
            #expect(html.contains("<td><p>说明<del>。</del></p></td><td><p>说明<ins>！</ins></p></td>"))
        }
    }

    @Test("libraries with errors are not compared; the problems of both are told, as check tells them")
    func errors() throws {
        try withTemporaryFolder { folder in
            for name in ["old", "new"] {
                try Self.makeLibrary(in: folder.appending(path: name))
                try Self.write(
                    "---\ntitel: 关于\n---\n", to: "content/pages/\(name).md", in: folder.appending(path: name))
            }
            let outcome = try Command.run(["changes", "old", "new"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.output == "")
            #expect(outcome.errors.hasPrefix("Problems of ‘old’:\ncontent/pages/old.md:2:1: error: "))
            #expect(outcome.errors.contains("\nProblems of ‘new’:\ncontent/pages/new.md:2:1: error: "))
            #expect(try Command.run(["changes", "old"], in: folder).status == 2)
            #expect(try Command.run(["changes", "old", "none"], in: folder).status == 2)
        }
    }

    @Test("revisions of git, and the folder as it is now")
    func revisions() throws {
        try withTemporaryFolder { folder in
            // The library is a folder of the repository.
            let library = folder.appending(path: "lib")
            try Self.makeLibrary(in: library)
            try Self.git("init", "-q", in: folder)
            try Self.git("add", "-A", in: folder)
            try Self.git("commit", "-q", "-m", "one", in: folder)
            try Self.git("tag", "one", in: folder)
            try Self.write(Self.page.replacing("关于", with: "我们"), to: "content/pages/about.md", in: library)
            try Self.git("commit", "-q", "-a", "-m", "two", in: folder)
            try Self.write(Self.page.replacing("关于", with: "大家"), to: "content/pages/about.md", in: library)
            func changes(_ arguments: String...) throws -> Command.Outcome {
                try Command.run(["changes", "--source", "lib", "--format", "json"] + arguments, in: folder)
            }
            func edit(_ old: String, _ new: String) -> String {
                "\"change\": \"changed\",\n          \"old\": \"\(old)\",\n          \"new\": \"\(new)\""
            }
            #expect(try changes("--rev", "one..HEAD").output.contains(edit("关于", "我们")))
            #expect(try changes("--rev", "HEAD").output.contains(edit("我们", "大家")))
            #expect(try changes("--rev", "one").output.contains(edit("关于", "大家")))
            let unknown = try changes("--rev", "two..HEAD")
            #expect(unknown.status == 2)
            #expect(unknown.errors == "error: the repository has no revision ‘two’\n")
            #expect(try changes("--rev", "--help..HEAD").status == 2)
            #expect(try changes("--rev", "one...HEAD").errors.hasPrefix("error: ‘one...HEAD’ names no revisions"))
            try Self.git("rm", "-q", "-r", "--cached", "lib", in: folder)
            try Self.git("commit", "-q", "-m", "gone", in: folder)
            #expect(
                try changes("--rev", "HEAD").errors == "error: at ‘HEAD’ there is no library in the folder ‘lib’\n")
        }
    }

    @Test("no repository, and nothing that a repository names is run")
    func safety() throws {
        try withTemporaryFolder { folder in
            try Self.makeLibrary(in: folder)
            let none = try Command.run(["changes", "--rev", "HEAD"], in: folder)
            #expect(none.status == 2)
            #expect(none.errors == "error: the folder ‘.’ lies in no repository of git\n")

            try Self.write("* filter=evil diff=evil export-subst\n", to: ".gitattributes", in: folder)
            try Self.git("init", "-q", in: folder)
            try Self.git("add", "-A", in: folder)
            try Self.git("commit", "-q", "-m", "one", in: folder)
            let trap = "touch \(folder.path)/sprung; cat"
            for (name, value) in [
                ("filter.evil.smudge", trap), ("filter.evil.clean", trap), ("diff.evil.textconv", trap),
                ("core.fsmonitor", trap), ("core.pager", trap), ("core.sshCommand", trap), ("core.editor", trap),
                ("alias.cat-file", "!" + trap), ("alias.ls-tree", "!" + trap),
                ("remote.origin.url", "ext::sh -c '\(trap)'"),
                ("remote.origin.promisor", "true"), ("extensions.partialClone", "origin"),
            ] { try Self.git("config", name, value, in: folder) }
            try? FileManager.default.removeItem(at: folder.appending(path: "sprung"))
            let outcome = try Command.run(["changes", "--rev", "HEAD"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasSuffix("Nothing changed: both are the same, byte for byte.\n"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "sprung").path))
        }
    }
}
