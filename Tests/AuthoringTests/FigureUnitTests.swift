import Content
import Diagnostics
import Office
import Testing
import Text

@testable import Authoring

extension FigureImportTests {
    private static let year = ["role": "result", "period": "2025年"]

    @Test(
        "the unit in the header of the figures is theirs",
        arguments: [
            "指标|数值（万元）|时间|地区\n投入经费|35|2025年|示例市\n", "指标|数值\n（万元）|时间|地区\n投入经费|35|2025年|示例市\n",
            "指标|数值（单位：万元）|时间|地区\n投入经费|35|2025年|示例市\n", "指标|数值（人民币万元）|时间|地区\n投入经费|35|2025年|示例市\n",
            "地区|时间|投入经费/万元\n示例市|2025年|35\n", "指标（万元）|数值|时间|地区\n投入经费|35|2025年|示例市\n",
            "地区|时间|投入经费\n（万元）\n示例市|2025年|35\n", "指标|地区|2025年（万元）\n投入经费|示例市|35\n",
            "指标|时间|示例市（万元）\n投入经费|2025年|35\n", "项目（万元）|地区|2025年\n投入经费|示例市|35\n",
        ])
    func headers(text: String) async throws {
        let quoted = text.replacing("值\n（", with: "值 （").replacing("费\n（", with: "费 （")
        try await read(quoted, ["example-city-cost-2025 35万元"])
        let rows = text.split(separator: "|").map { $0.contains("\n（") ? "\"\($0)\"" : String($0) }
        if text.contains("\n（"), text.hasPrefix("指标") {
            try await read(rows.joined(separator: "|"), ["example-city-cost-2025 35万元"])
        }
    }

    @Test("the unit in a header that somebody maps is that of its figures")
    func mapped() async throws {
        var figures = await FigureImport(reading: Self.tree)
        figures.task.defaults = [(field: "role", text: "result")]
        figures.task.choices = [.init(header: "金额（万元）", field: "printed")]
        let plan = await figures.plan(try table("指标,金额（万元）,时间,地区\n投入经费,35,2025年,示例市\n"))
        #expect(problems(plan) == [] && rows(plan) == ["example-city-cost-2025 35万元"])
    }

    @Test(
        "a line above the table, or below it, names the unit of its money",
        arguments: [
            "2025年投入经费情况表（单位：万元）", "2025年投入经费情况表（万元）", "单　位：万元", "金额单位：人民币万元", "制表：张三    单位：万元", "（万元）",
            "单位:万元", "计量单位：万元", "单位（万元）", "单位：人民币万元", "注：本表金额单位均为万元。",
        ])
    func around(line: String) async throws {
        let rows = ["example-city-cost-2025 35万元", "example-city-cases-2025 1200"]
        try await read("\(line)||\n地区|投入经费|受理诉求\n示例市|35|1200\n", set: Self.year, rows)
        try await read("单位：|万元|\n地区|投入经费|受理诉求\n示例市|35|1200\n", set: Self.year, rows)
        if !line.contains("2025") {
            let below = line == "（万元）" ? "单位：万元" : line
            try await read("地区|投入经费|受理诉求\n示例市|35|1200\n\(below)||\n", set: Self.year, rows)
        }
    }

    @Test("of two units above a table each goes to the figures that can have it; what can have either is told")
    func several() async throws {
        try await read(
            "单位：万元、件||\n地区|投入经费|受理诉求\n示例市|35|1200\n", set: Self.year,
            ["example-city-cost-2025 35万元", "example-city-cases-2025 1200"])
        try await read(
            "单位：万元、件|||\n地区|投入经费|受理诉求|设备\n示例市|35|1200|3\n", set: Self.year, adds: true,
            ["2:14 the table names ‘万元、件’; whether the figures of ‘设备’ are in it is not said"])
        try await read(
            "地区|投入经费\n示例市|35\n单位：万元|\nexample-city|36\n", set: Self.year,
            [
                "1:4 the table names ‘万元’; whether the figures of ‘投入经费’ are in it is not said",
                "4:14 the observation ‘example-city-cost-2025’ appears twice",
            ])
    }

