import Diagnostics
import Testing
import Text

@testable import Authoring

@Suite struct `Figures that are hardly meant as they stand` {
    @Test func `are told, and written all the same`() async throws {
        let test = FigureImportTests()
        let plan = await test.plan(try test.table("指标,地区,时间,数值\n办结率,示例市,2024,0.95\n"))
        #expect(test.problems(plan) == [])
        #expect(
            plan.table.warnings.map { "\($0.span.range.lowerBound) \($0.message)" } == ["53 ‘0.95’ is taken for 0.95%"])
        #expect(test.rows(plan) == ["example-city-closed-2024 0.95"])
    }
}

@Suite struct `Figures below a unit that multiplies` {
    @Test(arguments: [
        ("地区,年份,受理量（万件）\n示例市,2024,2.5\n示例市,2025,3万\n", "unit: 件", ["2.5万件", "3万"]),
        ("单位：万元\n地区,年份,水电费\n示例市,2024,1200\n示例市,2025,980.5\n", "unit: 元", ["1200万元", "980.5万元"]),
    ])
    func `carry what multiplies, and the metric does not`(text: String, unit: String, printed: [String]) async throws {
        let test = FigureImportTests()
        let plan = await test.plan(try test.table(text), adds: true)
        #expect(test.problems(plan) == [])
        #expect(test.rows(plan).map { String($0.split(separator: " ")[1]) } == printed)
        #expect(plan.registry?.text.contains(unit + "\n") == true)
    }
}
