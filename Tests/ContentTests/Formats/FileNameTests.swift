import Diagnostics
import Testing

@testable import Content

@Suite("Names of files that no record can have are told with a better one")
struct FileNameTests {
    @Test(
        "a file whose name cannot be an id is told one made of its title",
        arguments: [
            ("新建 文本文档.md", "title: 每周碰头", "mei-zhou-peng-tou.md"), ("新建 文本文档.md", "kind: problem", "weekly-meeting.md"),
            ("新建.md", "title: 【待填】标题", "weekly-meeting.md"), ("三方会.md", "kind: problem", "san-fang-hui.md"),
            ("A_B.md", "title: {zh-Hans: 电梯, en: Lifts}", "dian-ti.md"),
        ])
    func namesOfFiles(name: String, line: String, made: String) async {
        let outcome = await Folder { File("content/topics/\(name)", "---\n\(line)\n---\n") }.build()
        let hint = "rename the file, for instance to \(made): lower-case ASCII letters, digits and single hyphens"
        #expect(outcome.diagnostics.map { $0.hint?.description } == [hint])
    }

    @Test(
        "an ending that Notepad added is told",
        arguments: [("weekly.md.txt", true), ("a.csv.txt", true), ("weekly.txt", false)])
    func textEndings(name: String, isAdded: Bool) async {
        let outcome = await Folder { File("content/topics/\(name)", "x") }.build()
        #expect(outcome.problems == ["content/topics/\(name):1:1 misplaced-file this file is not part of a library"])
        #expect(
            outcome.diagnostics.contains { $0.hint?.description.contains("rename it to \(name.dropLast(4))") == true }
                == isAdded)
    }
}
