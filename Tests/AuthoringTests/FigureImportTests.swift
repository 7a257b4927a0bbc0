import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("An office's table of figures becomes rows of the library")
struct FigureImportTests {
    static let metrics = """
        cases:
          name: 受理诉求
          definition: 一年受理的诉求
          kind: count
          unit: 件
        cost:
          name: 投入经费
          definition: 一年的经费
          kind: money
          unit: 元
        closed:
          name: 办结率
          definition: 办结的占比
          kind: share
          unit: "%"
          denominator: 受理

        """

    /// A new library with these metrics.
    static let tree = SourceTree(
        files: NewLibrary(language: .chinese).files.map { file in
            file.path == Metric.path
                ? .init(path: file.path, bytes: file.bytes + Array(metrics.utf8))
                : .init(path: file.path, bytes: file.bytes)
        })

    func plan(
        _ sheet: Spreadsheet, _ defaults: [String: String] = ["role": "result"], answers: [MetricAnswer] = [],
        adds: Bool = false
    ) async -> FigureImport.Plan {
        var figures = await FigureImport(reading: Self.tree)
        figures.task.defaults = defaults.sorted { $0.key < $1.key }.map { (field: $0.key, text: $0.value) }
        (figures.answers, figures.takesProposals) = (answers, adds)
        return await figures.plan(sheet)
    }

    func table(_ text: String) throws -> Spreadsheet {
        try Spreadsheet(path: "表.csv", bytes: Array(text.utf8))
    }

    /// The columns of each row that say what the figure is: id, print, flags.
    func rows(_ plan: FigureImport.Plan) -> [String] {
        let lines = (plan.table.records.first?.file.text ?? "").split(separator: "\n").dropFirst()
        return lines.map { line in
            var scanner = CSVScanner(Array(line.utf8))
            var fields: [CSVScanner.Field] = []
            _ = scanner.readRow(into: &fields)
            let texts = fields.map { scanner.string($0) }
            return "\(texts[0]) \(texts[4])\(texts[15])"
        }
    }

    func problems(_ plan: FigureImport.Plan) -> [String] {
        plan.table.diagnostics.map { "\($0.code.rawValue) \($0.message)" }
    }

