import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("A submitted table becomes a source, and what is imported says where it stands and who reported it")
struct SubmissionTests {
    private static let files = NewLibrary(language: .chinese).files

    private static func bytes(_ name: String) throws -> [UInt8] {
        let folder = Repository.folder.appending(path: "Tests/AuthoringTests/Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// What an import into a library would write.
    private func plan(
        _ bytes: [UInt8], as name: String, _ kind: ImportKind = .case, existing: [NewFile] = [],
        change: (inout SpreadsheetImport) -> Void = { _ in }
    ) async throws -> SpreadsheetImport.Plan {
        var task = SpreadsheetImport(kind, library: await Reading(Self.files + existing, includesDrafts: true).names)
        task.submission = Submission(name: name, bytes: bytes)
        change(&task)
        #expect(task.mistake == nil)
        return task.plan(try Spreadsheet(path: name, bytes: bytes))
    }

    private func plan(
        _ name: String, as path: String? = nil, _ kind: ImportKind = .case, existing: [NewFile] = [],
        change: (inout SpreadsheetImport) -> Void = { _ in }
    ) async throws -> SpreadsheetImport.Plan {
        try await plan(try Self.bytes(name), as: path ?? name, kind, existing: existing, change: change)
    }

    private func files(of plan: SpreadsheetImport.Plan) -> [NewFile] {
        plan.records.map(\.file) + [plan.source].compactMap(\.self)
    }

    /// What comparing the library with a document confirms and tells.
    private func compare(
        _ plan: SpreadsheetImport.Plan, with bytes: [UInt8], as name: String
    ) async throws -> (report: OriginalsReport, problems: [String]) {
        let library = await Reading(Self.files + files(of: plan), includesDrafts: true).library
        let example = try #require(Self.files.first { $0.path == "originals/example.txt" })
        var diagnostics: [Diagnostic] = []
        let report = checkOriginals(
            library, files: [example, SourceTree.File(path: "originals/" + name, bytes: bytes)],
            diagnostics: &diagnostics, open: openOriginal)
        return (report, diagnostics.map { "\($0.code.rawValue) \($0.notes.count)" })
    }

    @Test("a paragraph a cell, a sentence a line, said by the unit that reports; telephones are in neither")
    func source() async throws {
        let plan = try await plan("cases.xlsx", .practice)
        let reading = await Reading(Self.files + files(of: plan), includesDrafts: true)
        let source = try #require(reading.library.sources.first { $0.id == "cases" })
        #expect(source.title[0] == "2025年基层治理案例汇总表" && source.isTitlePrinted)
        #expect(
            source.paragraphs.prefix(8).map { "\($0.name ?? "") \($0.kind) \($0.sentences) \($0.section.id)" } == [
                "案例!B3 heading 1 r3", "案例!D3 cell 1 r3", "案例!E3 cell 1 r3", "案例!F3 cell 2 r3", "案例!G3 cell 1 r3",
                "案例!H3 cell 1 r3", "案例!I3:I4 cell 1 r3", "案例!J3 cell 1 r3",
            ])
        #expect(
            source.speakers.map { "\($0.name[0]) \($0.role[0]) \($0.place?.id ?? "")" } == [
                "东门街道办事处 报送单位 example-city", "西门街道办事处 报送单位 example-city",
            ])
        #expect(
            source.paragraphs.map { $0.speaker?.id.prefix(3) } == Array(repeating: "don", count: 15)
                + Array(repeating: "xi-", count: 7))
        #expect(
            source.numbering?[0]
                == "每个导入了文字的单元格算一段，名称是它在表里的位置；段内在句号和换行处断句。有3段去掉了电话、证件号码、银行卡号或邮箱（J3、J4、J5），字数和指纹按余下的文字算。没有收录的列：备注。")
        let elevator = try #require(reading.library.practices.first { $0.header.title[0] == "老楼加装电梯" })
        #expect(elevator.steps.map { $0.statement.origin.locators.map(\.id) } == [["cases#P4.S1"], ["cases#P4.S2"]])
        #expect(plan.records[0].file.text.contains("[P5](src:cases#P5)"))
        #expect(files(of: plan).allSatisfy { !$0.text.contains(#/1[3-9]\d{9}|@/#) })
        let (report, problems) = try await compare(plan, with: try Self.bytes("cases.xlsx"), as: "cases.xlsx")
        #expect(problems == [] && report.identicalFiles == 2)
        #expect(report.paragraphs == 3 + source.paragraphs.count)
    }

    @Test("telephones that are taken over are not in the source either")
    func contacts() async throws {
        let plan = try await plan("cases.xlsx", .practice) { $0.takesContacts = true }
        #expect(plan.records.contains { $0.file.text.contains("13800138000") })
        #expect(plan.source == (try await self.plan("cases.xlsx", .practice).source))
    }

    @Test(
        "however the table is saved, records are the same, and sources but for the file's own name and hash",
        arguments: [
            ("cases.xls", "cases.xls"), ("cases.docx", "cases.docx"), ("cases.csv", "cases.csv"),
            ("cases-gbk.csv", "cases.csv"), ("cases-utf16.txt", "cases.txt"),
        ],
        [ImportKind.practice, .case])
    func same(file: (name: String, path: String), kind: ImportKind) async throws {
        let workbook = try await plan("cases.xlsx", kind)
        let other = try await plan(file.name, as: file.path, kind)
        #expect(other.records.map(\.file) == workbook.records.map(\.file))
        func lines(_ plan: SpreadsheetImport.Plan) -> [String] {
            // What a cell is called depends on whether its table has a name, and cells are drawn as one.
            (plan.source?.text ?? "").split(separator: "\n").map { line in
                String(line).replacing(#/name: "?[^,]*, |（[A-Z0-9、:]*）/#, with: "")
            }.filter { !$0.hasPrefix("sha256: ") && !$0.hasPrefix("file: ") }
        }
        #expect(lines(other) == lines(workbook))
        let (_, problems) = try await compare(other, with: try Self.bytes(file.name), as: file.path)
        #expect(problems == [])
    }

    @Test("cells that are drawn as one, across records or as one record, are found in the document again")
    func merged() async throws {
        let joined = try await plan("joined.xlsx")
        let source = try #require(
            await Reading(Self.files + files(of: joined)).library.sources.first { $0.id == "joined" })
        #expect(
            source.paragraphs.map(\.name) == [
                "Sheet1!A3:A5", "Sheet1!C3:C5", "Sheet1!D3:D5", "Sheet1!A6", "Sheet1!C6", "Sheet1!D6",
            ])
        #expect(try await compare(joined, with: try Self.bytes("joined.xlsx"), as: "joined.xlsx").problems == [])
        let units = try await plan("units.docx")
        #expect(
            units.remarks.map { $0.text(in: .en) }.contains("merged cells, given to each of their rows: D2:D3, D4:D5"))
        #expect(units.source?.text.contains("name: 住建局, role: 报送单位, place: example-city") == true)
        #expect(try await compare(units, with: try Self.bytes("units.docx"), as: "units.docx").problems == [])
    }

    @Test("a changed cell, one that is gone and a file that is damaged are told")
    func changed() async throws {
        let table = "标题,地区,做法\n修灯,示例市,登记\n"
        let plan = try await plan(Array(table.utf8), as: "a.csv")
        let changed = try await compare(plan, with: Array(table.replacing("登记", with: "派单").utf8), as: "a.csv")
        #expect(changed.problems == ["changed-paragraph 1"])
        let gone = try await compare(plan, with: Array("标题,地区,做法\n修灯,示例市,\n".utf8), as: "a.csv")
        #expect(gone.problems == ["changed-paragraph 1"])
        let damaged = try await compare(plan, with: [0x50, 0x4B, 0x03, 0x04], as: "a.csv")
        #expect(damaged.problems == ["missing-original 0"])
    }

    @Test("who reports stands in a line of the table, or is said by who imports it; else it is asked for")
    func units() async throws {
        func speakers(_ table: String, by unit: String? = nil) async throws -> [String] {
            let plan = try await plan(Array(table.utf8), as: "a.csv") { $0.submission?.speaker = unit }
            let source = await Reading(Self.files + files(of: plan)).library.sources.first { $0.id == "a" }
            if source?.speakers.isEmpty == true { #expect(plan.remarks.contains(.nobodyReports)) }
            return source?.speakers.map { $0.name[0] } ?? []
        }
        #expect(try await speakers("标题,地区\n修灯,示例市\n填报单位（盖章）：民政局  填报人：张三,\n") == ["民政局"])
        for line in ["填报单位：民政局（盖章）  填报时间：2025年3月", "填报单位：民政局(公章)填报人：张三", "填报单位：（签章）民政局"] {
            #expect(try await speakers("标题,地区\n修灯,示例市\n\(line),\n") == ["民政局"])
        }
        #expect(try await speakers("标题,地区,上报单位\n修灯,示例市,民政局（盖章）\n") == ["民政局"])
        #expect(try await speakers("标题,地区\n修灯,示例市\n", by: "住建局") == ["住建局"])
        #expect(try await speakers("标题,地区\n修灯,示例市\n") == [])
        #expect(
            try await speakers("标题,地区,上报单位\n修灯,示例市,民政局 13800138000\n修路,示例市,示例区\n修桥,示例市,民政局\n") == ["民政局", "示例区"])
    }

    @Test("in a document who reports stands in a paragraph around the table, or around each of several")
    func paragraphs() async throws {
        let cases = try await plan("surrounded.docx")
        let source = try #require(
            await Reading(Self.files + files(of: cases)).library.sources.first { $0.id == "surrounded" })
        #expect(source.speakers.map { $0.name[0] } == ["民政局"])

        let (office, bureau) = ("填报单位：民政局", "填报单位：住建局")
        func told(_ passages: [[String]]) -> [[String]] {
            passages.indices.dropLast().map { table in
                TableSurroundings(passages: passages, table: table).lines { $0.hasPrefix("填报单位") }
                    .filter { $0.hasPrefix("填报单位") }
            }
        }
        #expect(told([["2025年汇总表", office], []]) == [[office]])
        #expect(told([[], ["注：供参考。", office]]) == [[office]])
        #expect(told([[office], [bureau], []]) == [[office], [bureau]], "above each")
        #expect(told([[], [office], [bureau]]) == [[office], [bureau]], "below each")
        #expect(told([[office], [], []]) == [[office], [office]], "of all")
        #expect(told([[], [office], []]) == [[], []], "nobody knows which table it is of")
    }

    @Test("headers of cases that offices use; one broken into lines reads as one word")
    func headers() async throws {
        let table = "标题,地区,实施时间,\"所属\n社区\",联系人及电话\n修灯,示例市,2025年3月,甲社区,张三 13800138000\n"
        let plan = try await plan(Array(table.utf8), as: "a.csv")
        #expect(plan.mapping.columns.map(\.use).dropFirst(2) == [.field("period"), .field("body"), .field("body")])
        let text = try #require(plan.records.first?.file.text)
        #expect(text.contains("period: 2025-03\n") && text.contains("\n## 所属社区\n"), "\(text)")
        #expect(!text.contains("13800138000"))
    }

    @Test("imported again, the same file is cited where it is recorded; another one gets a record of its own")
    func again() async throws {
        let table = "标题,地区,做法\n修灯,示例市,登记\n"
        let first = try await plan(Array(table.utf8), as: "表.csv")
        #expect(first.source?.path == "seeds/biao/source.yaml")
        let source = try #require(first.source)
        let same = try await plan(Array(table.utf8), as: "表.csv", existing: [source])
        #expect(same.source == nil && same.records.map(\.file) == first.records.map(\.file))
        let more = Array((table + "修路,示例市,派单\n").utf8)
        let second = try await plan(more, as: "表.csv", existing: files(of: first)) { $0.skipsExisting = true }
        #expect(second.source?.path == "seeds/biao-2/source.yaml")
        #expect(second.records.map(\.title) == ["修路"] && second.records[0].file.text.contains("biao-2#P4"))
        var task = SpreadsheetImport(.case, library: await Reading(Self.files + [source]).names)
        task.submission = Submission(name: "表.csv", bytes: more)
        task.submission?.id = "biao"
        #expect(
            task.mistake
                == Phrase.sourceOfOtherFile(path: source.path, file: "表.csv").suggesting(.citeAsAnother))
    }

    @Test("a row that names its own source keeps it")
    func ownSource() async throws {
        let plan = try await plan(Array("标题,地区,做法,出处\n修灯,示例市,登记,example#P2.S1\n".utf8), as: "a.csv")
        #expect(plan.records[0].file.text.contains("from: example#P2.S1"))
        #expect(!plan.records[0].file.text.contains("a#P"))
    }
}
