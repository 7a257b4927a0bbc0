import Content
import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("A printed list becomes a source and a draft practice for each item")
struct ListImportTests {
    private static let files = NewLibrary(language: .chinese).files

    private static func bytes(_ name: String) throws -> [UInt8] {
        let folder = Repository.folder.appending(path: "Tests/AuthoringTests/Fixtures")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private func plan(
        _ name: String, in files: [NewFile] = files, change: (inout ListImport) -> Void = { _ in }
    ) async throws -> (plan: SpreadsheetImport.Plan, file: SourceTree.File) {
        let submission = Submission(name: "list.docx", bytes: try Self.bytes(name))
        var task = ListImport(submission, library: await Reading(files, includesDrafts: true).names)
        change(&task)
        return try task.plan(path: "list.docx")
    }

    @Test(
        "whether numbers are typed, put there by Word or left to styles",
        arguments: ["list-typed.docx", "list-numbered.docx", "list-styled.docx"])
    func read(name: String) async throws {
        let plan = try await plan(name).plan
        #expect(plan.diagnostics == [])
        let folder = "content/practices/example-city/"
        #expect(
            plan.records.map { "\($0.file.path.dropFirst(folder.count)) \($0.title)" } == [
                "tui-xing-san-duan-jiu-bu-gong-zuo-fa.md 推行“三段九步”工作法", "she-li-hui-ke-ting.md 设立“会客厅”",
                "shi-xing-bing-lian-shen-pi.md 实行并联审批",
            ])
        let source = try #require(plan.source)
        let written = plan.records.map(\.file) + [source]
        #expect(written.allSatisfy { !$0.text.contains("87654321") })
        let reading = await Reading(
            Self.files
                + written.map { file in
                    NewFile(path: file.path, text: file.text.replacing("【待填】谁发布的", with: "部"))
                }, includesDrafts: true)
        let practices = plan.records.compactMap { record in
            reading.library.practices.first { $0.header.title[0] == record.title }
        }
        let steps: [[String]] = practices.map { practice in
            practice.steps.map { step in
                let text = step.statement.text.exact(0).map { String(decoding: $0.plainHTML(), as: UTF8.self) } ?? ""
                return text + " " + step.statement.origin.locators.map(\.id).joined()
            }
        }
        #expect(
            steps == [
                ["改造前组织居民协商。 list#P6.S1", "改造后由居民评价。 list#P6.S2"], ["设计师每周坐班。 list#P7.S2"],
                ["示例实行并联审批。 list#P10"],
            ])
        let record = try #require(reading.library.sources.first { $0.id == "list" })
        #expect(record.title[0] == "可复制经验做法清单")
        #expect(
            record.sections.map { $0.title[0] } == [
                "全文", "动员居民共建", "动员居民共建：建立协商机制", "推进项目", "推进项目：优化审批",
            ])
        var diagnostics: [Diagnostic] = []
        let original = SourceTree.File(path: "originals/list.docx", bytes: try Self.bytes(name))
        let example = try #require(Self.files.first { $0.path == "originals/example.txt" })
        let report = checkOriginals(
            reading.library, files: [original, example], diagnostics: &diagnostics, open: openOriginal)
        #expect(diagnostics == [] && report.paragraphs == 13 && report.identicalFiles == 2)
    }

    @Test(
        "who signed a document and when, notes and whom to ask are part of no item",
        arguments: [
            (["居民协商。", "（此件公开发布）"], 1), (["居民协商。", "联系人：张三　电话：略"], 1),
            (["居民协商。", "临安区民政局办公室", "2025年3月1日"], 2), (["居民协商。", "临安区民政局", "", "二〇二五年三月一日", "附件：1.名单"], 4),
            (["居民协商。", "临安区民政局办公室"], 0), (["居民协商。", "（一）先开会"], 0), (["居民协商，2025年3月1日完成。"], 0),
            (["抓好三件事：", "联系人：张三"], 1),
        ])
    func closing(paragraphs: [String], count: Int) {
        #expect(PrintedList.closing(paragraphs) == count)
    }

    @Test("a place that the library does not have is told at its item; nothing is to be written then")
    func unknownPlace() async throws {
        let place = "content/places/example-city.md"
        let renamed = Self.files.map { file in
            file.path == place ? NewFile(path: place, text: file.text.replacing("示例市", with: "乙县")) : file
        }
        let (plan, file) = try await plan("list-typed.docx", in: renamed)
        let told = DiagnosticWriter(language: .en) { _ in SourceText(file) }.write(plan.diagnostics, as: .text)
        #expect(told.contains("list.docx:P5: error: unknown place ‘示例市’"), "\(told)")
        #expect(told.contains("list.docx:P7: error: unknown place ‘某省’") || told.contains("‘示例市’"))
        #expect(plan.diagnostics.reduce(0) { $0 + 1 + $1.notes.count } == 3)
        let (given, _) = try await self.plan("list-typed.docx", in: renamed) { $0.place = "example-city" }
        #expect(given.diagnostics == [] && given.records.count == 3)
        // It may be the wrong one, so what the items seem to name is told all the same.
        #expect(given.warnings.map(\.message) == [plan.diagnostics[0].message])
        #expect(given.warnings.allSatisfy { $0.severity == .warning })
    }

    @Test("imported again, what is there stays, and the source is cited as it is")
    func again() async throws {
        let first = try await plan("list-typed.docx").plan
        let source = try #require(first.source)
        let sound = NewFile(path: source.path, text: source.text.replacing("【待填】谁发布的", with: "部"))
        let existing = Self.files + [first.records[0].file, sound]
        let refused = try await plan("list-typed.docx", in: existing).plan
        #expect(refused.diagnostics.map(\.code.rawValue) == ["duplicate-id"])
        let rest = try await plan("list-typed.docx", in: existing) { $0.skipsExisting = true }.plan
        #expect(rest.skipped == [first.records[0].file.path] && rest.source == nil)
        #expect(rest.records.map(\.file) == first.records.dropFirst().map(\.file))
    }

    @Test("what is no list is told so")
    func noList() async throws {
        await #expect(throws: Spreadsheet.Refusal.told(.hasNoList("list.docx").suggesting(.listAsDocument))) {
            try await plan("cases.csv")
        }
        await #expect(throws: Spreadsheet.Refusal.told(.hasNoList("list.docx").suggesting(.listAsDocument))) {
            try await plan("units.docx")
        }
    }

    @Test(
        "a claim begins with its place, whatever stands around the name",
        arguments: [
            ("示例市推行网格", "example-city", nil, "推行网格"), ("某省示例市：推行网格", "example-city", nil, "推行网格"),
            ("示例推行网格", "example-city", nil, "推行网格"), ("浙江省宁波市海曙区推行网格", nil, "海曙区", ""),
            ("上海市建立社区食堂", nil, "上海市", ""), ("建立社区食堂", nil, nil, ""), ("推行全市统一标准", nil, nil, ""),
        ] as [(String, String?, String?, String)])
    func places(title: String, place: String?, name: String?, claim: String) async {
        let found = PlaceOfTitle(title, in: await Reading(Self.files).names)
        #expect(found.place == place)
        if place == nil { #expect(found.name == name) } else { #expect(found.claim == claim) }
    }
}
