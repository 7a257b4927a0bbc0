import Content
import Diagnostics
import Foundation
import Office
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("An exported table taken back changes what was changed in it, and nothing else")
struct RoundTripTests {
    private static let tree = SourceTree(
        files: NewLibrary(language: .chinese).files.map { .init(path: $0.path, bytes: $0.bytes) })

    /// The workbook of a kind, perhaps with other texts in some cells: `id`, key of the column, text.
    private func workbook(
        _ kind: AuthoredKind, _ tree: SourceTree = tree,
        changing changes: [(id: String, key: String, text: String)] = []
    ) async throws -> [UInt8] {
        let table = try #require(RecordTable(kind, of: tree, await LibraryNames(reading: tree)))
        let bytes = try table.workbook()
        guard !changes.isEmpty else { return bytes }
        var options = Spreadsheet.Options()
        func content(_ name: String?, isHidden: Bool = false) throws -> SheetContent {
            options.sheet = name
            let sheet = try Spreadsheet(path: "t.xlsx", bytes: bytes, options: options)
            let rows = sheet.rows.map { $0.cells.map { $0.text } }
            return SheetContent(
                name ?? "做法", columns: rows[0].map { .init($0) }, rows: Array(rows.dropFirst()), isHidden: isHidden)
        }
        let marks = try content("exemplar", isHidden: true)
        var records = try content(nil)
        records.name = marks.columns[1].header
        for change in changes {
            let row = try #require(records.rows.firstIndex { $0[0] == change.id })
            let column = try #require(
                records.columns.firstIndex { $0.header.hasSuffix("（\(change.key)）") || $0.header == change.key })
            records.rows[row][column] = change.text
        }
        return try Office.workbook([records, marks], choicesName: "可选项")
    }

    private func plan(_ bytes: [UInt8], _ tree: SourceTree = tree) async throws -> RecordUpdate.Plan {
        try await RecordUpdate(reading: tree).plan("t.xlsx", bytes)
    }

    /// The lines that differ, as `old → new`.
    private func differences(_ plan: RecordUpdate.Plan, _ tree: SourceTree = tree) -> [String] {
        plan.files.flatMap { file in
            let old = String(decoding: tree[file.path]?.bytes ?? [], as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            let new = String(decoding: file.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            return old.count == new.count
                ? zip(old, new).filter { $0 != $1 }.map { "\($0) → \($1)" }
                : new.filter { !old.contains($0) }.map { "+ \($0)" }
        }
    }

    @Test("without an edit no byte of a library changes, whatever the kind")
    func unchanged() async throws {
        let tree = try scanned(Repository.folder)
        let names = await LibraryNames(reading: tree)
        for kind in AuthoredKind.allCases where kind.canBeExported {
            let table = try #require(RecordTable(kind, of: tree, names))
            let plan = try await RecordUpdate(tree, names).plan("t.xlsx", try table.workbook())
            #expect(plan.files == [] && plan.changes == [] && plan.problems == [], "\(kind.rawValue)")
        }
    }

    private func scanned(_ folder: URL) throws -> SourceTree {
        let paths = try ["content", "seeds"].flatMap { name in
            try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).path)
                .map { name + "/" + $0 }
        }
        let texts = paths.filter { path in ["md", "csv", "yaml"].contains { path.hasSuffix("." + $0) } }
        return SourceTree(
            files: try (texts + ["exemplar.yaml"]).map {
                .init(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
            })
    }

    @Test("an edited cell is that field in its file")
    func practice() async throws {
        let id = "example-city/joint-meeting"
        let bytes = try await workbook(
            .record(.practice),
            changing: [
                (id, "title", "每周三方碰头会: 新"), (id, "modality", "只是主张、建议"), (id, "brand", "碰头会"),
                (id, "levels", "街道、乡镇\n社区、村"), (id, "summary", ""), (id, "outcomes", ""),
                (id, "steps", "召集居委会、物业服务企业和业主委员会碰头\n问题逐件登记\n办完以后向居民回话"), (id, "topics", "estate-repairs\n"),
                (id, "problem", "没有人认领"), (id, "cost", "不花钱"),
            ])
        let plan = try await plan(bytes)
        #expect(plan.problems == [])
        #expect(
            differences(plan) == [
                "title: 每月三方碰头会（示例，请替换） → title: \"每周三方碰头会: 新\"",
                "  text: 小区里的问题没有人认领，居民不知道该找谁 →   text: 没有人认领", "modality: reported → modality: proposed",
                "summary: 居委会、物业和业委会定期碰头，逐件定下由谁办理，办完向居民回话。 → summary:", "brand: → brand: 碰头会",
                "levels: → levels: [street, community]", "  - text: 把问题逐件登记，指定办理单位 →   - text: 问题逐件登记",
                "cost: → cost: 不花钱", "outcomes: [example-meetings] → outcomes:",
            ])
        #expect(plan.changes.count == 9)
    }

    @Test("a step that changes places would leave its source behind, and is left to the file")
    func order() async throws {
        let id = "example-city/joint-meeting"
        let steps = "把问题逐件登记，指定办理单位\n召集居委会、物业服务企业和业主委员会碰头\n办完以后向居民回话"
        let refused = try await plan(try await workbook(.record(.practice), changing: [(id, "steps", steps)]))
        #expect(refused.files == [])
        #expect(
            refused.problems.map { $0.text(in: .zh).contains("请在content/practices/example-city/joint-meeting.md里改") }
                == [true])
    }

    @Test("times are read as offices write them; what is none is told at its cell")
    func times() async throws {
        let id = "example-city/leaking-roof"
        let good = try await plan(
            try await workbook(.record(.case), changing: [(id, "period", "2025年3月至9月"), (id, "reviewed", "2025年3月1日")]))
        #expect(good.problems == [])
        #expect(
            differences(good).map { $0.drop { $0 != "→" } } == ["→ period: 2025-03/2025-09", "→ reviewed: 2025-03-01"])
        let bad = try await plan(try await workbook(.record(.case), changing: [(id, "period", "去年")]))
        #expect(
            bad.problems.map { $0.text(in: .zh) }.allSatisfy {
                $0.hasSuffix("：“去年”看不出是什么时间；写成2025年3月1日、2025年3月或2025年") && $0.hasPrefix("t.xlsx:案例!")
            } && bad.problems.count == 1, "\(bad.problems)")
    }

    @Test("a time that is no day of a date, 2025.1 and an error of the sheet are told at their cells")
    func unreadableCells() async throws {
        let id = "example-city/leaking-roof"
        let ends = try await plan(try await workbook(.record(.case), changing: [(id, "period", "2025年3月底")]))
        #expect(differences(ends).map { $0.drop { $0 != "→" } } == ["→ period: 2025-03"])
        let month = try await plan(try await workbook(.record(.case), changing: [(id, "reviewed", "2026年1月")]))
        let said = month.problems.map { $0.text(in: .zh) }
        #expect(said.count == 1 && said.allSatisfy { $0.hasSuffix("：“2026年1月”不是有效的日期；写成2026-01-31这样的日期") }, "\(said)")

        let table = try #require(RecordTable(.record(.case), of: Self.tree, await LibraryNames(reading: Self.tree)))
        let bytes = try await workbook(.record(.case), changing: [(id, "period", "2025.1"), (id, "problem", "#N/A")])
        var sheet = try Spreadsheet(path: "t.xlsx", bytes: bytes)
        let cells = sheet.rows.flatMap(\.cells)
        sheet.numbers.insert(try #require(cells.first { $0.text == "2025.1" }).span.range.lowerBound)
        sheet.faults[try #require(cells.first { $0.text == "#N/A" }).span.range.lowerBound] = .error
        let stored = Dictionary(table.records.map { ($0.id, RecordTable.fingerprint(table.row($0))) }) { first, _ in
            first
        }
        var rows = try #require(ChangedRows(sheet, table, stored: stored))
        rows.read()
        #expect(rows.edits == [])
        #expect(
            Set(rows.problems.map { $0.text(in: .zh).split(separator: "：", maxSplits: 1).last.map(String.init) }) == [
                "“2025.1”可能是1月，也可能是10月：表格软件会把2025.10末尾的0去掉；请写成“2025年1月”或“2025年10月”，单元格设为文本",
                "这一格显示的是错误“#N/A”；请在工作簿里改正这一格",
            ])
    }

    @Test("a header may be the label alone; one that nobody knows is told")
    func headers() async throws {
        let table = try #require(
            RecordTable(.observation, of: Self.tree, await LibraryNames(reading: Self.tree)))
        let stored = Dictionary(table.records.map { ($0.id, RecordTable.fingerprint(table.row($0))) }) { first, _ in
            first
        }
        func changed(_ header: String, adding more: [String] = []) throws -> ChangedRows {
            let record = try #require(table.records.first)
            let headers = table.columns.map { $0.key == "note" ? header : $0.header }
            let cells = zip(table.columns, table.row(record)).map { $0.key == "note" ? "新的说明" : $1 }
            let rows = [["id"] + headers + more, [record.id] + cells + more.map { _ in "x" }]
            let sheet = try Spreadsheet(path: "t.csv", bytes: NewFile(path: "", rows: rows).bytes)
            return try #require(ChangedRows(sheet, table, stored: stored))
        }
        func read(_ rows: ChangedRows) -> (edits: Int, problems: [String], remarks: [String]) {
            var rows = rows
            rows.read()
            return (rows.edits.count, rows.problems.map { $0.text(in: .zh) }, rows.remarks.map { $0.text(in: .zh) })
        }
        let label = try #require(table.columns.first { $0.key == "note" }).label
        let alone = read(try changed(label))
        #expect(alone.edits > 0 && alone.problems == [] && alone.remarks == [], "\(alone)")
        let unknown = read(try changed("我的话"))
        #expect(unknown.problems.count == 1 && unknown.problems.allSatisfy { $0.contains("不认得“我的话”这一列") }, "\(unknown)")
        let own = read(try changed(label, adding: ["我的列"]))
        #expect(
            own.edits > 0 && own.problems == [] && own.remarks.map { $0.contains("不认得“我的列”这一列") } == [true], "\(own)")
    }

    @Test("a word may be written up to its comma")
    func words() async throws {
        let id = "example-city/joint-meeting"
        let plan = try await plan(
            try await workbook(.record(.practice), changing: [(id, "status", "草稿")]))
        #expect(plan.problems == [])
        #expect(differences(plan).map { $0.drop { $0 != "→" } } == ["→ status: draft"])
    }

    @Test("metrics and figures are changed in their own files")
    func registryAndTable() async throws {
        let metric = try await plan(
            try await workbook(
                .metric, changing: [("meetings-held", "unit", "场次"), ("meetings-held", "direction", "越高越好")]))
        #expect(differences(metric) == ["  unit: 次 →   unit: 场次", "  direction: neutral →   direction: higher"])
        let figure = try await plan(
            try await workbook(
                .observation,
                changing: [
                    ("example-meetings", "printed", "1,200次"),
                    ("example-meetings", "flags", "self-reported\nno-baseline"),
                ]))
        #expect(
            differences(figure).map { $0.drop { $0 != "→" } } == [
                "→ example-meetings,meetings-held,example-city,2025,\"1,200次\",,,,,action,,,example,P2.S1,,self-reported;no-baseline,示例，请替换"
            ])
        // The text of the practice still has the old figure, and so the change is told against.
        #expect(figure.diagnostics.map(\.code) == [.figureMismatch])
    }

    @Test("a record changed since the export is a conflict if its row was changed too, and nothing otherwise")
    func conflict() async throws {
        let id = "example-city/joint-meeting"
        var files = Self.tree.files
        let index = try #require(files.firstIndex { $0.path == "content/practices/\(id).md" })
        files[index].bytes = Array(
            String(decoding: files[index].bytes, as: UTF8.self).replacing("brand:\n", with: "brand: 三方会\n").utf8)
        let later = SourceTree(files: files)
        let conflict = try await plan(try await workbook(.record(.practice), changing: [(id, "cost", "不花钱")]), later)
        #expect(
            conflict.problems.map { $0.text(in: .zh) } == [
                "t.xlsx:做法!A2：“\(id)”在导出以后，库里也改过（content/practices/\(id).md）；请重新导出，在新的表里改"
            ])
        #expect(conflict.files == [])
        let untouched = try await plan(try await workbook(.record(.practice)), later)
        #expect(untouched.problems == [] && untouched.files == [])
    }

    @Test("what cannot be done is named by its cell, and nothing is written")
    func refused() async throws {
        let id = "example-city/joint-meeting"
        let plan = try await plan(
            try await workbook(
                .record(.practice),
                changing: [(id, "modality", "也许"), (id, "steps", "只有一步"), (id, "id", "example-city/other")]))
        #expect(plan.files == [] && plan.problems.map { $0.text(in: .zh) } == ["t.xlsx:做法!A2：库里没有“example-city/other”"])
        let cells = try await self.plan(
            try await workbook(.record(.practice), changing: [(id, "modality", "也许"), (id, "steps", "只有一步")]))
        #expect(cells.files == [])
        let told = cells.problems.map { $0.text(in: .zh) }
        #expect(told.count == 2)
        #expect(told.contains { $0.hasSuffix("不能填“也许”，可以填“当地说已经在做”、“只是主张、建议”") }, "\(told)")
        #expect(told.contains { $0.hasSuffix("“步骤（steps）”这样的写法不能在表里改，请在content/practices/\(id).md里改") }, "\(told)")
        await #expect(throws: Spreadsheet.Refusal.told(.isNotExported("t.xlsx"))) {
            try await self.plan(
                try Office.workbook([SheetContent("a", columns: [.init("id")], rows: [])], choicesName: "b"))
        }
    }

    @Test("a workbook has drop-downs for words and ids, explains its columns, and is the same bytes each time")
    func workbook() async throws {
        let bytes = try await workbook(.observation)
        #expect(bytes == (try await workbook(.observation)))
        var options = Spreadsheet.Options()
        options.sheet = "可选项"
        let choices = try Spreadsheet(path: "t.xlsx", bytes: bytes, options: options)
        let columns = choices.columns.indices.map { column in
            choices.rows.map { $0.cells.text(column) }.filter { !$0.isEmpty }
        }
        #expect(columns.contains { $0.dropFirst() == ["meetings-held"] })
        #expect(columns.contains { $0.dropFirst() == ["现状、规模", "做了多少", "结果", "做之前的数", "目标", "中途的进度"] })
        options.sheet = "说明"
        let explained = try Spreadsheet(path: "t.xlsx", bytes: bytes, options: options)
        #expect(explained.rows.contains { $0.cells.text(0) == "原文写法（printed）" && $0.cells.text(1).contains("2万余人") })
    }
}
