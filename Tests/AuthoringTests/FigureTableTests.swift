import Content
import Diagnostics
import Foundation
import Office
import TestSupport
import Testing
import Text

@testable import Authoring

extension FigureImportTests {
    /// Each problem as `line:column message`.
    func places(_ plan: FigureImport.Plan, in sheet: Spreadsheet) -> [String] {
        plan.table.diagnostics.map { diagnostic in
            let position = SourceText(sheet.file).position(of: diagnostic.span.range.lowerBound)
            return "\(position.line):\(position.column) \(diagnostic.message)"
        }
    }

    /// A table in which bars part the cells gives these rows, or else these problems.
    func read(
        _ text: String, set defaults: [String: String] = ["role": "result"], adds: Bool = false,
        _ expected: [String], at location: SourceLocation = #_sourceLocation
    ) async throws {
        let sheet = try table(text.replacing("|", with: ","))
        let plan = await plan(sheet, defaults, adds: adds)
        let found = plan.table.diagnostics.isEmpty ? rows(plan) : places(plan, in: sheet)
        #expect(found == expected, sourceLocation: location)
    }

    @Test("below a time, a metric or a place stand figures: a cell that cannot be read is told, and no column is lost")
    func columns() async throws {
        for cell in ["见附件", "180*", "每周1次", "约三百（含转办）"] {
            try await read(
                "指标|地区|2023年|2024年\n受理诉求|示例市|300|310\n投入经费|示例市|290|\(cell)\n",
                ["3:14 ‘\(cell)’ cannot be read as a figure"])
            try await read(
                "地区|时间|受理诉求|来信\n示例市|2024年|300|310\n示例市|2023年|290|\(cell)\n", adds: true,
                ["3:15 ‘\(cell)’ cannot be read as a figure"])
        }
        try await read(
            "指标|地区|2023年\n受理诉求|示例市|300①\n投入经费|示例市|290*\n",
            ["2:10 ‘300①’ cannot be read as a figure", "3:10 ‘290*’ cannot be read as a figure"])
        try await read("地区|时间|受理诉求\n示例市|2024年|见附件\n", ["2:11 ‘见附件’ cannot be read as a figure"])
        try await read("指标|时间|示例市\n受理诉求|2024年|见附件\n", ["2:12 ‘见附件’ cannot be read as a figure"])
        try await read(
            "地区|时间|受理诉求|简介\n示例市|2024年|300|新建\n示例市|2023年|290|扩建\n",
            ["example-city-cases-2024 300", "example-city-cases-2023 290"])
    }

