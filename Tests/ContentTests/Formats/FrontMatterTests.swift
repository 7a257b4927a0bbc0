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
        ("---  \ntitle: 盘锦\n---\t\n正文", ["title: 盘锦\n", "正文"]),
        ("---\ntitle: 盘锦\n---", ["title: 盘锦\n", ""]), ("---\n---\n", ["", ""]),
        ("---\na: 1\n----\nb: 2\n--- x\n---\n一\n---\n二", ["a: 1\n----\nb: 2\n--- x\n", "一\n---\n二"]),
    ])
    func cuts(text: String, parts: [String]) {
        #expect(cut(text) == parts)
    }

    @Test(arguments: [
        ("", "1:1 missing: begin the file with a line ---"),
        ("# 盘锦\n\n---\n\n正文\n", "1:1 missing: begin the file with a line ---"),
        ("title: 盘锦\n---\n", "1:1 missing: begin the file with a line ---"),
        ("\n\n---\ntitle: 盘锦\n---\n", "3:1 missing: remove what stands before it: --- belongs on the first line"),
        ("# 盘锦\n---\ntitle: 盘锦\n---\n", "2:1 missing: remove what stands before it: --- belongs on the first line"),
        ("----\ntitle: 盘锦\n---\n", "1:1 missing: write just three hyphens: ---"),
        (" ---\na: 1\n---\n", "1:1 missing: write just three hyphens: ---"),
        ("--\na: 1\n--\n", "1:1 missing: write just three hyphens: ---"),
        ("－－－\na: 1\n－－－\n", "1:1 missing: write just three hyphens: ---"),
        ("\n———\na: 1\n———\n", "2:1 missing: write just three hyphens: ---"),
        ("--- title: 盘锦\n---\n", "1:1 missing: write just three hyphens: ---"),
        ("---", "1:1 unclosed: close it with a line ---"),
        ("---\ntitle: 盘锦\n", "1:1 unclosed: close it with a line ---"),
        ("\u{FEFF}---\r\ntitle: 盘锦\r\n", "1:2 unclosed: close it with a line ---"),
        ("---\ntitle: 盘锦\n --- \n正文\n", "3:1 unclosed: write just three hyphens: ---"),
        ("---\ntitle: 盘锦\n———\n正文\n", "3:1 unclosed: write just three hyphens: ---"),
        ("---\ntitle: 盘锦\n...\n正文\n", "3:1 unclosed: write just three hyphens: ---"),
    ])
    func told(text: String, advice: String) {
        let bytes = Array(text.utf8)
        var diagnostics: [Diagnostic] = []
        #expect(FrontMatter(bytes, path: "a.md", diagnostics: &diagnostics) == nil)
        #expect(diagnostics.count == 1)
        let problem = lines(diagnostics, in: bytes)[0].split(separator: "-front")[0]
        #expect("\(problem): \(diagnostics[0].hint?.description ?? "")" == advice)
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
            File("content/topics/roofs.md", "---\ntitle: 屋顶\n  漏水 #维修\nkind: problem\n---\n")
            File("content/topics/stairs.md", "---\ntitle: \"甲\\e乙\"\nkind: problem\n---\n")
            File("content/topics/tags.md", "---\ntitle: #乙\nkind: problem\n---\n")
            File("content/topics/untitled.md", "---\ntitle:\nkind: problem\n---\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/topics/lifts.md:2:12 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/numbers.md:2:11 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/roofs.md:3:6 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/stairs.md:2:8 invalid-character U+001B is a control character, which nobody sees",
                "content/topics/tags.md:2:8 text-cut what stands behind # is left out: YAML takes it for a comment",
                "content/topics/untitled.md:2:1 missing-field ‘title’ is empty",
            ])
        #expect(outcome.marked == ["#便民 服务", "#12 的楼", "#维修", "\"甲\\e乙\"", "#乙", "title"])
    }
}
