import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("Workbooks, tables of documents and CSV in any encoding become the same records")
struct WorkbookImportTests {
    private static let files = NewLibrary(language: .chinese).files

    private static func bytes(_ name: String) throws -> [UInt8] {
        let folder = Repository.folder.appending(path: "Tests/AuthoringTests/Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// - Parameter path: what the file is called, if not as the fixture is.
    private func sheet(_ name: String, as path: String? = nil, sheet: String? = nil, encoding: TextEncoding? = nil)
        throws
        -> Spreadsheet
    {
        var options = Spreadsheet.Options()
        (options.sheet, options.encoding) = (sheet, encoding)
        return try Spreadsheet(path: path ?? name, bytes: try Self.bytes(name), options: options)
    }

    private func plan(
        _ sheet: Spreadsheet, _ kind: ImportKind, header: Int? = nil, place: String? = nil, takesContacts: Bool = false
    ) async throws -> SpreadsheetImport.Plan {
        var task = SpreadsheetImport(kind, library: await Reading(Self.files, includesDrafts: true).names)
        (task.headerRow, task.takesContacts) = (header, takesContacts)
        if let place { task.defaults = [("place", place)] }
        return task.plan(sheet)
    }

    private func remarks(_ plan: SpreadsheetImport.Plan) -> [String] { plan.remarks.map { $0.text(in: .en) } }

    /// What is told of a table, as the terminal shows it.
    private func told(_ plan: SpreadsheetImport.Plan, _ sheet: Spreadsheet) -> String {
        DiagnosticWriter(language: .zh) { _ in SourceText(sheet.file) }.write(plan.diagnostics, as: .text)
    }

    @Test(
        "byte for byte, without a telephone number",
        arguments: [
            ("cases.xls", "cases.xls"), ("cases.docx", "cases.docx"), ("cases.csv", "cases.csv"),
            ("cases-gbk.csv", "cases.csv"), ("cases-utf16.txt", "cases.txt"),
        ],
        [ImportKind.practice, .case])
    func same(file: (name: String, path: String), kind: ImportKind) async throws {
        let workbook = try await plan(try sheet("cases.xlsx"), kind)
        #expect(workbook.diagnostics == [] && workbook.records.map(\.title) == ["老楼加装电梯", "雨污分流", "夜间停车"])
        let other = try await plan(try sheet(file.name, as: file.path), kind)
        #expect(other.diagnostics == [])
        #expect(other.records.map(\.file.path) == workbook.records.map(\.file.path))
        #expect(other.records.map(\.file.text) == workbook.records.map(\.file.text))
        for record in workbook.records {
            #expect(!record.file.text.contains(#/\d{7}|@/#), "\(record.file.text)")
        }
    }

    @Test(
        "titles, sums and remarks are passed over, merged cells filled down, contacts left out, and all of it is told")
    func workbook() async throws {
        let plan = try await plan(try sheet("cases.xlsx"), .practice)
        #expect(
            remarks(plan) == [
                "this is table ‘案例’; there are also 填表说明: --sheet NAME",
                "row 1: stands above the headers: 2025年基层治理案例汇总表",
                "row 6: a heading or a remark, no record: 注：联系电话请填手机，仅供核实使用。",
                "merged cells, given to each of their rows: I3:I4",
                "联系人: without 1 mobile numbers, 1 telephone numbers, 1 e-mail addresses (J3, J4, J5)",
                "--with-contacts takes such numbers into the drafts; only those listed under published-contacts can be published",
            ])
        #expect(
            plan.mapping.columns.map(\.use) == [
                .runningNumber, .field("title"), .field("place"), .field("when"), .field("problem"), .field("steps"),
                .field("body"), .field("body"), .field("contact"), .field("contact"), .unknown,
            ])
        let text = plan.records[1].file.text
        #expect(text.contains("\n# 由 cases 第 4 行导入\n"))
        let practices = await Reading(Self.files + plan.records.map(\.file), includesDrafts: true).library.practices
        let elevator = try #require(practices.first { $0.header.title[0] == "老楼加装电梯" })
        #expect(elevator.steps.count == 2)
        #expect(practices.filter { $0.header.status == .draft }.map { $0[.contact].count } == [2, 2, 2])
        let open = try await self.plan(try sheet("cases.xlsx", sheet: "案例"), .practice, takesContacts: true)
        #expect(open.records[0].file.text.contains("13800138000"))
        #expect(open.records[0].file.text.contains("\n# 由 cases 案例 第 3 行导入\n"))
    }