    @Test("money above a table is no unit of what is counted, nor of a share; a name that may be either is told")
    func counts() async throws {
        let counted = ["服务户数", "惠及人数", "办件数", "检查次数", "服务人次", "站点个数", "办结比例", "资金到位率", "补贴人数", "预算占比"]
        for name in counted {
            let text = "单位：万元||\n地区|\(name)|投入资金\n示例市|12|35.5\n"
            let plan = await plan(try table(text.replacing("|", with: ",")), Self.year, adds: true)
            #expect(
                problems(plan) == [] && rows(plan).map { $0.split(separator: " ")[1] } == ["12", "35.5万元"], "\(name)")
        }
        for name in ["设备", "增长", "宣传"] {
            let text = "单位：万元||\n地区|\(name)|投入资金\n示例市|12|35.5\n"
            let plan = await plan(try table(text.replacing("|", with: ",")), Self.year, adds: true)
            #expect(
                problems(plan) == [
                    "unclear-figure the table names ‘万元’; whether the figures of ‘\(name)’ are in it is not said"
                ])
            #expect(
                plan.table.diagnostics.first?.hint?.description
                    == "write the unit behind the name: \(name)（万元）, or another one if that is not theirs")
        }
        let answered = await self.plan(
            try table("单位：万元,,\n地区,设备,投入资金\n示例市,3,35.5\n"), Self.year,
            answers: [
                MetricAnswer(name: "设备", id: "equipment", values: ["unit": "台"]),
                MetricAnswer(name: "投入资金", id: "spent", values: ["unit": "元"]),
            ])
        #expect(
            problems(answered) == []
                && rows(answered) == ["example-city-equipment-2025 3", "example-city-spent-2025 35.5万元"])
    }

    @Test("a unit in a header over several columns is that of all of them; a remark in brackets is none")
    func divided() async throws {
        let plan = await plan(
            try table("地区,资金（万元）,,受理诉求\n,市级,区级,\n示例市,35,12,3\n").merging([1...2]), Self.year, adds: true)
        #expect(problems(plan) == [])
        #expect(rows(plan).map { $0.split(separator: " ")[1] } == ["35万元", "12万元", "3"])
        let added = (plan.registry?.text ?? "").replacing(Self.metrics, with: "")
        #expect(added.contains("name: 资金 市级\n") && added.contains("unit: 元\n"))
        let remark = await self.plan(try table("地区,资金（市级）,资金（区级）\n示例市,35,12\n"), Self.year, adds: true)
        #expect(problems(remark) == [] && remark.added.count == 2)
    }

    @Test("同上 and 〃 stand for the cell above")
    func ditto() async throws {
        for mark in ["同上", "〃", "″", "“"] {
            let plan = await plan(
                try table("指标,地区,时间,单位,数值\n服务人口,示例市,2025年,万人,1.2\n登记人口,\(mark),\(mark),\(mark),1.5\n"), adds: true)
            #expect(problems(plan) == [])
            #expect(rows(plan).map { $0.split(separator: " ")[1] } == ["1.2万人", "1.5万人"])
            let added = (plan.registry?.text ?? "").replacing(Self.metrics, with: "")
            #expect(added.ranges(of: "unit: 人\n").count == 2, "\(added)")
        }
        try await read(
            "指标|地区|2025年\n投入经费|示例市|35\n受理诉求|示例市|〃\n", ["3:10 ‘〃’ cannot be read as a figure"])
    }

    @Test("a row below the headers that has nothing but units has those of the columns")
    func unitRows() async throws {
        let rows = ["example-city-cost-2025 35万元", "example-city-closed-2025 97"]
        for units in ["单位|万元|%", "计量单位|（万元）|（%）", "|万元|%"] {
            try await read("地区|投入经费|办结率\n\(units)\n示例市|35|97\n", set: Self.year, rows)
        }
        try await read("社区名称|投入经费|办结率\n单位|万元|%\n示例市|35|97\n", set: Self.year, rows)
        let plan = await plan(try table("地区,新设备,占用\n单位,台,万元\n示例市,35,97\n"), Self.year, adds: true)
        #expect(problems(plan) == [] && self.rows(plan).count == 2)
        #expect(plan.table.remarks.map { $0.text(in: .en) }.contains("row 2: the units of the columns"))
        let added = (plan.registry?.text ?? "").replacing(Self.metrics, with: "")
        #expect(added.contains("unit: 台\n") && added.contains("unit: 元\n"), "\(added)")
    }

    @Test("units drawn below headers, and a unit over figures of several metrics")
    func drawnUnits() async throws {
        var sheet = try table("地区,投入经费,办结率\n,万元,%\n示例市,35,97\n")
        sheet.columns = [0, 1, 2]
        sheet.merges = [.init(rows: 1...2, columns: 0...0)]
        let drawn = await plan(sheet, Self.year)
        #expect(problems(drawn) == [] && rows(drawn) == ["example-city-cost-2025 35万元", "example-city-closed-2025 97"])
        try await read(
            "指标|地区|数值（万元）\n投入资金|示例市|35\n服务户数|示例市|1200\n", set: Self.year, adds: true,
            ["3:1 the table names ‘万元’; whether the figures of ‘服务户数’ are in it is not said"])
        try await read(
            "指标|地区|2025年（万元）\n投入经费|示例市|35\n受理诉求（件）|示例市|1200\n", set: Self.year,
            ["example-city-cost-2025 35万元", "example-city-cases-2025 1200"])
    }

    @Test("in a document a line with the number of the table names its unit, too")
    func documents() async throws {
        let labels = ["表2 单位：亿元", "表2    （单位：亿元）"]
        for label in labels {
            var sheet = try table("地区,投入经费\n示例市,3\n")
            sheet.surroundings = TableSurroundings(passages: [["2025年的钱"], [label], []], table: 1)
            let plan = await plan(sheet, Self.year)
            #expect(problems(plan) == [] && rows(plan) == ["example-city-cost-2025 3亿元"])
        }
        var below = try table("地区,投入经费\n示例市,3\n")
        below.surroundings = TableSurroundings(passages: [[], ["单位：万元"], ["单位：亿元"]], table: 1)
        #expect(rows(await plan(below, Self.year)) == ["example-city-cost-2025 3亿元"])
        below.surroundings = TableSurroundings(passages: [[], ["单位：万元"], ["单位：亿元"]], table: 0)
        #expect(rows(await plan(below, Self.year)) == ["example-city-cost-2025 3万元"])
    }
}

extension Spreadsheet {
    /// With cells of the first row that are drawn as one.
    fileprivate func merging(_ columns: [ClosedRange<Int>]) -> Spreadsheet {
        var sheet = self
        sheet.columns = Array(rows[0].cells.indices)
        sheet.merges = columns.map { .init(rows: 1...1, columns: $0) }
        return sheet
    }
}
