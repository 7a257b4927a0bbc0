import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

@Suite("A profile says what the columns of a form are, and how long their texts may be")
struct FormTests {
    private static let own = """
        name: {zh-Hans: 社区亮点表, en: What shines}
        kind: case
        columns:
          亮点名: {field: title, identifies: true}
          怎么做的: {field: response, limit: 8, identifies: true}
          备注: "-"

        """

    private func plan(
        _ table: String, _ kind: ImportKind, form: String? = nil, profile: String = own,
        change: (inout SpreadsheetImport) -> Void = { _ in }
    ) async throws -> SpreadsheetImport.Plan {
        let files = NewLibrary(language: .chinese).files + [NewFile(path: Self.path, text: profile)]
        var task = SpreadsheetImport(kind, library: await Reading(files, includesDrafts: true).names)
        (task.formName, task.defaults) = (form, [("place", "example-city")])
        change(&task)
        #expect(task.mistake == nil)
        return task.plan(try Spreadsheet(path: "表.csv", bytes: Array(table.utf8)))
    }

    private static let path = "templates/authoring/forms/highlights.yaml"
    private let table = "亮点名,怎么做的,备注\n修灯,入户登记，逐盏修好。,无\n修路,“边修边通行”,\n"

    @Test("it is chosen by its headers and told; what is too long is told with counts, and written whole")
    func chosen() async throws {
        let plan = try await plan(table, .case)
        #expect(plan.diagnostics == [] && plan.records.map(\.title) == ["修灯", "修路"])
        #expect(plan.remarks.map { $0.text(in: .zh) } == ["按“社区亮点表”读的，即--form highlights；不是这种表，就写--form -"])
        #expect(plan.mapping.columns.map(\.use) == [.field("title"), .field("response"), .leftOut])
        #expect(
            plan.warnings.map { $0.message.text(in: .zh) } == ["“怎么做的”有10字，表格限8字"])
        #expect(plan.records[0].file.text.contains("入户登记，逐盏修好。"))
    }

    @Test("it is named by file or title, what somebody maps holds before it, and - is none")
    func named() async throws {
        let short = "亮点名,做的\n修灯,登记\n"
        let mapped = try await plan(short, .case, form: "社区亮点表") {
            $0.choices = [.init(header: "做的", field: "response"), .init(header: "亮点名", field: "title")]
        }
        #expect(mapped.mapping.columns.map(\.use) == [.field("title"), .field("response")])
        let named = try await plan(short, .case, form: "highlights")
        #expect(named.mapping.columns.map(\.use) == [.field("title"), .unknown])
        let none = try await plan(table, .case, form: "-")
        #expect(none.remarks == [] && none.diagnostics.map(\.code) == [.missingColumn])
    }

    @Test("an unknown name and another kind of record are refused with what to do")
    func refused() async {
        let files = NewLibrary(language: .chinese).files + [NewFile(path: Self.path, text: Self.own)]
        var task = SpreadsheetImport(.practice, library: await Reading(files, includesDrafts: true).names)
        task.formName = "highlight"
        #expect(task.mistake == Phrase.noForm("highlight").suggesting(.didYouMean("highlights")))
        task.formName = "nothing like it"
        let names = ["highlights", "good-practice", "handled-request", "innovation"]
        #expect(task.mistake == Phrase.noForm("nothing like it").suggesting(.formsAre(names)))
        task.formName = "highlights"
        #expect(task.mistake == .formOfOtherKind(form: "highlights", kind: "case"))
    }

    @Test("all that is wrong with a profile has a line and a column")
    func broken() {
        let text = """
            nam: x
            kind: pratice
            columns:
              名称: titel
              成效: {field: result, limit: 三百}
              做法: {idenfies: true}
            """
        let file = SourceTree.File(path: Self.path, bytes: Array(text.utf8))
        var problems: [Diagnostic] = []
        _ = GuideReader.form(file, diagnostics: &problems)
        let source = SourceText(file)
        let told = problems.sorted().map { problem in
            let place = source.position(of: problem.span.range.lowerBound)
            return "\(place.line):\(place.column) \(problem.code.rawValue)"
        }
        #expect(
            told == [
                "1:1 unknown-key", "2:7 invalid-value", "4:7 invalid-value", "5:30 invalid-number", "6:8 unknown-key",
            ])
        problems = []
        AuthorGuide.check(SourceTree(files: [file]), diagnostics: &problems)
        #expect(problems.count == 5)
    }

    @Test("the forms that come with the program are sound, identify themselves, and fill fields that records have")
    func embedded() async throws {
        #expect(AuthorGuide.embedded.forms.map(\.id) == ["good-practice", "handled-request", "innovation"])
        for form in AuthorGuide.embedded.forms {
            #expect(form.names.count == 2)
            let kind = try #require(form.kind)
            let header = form.columns.map(\.header).joined(separator: ",")
            let row = form.columns.map { $0.field == "period" ? "2025年3月" : "甲乙" }.joined(separator: ",")
            let plan = try await plan(header + "\n" + row + "\n", kind)
            #expect(plan.diagnostics == [] && plan.records.count == 1 && plan.warnings == [], "\(form.id)")
            #expect(plan.remarks.first == .readAsForm(form: form.name(in: .chinese), name: form.id))
            #expect(!plan.mapping.columns.contains { $0.use == .unknown })
        }
    }

    @Test(
        "texts are counted as Word counts them",
        arguments: [
            ("", 0), ("三百字", 3), ("三百字。", 4), ("2025年共3部", 5), ("good practice", 2), ("约97.1%的WPS用户", 6),
            ("“一网通办”——\n好", 9), ("  空　格 ", 2),
        ])
    func count(text: String, count: Int) {
        #expect(wordCount(text) == count)
    }

    @Test(
        "what the header prints holds before the form",
        arguments: [("工作成效（不超过300字）", 300), ("工作成效\n（500 字以内）", 500), ("工作成效（不少于100字）", nil), ("工作成效", nil)]
            as [(String, Int?)])
    func printed(header: String, limit: Int?) {
        #expect(FormProfile.limit(under: header, in: nil) == limit)
    }
}
