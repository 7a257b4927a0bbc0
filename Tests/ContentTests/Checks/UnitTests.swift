import Diagnostics
import Testing

@testable import Content

@Suite("A figure is printed in the unit of its metric")
struct UnitTests {
    private func problems(
        _ printed: String, unit: String?, kind: MetricKind = .count, languages: String = "zh-Hans, en"
    ) async -> [String] {
        await Folder {
            File("exemplar.yaml", "title: {zh-Hans: 库, en: Library}\nlanguages: [\(languages)]\n")
            File("content/places/panjin.md", "---\ntitle: {zh-Hans: 盘锦, en: Panjin}\nlevel: city\n---\n")
            File("content/places/panjin.en.md", "---\n---\n")
            File(
                "content/metrics/metrics.yaml",
                "m:\n  name: {zh-Hans: 数, en: Number}\n  definition: {zh-Hans: 数, en: Number}\n  kind: \(kind.rawValue)\n"
                    + (kind == .share ? "  denominator: {zh-Hans: 人, en: people}\n" : "")
                    + (unit.map { "  unit: \($0)\n" } ?? ""))
            Fixtures.observations("x,m,panjin,\"\(printed)\",result")
        }.build().problems
    }

    private static let households = "{zh-Hans: 户, en: households}"
    private static let people = "{zh-Hans: 人, en: people}"
    private static let units = "{zh-Hans: 家, en: units}"
    private static let events = "{zh-Hans: 件, en: events}"
    private static let eventTimes = "{zh-Hans: 件次, en: event-times}"
    private static let hours = "{zh-Hans: 小时, en: hours}"

    @Test(
        "another unit is told, with the unit that is meant",
        arguments: [
            ("6万余人", households, "人", "户"), ("60,000 people", households, "people", "households"),
            ("33人", units, "人", "家"), ("33件", units, "件", "家"), ("3200余件", eventTimes, "件", "件次"),
            ("3200件次", events, "件次", "件"), ("2.3万余人次", people, "人次", "人"),
            ("1440分钟内", hours, "分钟", "小时"), ("within 2 days", hours, "days", "hours"),
            ("24个工作日", hours, "个工作日", "小时"), ("24个", hours, "个", "小时"),
            ("12 terminals", hours, "terminals", "hours"), ("97%", households, "%", "households"),
            ("百分之九十七", units, "%", "units"), ("97家", "\"%\"", "家", "%"), ("5个百分点", "\"%\"", "个百分点", "%"),
            ("九成", "件", "%", "件"), ("300美元", "{zh-Hans: 元, en: yuan}", "美元", "元"),
            ("5元/月", "元/年", "元/月", "元/年"), ("3500元/月", "元", "元/月", "元"), ("35元/户", "元/人", "元/户", "元/人"),
        ])
    func contradictions(printed: String, metric: String, unit: String, expected: String) async {
        let problem = "‘\(printed)’ is a number of ‘\(unit)’, but ‘m’ has the unit ‘\(expected)’"
        #expect(await problems(printed, unit: metric) == ["content/metrics/2025.csv:2:12 wrong-unit \(problem)"])
    }

    @Test(
        "hedges, multipliers and nouns are no units; words for the same agree; a figure may stand alone",
        arguments: [
            ("6万余户", households), ("60,000 households", households), ("nearly 60,000 resident households", households),
            ("100", households), ("more than 60,000", households), ("60,000 homes", households),
            ("100余名", people), ("100多位第一书记", people), ("三口", people), ("100 persons", people),
            ("39个", units), ("39家单位", units), ("39个部门", units), ("32部门", units),
            ("3200余起", events), ("3200条", events), ("24小时内", hours), ("24个小时", hours),
            ("within 24 hours of receipt", hours), ("24h", hours), ("97%", "\"%\""), ("不低于百分之九十七", "\"%\""),
            ("at least 97 per cent", "\"%\""), ("97% of events", "\"%\""), ("6万余人", nil),
            ("24 heures", "{zh-Hans: 小时, en: heures}"), ("3个以上社区", "个"), ("40", "\"%\""), ("3500元", "元/人"),
        ] as [(String, String?)])
    func agreement(printed: String, unit: String?) async {
        #expect(await problems(printed, unit: unit) == [])
    }

