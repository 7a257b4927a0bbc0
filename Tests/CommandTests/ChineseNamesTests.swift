import Foundation
import TestSupport
import Testing

@Suite("Whoever writes what people call a thing is told what the program calls it")
struct ChineseNamesTests {
    private static let practice = "content/practices/example-city/joint-meeting.md"

    /// A change to a new library, and what is told of it: the place and what to do.
    private static let faults: [(path: String, old: String, new: String, told: [String])] = [
        (practice, "modality: reported", "modality: 已实施", ["“modality”不能填“已实施” = 是不是“reported”？"]),
        (practice, "\nlevels:", "\nlevels: [街道]", ["“levels”不能填“街道” = 是不是“street”？"]),
        (
            practice, "modality: reported", "modality: 试验",
            ["“modality”不能填“试验” = 可以填：reported（当地说已经在做）、proposed（只是主张、建议）"]
        ),
        (practice, "\nproblem:\n", "\n问题:\n", ["不认得项目“问题” = 是不是“problem”？"]),
        (practice, "[joint-meeting]", "[三方碰头会]", ["没有“三方碰头会”这个机制 = 这是标题，要写标识：joint-meeting"]),
        (
            practice, "[joint-meeting]", "[joint-meeting，grid]",
            ["没有“joint-meeting，grid”这个机制 = “，”是全角的，请改成半角的“,”"]
        ),
        (practice, "[estate-repairs]", "[lifts]", ["没有“lifts”这个议题 = 先新建：exemplar new topic lifts"]),
        (practice, "from: example#P2.S2", "from: example＃p2.s2", ["“example＃p2.s2”不是出处的写法 = 是不是“example#P2.S2”？"]),
        (practice, "\nreviewed:\n", "\nreviewed: 2025-02-30\n", ["“2025-02-30”不是有效的日期 = 2025年2月只有28天"]),
        (practice, "\nreviewed:\n", "\nreviewed: 2025年3月1日\n", ["“2025年3月1日”不是有效的日期 = 是不是“2025-03-01”？"]),
        (practice, "\nreviewed:\n", "\nreviewed: 2025-13-01\n", ["“2025-13-01”不是有效的日期 = 没有13月"]),
        (practice, "\nreviewed:\n", "\nreviewed: 3025-01-01\n", ["“3025-01-01”不是有效的日期 = 请核对年份，3025不在1800到2199之间"]),
        (
            "seeds/example/source.yaml", "\ndate: 2026-01-15", "\ndate: 9999",
            ["“9999”不是有效的日期 = 请核对年份，9999不在1800到2199之间"]
        ),
        (
            "content/people.csv", "\n", "\n张三,局长,0001/2025,9999\n",
            ["“0001/2025”不能作时段 = 请核对年份，0001不在1800到2199之间", "“9999”不能作时段 = 请核对年份，9999不在1800到2199之间"]
        ),
        ("exemplar.yaml", "[zh-Hans]", "[zh_Hans]", ["“zh_Hans”不能作语言代码：要写成zh-Hans、en这样（BCP 47） = 是不是“zh-Hans”？"]),
        (
            "exemplar.yaml", "[zh-Hans]", "[cn]",
            ["“cn”不能作语言代码：要写成zh-Hans、en这样（BCP 47） = 是不是“zh-Hans”？"]
        ),
        (
            "exemplar.yaml", "[zh-Hans]", "[zh-TW]",
            ["语言“zh-TW”还没有界面文字 = 是不是“zh-Hant”？另加一种语言，要有templates/strings/zh-Hant.yaml"]
        ),
        (practice, "\nsummary: ", "\nsummary: [摘要] ", ["YAML把这段文字的一部分当成了别的写法 = 请把整段文字放进英文双引号"]),
        (practice, "\nbrand:", "\nbrand: [品牌]", ["这里要写文字 = 请把整段文字放进英文双引号"]),
        (practice, "\nmodality:", "\n\tmodality:", ["行首用了制表符（Tab键） = 请改用空格；最外一层的项目名，前面什么也不写"]),
        (practice, "\nmodality:", "\n　modality:", ["不认得项目“　modality” = 这里的空格不是半角空格，请改成半角空格；最外一层的项目名，前面什么也不写"]),
        (practice, "\nmodality:", "\n modality:", ["这一行的缩进与上下几行不齐 = 请与同一级的行左对齐；最外一层的项目名，前面什么也不写"]),
        (
            "content/topics/estate-repairs.md", "\nsynonyms:", "\nsynonyms:\n  -修缮\n  -维修",
            ["列表这一项的“-”后面没有空格 = 写成“- …”，“-”后面空一格"]
        ),
        (
            "content/people.csv", "\n", "\n张三,局长,2025-09/2025-03,至今\n",
            ["“2025-09/2025-03”不能作时段 = 结束比开始早", "“至今”不能作时段 = 仍在继续的，空着"]
        ),
        (
            "content/people.csv", "\n", "\n张三,局长,2025年3月至9月,2025年3月至今\n",
            ["“2025年3月至9月”不能作时段 = 是不是“2025-03/2025-09”？", "“2025年3月至今”不能作时段 = 是不是“2025-03/..”？"]
        ),
        (
            "content/metrics/observations.csv", "metric,place", "指标,地方",
            ["不认得“指标”这一列 = 是不是“metric”？", "不认得“地方”这一列 = 是不是“place”？"]
        ),
        ("content/plans/tasks.csv", ",", "，", ["各列之间不是用逗号分开的 = “，”是全角的，请改成半角的“,”"]),
        (
            "seeds/example/source.yaml", "\ndate: 2026-01-15", "\ndate: 未注明",
            ["“未注明”不是有效的日期 = 写成年-月-日；原文没有印日期的，写“not printed”"]
        ),
    ]

    @Test("each is told once, with what to write", arguments: faults.indices)
    func told(number: Int) throws {
        let fault = Self.faults[number]
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try #require(
                try Command.run(["init", library.path, "--language", "zh-Hans", "--lang", "zh"]).status == 0)
            let file = library.appending(path: fault.path)
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(fault.old), "\(text)")
            let all = fault.path.hasSuffix("tasks.csv")
            let changed =
                all
                ? text.replacing(fault.old, with: fault.new)
                : text.replacing(fault.old, with: fault.new, maxReplacements: 1)
            try Data(changed.utf8).write(to: file)
            let outcome = try Command.run(["check", "--lang", "zh", "--format", "json"], in: library)
            struct Problem: Decodable {
                var severity: String
                var message: String
                var hint: String?
            }
            let problems = try JSONDecoder().decode([Problem].self, from: Data(outcome.output.utf8))
            #expect(
                problems.filter { $0.severity == "error" }.map { "\($0.message) = \($0.hint ?? "")" } == fault.told)
        }
    }
}