    @Test(
        "dates, shares and numbers read as the sheet shows them; what is hidden is told and not read",
        arguments: ["shown.xlsx", "shown.xls"])
    func shown(name: String) async throws {
        let sheet = try sheet(name)
        let texts: [[String]] = sheet.rows.map { row in row.cells.map { $0.text } }
        let shown: [[String]] = [
            ["标题", "地区", "时间", "成效", "经费"], ["甲", "示例市", "2025/3/1", "97%", "1,234,567.50"],
            ["乙", "示例市", "2025年9月", "0.3", "-3.0"], ["丙", "示例市", "2025", "1.01", "45.0万元"],
            ["合计", "", "", "3", ""],
        ]
        #expect(texts == shown)
        let plan = try await plan(sheet, .case)
        #expect(plan.diagnostics == [] && plan.records.map(\.title) == ["甲", "乙", "丙"])
        #expect(
            remarks(plan) == ["rows 4: hidden in the sheet", "columns E: hidden in the sheet", "row 6: a sum: 合计"])
    }

    @Test(
        "headers of two rows are one, and a title over several rows is one record",
        arguments: ["joined.xlsx", "joined.xls"])
    func joined(name: String) async throws {
        let plan = try await plan(try sheet(name), .case)
        #expect(plan.diagnostics == [] && plan.records.map(\.title) == ["修灯", "修路"])
        #expect(plan.records[0].file.text.contains("response:\n  - 登记\n  - 派单\n  - 回访\n"))
        #expect(plan.records[0].file.text.contains("result: 路灯亮了\n"))
        #expect(
            remarks(plan) == [
                "rows 3–5: each is one record, since the title is drawn over all of them",
                "merged cells, given to each of their rows: B3:B6",
            ])
    }

    @Test("a problem is named by sheet and cell")
    func addresses() async throws {
        let sheet = try sheet("shown.xlsx")
        var task = SpreadsheetImport(.case, library: await Reading(Self.files).names)
        task.choices = [.init(header: "经费", field: "period"), .init(header: "时间", field: "-")]
        let plan = task.plan(sheet)
        #expect(
            told(plan, sheet).hasPrefix(
                """
                shown.xlsx:表1!F2: 错误：“1,234,567.50”看不出是什么时间 [invalid-period]
                  F2 | 1,234,567.50
                     | ^~~~~~~~~~~~

                """), "\(told(plan, sheet))")
    }

    @Test("the headers are where somebody says they are")
    func headerRow() async throws {
        let table = "标题,地区\n名称,地方\n甲,示例市\n"
        let sheet = try Spreadsheet(path: "a.csv", bytes: Array(table.utf8))
        #expect(try await plan(sheet, .case, header: 2).records.map(\.title) == ["甲"])
        let missing = try await plan(sheet, .case, header: 9)
        #expect(missing.diagnostics.map(\.message.description) == ["there is no row 9 with headers in it"])
    }

    @Test(
        "tabs, semicolons and sep= part columns as well as commas",
        arguments: ["标题\t地区\n甲\t示例市", "标题;地区\n甲;示例市", "sep=|\n标题|地区\n甲|示例市"])
    func separators(table: String) async throws {
        let plan = try await plan(try Spreadsheet(path: "a.csv", bytes: Array(table.utf8)), .case)
        #expect(plan.records.map(\.title) == ["甲"])
    }

    @Test("Korean is not taken for Chinese because its bytes could be")
    func korean() throws {
        // kCFStringEncodingEUC_KR
        let encoding = String.Encoding(rawValue: 0x8000_0940)
        let table = "제목,지역\n승강기 설치와 주민 회의 운영 사업,서울특별시 종로구 가회동\n"
        let bytes = Array(try #require(table.data(using: encoding)))
        #expect {
            _ = try Spreadsheet(path: "korean.csv", bytes: bytes)
        } throws: { error in
            guard case .told(let phrase)? = error as? Spreadsheet.Refusal else { return false }
            return phrase.text(in: .en).contains("--encoding")
        }
    }

    @Test("what cannot be known is asked for, and what is broken has a place")
    func encodings() async throws {
        let unsure = Phrase.isInUnknownEncoding(
            path: "big5.csv", readings: [Phrase.readingIn(encoding: "Big5", text: "標題,地區")])
        #expect(throws: Spreadsheet.Refusal.told(unsure.suggesting(.giveEncoding))) { try sheet("big5.csv") }
        let plan = try await plan(try sheet("big5.csv", encoding: .big5), .case)
        #expect(plan.mapping.columns.map(\.use) == [.field("title"), .field("place")])
        #expect(plan.records.map(\.title) == ["加裝電梯", "鄰里議事"])
        for (name, line, column) in [("mixed.csv", 3, 1), ("latin1.csv", 2, 4)] {
            let refusal = try #require(throws: Spreadsheet.Refusal.self) { try sheet(name) }
            guard case .found(let problems, let file) = refusal else {
                Issue.record("\(name) has no place")
                return
            }
            let position = SourceText(file).position(of: problems[0].span.range.lowerBound)
            #expect(position.line == line && position.column == column)
        }
    }

    @Test(
        "a file that could do harm, or is none of these, is refused with what to do",
        arguments: [
            ("truncated", .officeIsDamaged("x").suggesting(.saveAgain)),
            ("bomb", .officeIsTooLarge("x").suggesting(.copyTable)),
            ("entity-bomb", .officeHasEntities("x").suggesting(.saveAgain)),
            ("external-entity", .officeHasEntities("x").suggesting(.saveAgain)),
            ("traversal", .officeLeadsOut(path: "x", name: "../../evil.xml").suggesting(.saveAgain)),
            ("deep", .officeIsDamaged("x").suggesting(.saveAgain)),
            ("old", .officeIsDamaged("x").suggesting(.saveAgain)),
            ("locked", .officeIsLocked("x").suggesting(.removePassword)),
            ("encrypted", .officeIsLocked("x").suggesting(.removePassword)),
            ("page", .isMarkup("x").suggesting(.saveAsXLSX)), ("other", .officeIsOther("x").suggesting(.saveAsXLSX)),
        ] as [(String, Phrase)])
    func refused(name: String, reason: Phrase) throws {
        #expect(throws: Spreadsheet.Refusal.told(reason)) { try sheet(name + ".xlsx", as: "x") }
    }

    @Test("a sheet that says it has a million rows has those that have something in them")
    func wideDimension() async throws {
        let plan = try await plan(try sheet("wide-dimension.xlsx"), .case)
        #expect(plan.records.map(\.title) == ["修灯"])
    }

    @Test(
        "personal numbers are found however they are written, and public ones stay",
        arguments: [
            ("张三 13800138000", "张三"), ("张三，手机：１３８ ００１３ ８０００", "张三"), ("+86 138-0013-8000", ""), ("电话：88886666", ""),
            ("（0571）8888-6666 转 12", ""), ("张三（电话0571-88886666）", "张三"), ("身份证号11010519491231002X", ""),
            ("卡号 4111 1111 1111 1111", ""), ("邮箱：a.b@example.org.cn；微信", "微信"), ("拨打12345或110", "拨打12345或110"),
            ("投入15000000000元", "投入15000000000元"), ("2025年服务12000000人次", "2025年服务12000000人次"),
            ("4111111111111112", "4111111111111112"), ("88886666", "88886666"),
        ])
    func personal(text: String, rest: String) {
        #expect(PersonalDataRemoval().removed(from: text, isContact: false).text == rest)
    }

    @Test("in a column of telephones eight digits are one")
    func telephones() {
        #expect(PersonalDataRemoval().removed(from: "88886666", isContact: true).text == "")
    }
}
