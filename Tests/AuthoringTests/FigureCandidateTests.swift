import Content
import Diagnostics
import Office
import Testing
import Text

@testable import Authoring

@Suite("Figures in texts are listed, decided on in a table, and linked")
struct FigureCandidateTests {
    /// Cases of a table, imported into a new library with the metrics of ``FigureImportTests``.
    private static func cases(_ table: String) async throws -> SourceTree {
        let tree = FigureImportTests.tree
        var task = SpreadsheetImport(.case, library: await LibraryNames(reading: tree))
        task.submission = Submission(name: "cases.csv", bytes: Array(table.utf8))
        task.defaults = [("place", "example-city"), ("practice", "example-city/joint-meeting")]
        let plan = task.plan(try Spreadsheet(path: "cases.csv", bytes: Array(table.utf8)))
        #expect(plan.diagnostics == [])
        return tree.replacing(plan.records.map(\.file) + [plan.source].compactMap(\.self))
    }

    private static let table = """
        标题,背景,主要做法,工作成效
        修灯,老旧小区3个没有路灯,300名居民议定方案,2025年受理诉求约300件。办结率达到97%
        修路,道路破损,推行三格管理,受理诉求12件；办结率由80%提高到95%

        """

    /// The table as somebody fills it in: by the figure, texts by the key of the column.
    private func filled(
        _ candidates: FigureCandidates, _ answers: [String: [FigureCandidates.Column: String]]
    ) throws -> Spreadsheet {
        var rows = try Spreadsheet(path: "f.csv", bytes: try candidates.file(isWorkbook: false)).rows
            .map { $0.cells.map { $0.text } }
        for (index, row) in rows.enumerated().dropFirst() {
            for (column, text) in answers[row[2]] ?? [:] {
                rows[index][FigureCandidates.Column.allCases.firstIndex(of: column) ?? 0] = text
            }
        }
        return try Spreadsheet(path: "f.csv", bytes: NewFile(path: "", rows: rows).bytes)
    }

    private func told(_ plan: FigureCandidates.Plan, _ sheet: Spreadsheet) -> [String] {
        let text = SourceText(sheet.file)
        return plan.diagnostics.map { diagnostic in
            let column = text.position(of: diagnostic.span.range.lowerBound)
            return "\(column.line) \(diagnostic.code.rawValue) \(diagnostic.message)"
        }
    }

    /// The problems of a library with its drafts, without those of the new one.
    private func problems(_ tree: SourceTree) async -> [String] {
        await Reading(tree.files, includesDrafts: true).problems.filter { !$0.contains("content/metrics/metrics.yaml") }
    }

    private let answers: [String: [FigureCandidates.Column: String]] = [
        "3个": [.decision: "数据", .metric: "小区", .role: "structure"], "约300件": [.decision: "数据"],
        "300名": [.decision: "数据", .metric: "参加人数", .role: "action"], "97%": [.decision: "数据"], "三格": [.decision: "名称"],
        "由80%提高到95%": [.decision: "figure"],
    ]

