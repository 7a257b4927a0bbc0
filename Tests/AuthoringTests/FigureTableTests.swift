import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

extension FigureImportTests {
    /// Each problem as `line:column message`.
    private func places(_ plan: FigureImport.Plan, in sheet: Spreadsheet) -> [String] {
        plan.table.diagnostics.map { diagnostic in
            let position = SourceText(sheet.file).position(of: diagnostic.span.range.lowerBound)
            return "\(position.line):\(position.column) \(diagnostic.message)"
        }
    }

    /// Problems and rows of a table in which bars part the cells.
    private func read(
        _ text: String, _ defaults: [String: String] = ["role": "result"], adds: Bool = false
    ) async throws -> [String] {
        let sheet = try table(text.replacing("|", with: ","))
        let plan = await plan(sheet, defaults, adds: adds)
        return plan.table.diagnostics.isEmpty ? rows(plan) : places(plan, in: sheet)
    }

    @Test("below a time, a metric or a place stand figures: a cell that cannot be read is told, and no column is lost")
    func columns() async throws {
        for cell in ["见附件", "180*", "每周1次", "约三百（含转办）"] {
            #expect(
                try await read("指标|地区|2023年|2024年\n受理诉求|示例市|300|310\n投入经费|示例市|290|\(cell)\n")
                    == ["3:14 ‘\(cell)’ cannot be read as a figure"])
            #expect(
                try await read("地区|时间|受理诉求|来信\n示例市|2024年|300|310\n示例市|2023年|290|\(cell)\n", adds: true)
                    == ["3:15 ‘\(cell)’ cannot be read as a figure"], "a metric that nobody knows")
        }
        #expect(
            try await read("指标|地区|2023年\n受理诉求|示例市|300①\n投入经费|示例市|290*\n")
                == ["2:10 ‘300①’ cannot be read as a figure", "3:10 ‘290*’ cannot be read as a figure"])
        #expect(
            try await read("地区|时间|受理诉求\n示例市|2024年|见附件\n") == ["2:11 ‘见附件’ cannot be read as a figure"])
        #expect(
            try await read("指标|时间|示例市\n受理诉求|2024年|见附件\n") == ["2:12 ‘见附件’ cannot be read as a figure"])
        #expect(
            try await read("地区|时间|受理诉求|简介\n示例市|2024年|300|新建\n示例市|2023年|290|扩建\n")
                == ["example-city-cases-2024 300", "example-city-cases-2023 290"])
    }
}
