import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite("A record is cut into front matter and body at its two fences")
struct FrontMatterTests {
    /// The YAML and the body of a file, or its problems.
    private func cut(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var diagnostics: [Diagnostic] = []
        guard let parts = FrontMatter(bytes, path: "a.md", diagnostics: &diagnostics) else {
            return lines(diagnostics, in: bytes)
        }
        #expect(diagnostics == [])
        return [parts.yaml, parts.body].map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("---\ntitle: 盘锦\n---\n正文\n", ["title: 盘锦\n", "正文\n"]),
        ("---\r\ntitle: 盘锦\r\n---\r\n正文\r\n", ["title: 盘锦\r\n", "正文\r\n"]),
        ("\u{FEFF}---\ntitle: 盘锦\n---\n正文", ["title: 盘锦\n", "正文"]),
        ("---  \ntitle: 盘锦\n---  \n正文", ["title: 盘锦\n", "正文"]),
        ("---\ntitle: 盘锦\n---", ["title: 盘锦\n", ""]), ("---\n---\n", ["", ""]),
        ("---\na: 1\n----\nb: 2\n--- x\n---\n一\n---\n二", ["a: 1\n----\nb: 2\n--- x\n", "一\n---\n二"]),
    ])
    func cuts(text: String, parts: [String]) {
        #expect(cut(text) == parts)
    }

    @Test(arguments: ["", "\n---\ntitle: 盘锦\n---\n", "# 盘锦\n", "----\ntitle: 盘锦\n---\n", "--\n", " ---\na: 1\n---\n"])
    func missing(text: String) {
        #expect(cut(text) == ["1:1 missing-front-matter the record does not begin with front matter"])
    }

    @Test(arguments: ["---", "---\ntitle: 盘锦\n", "---\ntitle: 盘锦\n --- \n正文\n", "\u{FEFF}---\r\ntitle: 盘锦\r\n"])
    func unclosed(text: String) {
        let column = text.hasPrefix("\u{FEFF}") ? 2 : 1
        #expect(cut(text) == ["1:\(column) unclosed-front-matter the front matter is not closed"])
    }

    @Test(
        "problems in the body are shown where they stand in the file",
        arguments: [
            ("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n"),
        ])
    func bodyOffsets(mark: String, ending: String) async {
        let lines = ["---", "title: 加装电梯", "kind: problem", "---", "## 怎么办", "", "见[盘锦](../places/panjn.md)。", ""]
        let outcome = await Folder {
            Fixtures.panjin
            File("content/topics/lifts.md", mark + lines.joined(separator: ending))
        }.build()
        #expect(
            outcome.problems == ["content/topics/lifts.md:7:7 dead-link there is no file ‘content/places/panjn.md’"])
        #expect(outcome.marked == ["../places/panjn.md"])
        #expect(outcome.library.topics.map { $0.header.body.exact(0)?.headings.map(\.text) } == [["怎么办"]])
    }

    @Test(
        "problems in the front matter are shown where they stand in the file",
        arguments: [
            ("", "\n"), ("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n"),
        ])
    func fieldOffsets(mark: String, ending: String) async {
        let lines = ["---", "title: 加装电梯", "kind: problems", "---", ""]
        let outcome = await Folder {
            Fixtures.panjin
            File("content/topics/lifts.md", mark + lines.joined(separator: ending))
        }.build()
        #expect(outcome.problems == ["content/topics/lifts.md:3:7 invalid-value ‘problems’ is not a value of ‘kind’"])
        #expect(outcome.marked == ["problems"])
    }

    @Test("lines may end as old systems end them")
    func carriageReturns() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/topics/lifts.md", "---\rtitle: 加装\r  电梯\rkind: problem\r---\r\r##怎么办\r")
        }.build()
        #expect(
            outcome.problems == ["content/topics/lifts.md:7:1 almost-markdown this looks like a heading and is none"])
        #expect(outcome.library.topics.map { $0.header.title[0] } == ["加装电梯"])
    }

    @Test("a text that YAML cuts at # is told, and so is a control character that an escape writes")
    func cut() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/topics/lifts.md", "---\ntitle: 一站式 #便民 服务\nkind: problem # 问题\n---\n")
            File("content/topics/numbers.md", "---\ntitle: 编号 #12 的楼\nkind: problem\n---\n")
            File("content/topics/stairs.md", "---\ntitle: \"甲\\e乙\"\nkind: problem\n---\n")
            File("content/topics/tags.md", "---\ntitle: #乙\nkind: problem\n---\n")
            File("content/topics/untitled.md", "---\ntitle:\nkind: problem\n---\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/topics/lifts.md:2:12 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/numbers.md:2:11 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/stairs.md:2:8 invalid-character U+001B is a control character, which nobody sees",
                "content/topics/tags.md:2:8 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/untitled.md:2:1 missing-field ‘title’ is empty",
            ])
        #expect(outcome.marked == ["#便民 服务", "#12 的楼", "\"甲\\e乙\"", "#乙", "title"])
    }
}
