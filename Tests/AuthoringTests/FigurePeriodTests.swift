import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

extension FigureImportTests {
    private func choosing(_ header: String, _ text: String) async throws -> FigureImport.Plan {
        var figures = await FigureImport(reading: Self.tree)
        figures.task.defaults = [(field: "role", text: "result"), (field: "place", text: "示例市")]
        figures.task.choices = [.init(header: header, field: "printed")]
        return await figures.plan(try table(text))
    }

    private static let place = ["role": "result", "place": "示例市"]

    @Test("1-6月累计 is a time, and 上年同期 beside it the same months a year earlier, mapped or not")
    func untilThen() async throws {
        let rows = ["example-city-cases-2025-01-2025-06 60", "example-city-cases-2024-01-2024-06-baseline 58"]
        for header in ["1-6月累计", "1—6月累计", "累计1-6月", "1-6月", "1-6月累计数", "2025年1-6月累计", "6月累计", "本年1-6月累计"] {
            let text = "2025年6月办件情况,,\n指标,\(header),上年同期\n受理诉求,60,58\n"
            #expect(self.rows(await plan(try table(text), Self.place)) == rows, "\(header)")
            let mapped = try await choosing(header, text)
            #expect(problems(mapped) == [] && self.rows(mapped) == rows, "\(header)")
        }
        try await read(
            "2025年6月办件情况||\n指标|1-6月累计|上年1-6月累计\n受理诉求|60|58\n", set: Self.place, rows)
        try await read(
            "2025年6月办件情况||\n指标|1-6月累计|上年同期|同比增长（%）\n受理诉求|60|58|3.4\n", set: Self.place,
            ["2:16 ‘同比增长（%）’ stands among times and is none"])
        try await read(
            "指标|2025年实际|2025年目标\n受理诉求|60|70\n", set: Self.place,
            ["example-city-cases-2025 60", "example-city-cases-2025-target 70"])
    }

    @Test("of which of several columns 上年同期 is has to be said, unless they take turns")
    func yearBefore() async throws {
        let title = "2025年6月办件情况|||\n"
        try await read(
            title + "指标|本月|累计|上年同期\n受理诉求|10|60|58\n", set: Self.place,
            ["2:10 ‘上年同期’ may be a year before any of ‘本月’, ‘累计’"])
        try await read(
            title + "指标|数值|累计|上年同期\n受理诉求|10|60|58\n", set: Self.place,
            ["2:10 ‘上年同期’ may be a year before any of ‘数值’, ‘累计’"])
        let both = [
            "example-city-cases-2025-06 10", "example-city-cases-2025-01-2025-06 60",
            "example-city-cases-2024-01-2024-06-baseline 58",
        ]
        for header in ["累计上年同期", "上年同期累计", "去年同期累计"] {
            try await read(title + "指标|本月|累计|\(header)\n受理诉求|10|60|58\n", set: Self.place, both)
            try await read(title + "指标|本月|1-6月累计|\(header)\n受理诉求|10|60|58\n", set: Self.place, both)
        }
        try await read(
            title + "指标|本月|累计|本月上年同期\n受理诉求|10|60|9\n", set: Self.place,
            both.dropLast() + ["example-city-cases-2024-06-baseline 9"])
        try await read(
            "2025年6月办件情况||||\n指标|本月|上年同期|累计|上年同期\n受理诉求|10|9|60|58\n", set: Self.place,
            [both[0], "example-city-cases-2024-06-baseline 9", both[1], both[2]])
        try await read(
            "2025年6月办件情况||\n指标|累计|上年同期\n受理诉求|60|58\n", set: Self.place,
            [both[1], both[2]])
    }

    @Test("2025.1-6 above a column is half a year, and below one, too")
    func halves() async throws {
        let rows = ["example-city-cases-2025-01-2025-06 60", "example-city-cases-2025-07-2025-09 58"]
        try await read("指标|2025.1-6|2025.7-9\n受理诉求|60|58\n", set: Self.place, rows)
        try await read("指标|时间|数值\n受理诉求|2025.1-6|60\n受理诉求|2025.7—9|58\n", set: Self.place, rows)
        try await read(
            "指标|时间|数值\n受理诉求|2024年3月-|60\n", set: Self.place, ["example-city-cases-2024-03-open 60"])
    }

    @Test(
        "2025.1 may be October, which a spreadsheet makes of 2025.10: it is told where it is a number or stands behind September"
    )
    func tenths() async throws {
        func told(_ text: String) -> String {
            "\(text) ‘2025.1’ may be January or October: a spreadsheet drops the last digit of 2025.10"
        }
        let months = "时间|受理诉求\n2025.8|1\n2025.9|2\n2025.1|3\n2025.11|4\n"
        try await read(months, set: Self.place, [told("4:1")])
        try await read("指标|2025.9|2025.1|2025.11\n受理诉求|1|2|3\n", set: Self.place, [told("1:11")])
        try await read(
            "时间|受理诉求\n2025.1|1\n2025.2|2\n", set: Self.place,
            ["example-city-cases-2025-01 1", "example-city-cases-2025-02 2"])
        var sheet = try table("时间,受理诉求\n2025.1,1\n2025.2,2\n")
        sheet.numbers = [sheet.rows[1].cells[0].span.range.lowerBound]
        let plan = await plan(sheet, Self.place)
        #expect(places(plan, in: sheet) == [told("2:1")])
        #expect(plan.table.diagnostics.first?.hint?.description == "write 2025年1月 or 2025年10月, as text")
    }

    @Test("平均, 占比 and the whole are no places, in rows or above columns")
    func noPlaces() async throws {
        let plan = await plan(
            try table("街道,受理诉求\n示例市,3\n平均,3\n全区,3\n占比,100%\n其中,\n合计,3\n"), ["role": "result", "period": "2025年"])
        #expect(problems(plan) == [] && rows(plan) == ["example-city-cases-2025 3"])
        let told = plan.table.remarks.map { $0.text(in: .en) }
        for row in ["row 3: no place: 平均", "row 4: no place: 全区", "row 5: no place: 占比", "row 7: a sum: 合计"] {
            #expect(told.contains(row), "\(told)")
        }
        try await read(
            "时间|指标|示例市|平均\n2025年|受理诉求|3|3\n", ["example-city-cases-2025 3"])
        try await read(
            "街道|受理诉求\n其中：示例市|3\n", set: ["role": "result", "period": "2025年"], ["example-city-cases-2025 3"])
    }

    @Test("a header among times that is none is told with what takes the column away")
    func noTimes() async throws {
        let sheet = try table("地区,指标,2024年,2025年,同比增长（%）\n示例市,受理诉求,10,12,20\n")
        let plan = await plan(sheet)
        #expect(places(plan, in: sheet) == ["1:19 ‘同比增长（%）’ stands among times and is none"])
        #expect(
            plan.table.diagnostics.first?.hint?.description.hasPrefix("leave the column out with --map 同比增长（%）=-;")
                == true)
    }
}
