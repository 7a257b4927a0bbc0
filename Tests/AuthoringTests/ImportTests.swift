import Content
import Diagnostics
import Markdown
import Testing
import Text

@testable import Authoring

@Suite("A spreadsheet becomes draft records")
struct ImportTests {
    private static let files = NewLibrary(language: .chinese).files

    /// What an import of a table into a new library would do.
    private func plan(
        _ kind: ImportKind, _ table: String, choices: [(String, String)] = [],
        defaults: [(field: String, text: String)] = [], skipsExisting: Bool = false, existing: [NewFile] = []
    ) async throws -> SpreadsheetImport.Plan {
        var task = SpreadsheetImport(kind, library: await Reading(Self.files + existing, includesDrafts: true).names)
        task.choices = choices.map { ColumnMapping.Choice(header: $0, field: $1) }
        task.defaults = defaults
        task.skipsExisting = skipsExisting
        return task.plan(try Spreadsheet(path: "cases.csv", bytes: Array(table.utf8)))
    }

    /// Each problem as `line:column code message → hint`.
    private func problems(_ plan: SpreadsheetImport.Plan, in table: String) -> [String] {
        plan.diagnostics.map { diagnostic in
            let position = SourceText(Array(table.utf8)).position(of: diagnostic.span.range.lowerBound)
            let hint = diagnostic.hint.map { " → \($0)" } ?? ""
            return "\(position.line):\(position.column) \(diagnostic.code.rawValue) \(diagnostic.message)\(hint)"
        }
    }