    @Test("figures of a metric without a unit are in one unit")
    func mixedUnits() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/metrics/metrics.yaml", "m:\n  {name: 长度, definition: 步道多长, kind: count}\n")
            Fixtures.observations(
                "a,m,panjin,300米,result", "b,m,panjin,400米,result", "c,m,panjin,3公里,result", "d,m,panjin,5,result",
                "e,m,panjin,5 visits,result", "f,m,panjin,97%,result")
        }.build()
        #expect(outcome.marked == ["3公里", "97%"])
        #expect(outcome.diagnostics.map(\.code) == [.wrongUnit, .wrongUnit])
    }

    @Test("two levels tell no percentage of a change, a percentage does, and levels in per cent tell points")
    func percentages() async {
        #expect(
            await problems("由80增加到100", unit: "\"%\"", kind: .change) == [
                "content/metrics/2025.csv:2:12 wrong-unit ‘由80增加到100’ tells two levels, which differ by a number and not by a "
                    + "percentage, as ‘m’ asks"
            ])
        #expect(await problems("由80增加到100", unit: "\"个\"", kind: .change) == [])
        #expect(await problems("增长25%", unit: "\"%\"", kind: .change) == [])
        #expect(await problems("由80%提高到95%", unit: "\"个百分点\"", kind: .change) == [])
    }

    @Test("a share per mille lies within 0 and 1000")
    func perMille() async {
        #expect(await problems("120‰", unit: "‰", kind: .share) == [])
        #expect(
            await problems("1200‰", unit: "‰", kind: .share) == [
                "content/metrics/2025.csv:2:12 share-out-of-range a share lies within 0 and 1000, not at 1200"
            ])
    }

    @Test("targets and checkpoints are numbers of their metric, too")
    func tasks() async {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/metrics/metrics.yaml",
                "cases:\n  {name: 件数, definition: 办结, kind: count, unit: 件}\n"
                    + "rate:\n  {name: 按期率, definition: 占比, kind: share, unit: '%', denominator: 件}\n")
            File(
                "content/plans/tasks.csv",
                "id,place,year,title,metric,target,op\na,panjin,2025,办结,cases,40000,\nb,panjin,2025,按期,rate,0.95,\n")
            File(
                "content/plans/checkpoints.csv",
                "task,date,value,status\na,2025-06-30,4万元,on-track\na,2025-07-30,4万件,on-track\n"
                    + "a,2025-08-30,-3,on-track\nb,2025-06-30,60%,on-track\nb,2025-07-30,0.6,on-track\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/plans/checkpoints.csv:2:14 wrong-unit ‘4万元’ is a number of ‘元’, but ‘cases’ has the unit ‘件’",
                "content/plans/checkpoints.csv:4:14 below-zero a count or a time is not below zero: ‘-3’",
                "content/plans/checkpoints.csv:6:14 fraction-for-share ‘0.6’ is taken for 0.6%",
                "content/plans/tasks.csv:3:1 fraction-for-share ‘0.95’ is taken for 0.95%",
            ])
    }

    @Test("every row is told, though units are compared once")
    func everyRow() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            Fixtures.observations(
                "a,households,panjin,6万余人,result", "b,households,panjin,七户,result", "c,households,panjin,七人,result")
        }.build()
        #expect(outcome.marked == ["6万余人", "七人"])
        #expect(outcome.diagnostics.map(\.code) == [.wrongUnit, .wrongUnit])
        #expect(outcome.notes == ["content/metrics/metrics.yaml:1:1 the metric is here"].flatMap { [$0, $0] })
    }
}
