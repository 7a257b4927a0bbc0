import Testing

@testable import Authoring

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