    @Test("beside the names of metrics 本期 has their figures, 上年同期 those of a year before, 计划 what was to be reached")
    func aspects() async throws {
        try await read(
            "指标|地区|时间|本期|上年同期\n受理诉求|示例市|2018年3月|30|28\n投入经费（万元）|示例市|2018年4月|29|27\n",
            [
                "example-city-cases-2018-03 30", "example-city-cases-2017-03-baseline 28",
                "example-city-cost-2018-04 29万元", "example-city-cost-2017-04-baseline 27万元",
            ])
        let planned = await plan(
            try table("指标,地区,年份,计划（万元）,完成（万元）\n投入经费,示例市,2018,不低于30,28\n"))
        #expect(
            rows(planned) == [
                "example-city-cost-2018-target 不低于30万元", "example-city-cost-2018 28万元",
            ])
        #expect(
            planned.table.remarks.first?.text(in: .en) == "计划（万元）: rows of their own with the role target")
        #expect(
            planned.table.records.first?.file.text.contains(",example-city,2018,不低于30万元,,,,,target,") == true)
        try await read(
            "指标|地区|时间|实际值|上年值\n受理诉求|示例市|2020年1-2月|30|28\n",
            ["example-city-cases-2020-01-2020-02 30", "example-city-cases-2019-01-2019-02-baseline 28"])
        try await read(
            "地区|受理诉求||办结率|\n|本期|上年同期|本期|上年同期\n示例市|30|28|97%|96%\n", set: ["role": "result", "period": "2018年"],
            [
                "example-city-cases-2018 30", "example-city-cases-2017-baseline 28", "example-city-closed-2018 97%",
                "example-city-closed-2017-baseline 96%",
            ])
        try await read(
            "地区|受理诉求||办结率|\n|目标值|实际值|目标值|实际值\n示例市|30|28|97%|96%\n", set: ["role": "result", "period": "2018年"],
            [
                "example-city-cases-2018-target 30", "example-city-cases-2018 28",
                "example-city-closed-2018-target 97%",
                "example-city-closed-2018 96%",
            ])
        try await read(
            "指标|地区|时间|本月|累计\n受理诉求|示例市|2018年3月|30|88\n",
            ["example-city-cases-2018-03 30", "example-city-cases-2018-01-2018-03 88"])
    }

    @Test("a column that names no figures of the metrics beside it is told, and never becomes a metric")
    func unclear() async throws {
        func told(_ header: String) -> String {
            "‘指标’ names the metrics; what of them stands below ‘\(header)’ is not said"
        }
        try await read("指标|地区|时间|本期|增长率\n受理诉求|示例市|2018年|30|7%\n", adds: true, ["1:13 \(told("增长率"))"])
        try await read("指标|地区|时间|件数\n受理诉求|示例市|2018年|30\n", adds: true, ["1:10 \(told("件数"))"])
        try await read(
            "指标|地区|时间|登记|办结\n受理诉求|示例市|2018年|30|28\n", adds: true, ["1:10 \(told("登记"))", "1:13 \(told("办结"))"])
        try await read(
            "地区|时间|受理诉求|上年同期|办结率|上年同期\n示例市|2018年|30|28|97%|96%\n", adds: true,
            ["1:12 of which metric ‘上年同期’ is, nothing says"])
        try await read(
            "指标|地区|本月|累计\n受理诉求|示例市|30|88\n", set: ["role": "result", "period": "2018年"],
            ["1:7 \(noTime("本月"))"])
        try await read(
            "地区|受理诉求||办结率|\n|本月|累计|本月|累计\n示例市|1|2|3%|4%\n",
            ["2:2 \(noTime("本月"))", "2:5 \(noTime("累计"))"])
    }

    private func noTime(_ header: String) -> String {
        "‘\(header)’ says no time, and neither the row nor the table says which one it is"
    }

    @Test("a year that stands in the table holds before the one given for all rows; months that run backwards are told")
    func years() async throws {
        let given = ["role": "result", "period": "2013年"]
        try await read(
            "指标|地区|年份|一季度|二季度\n受理诉求|示例市|2022年|300|320\n投入经费|示例市|2021|30|32\n", set: given,
            [
                "example-city-cases-2022-q1 300", "example-city-cases-2022-q2 320", "example-city-cost-2021-q1 30",
                "example-city-cost-2021-q2 32",
            ])
        try await read(
            "指标|地区|月份|2022年|2023年\n受理诉求|示例市|1月|300|320\n受理诉求|示例市|2月|30|32\n", set: given,
            [
                "example-city-cases-2022-01 300", "example-city-cases-2023-01 320", "example-city-cases-2022-02 30",
                "example-city-cases-2023-02 32",
            ])
        try await read(
            "2022年统计表||\n指标|地区|数值\n受理诉求|示例市|300\n", set: given, ["example-city-cases-2022 300"])
        try await read(
            "2022年统计表||\n指标|地区|数值\n受理诉求|示例市|300\n", set: ["role": "result", "period": "2022年3月"],
            ["example-city-cases-2022-03 300"])
        let months = "月份|受理诉求\n2006年1月|1\n2月|2\n12月|3\n"
        for defaults in [given, ["role": "result"]] {
            let defaults = defaults.merging(["place": "示例市"]) { first, _ in first }
            try await read(
                months, set: defaults,
                ["example-city-cases-2006-01 1", "example-city-cases-2006-02 2", "example-city-cases-2006-12 3"])
            try await read(months + "1月|4\n", set: defaults, ["5:1 nothing says which year ‘1月’ is in"])
        }
        try await read(
            "月份|受理诉求\n11月|1\n12月|2\n1月|3\n", set: ["role": "result", "place": "示例市", "period": "2013年"],
            ["4:1 nothing says which year ‘1月’ is in"])
    }

    @Test("metrics may stand over times, and times over metrics, in two rows of headers, drawn as one or not")
    func twoRows() async throws {
        let times = [
            "example-city-cases-2025-01 1", "example-city-cases-2025-02 2", "example-city-closed-2025-01 3%",
            "example-city-closed-2025-02 4%",
        ]
        try await read(
            "地区|受理诉求||办结率|\n|2025年1月|2月|2025年1月|2月\n示例市|1|2|3%|4%\n", times)
        try await read(
            "2025年2月统计表||||\n地区|受理诉求||办结率|\n|本月|累计|本月|累计\n示例市|1|2|3%|4%\n",
            [
                "example-city-cases-2025-02 1", "example-city-cases-2025-01-2025-02 2",
                "example-city-closed-2025-02 3%",
                "example-city-closed-2025-01-2025-02 4%",
            ])
        var sheet = try table("地区,2025年1月,,2025年2月,\n,受理诉求,办结率,受理诉求,办结率\n示例市,1,3%,2,4%\n")
        sheet.columns = Array(0..<5)
        sheet.merges = [1...2, 3...4].map { .init(rows: 1...1, columns: $0) }
        let plan = await plan(sheet)
        #expect(problems(plan) == [] && rows(plan).sorted() == times)
    }

    @Test("a name that is drawn over several rows is of each; of which a figure is, nobody knows")
    func merged() async throws {
        func told(_ text: String, _ merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]) async throws
            -> [String]
        {
            var sheet = try table(text.replacing("|", with: ","))
            sheet.columns = Array(sheet.rows[0].cells.indices)
            sheet.merges = merges.map { .init(rows: $0.rows, columns: $0.columns) }
            let plan = await plan(sheet)
            return plan.table.diagnostics.isEmpty ? rows(plan) : places(plan, in: sheet)
        }
        let long = "指标|地区|时间|数值\n受理诉求|示例市|2024年|300\n||2023年|\n"
        let names = [(rows: 2...3, columns: 0...0), (rows: 2...3, columns: 1...1)]
        func drawn(_ text: String, _ count: Int) -> String {
            "‘\(text)’ is drawn over \(count) cells, and may be of each, of one or of all together"
        }
        let all = try await told(long, names + [(rows: 2...3, columns: 3...3)])
        #expect(all == ["2:16 \(drawn("300", 2))"])
        #expect(
            try await told(long.replacing("300", with: "—"), names + [(rows: 2...3, columns: 3...3)]) == [
                "example-city-cases-2024 not-applicable", "example-city-cases-2023 not-applicable",
            ])
        #expect(
            try await told(long, names) == ["example-city-cases-2024 300", "example-city-cases-2023 not-stated"])
        #expect(
            try await told(
                "指标|地区|2023年|2024年\n受理诉求|示例市|300|\n投入经费|示例市|2|3\n", [(rows: 2...2, columns: 2...3)])
                == ["2:10 \(drawn("300", 2))"])
    }

    @Test("a new metric has the unit that is printed, and is a change where its figure is one")
    func printedUnits() async throws {
        let plan = await plan(
            try table(
                "指标,地区,时间,数值\n甲,示例市,2018,12㎡\n乙,示例市,2018,12个百分点\n丙,示例市,2018,三成五\n丁,示例市,2018,300户家庭\n戊,示例市,2018,翻一番\n己,示例市,2018,增长2倍\n"
            ),
            adds: true)
        #expect(problems(plan) == [])
        let added = (plan.registry?.text ?? "").replacing(Self.metrics, with: "").split(separator: "\n")
        #expect(
            added.filter { $0.contains("unit:") || $0.contains("kind:") }.suffix(12).map { trimmed($0) }
                == [
                    "kind: count", "unit: \"㎡\"", "kind: change", "unit: 个百分点", "kind: share", "unit: \"%\"",
                    "kind: count",
                    "unit: 户", "kind: change", "unit: \"%\"", "kind: change", "unit: \"%\"",
                ])
        let often = await self.plan(try table("指标,地区,时间,数值\n受理诉求,示例市,2018,一周三次\n"))
        #expect(problems(often) == ["unreadable-figure ‘一周三次’ cannot be read as a figure"])
    }

    @Test("a unit above the table is that of bare numbers; one that is printed with a figure holds")
    func units() async throws {
        let plan = await plan(
            try table("单位：万元,,,\n指标,地区,时间,数值\n甲,示例市,2018,2.5w人\n乙,示例市,2018,三百余处\n丙,示例市,2018,98.5%\n投入,示例市,2018,3\n"),
            adds: true)
        #expect(problems(plan) == [])
        let added = (plan.registry?.text ?? "").replacing(Self.metrics, with: "").split(separator: "\n")
        #expect(
            added.filter { $0.contains("unit:") || $0.contains("kind:") }.suffix(8).map { trimmed($0) }
                == [
                    "kind: count", "unit: 人", "kind: count", "unit: 处", "kind: share", "unit: \"%\"", "kind: money",
                    "unit: 元",
                ])
    }

    @Test("in a document the year and the unit may stand in paragraphs above the table")
    func paragraphs() async throws {
        let folder = Repository.folder.appending(path: "Tests/AuthoringTests/Fixtures")
        var options = Spreadsheet.Options()
        options.sheet = "表2"
        let bytes = Array(try Data(contentsOf: folder.appending(path: "surrounded.docx")))
        let plan = await plan(try Spreadsheet(path: "a.docx", bytes: bytes, options: options))
        #expect(problems(plan) == [] && rows(plan) == ["example-city-cost-2024 12.5万元"])
    }

    @Test("headers that stand again are passed over, and told; another table below is refused")
    func again() async throws {
        let plan = await plan(
            try table("指标,地区,2024年\n受理诉求,示例市,1\n指标,地区,2024年\n办结率,示例市,97%\n"))
        #expect(problems(plan) == [] && rows(plan) == ["example-city-cases-2024 1", "example-city-closed-2024 97%"])
        #expect(plan.table.remarks.first?.text(in: .en) == "row 3: the headers again")
        try await read(
            "指标|地区|2024年\n受理诉求|示例市|1\n指标|地区|2025年\n办结率|示例市|97%\n",
            ["3:1 these are the headers of another table"])
        try await read(
            "地区|受理诉求||办结率|\n|2024年|2025年|2024年|2025年\n示例市|1|2|3%|4%\n地区|受理诉求||办结率|\n|2024年|2025年|2024年|2025年\n",
            [
                "example-city-cases-2024 1", "example-city-cases-2025 2", "example-city-closed-2024 3%",
                "example-city-closed-2025 4%",
            ])
    }
}
