import Diagnostics
import Testing

@testable import Content

@Suite("A figure is printed in the unit of its metric")
struct UnitTests {
    private func problems(_ printed: String, unit: String?, languages: String = "zh-Hans, en") async -> [String] {
        await Folder {
            File("exemplar.yaml", "title: {zh-Hans: 库, en: Library}\nlanguages: [\(languages)]\n")
            File("content/places/panjin.md", "---\ntitle: {zh-Hans: 盘锦, en: Panjin}\nlevel: city\n---\n")
            File("content/places/panjin.en.md", "---\n---\n")
            File(
                "content/metrics/metrics.yaml",
                "m:\n  name: {zh-Hans: 数, en: Number}\n  definition: {zh-Hans: 数, en: Number}\n  kind: count\n"
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
            ("5元/月", "元/年", "元/月", "元/年"),
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
            ("24 heures", "{zh-Hans: 小时, en: heures}"), ("3个以上社区", "个"), ("40", "\"%\""),
        ] as [(String, String?)])
    func agreement(printed: String, unit: String?) async {
        #expect(await problems(printed, unit: unit) == [])
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
