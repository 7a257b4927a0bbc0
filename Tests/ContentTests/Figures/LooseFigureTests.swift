import Testing

@testable import Content

@Suite("Figures that stand loose in a text are found")
struct LooseFigureTests {
    /// The library's own list.
    static let allowed = [
        "12345", "1+4+N", "三格", "三项清单", "三捆绑", "四支力量", "四套班子", "百千万", "三类重点社区", "两社三中心",
    ]

    /// What is found, as text.
    static func found(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var passedOver: [String: Int] = [:]
        return looseFigures(in: text, allowed: allowed, passedOver: &passedOver)
            .map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        "in sentences of the library's Chinese texts",
        arguments: [
            ("19项怎样变成23条", ["19项", "23条"]),
            ("整理来源时共认出19项做法。入库为23条，差别如下：", ["19项", "23条"]),
            ("由讲到自己机制的三地各立一条：常州、武汉、广州。1项变为3条，净增2条。", ["1项", "3条", "2条"]),
            ("第一部分有两组主张原先没有单列，入库时加上，免得主张被淹没", ["两组"]),
            ("23条里，主张有4条，即上面这两组，加上常州权责清单和武汉闭环", ["23条", "4条", "两组"]),
            ("其余19条为做法。另有11个案例，都从这些做法的叙述里整理而来。", ["19条", "11个"]),
            ("举办培训150余期，印发简报12期。", ["150余期"]), ("全部21个数字都由负责工作的官员自述，没有引用统计、审计、调查或第三方。", ["21个"]),
            ("没有一个数字有先前的数值；说到变化的三处（环境卫生整治效率、隐患排查周期、热线提速）", ["三处"]),
            ("“四支力量”只点出两支名称，“十项措施”没有列出。", ["两支", "十项"]),
            ("各条做法按17个项目列出，标明哪些见于来源。", ["17个"]),
            ("做法有三层意思：社区里闲着的资源用起来。", ["三层"]),
            ("只属主张的有：任勇谈四级联动和跟踪评估。", ["四级"]),
            ("同一件事或同一类事被居民一再反映，说明前面的办理没有触到根子。", []),
            ("武汉没有在第三部分发言，改造后的利用率、居民评价都没有说。", []),
            ("区委社会工作部部长、区委“两新”工委书记，在第一、第三部分发言。", []),
            ("位置写作P25.S2，指第25段第2句。", []),
            ("按自然行编为P1至P34段，段内只在句号处断句。", []),
            ("“今年”“今年以来”按上下文推断为2025年，截止时间不详。", []),
            ("武汉在2025年初制定当年的实施方案。", []),
            ("广州在12345政务服务便民热线上，建起由党建引领的接诉即办机制。", []),
            ("推进接诉即办改革时，用“1+4+N”工作体系组织力量，由四套班子负责人带头定期调度。", []),
            ("志愿服务以“一老一小一新”等重点群体和重要活动为着力点。", []),
            ("盘锦在基层列出“三项清单”：资源、需求、服务各一份。", []),
            ("“三格”指基础网格、行业网格和企业服务网格。", []),
            ("只靠一家运营、靠财政维持；由单一主体运营；一方面缺人，一起想办法，一些名称没有解释。", []),
            ("先用“四不两直”的方式走访，再分类分片座谈，给三类重点社区作参考。", []),
            ("“两社三中心”在原文里没有解释，“百千万”也没有。", []),
            ("由通州、盘锦、常州、武汉、广州五地的负责人和一位学者发言。", []),
            ("它和网格事件口径不同，两者不能互换，意见不一致时由谁拍板没有说。", []),
            ("“三治融合”的“三治”没有展开；从“一域盆景”到“全域风景”。", []),
            ("数字以“万”为单位，是取整后的，真值在上下一个区间里。", []),
        ] as [(String, [String])])
    func library(text: String, expected: [String]) {
        #expect(Self.found(in: text) == expected)
    }