    @Test("a row a figure: its sentence, what is read in it, its source, and the metric that the sentence names")
    func list() async throws {
        let candidates = await FigureCandidates(reading: try await Self.cases(Self.table))
        let text = String(decoding: try candidates.file(isWorkbook: false), as: UTF8.self)
        #expect(
            text == """
                \u{FEFF}记录,句子,原文写法,判断,指标,性质,时间,地方,来源,段和句,单位,数值,限定词,下限,上限,标识,位置
                case:example-city/xiu-deng,老旧小区3个没有路灯,3个,,,,,example-city,cases,P2,个,3,确数,3,3,example-city-xiu-deng,content/cases/example-city/xiu-deng.md:23
                case:example-city/xiu-deng,300名居民议定方案,300名,,,,,example-city,cases,P3,名,300,确数,300,300,example-city-xiu-deng-2,content/cases/example-city/xiu-deng.md:28
                case:example-city/xiu-deng,2025年受理诉求约300件。,约300件,,受理诉求,结果,2025,example-city,cases,P4,件,300,大约,,,example-city-xiu-deng-3,content/cases/example-city/xiu-deng.md:33
                case:example-city/xiu-deng,办结率达到97%,97%,,办结率,结果,,example-city,cases,P4,%,97,确数,97,97,example-city-xiu-deng-4,content/cases/example-city/xiu-deng.md:33
                case:example-city/xiu-lu,推行三格管理,三格,,,,,example-city,cases,P7,格,3,确数,3,3,example-city-xiu-lu,content/cases/example-city/xiu-lu.md:28
                case:example-city/xiu-lu,受理诉求12件；,12件,,受理诉求,结果,,example-city,cases,P8,件,12,确数,12,12,example-city-xiu-lu-2,content/cases/example-city/xiu-lu.md:33
                case:example-city/xiu-lu,办结率由80%提高到95%,由80%提高到95%,,办结率,结果,,example-city,cases,P8,%,95,确数,95,95,example-city-xiu-lu-3,content/cases/example-city/xiu-lu.md:33

                """)
        let fallen = await FigureCandidates(
            reading: try await Self.cases("标题,主要做法\n修灯,火灾警情同比下降50%，满意度提升12个百分点\n"))
        let rows = try Spreadsheet(path: "f.csv", bytes: try fallen.file(isWorkbook: false)).rows
        #expect(rows.dropFirst().map { $0.cells[2].text } == ["下降50%", "提升12个百分点"])
        let workbook = try Spreadsheet(path: "f.xlsx", bytes: try candidates.file(isWorkbook: true))
        let csv = try Spreadsheet(path: "f.csv", bytes: Array(text.utf8))
        #expect(workbook.rows.map { $0.cells.map { $0.text } } == csv.rows.map { $0.cells.map { $0.text } })
    }

    @Test("what is confirmed becomes a row and a link, a name is allowed, the rest stays; a second run changes nothing")
    func take() async throws {
        let tree = try await Self.cases(Self.table)
        var candidates = await FigureCandidates(reading: tree)
        candidates.figures.takesProposals = true
        let sheet = try filled(candidates, answers)
        let plan = await candidates.take(sheet)
        #expect(told(plan, sheet) == [])
        #expect((plan.linked, plan.allowed, plan.left) == (5, ["三格"], 1))
        let changed = tree.replacing(plan.files)
        let light = try #require(changed["content/cases/example-city/xiu-deng.md"])
        let old = try #require(tree[light.path])
        let lines = light.text.split(separator: "\n").filter { !old.text.contains($0) }
        #expect(
            lines == [
                "  text: 老旧小区[3个](obs:example-city-xiu-deng)没有路灯",
                #"  text: "[300名](obs:example-city-xiu-deng-2)居民议定方案""#,
                "  text: 2025年受理诉求[约300件](obs:example-city-xiu-deng-3)。办结率达到[97%](obs:example-city-xiu-deng-4)",
            ])
        #expect(
            plan.files.first { $0.path == "content/metrics/f.csv" }?.text == """
                \u{FEFF}id,metric,place,period,printed,value,qualifier,lower,upper,role,baseline,target,source,locator,speaker,flags,note
                example-city-xiu-deng,xiao-qu,example-city,,3个,,,,,structure,,,cases,P2,,,
                example-city-xiu-deng-2,can-jia-ren-shu,example-city,,300名,,,,,action,,,cases,P3,,,
                example-city-xiu-deng-3,cases,example-city,2025,约300件,,,,,result,,,cases,P4,,,
                example-city-xiu-deng-4,closed,example-city,,97%,,,,,result,,,cases,P4,,,
                example-city-xiu-lu-3,closed,example-city,,由80%提高到95%,,,,,result,,,cases,P8,,,

                """)
        let left = await problems(changed)
        #expect(
            left == ["content/cases/example-city/xiu-lu.md:33:13 loose-figure the figure ‘12件’ leads to no row"])
        var again = await FigureCandidates(reading: changed)
        again.figures.takesProposals = true
        let second = await again.take(sheet)
        #expect(told(second, sheet) == [])
        #expect((second.files, second.linked, second.left) == ([], 0, 1))
    }

    @Test("every row that cannot be taken is told by its cell, and nothing is written")
    func faults() async throws {
        let candidates = await FigureCandidates(reading: try await Self.cases(Self.table))
        let sheet = try filled(
            candidates,
            [
                "3个": [.decision: "也许"], "约300件": [.decision: "数据", .sentence: "受理诉求约300件。"],
                "97%": [.decision: "数据", .metric: "", .role: "结果"], "12件": [.decision: "数据", .id: "坏 id"],
            ])
        let plan = await candidates.take(sheet)
        #expect(
            told(plan, sheet) == [
                "2 invalid-value ‘也许’ is not one of the words for this column",
                "4 figure-mismatch ‘约300件’ does not stand in this sentence of content/cases/example-city/xiu-deng.md, or leads to a row already",
                "7 invalid-id ‘坏 id’ cannot be an id", "5 missing-field the field ‘metric’ is empty",
            ])
        #expect(plan.files == [])
        let cut = try Spreadsheet(path: "f.csv", bytes: Array("判断,原文写法\n数据,3个\n".utf8))
        #expect(
            told(await candidates.take(cut), cut)
                == ["句子", "标识", "位置"].map { "1 missing-column there is no column ‘\($0)’" })
    }

    @Test("a link begins no plain text of YAML: the text gets quotation marks; a second mention needs no row")
    func quoting() async throws {
        let path = "content/cases/example-city/a.md"
        let text = """
            ---
            title: 修灯
            practice: example-city/joint-meeting
            problem: 300件诉求，"急"
            result:
              - {text: 受理诉求300件, from: example#P2.S1}
              - '受理诉求300件'
            status: draft
            ---

            共300件。[P2](src:example#P2)

            """
        let tree = FigureImportTests.tree.replacing([NewFile(path: path, text: text)])
        let candidates = await FigureCandidates(reading: tree)
        #expect(candidates.found.map(\.locator) == [nil, "P2.S1", nil, "P2"])
        var sheet = try filled(candidates, ["300件": [.decision: "数据"]])
        var rows = sheet.rows.map { $0.cells.map { $0.text } }
        (rows[1][4], rows[1][5]) = ("受理诉求", "结果")
        #expect(Set(rows.dropFirst().map { $0[15] }).count == 4, "what is counted may differ")
        for index in 2...4 { (rows[index][4], rows[index][15]) = ("", rows[1][15]) }
        sheet = try Spreadsheet(path: "f.csv", bytes: NewFile(path: "", rows: rows).bytes)
        let plan = await candidates.take(sheet)
        #expect(told(plan, sheet) == [])
        #expect(
            plan.files.first { $0.path == path }?.text == """
                ---
                title: 修灯
                practice: example-city/joint-meeting
                problem: '[300件](obs:example-city-a)诉求，"急"'
                result:
                  - {text: "受理诉求[300件](obs:example-city-a)", from: example#P2.S1}
                  - '受理诉求[300件](obs:example-city-a)'
                status: draft
                ---

                共[300件](obs:example-city-a)。[P2](src:example#P2)

                """)
        #expect(plan.figures?.count == 1)
    }

    @Test("a name that figures elsewhere begin with is none")
    func shortName() async throws {
        let table = "标题,背景,主要做法,工作成效\n修灯,老旧小区,推行3个一,用了3个月\n"
        let candidates = await FigureCandidates(reading: try await Self.cases(table))
        #expect(candidates.found.map(\.printed) == ["3个", "3个月"])
        let sheet = try filled(candidates, ["3个": [.decision: "名称"]])
        let plan = await candidates.take(sheet)
        #expect(
            told(plan, sheet) == [
                "2 figure-mismatch if ‘3个’ is a name, ‘3个月’ elsewhere in this library is passed over too"
            ])
        #expect(plan.files.isEmpty)
    }

    @Test(
        "only where a link can stand is one put, and marks of Markdown are no words before a figure",
        arguments: [
            ("> 受理300件。", "> 受理[300件](obs:x)。"), ("> 300件受理。", "> [300件](obs:x)受理。"),
            ("~~300件~~。", "~~[300件](obs:x)~~。"), ("<br>300件。", "<br>[300件](obs:x)。"),
            ("由80件->95件。", "由80件->[95件](obs:x)。"), ("**300件**受理。", "**[300件](obs:x)**受理。"),
            ("| 甲 | 乙 |\n|---|---|\n| 300件 | 一 |", "| 甲 | 乙 |\n|---|---|\n| [300件](obs:x) | 一 |"),
            ("## 受理300件", "## 受理[300件](obs:x)"), ("受理`300件`。", nil), ("    300件", nil),
            ("[受理300件](https://a.cn)。", nil), ("[网](https://a.cn \"300件\")。", nil), ("![300件](x.png)", nil),
            ("```steps\n- 受理300件\n```", nil), ("<p title=\"300件\">受理</p>", nil),
        ])
    func places(text: String, linked: String?) async throws {
        let path = "content/cases/example-city/x.md"
        let file = SourceTree.File(
            path: path,
            bytes: Array("---\ntitle: 甲\npractice: example-city/joint-meeting\nproblem: 乙\n---\n\(text)\n".utf8))
        let tree = FigureImportTests.tree.replacing([file])
        let candidates = await FigureCandidates(reading: tree)
        let figures = candidates.found.filter { $0.path == path }
        #expect(figures.count <= 1 || text.contains("80件"))
        guard let figure = figures.last else {
            #expect(linked == nil, "nothing was found")
            return
        }
        let after = tree.edited(by: tree.linking([(figure, "x")])).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(
            after == ["---\ntitle: 甲\npractice: example-city/joint-meeting\nproblem: 乙\n---\n\(linked ?? "no link")\n"])
    }
}