    @Test("2025.1 may be 2025.10 without its last digit; 年底 is no day")
    func times() async throws {
        func table(_ time: String) -> String {
            "标题,地区,做法,时间,问题\n修电梯,example-city,example-city/joint-meeting,\(time),电梯坏了\n"
        }
        func period(_ time: String) async throws -> String? {
            try await plan(.case, table(time)).records.first?.file.text.split(separator: "\n")
                .first { $0.hasPrefix("period:") }.map(String.init)
        }
        let unclear = table("2025.1")
        #expect(
            problems(try await plan(.case, unclear), in: unclear) == [
                "2:45 invalid-period ‘2025.1’ may be January or October: a spreadsheet drops the last digit of 2025.10 → write 2025年1月 or 2025年10月, as text"
            ])
        #expect(try await period("2025.10") == "period: 2025-10")
        #expect(try await period("2025.01") == "period: 2025-01")
        #expect(try await period("2024年底") == "period: 2024-12")
        #expect(try await period("2025年3月底") == "period: 2025-03")
    }

    private static let cases = """
        \u{FEFF}序号,案例名称（必填）,所在地区,所属做法,时间,主要问题,主要做法,工作成效,主题,出处,备注
        1,老楼加装电梯,示例市,每月三方碰头会（示例，请替换）,2025年3月,"二楼<反对>: *采光*","1. 摸底
        2. 议事, 投票",装好一部,小区维修,example#P2.S1；example#P3,
        2,"雨""污""分流",示例,example-city/joint-meeting,2025年1月至9月,积水,改造管网,"不再积水
        居民满意",,,联系过
        ,,,,,,,,,,
        """

    @Test("with Chinese headers, lists in cells, times and places as offices write them")
    func chineseCases() async throws {
        let plan = try await plan(.case, Self.cases)
        #expect(plan.diagnostics == [])
        #expect(
            plan.mapping.columns.map { $0.field ?? "-" } == [
                "-", "title", "place", "practice", "period", "problem", "response", "result", "topics", "from", "-",
            ])
        #expect(plan.mapping.columns[0].use == .runningNumber && plan.mapping.columns[10].use == .unknown)
        #expect(
            plan.records.map(\.file.path) == [
                "content/cases/example-city/lao-lou-jia-zhuang-dian-ti.md",
                "content/cases/example-city/yu-wu-fen-liu.md",
            ])
        let reading = await Reading(Self.files + plan.records.map(\.file), includesDrafts: true)
        // The half-width quotation marks of the title are for its editor to replace.
        #expect(
            reading.problems
                == [String](
                    repeating: "content/cases/example-city/yu-wu-fen-liu.md:9:8 chinese-punctuation "
                        + "a half-width ‘\"’ stands in a Chinese text", count: 2))
        let study = try #require(reading.library.cases.first { $0.header.title[0] == "老楼加装电梯" })
        #expect(study.header.status == .draft && study.period?.text == "2025-03")
        #expect(
            study.practices.map(\.id) == ["example-city/joint-meeting"] && study.topics.map(\.id) == ["estate-repairs"])
        #expect(study.response.map { text($0) } == ["摸底", "议事, 投票"])
        #expect(
            study.response.map { $0.locators.map(\.id) } == [
                ["example#P2.S1", "example#P3"], ["example#P2.S1", "example#P3"],
            ])
        #expect(text(study.problem) == "二楼&lt;反对&gt;: *采光*")
        let second = try #require(reading.library.cases.first { $0.header.title[0] == "雨\"污\"分流" })
        #expect(second.period?.text == "2025-01/2025-09" && second.problem.locators == [])
        #expect(second.result.map { text($0) } == ["不再积水", "居民满意"])
        #expect(plan.records[1].file.text.contains("\n# 由 cases 第 3 行导入\n"))
    }

    private func text(_ statement: Statement) -> String {
        statement.text.exact(0).map { String(decoding: $0.plainHTML(), as: UTF8.self) } ?? ""
    }

    @Test("a practice has steps and people, and what has no field goes under headings of the body")
    func practices() async throws {
        let table = """
            id,Title,City,Problem,Mechanisms,Modality,层级,社区类型,Steps,Who,Cost,成效,正文
            weekly,Weekly talk,Example,noise,三方碰头会,在做,街道、city,保障房社区,"Call
            Talk",居委会：召集；物业,5万元,"# 好
            - 快",全文
            """
        let plan = try await plan(
            .practice, table, choices: [("City", "-")], defaults: [("place", "示例市（示例，请替换）")])
        #expect(problems(plan, in: table) == [])
        let reading = await Reading(Self.files + plan.records.map(\.file), includesDrafts: true)
        #expect(reading.problems.map { $0.split(separator: " ")[1] } == ["loose-figure"], "the cost leads to no row")
        let practice = try #require(reading.library.practices.first { $0.header.id == "example-city/weekly" })
        #expect(practice.modality == .reported && practice.mechanisms.map(\.id) == ["joint-meeting"])
        #expect(
            practice.levels.map(\.word) == [.street, .city] && practice.communities.map(\.word) == [.publicHousing])
        #expect(practice.steps.map { text($0.statement) } == ["Call", "Talk"])
        #expect(practice.actors.map { [$0.name[0], $0.role?[0]] } == [["居委会", "召集"], ["物业", nil]])
        #expect(plan.records[0].file.text.hasSuffix("---\n\n## 成效\n\n\\# 好\n\n\\- 快\n\n## 正文\n\n全文\n"))
    }

    @Test("what a record needs and no column gives is a placeholder")
    func placeholders() async throws {
        let plan = try await plan(.practice, "标题,地区\n议事,示例\n")
        let reading = await Reading(Self.files + plan.records.map(\.file), includesDrafts: true)
        #expect(reading.problems.map { $0.split(separator: " ")[1] } == ["placeholder", "placeholder"])
        #expect(await Reading(Self.files + plan.records.map(\.file)).problems == [])
    }

    @Test("all problems of all rows are told in one run, each at its cell, and nothing is to be written for such a row")
    func allProblems() async throws {
        let table = """
            标题,地区,所属做法,时间,主题,出处,核对日期,id
            一,示列市（示例，请替换）,joint-meeting,近年来,小区维护,第三段,昨天,A b
            ,示例市,,,,none#P1,,
            二,,,,,,,
            三,示例市,,,,,,san
            四,示例市,,,,,,san
            五,示例市,,,,,,linan/wu
            六,示例市,,,,,,,多
            七,示例市
            ！！,示例市,,,,,,
            八\u{7},示例市,,,,,,
            """
        let plan = try await plan(.case, table)
        #expect(
            problems(plan, in: table) == [
                "2:3 unknown-reference unknown place ‘示列市（示例，请替换）’ → did you mean ‘示例市（示例，请替换）’?",
                "2:15 unknown-reference unknown practice ‘joint-meeting’ → make it first: exemplar new practice <id> --title joint-meeting",
                "2:29 invalid-period ‘近年来’ is not a time that can be read → write 2025年, 2025年3月, 2025年第三季度 or 2025-01/2025-09, or leave it empty",
                "2:33 unknown-reference unknown topic ‘小区维护’ → did you mean ‘小区维修’?",
                "2:38 unknown-locator ‘第三段’ is not a locator → write source#P25.S2: source, paragraph, sentence; or leave the column out with --map HEADER=-",
                "2:42 invalid-date ‘昨天’ is not a day of the calendar → write it as 2026-01-31",
                "3:1 missing-field the row has no title",
                "3:9 unknown-reference unknown source ‘none’ → make it first: exemplar new source none",
                "4:1 missing-field the row has no place → fill it in, or give --place for such rows",
                "6:12 duplicate-id the case ‘example-city/san’ appears twice → rename one of the two",
                "7:12 place-mismatch the id says ‘linan’ but the place is ‘example-city’ → write ‘example-city/wu’ or ‘wu’",
                "8:13 field-count the row has 9 fields, the header has 8 → put a text with commas between double quotes",
                "9:1 field-count the row has 2 fields, the header has 8 → put a text of several lines between double quotes",
                "10:1 invalid-id no id can be made of the title → add a column ‘id’",
                "11:1 invalid-character U+0007 is a control character, which nobody sees → remove it: nobody can see it",
            ])
        #expect(plan.records.map(\.title) == ["三"])
    }

    @Test(
        "a table that says no title or no place, or is not separated by commas, is told so at its header",
        arguments: [
            (
                "a,b\n1,2\n",
                "1:1 missing-column no column is the title → name it 标题 or title, or say which one it is: --map a=title; or say in which row the headers stand: --header ROW"
            ),
            (
                "标题,b\n1,2\n",
                "1:1 missing-column no column says the place → name it 地区 or place, say which one it is with --map, or give --place for all rows"
            ),
            (
                "标题；地区\n1；2\n",
                "1:1 invalid-csv the columns are not separated by commas → save the table as “CSV UTF-8 (comma delimited)”"
            ),
            ("", "1:1 missing-column the table is empty"),
            ("标题,名称,地区\n一,二,示例\n", "1:4 duplicate-key ‘标题’ and ‘名称’ both fill ‘title’ → leave one out: --map 名称=-"),
            (
                "标题,地区\n\"一,示例\n",
                "2:1 invalid-csv a quoted field that is never closed → double the quotation marks inside a quoted field: \"\""
            ),
        ])
    func headers(table: String, problem: String) async throws {
        let plan = try await plan(.case, table)
        #expect(problems(plan, in: table) == [problem])
        #expect(plan.records.isEmpty)
    }

    @Test("columns are named by hand, and one that is not there is told")
    func choices() async throws {
        let table = "亮点,地区\n一,示例\n"
        #expect(try await plan(.case, table, choices: [("亮点", "title")]).records.map(\.title) == ["一"])
        let plan = try await plan(.case, table, choices: [("亮点", "title"), ("地曲", "place")])
        #expect(problems(plan, in: table) == ["1:1 missing-column there is no column ‘地曲’ → did you mean ‘地区’?"])
        var task = SpreadsheetImport(.case, library: LibraryNames(languages: ["en"]))
        task.choices = [.init(header: "a", field: "titel"), .init(header: "b", field: "-")]
        #expect(task.mistake == Phrase.noField(kind: Phrase.case, field: "titel").suggesting(.didYouMean("title")))
        task.choices = []
        task.defaults = [("place", "x")]
        #expect(task.mistake == Phrase.cannotSet(text: "x", field: "place"))
        task.defaults = [("body", "x")]
        #expect(task.mistake == nil)
    }

    @Test("titles alike get numbers, around the ids that rows name themselves")
    func sameTitles() async throws {
        let plan = try await plan(.case, "标题,地区,id\n议事,示例,\n议事！,示例,\n议室,示例,\n乙,示例,yi-shi-2\n")
        #expect(
            plan.records.map(\.file.path)
                == [
                    "yi-shi", "yi-shi-3", "yi-shi-4", "yi-shi-2",
                ].map { "content/cases/example-city/\($0).md" })
    }

    @Test("a record that exists is never replaced: the row is refused, or left out when asked")
    func existing() async throws {
        let table = "标题,地区\n议事,示例\n新的,示例\n"
        let first = try await plan(.case, "标题,地区\n议事,示例\n")
        let existing = first.records.map(\.file)
        let again = try await plan(.case, table, existing: existing)
        #expect(
            problems(again, in: table) == [
                "2:1 duplicate-id there is already content/cases/example-city/yi-shi.md → give the row another id, remove it, or leave existing records alone with --skip-existing"
            ])
        let rest = try await plan(.case, table, skipsExisting: true, existing: existing)
        #expect(rest.diagnostics == [] && rest.records.map(\.title) == ["新的"])
        #expect(rest.skipped == ["content/cases/example-city/yi-shi.md"])
    }

    @Test("headers that stand again are passed over, and told; another table below them is refused")
    func headersAgain() async throws {
        let table = "案例名称,背景\n甲,吵\n案例名称,背景\n丙,闹\n"
        let again = try await plan(.case, table, defaults: [("place", "示例市")])
        #expect(again.diagnostics == [] && again.records.map(\.title) == ["甲", "丙"])
        #expect(again.remarks.first?.text(in: .en) == "row 3: the headers again")
        let other = table + "做法名称（必填）,工作成效\n丁,好\n标题,问题\n"
        let two = try await plan(.case, other, defaults: [("place", "示例市")])
        #expect(
            problems(two, in: other).map { $0.prefix { $0 != "→" } } == [
                "5:1 table-layout these are the headers of another table "
            ])
    }

    @Test("a form that stands upright is refused with what to do, whichever of its rows look like headers")
    func upright() async throws {
        let form = """
            案例名称,夜间停车共享,申报单位,示例市东门社区
            联系人,赵六,联系电话,
            实施时间,2025年,,
            背景,停车位缺口3000个,,
            主要做法,共享,,
            取得成效,停车容易,,

            """
        for table in [form, form.replacing("案例名称,夜间停车共享,申报单位,示例市东门社区", with: "案例名称,夜间停车共享,,"), "申报表,,,\n" + form] {
            for kind in [ImportKind.case, .practice] {
                let plan = try await plan(kind, table, defaults: [("place", "示例市")])
                #expect(
                    plan.diagnostics.map(\.message.description) == [
                        "the names of the fields stand below each other: this looks like a form that stands upright"
                    ] && plan.records.isEmpty)
            }
        }
    }
}