    @Test(
        "in Chinese",
        arguments: [
            ("2万余人的队伍、530多个案例、32.7万件、3200余件次", ["2万余人", "530多个", "32.7万件", "3200余件次"]),
            ("周期缩短到24小时内，效率提升６０％，准确率不低于97%", ["24小时", "６０％", "97%"]),
            ("百分之六十的居民，近百名志愿者，百余户", ["百分之六十", "百名", "百余户"]),
            ("每组3—5个，共二十到三十人", ["3—5个", "二十到三十人"]),
            ("2025年9月28日前，三日内答复，十个工作日内办结", ["三日", "十个工作日"]),
            ("2025-08-28至2025.9.1，9:30开会，2024—2025年，二〇二五年", []),
            ("九月起、三个月内、5月份、三年级、九十年代、2025年度", ["三个月"]),
            ("十分钟到，讨论十分热烈，三天两头来，三番五次催", ["十分钟"]),
            ("统一三项标准，唯一一个，不一而足", ["三项"]),
            ("几十个、数百户、三五个、两三名、三三两两", []),
            ("二次供水、二级网格、第十二次会议、第1、2段", []),
            ("三部分内容、5部门会签、3单元、4A级景区、5G基站、20世纪", []),
            ("增长3个百分点，重5千克，走3千米，花30亿元", ["3个百分点", "5千克", "3千米", "30亿元"]),
            ("结果：5个；比例1:3；男/5人", ["5个", "5人"]),
            ("从2025，100个社区开始", ["100个"]),
            ("约 2 万余人、32.7 万件、100 余名、5 个", ["2 万余人", "32.7 万件", "100 余名", "5 个"]),
            ("十三格里有112345人", ["十三格", "112345人"]),
            ("卅五人、廿五户、百分之九十几、12km²", ["卅五人", "廿五户", "12km²"]),
        ] as [(String, [String])])
    func chinese(text: String, expected: [String]) {
        #expect(Self.found(in: text) == expected)
    }

    @Test(
        "set phrases, names and groups of people are none",
        arguments: [
            ("推行“三单合一”，列出三张清单，15分钟生活圈里有3个站点", ["3个"]),
            ("60岁以上老人、18周岁以下儿童、60至69岁，平均45岁", ["45岁"]),
            ("7×24小时值守，24小时内答复", ["24小时"]),
            ("2萬餘人、100+家、2.5w人次、1+4+N", ["2萬餘人", "100+家", "2.5w人次"]),
        ] as [(String, [String])])
    func names(text: String, expected: [String]) {
        #expect(Self.found(in: text) == expected)
    }

    @Test("what an allowed name hides is counted, what was no figure is not")
    func passedOver() {
        var passedOver: [String: Int] = [:]
        let found = looseFigures(
            in: "三格里有300户，三格，拨打12345，又有300户、5个", allowed: ["三格", "300户", "12345"], passedOver: &passedOver)
        #expect(found.count == 1)
        #expect(passedOver == ["三格": 2, "300户": 2])
    }

    @Test(
        "in English",
        arguments: [
            ("How 19 became 23", ["19"]),
            ("The source gave 19 practices. This library holds 23. The difference follows.", ["19 practices"]),
            ("The other 19 are reported. There are also 11 cases, made from them.", ["19", "11 cases"]),
            ("All 21 figures are stated by the official responsible.", ["21 figures"]),
            ("The practices are set out under 17 items, each marked.", ["17 items"]),
            ("Paragraphs P1 to P34; `P25.S2` means the second sentence of paragraph 25. The editor’s notes", []),
            ("What sections 2 and 3 tell is recorded as practice, what section 1 tells as proposal.", []),
            ("Wuhan gave no answer in section 3, so the source has nothing on it.", []),
            ("Tongzhou uses a “1+4+N” work system; Guangzhou has its 12345 hotline.", []),
            ("The 2025 implementation plan and the 2025 work points; the year is 2025 by inference.", []),
            ("On 9 September 2025, or September 9, or 2025-08-28 at 9:30 it met.", []),
            ("The 3rd meeting, the 1990s, a 5G network and COVID-19 cases", []),
            ("Grades E3 and E4; none of the ten measures is listed.", []),
            (
                "more than 20,000 people, 60% of cases, 3 per cent, 0.327 million events",
                ["20,000 people", "60%", "3 per cent", "0.327 million events"]
            ),
            (
                "a 24-hour service within 5km, 3–5 projects or 3 to 5 people",
                ["24-hour", "5km", "3–5 projects", "3 to 5 people"]
            ),
            ("The 108 of Tongzhou, and 32 in Wuhan", ["108", "32"]),
            ("", []), ("No number at all.", []), ("中文", []),
        ] as [(String, [String])])
    func english(text: String, expected: [String]) {
        #expect(Self.found(in: text) == expected)
    }
}