    @Test("a workbook, a document and CSV of one table give the same rows, byte for byte")
    func same() async throws {
        let folder = Repository.folder.appending(path: "Tests/AuthoringTests/Fixtures")
        var files: [NewFile] = []
        for end in ["xlsx", "xls", "docx", "csv"] {
            let bytes = Array(try Data(contentsOf: folder.appending(path: "figures." + end)))
            let sheet = try Spreadsheet(path: "figures." + end, bytes: bytes)
            let plan = await plan(sheet, ["place": "示例市", "role": "结果"])
            #expect(problems(plan) == [])
            files += plan.table.records.map(\.file)
            #expect(
                rows(plan) == [
                    "example-city-cases-2024-11 1,200", "example-city-cases-2024-12 １３００",
                    "example-city-cases-2025-01 约1400", "example-city-cases-2025-02 2万余件",
                    "example-city-closed-2024-11 97.1%", "example-city-closed-2024-12 98",
                    "example-city-closed-2025-01 not-applicable", "example-city-closed-2025-02 not-stated",
                ], "\(end)")
        }
        #expect(
            files.count == 4
                && files.allSatisfy { $0.bytes == files[0].bytes && $0.path == "content/metrics/figures.csv" })
    }

    @Test("what stands in one row or another form is the same figure")
    func long() async throws {
        let plan = await plan(
            try table(
                """
                指标名称,计量单位,所属地区,年份,月份,数值,性质,备注
                受理诉求,件,示例市,2025年,3月,"1,234",做了多少,含热线
                受理诉求（件）,,example-city,2025,4,2万余,结果,
                受理訴求,,示例市,2025,上半年,300件,result,
                办结率,%,示例市,2025,第三季度,不低于97%,结果,
                投入经费,万元,示例市,2025,,12.5,结果,
                投入经费,元,示例市,2024,,暂无,结果,
                """), [:])
        #expect(problems(plan) == [])
        #expect(
            rows(plan) == [
                "example-city-cases-2025-03 1,234", "example-city-cases-2025-04 2万余",
                "example-city-cases-2025-01-2025-06 300件", "example-city-closed-2025-q3 不低于97%",
                "example-city-cost-2025 12.5万元", "example-city-cost-2024 not-stated",
            ])
        let file = try #require(plan.table.records.first?.file)
        #expect(file.text.contains(",example-city,2025-03,\"1,234\",,,,,action,,,,,,,含热线\n"))
        let reading = await Reading(Self.tree.files.map { NewFile(path: $0.path, bytes: $0.bytes) } + [file])
        #expect(reading.library.observations.compactMap(\.value).contains(125_000))
    }

    @Test("places or metrics may stand across the top, the year in the title, sums are left out")
    func across() async throws {
        let places = await plan(try table("示例市2025年统计表,,\n指标,示例市,合计\n受理诉求（件）,12,12\n办结率（%）,97,\n"))
        #expect(problems(places) == [])
        #expect(rows(places) == ["example-city-cases-2025 12", "example-city-closed-2025 97"])
        let metrics = await plan(
            try table("月份,受理诉求（件）,办结率\n2024年12月,10,98%\n2025年1月,11,—\n2月,,97%\n"),
            ["role": "result", "place": "example-city"])
        #expect(
            rows(metrics) == [
                "example-city-cases-2024-12 10", "example-city-closed-2024-12 98%", "example-city-cases-2025-01 11",
                "example-city-closed-2025-01 not-applicable", "example-city-cases-2025-02 not-stated",
                "example-city-closed-2025-02 97%",
            ])
    }

    @Test("all problems are told in one run at their cells, and nothing is to be written")
    func problems() async throws {
        let sheet = try table(
            """
            指标,地区,时间,数值
            受理诉求,示例市,去年,12
            受理诉求,示列市,2025年,12
            受理诉求,示例市,2024年,很多
            受理诉求,示例市,2023年,12小时
            办结率,示例市,2023年,102%
            办结率,示例市,2023年,99%
            """)
        let plan = await plan(sheet)
        let told = DiagnosticWriter(language: .zh) { _ in SourceText(sheet.file) }.write(
            plan.table.diagnostics, as: .text)
        #expect(
            told.split(separator: "\n").filter { $0.hasPrefix("表.csv") } == [
                "表.csv:2:10: 错误：“去年”看不出是什么时间 [invalid-period]",
                "表.csv:3:6: 错误：没有“示列市”这个地方 [unknown-reference]",
                "表.csv:4:16: 错误：“很多”看不出是什么数 [unreadable-figure]",
                "表.csv:5:16: 错误：“12小时”的单位是“小时”，指标“cases”的单位却是“件” [wrong-unit]",
                "表.csv:6:15: 错误：占比应当在0到100之间，不会是102 [share-out-of-range]",
                "表.csv:7:15: 错误：数字的标识“example-city-closed-2023”出现了两次 [duplicate-id]",
                "表.csv:6:15: 说明：第一次在这里",
            ], "\(told)")
    }

    @Test("what the table leaves open is asked once")
    func asked() async throws {
        let open = await plan(try table("指标,数值\n受理诉求,12\n办结率,97%\n"), [:])
        #expect(
            problems(open) == [
                "missing-column no column fills ‘period’", "missing-column no column fills ‘place’",
                "missing-column no column fills ‘role’",
            ])
        let crossing = await plan(
            try table("指标,地区,时间,数值\n受理诉求,示例市,2024年11月,1\n受理诉求,示例市,12月,2\n受理诉求,示例市,1月,3\n"))
        #expect(problems(crossing) == ["invalid-period nothing says which year ‘1月’ is in"])
    }

    @Test("names of metrics that nobody knows become questions, whose answers are new metrics or known ones")
    func questions() async throws {
        let text = "指标,地区,时间,数值\n平均办理时长（天）,示例市,2025年,3.5\n诉求数,示例市,2025年,12\n诉求数,示例市,2024年,11\n"
        let asked = await plan(try table(text))
        #expect(problems(asked) == [])
        #expect(
            asked.questions?.problems.map { "\($0.code.rawValue) \($0.message)" } == [
                "unknown-reference unknown metric ‘平均办理时长’", "unknown-reference unknown metric ‘诉求数’",
            ])
        let file = String(decoding: try #require(asked.questions?.file), as: UTF8.self)
        #expect(file.contains("\n平均办理时长,1,,ping-jun-ban-li-shi-chang,平均办理时长,,时长,天,"))
        #expect(file.contains("\n诉求数,2,,su-qiu-shu,诉求数,,数量,,"))

        let edited = file.replacing("平均办理时长,,时长", with: "平均办理时长,受理到办结的天数,时长").replacing("su-qiu-shu", with: "cases")
        var problems: [Diagnostic] = []
        let answers = MetricQuestions(library: await Reading(NewLibrary(language: .chinese).files).names)
            .answers(try table(edited), diagnostics: &problems)
        #expect(problems == [])
        let answered = await plan(try table(text), answers: answers)
        #expect(self.problems(answered) == [] && answered.added == ["ping-jun-ban-li-shi-chang"])
        #expect(
            rows(answered) == [
                "example-city-ping-jun-ban-li-shi-chang-2025 3.5", "example-city-cases-2025 12",
                "example-city-cases-2024 11",
            ])
        let registry = try #require(answered.registry)
        #expect(registry.text.hasPrefix(String(decoding: try #require(Self.tree[Metric.path]).bytes, as: UTF8.self)))
        let files = Self.tree.files.filter { $0.path != Metric.path }.map { NewFile(path: $0.path, bytes: $0.bytes) }
        let reading = await Reading(files + [registry] + answered.table.records.map(\.file))
        #expect(reading.problems == [])
        #expect(
            reading.library.metrics.last?.definition[0] == "受理到办结的天数" && reading.library.metrics.last?.kind == .duration
        )

        let twice = await plan(
            try table("指标,地区,时间,数值,单位\n总投入,示例市,2025年,3.5,元\n总投入（万元）,示例市,2024年,3,\n投資额,示例市,2023年,12,万元\n"),
            answers: [MetricAnswer(name: "总投入", id: "spent", values: ["unit": "元"])]
                + ["总投入（万元）", "投资额"].map { MetricAnswer(name: $0, id: "spent", values: ["definition": "花的钱"]) })
        #expect(self.problems(twice) == [] && twice.added == ["spent"], "two names of one metric")
        #expect(
            rows(twice) == [
                "example-city-spent-2025 3.5", "example-city-spent-2024 3万元", "example-city-spent-2023 12万元",
            ])
        #expect(try #require(twice.registry).text.contains("\n  definition: 花的钱\n"))

        let added = await plan(try table(text), adds: true)
        #expect(added.added == ["ping-jun-ban-li-shi-chang", "su-qiu-shu"] && added.questions == nil)
    }

    @Test(
        "times as offices write them",
        arguments: [
            ("2025/3/1", "2025-03-01"), ("2025年3月", "2025-03"), ("２０２５年３月份", "2025-03"), ("2025.3", "2025-03"),
            ("3月", "2030-03"), ("三月", "2030-03"), ("十二月份", "2030-12"), ("3", "2030-03"), ("2025年第三季度", "2025-Q3"),
            ("四季度", "2030-Q4"), ("2025 Q1", "2025-Q1"), ("Q1 2025", "2025-Q1"), ("上半年", "2030-01/2030-06"),
            ("2025年下半年", "2025-07/2025-12"), ("1-9月", "2030-01/2030-09"), ("2025年1月至9月", "2025-01/2025-09"),
            ("截至2025年6月底", "2025-06-30"), ("2025年底", "2025-12-31"), ("2025年", "2025"), ("2025年度", "2025"),
            ("2025", "2025"),
            ("March 2025", "2025-03"), ("2025-09", "2025-09"), ("2025年 3月", "2025-03"), ("3月15日", "2030-03-15"),
            ("2025.1-6", "2025-01/2025-06"), ("2025.01—06", "2025-01/2025-06"), ("2025.7-9", "2025-07/2025-09"),
            ("2025.10-12", "2025-10/2025-12"), ("2025.01——06", "2025-01/2025-06"), ("2025/1-6", "2025-01/2025-06"),
            ("2025年1-6", "2025-01/2025-06"), ("2025.1至6", "2025-01/2025-06"), ("2025.1-2025.6", "2025-01/2025-06"),
            ("2025.11-2026.2", "2025-11/2026-02"), ("2025.1.6", "2025-01-06"), ("2025-1-6", "2025-01-06"),
            ("1-6", nil), ("1.6", "2030-01-06"), ("2024年3月-", "2024-03/.."), ("2024年3月至今", "2024-03/.."),
            ("2024年3月—", "2024-03/.."), ("13月", nil), ("去年", nil), ("很多", nil), ("2025年13月", nil), ("1,234", nil),
        ] as [(String, String?)])
    func times(text: String, period: String?) {
        #expect(OfficeTime(text, year: 2030)?.period == period)
        #expect(OfficeTime("3月") == nil, "of no year")
    }
}
