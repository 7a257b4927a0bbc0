import Foundation
import TestSupport
import Testing

@Suite("check --fix corrects what can mean only one thing")
struct FixTests {
    private static let text = """
        ---
        title: 电梯
        kind: problem
        ---

        ##旧电梯

        旧楼,没有电梯。他说：“坏了,没人修。”共1,200部。

        -没人修
        ｜甲｜乙｜
        """

    @Test("each change is shown, the second time there is none, and figures and quotations stay")
    func twice() throws {
        try withTemporaryFolder { folder in
            _ = try Command.run(["init", folder.path + "/library"])
            let library = folder.appending(path: "library")
            let file = library.appending(path: "content/topics/lifts.md")
            try (Self.text + "\n").write(to: file, atomically: true, encoding: .utf8)
            let first = try Command.run(["check", "--fix"], in: library)
            #expect(
                first.output.hasPrefix(
                    """
                    content/topics/lifts.md:6
                    - ##旧电梯
                    + ## 旧电梯
                    content/topics/lifts.md:8
                    - 旧楼,没有电梯。他说：“坏了,没人修。”共1,200部。
                    + 旧楼，没有电梯。他说：“坏了,没人修。”共1,200部。
                    content/topics/lifts.md:10
                    - -没人修
                    + - 没人修
                    content/topics/lifts.md:11
                    - ｜甲｜乙｜
                    + |甲|乙|

                    """), "\(first.output)")
            #expect(first.errors.contains("corrections: 4; files: 1\n"))
            let fixed = try String(contentsOf: file, encoding: .utf8)
            #expect(fixed.contains("## 旧电梯\n\n旧楼，没有电梯。他说：“坏了,没人修。”共1,200部。\n\n- 没人修\n|甲|乙|\n"))
            let second = try Command.run(["check", "--fix"], in: library)
            #expect(!second.errors.contains("corrections:"))
            #expect(try String(contentsOf: file, encoding: .utf8) == fixed)
        }
    }

    /// The rows of the list that comes with a new library whose word may be corrected.
    private static func certainWords(of library: URL) throws -> [(wrong: String, right: String)] {
        let table = try String(contentsOf: library.appending(path: "content/wording.csv"), encoding: .utf8)
        return table.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return cells.count == 7 && cells[5] == "true" ? (cells[0], cells[1]) : nil
        }
    }

    @Test("a hundred words of the list are found and corrected; quotations, figures and addresses stay")
    func seededWords() throws {
        try withTemporaryFolder { folder in
            _ = try Command.run(["init", folder.path + "/library"])
            let library = folder.appending(path: "library")
            let file = library.appending(path: "content/topics/words.md")
            let words = Array(try Self.certainWords(of: library).prefix(100))
            #expect(words.count == 100)
            func text(_ word: ((wrong: String, right: String)) -> String) -> String {
                "---\ntitle: 词\nkind: problem\n---\n"
                    + words.map { "\n他们的\(word($0))，“\($0.wrong)”《\($0.wrong)》`\($0.wrong)`。\n" }.joined()
            }
            try text(\.wrong).write(to: file, atomically: true, encoding: .utf8)
            let found = try Command.run(["check"], in: library)
            #expect(found.output.components(separatedBy: "[wrong-word]").count == 101, "\(found.output)")
            _ = try Command.run(["check", "--fix"], in: library)
            #expect(try String(contentsOf: file, encoding: .utf8) == text(\.right))
            let second = try Command.run(["check", "--fix", "--strict"], in: library)
            #expect(second.status == 0, "\(second.output)")
            #expect(try String(contentsOf: file, encoding: .utf8) == text(\.right))
        }
    }

    @Test("the lists that come with new libraries find nothing in the five-city library")
    func noFalseWords() throws {
        try withLibraryCopy { library in
            let lists = try ["zh-Hans", "en"].map { language in
                let path = "templates/authoring/example/\(language)/content/wording.csv"
                return try String(contentsOf: Repository.folder.appending(path: path), encoding: .utf8)
                    .split(separator: "\n").dropFirst(language == "en" ? 1 : 0).joined(separator: "\n")
            }
            try (lists.joined(separator: "\n") + "\n").write(
                to: library.appending(path: "content/wording.csv"), atomically: true, encoding: .utf8)
            let people = "name,title\n李永海,北京市通州区委社会工作部部长\n李永海,区委“两新”工委书记\n张岩,辽宁省盘锦市委社会工作部部长\n"
            try people.write(to: library.appending(path: "content/people.csv"), atomically: true, encoding: .utf8)
            let outcome = try Command.run(["check", "--strict"], in: library)
            #expect(outcome.status == 0, "\(outcome.output)")
        }
    }
}
