import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

extension FigureImportTests {
    @Test("a row with more cells than headers, or fewer, is told beside all other problems")
    func ragged() async throws {
        let rows = await plan(
            try table("指标,地区,时间,数值\n受理诉求,示例市,2025年,12,万\n受理诉求,示例市\n受理诉求,没有市,2024年,3,\n"))
        #expect(
            problems(rows) == [
                "field-count the row has 5 fields, the header has 4",
                "field-count the row has 2 fields, the header has 4",
                "unknown-reference unknown place ‘没有市’",
            ])
        let wide = await plan(try table("月份,受理诉求\n2024年12月,10\n2025年1月,11,98%\n"), ["role": "result", "place": "示例市"])
        #expect(problems(wide) == ["field-count the row has 3 fields, the header has 2"])
    }

    @Test("what figures would break elsewhere in the library is told, whichever file is read first")
    func elsewhere() async throws {
        func told(_ row: String) async throws -> [String] {
            let plan = await plan(try table("标识,指标,地区,时间,数值\n" + row), ["role": "action"])
            return plan.table.diagnostics.map { "\($0.span.path) \($0.message) \($0.notes.map(\.span.path))" }
        }
        let same = try await told("example-meetings,meetings-held,示例市,2025年,12次\n")
        #expect(
            same == ["content/metrics/observations.csv the observation ‘example-meetings’ appears twice [\"表.csv\"]"])
        let other = try await told("more,meetings-held,示例市,2025年,20次\n")
        #expect(
            other == [
                "content/metrics/observations.csv ‘example-meetings’ says 12次, ‘more’ says 20次, for the same metric, place "
                    + "and period [\"表.csv\"]"
            ])
    }

    @Test("a name that two metrics have is told, and its figures go to neither")
    func ambiguous() async throws {
        let twins = Self.metrics.replacing("name: 投入经费", with: "name: 受理诉求")
        let files = Self.tree.files.map { file in
            file.path == Metric.path ? NewFile(path: file.path, text: twins) : file
        }
        var figures = await FigureImport(reading: SourceTree(files: files))
        figures.task.defaults = [(field: "role", text: "result")]
        let told = await figures.plan(try table("指标,地区,时间,数值\n受理诉求,示例市,2025年,12\ncost,示例市,2025年,3元\n"))
        #expect(problems(told) == ["unknown-reference ‘受理诉求’ is the name of more than one metric"])
        #expect(rows(told) == ["example-city-cost-2025 3元"])
    }

    @Test("figures of a metric, place and period that the library has are left alone, whatever their ids")
    func skipped() async throws {
        var figures = await FigureImport(reading: Self.tree)
        figures.task.skipsExisting = true
        let plan = await figures.plan(
            try table(
                "标识,指标,地区,时间,数值,性质\n,meetings-held,示例市,2025-01/2025-12,20次,结果\nown,meetings-held,示例市,2025,9次,目标\n"
                    + "example-meetings,meetings-held,示例市,2024,3次,结果\n"))
        #expect(plan.table.skipped == ["example-meetings"])
        #expect(rows(plan) == ["own 9次", "example-meetings 3次"])
        #expect(
            problems(plan).map { $0.prefix { $0 != " " } } == ["duplicate-id", "figure-mismatch"], "another figure's id"
        )
    }

    @Test("a place, metric or time whose cells are all empty is a row without figures, and no heading")
    func emptyRows() async throws {
        for stub in ["地区", ""] {
            let places = await plan(
                try table("\(stub),受理诉求,办结率\n各地情况,,\nexample-city,1,97%\n示例市,,\n"),
                ["role": "result", "period": "2025"])
            #expect(
                problems(places) == [
                    "duplicate-id the observation ‘example-city-cases-2025’ appears twice",
                    "duplicate-id the observation ‘example-city-closed-2025’ appears twice",
                ])
        }
        let metrics = await plan(
            try table("项目,2024年,2025年\n一、办理,,\n受理诉求（件）,,\n办结率,97%,98%\n"), ["role": "result", "place": "示例市"])
        #expect(
            rows(metrics) == [
                "example-city-cases-2024 not-stated", "example-city-cases-2025 not-stated",
                "example-city-closed-2024 97%", "example-city-closed-2025 98%",
            ])
        let months = await plan(
            try table("月份,受理诉求\n2024年,\n11月,10\n12月,\n2025年,\n1月,11\n"), ["role": "result", "place": "示例市"])
        #expect(
            rows(months) == [
                "example-city-cases-2024-11 10", "example-city-cases-2024-12 not-stated",
                "example-city-cases-2025-01 11",
            ])
        let years = await plan(
            try table("年份,月份,受理诉求\n2024年,,\n,11月,10\n2025年,,\n,1月,11\n"), ["role": "result", "place": "示例市"])
        #expect(rows(years) == ["example-city-cases-2024-11 10", "example-city-cases-2025-01 11"])
        let times = await plan(
            try table("时间,受理诉求\n2024年11月,10\n2024年12月,\n"), ["role": "result", "place": "示例市"])
        #expect(rows(times) == ["example-city-cases-2024-11 10", "example-city-cases-2024-12 not-stated"])
    }

    @Test("one mistake is told once, with its next places and how many there are")
    func causes() async throws {
        let rows = (1...9).map { "受理诉求,没有市,201\($0)年,1\n" }.joined()
        let sheet = try table("指标,地区,时间,数值\n" + rows + "受理诉求,示例市,2025年,2\n受理诉求,示例市,2025年,3\n")
        let plan = await plan(sheet)
        let told = DiagnosticWriter(language: .en) { _ in SourceText(sheet.file) }.write(
            plan.table.diagnostics, as: .text)
        #expect(
            told.split(separator: "\n").filter { !$0.hasPrefix("  ") } == [
                "表.csv:2:6: error: unknown place ‘没有市’ [unknown-reference]", "表.csv:3:6: note: the same here",
                "表.csv:4:6: note: the same here", "表.csv:5:6: note: the same here",
                "表.csv:6:6: note: the same here, and in 4 more places",
                "表.csv:12:16: error: the observation ‘example-city-cases-2025’ appears twice [duplicate-id]",
                "表.csv:11:16: note: the first is here",
            ])
        #expect(
            plan.table.diagnostics.last?.hint?.description.hasPrefix("remove one of the two rows; if both are true")
                == true)
    }

    @Test("telephone numbers in notes are left out and told; a figure is a figure, however many digits it has")
    func contacts() async throws {
        let plan = await plan(
            try table("指标,地区,时间,数值,备注\n受理诉求,示例市,2025年,13812345678,含热线，联系13912345678\n"))
        #expect(problems(plan) == [])
        #expect(
            plan.table.remarks.map { $0.text(in: .en) }
                == [
                    "备注: without 1 mobile numbers (E2)", "1 figures name no source; give them one with --set source=ID",
                ])
        let text = try #require(plan.table.records.first?.file.text)
        #expect(text.contains(",13812345678,") && text.contains(",含热线") && !text.contains("139"), "\(text)")
    }

    @Test("a figure that cannot be read is told in rows whose place or metric nobody knows, too")
    func unreadable() async throws {
        let plan = await plan(try table("指标,地区,时间,数值\n诉求数,示例市,2025年,很多\n受理诉求,没有市,2025年,不少\n诉求数,示例市,2024年,暂无\n"))
        #expect(
            problems(plan) == [
                "unreadable-figure ‘很多’ cannot be read as a figure", "unknown-reference unknown place ‘没有市’",
                "unreadable-figure ‘不少’ cannot be read as a figure",
            ])
        #expect(plan.questions?.problems.count == 1)
    }

    @Test("headers without rows are told; what cannot be said of all rows is refused before any is read")
    func nothing() async throws {
        #expect(problems(await plan(try table("指标,地区,时间,数值\n"))) == ["missing-column no row stands below the headers"])
        var task = await FigureImport(reading: Self.tree).task
        for (field, text, mistake) in [
            ("period", "2025x", "‘2025x’ cannot be the period of all rows; write 2025年"), ("period", "2025年", nil),
            ("role", "resutl", "‘resutl’ cannot be the role of all rows; use one of"), ("role", "结果", nil),
            ("place", "示列市", "‘示列市’ cannot be the place of all rows"), ("place", "示例市", nil),
        ] as [(String, String, String?)] {
            task.defaults = [(field: field, text: text)]
            let told = task.mistake?.text(in: .en)
            #expect(mistake.map { told?.hasPrefix($0) == true } ?? (told == nil), "\(told ?? "")")
        }
    }
}
