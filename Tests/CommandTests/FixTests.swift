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

    private static func newLibrary(in folder: URL) throws -> URL {
        try Command.newLibrary(at: folder.appending(path: "library"))
        return folder.appending(path: "library")
    }

    @Test("each change is shown, the second time there is none, and figures and quotations stay")
    func twice() throws {
        try withTemporaryFolder { folder in
            let library = try Self.newLibrary(in: folder)
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
            #expect(second.errors.contains("nothing can be corrected automatically\n"))
            #expect(!first.errors.contains("nothing can be corrected"))
            #expect(try String(contentsOf: file, encoding: .utf8) == fixed)
        }
    }

    /// The rows of the list that comes with a new library that say what is right.
    private static func words(
        of library: URL
    ) throws -> [(wrong: String, right: String, isCertain: Bool)] {
        let table = try String(contentsOf: library.appending(path: "content/wording.csv"), encoding: .utf8)
        return table.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return cells.count == 7 && !cells[1].isEmpty ? (cells[0], cells[1], cells[5] == "true") : nil
        }
    }

    @Test(
        "a hundred words of the list are found and the certain ones corrected; quotations, figures and addresses stay")
    func seededWords() throws {
        try withTemporaryFolder { folder in
            let library = try Self.newLibrary(in: folder)
            let file = library.appending(path: "content/topics/words.md")
            let words = Array(try Self.words(of: library).prefix(100))
            #expect(words.count == 100 && words.filter(\.isCertain).count >= 40)
            func text(isFixed: Bool) -> String {
                "---\ntitle: 词\nkind: problem\n---\n"
                    + words.map { wrong, right, isCertain in
                        "\n他们的\(isFixed && isCertain ? right : wrong)，“\(wrong)”《\(wrong)》`\(wrong)`。\n"
                    }.joined()
            }
            try text(isFixed: false).write(to: file, atomically: true, encoding: .utf8)
            let found = try Command.run(["check"], in: library)
            #expect(found.output.components(separatedBy: "[wrong-word]").count == 101, "\(found.output)")
            for _ in 1...2 {
                let outcome = try Command.run(["check", "--fix"], in: library)
                let left = words.filter { !$0.isCertain }.count
                #expect(outcome.output.components(separatedBy: "[wrong-word]").count == left + 1, "\(outcome.output)")
                #expect(try String(contentsOf: file, encoding: .utf8) == text(isFixed: true))
            }
        }
    }

    @Test("where the end of one word and the start of the next look like a word of the list, nothing is corrected")
    func twoWords() throws {
        try withTemporaryFolder { folder in
            let library = try Self.newLibrary(in: folder)
            let file = library.appending(path: "content/topics/words.md")
            let text = """
                ---
                title: 词
                kind: problem
                ---

                按纳税额排序，档案语言规范，值班驳回两件，社保母表，长辈份上，一笔划拨，统筹画图，统筹马拉松，赏赐与惩罚，回答覆盖全部，木雕零件，
                打勾划掉，脑梗直接送医，包含胡同十条，起哄动手，合计画像，转嫁装修费，精简炼油，手脚根本不动，采购酒精采样管，斑鸠合群，记录象征，
                部落漠视，部门坎坷，临摹仿品，规模胡乱扩大，打磨擦拭，参谋画图，按钮扣合，精神彩排，上山查看，清洗炼炉，人像貌似，输赢余额，鳄鱼网购，
                豫备案号，向左证明，个人材料，推委员，统计画面，最佳宾馆，公告戒烟，蚊帐户外，营帐单独，检查帐篷，农贸市场查帐篷，汽车箱体，肃清彻底，
                抒情素材，示意图象限，平原故事，电影象征，完成份额，通过份额，时刻划分，打哄动静，领导班驳回，钓鱼网站，各地张宏扬同志，布希奇闻。

                """
            try text.write(to: file, atomically: true, encoding: .utf8)
            _ = try Command.run(["check", "--fix"], in: library)
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
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
