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
}
