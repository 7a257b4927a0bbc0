import Diagnostics
import Testing

@testable import Content

@Suite("A record needs few fields, and each that it lacks is named")
struct MinimalRecordsTests {
    /// A kind of record as a file, with the lines of its required fields.
    struct Kind: Sendable, CustomTestStringConvertible {
        var path: String
        var required: [(key: String, line: String)]

        var testDescription: String { path }

        func file(without key: String? = nil) -> File {
            let lines = required.filter { $0.key != key }.map { $0.line + "\n" }.joined()
            return File(path, path.hasSuffix(".md") ? "---\n\(lines)---\n" : lines)
        }
    }

    static let kinds = [
        Kind(path: "content/index.md", required: [("title", "title: 经验库")]),
        Kind(path: "content/places/panjin.md", required: [("title", "title: 盘锦"), ("level", "level: city")]),
        Kind(path: "content/mechanisms/grid.md", required: [("title", "title: 网格"), ("kind", "kind: grid")]),
        Kind(path: "content/topics/lifts.md", required: [("title", "title: 电梯"), ("kind", "kind: target-group")]),
        Kind(
            path: "content/practices/panjin/three-grids.md",
            required: [
                ("title", "title: 三格"), ("place", "place: panjin"), ("problem", "problem: 诉求无人管"),
                ("mechanisms", "mechanisms: [grid]"), ("modality", "modality: proposed"),
            ]),
        Kind(
            path: "content/cases/panjin/old-lift.md",
            required: [
                ("title", "title: 老楼电梯"), ("practice", "practice: panjin/three-grids"), ("problem", "problem: 二楼反对"),
            ]),
        Kind(
            path: "content/adoptions/wuhan-grids.md",
            required: [
                ("practice", "practice: panjin/three-grids"), ("adopter", "adopter: 武汉"),
                ("from", "from: roundtable-2025#P1.S2"),
            ]),
        Kind(path: "content/pages/about.md", required: [("title", "title: 关于")]),
        Kind(
            path: "seeds/roundtable-2025/source.yaml",
            required: [
                ("title", "title: 座谈会"), ("outlet", "outlet: 学习时报"), ("date", "date: not printed"),
                ("language", "language: zh-Hans"), ("rights", "rights: quotes"), ("sha256", "sha256: 6d1f"),
            ]),
    ]

    private func build(_ file: File) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            file
        }.build()
    }

    @Test("the required fields are enough", arguments: kinds.filter { !$0.path.hasPrefix("seeds/") })
    func minimal(kind: Kind) async {
        #expect(await build(kind.file()).problems == [])
    }

    @Test("a source without paragraphs is enough to be cited as a whole")
    func minimalSource() async throws {
        let file = try #require(Self.kinds.last).file()
        let outcome = await Folder { file }.build()
        #expect(outcome.problems == [])
        let source = try #require(outcome.library.sources.first)
        #expect([source.id, source.title[0], source.outlet[0]] == ["roundtable-2025", "座谈会", "学习时报"])
        #expect(source.date == nil && source.rights == .quotes && source.paragraphs == [])
    }

    @Test("each missing field is reported at the start of the fields", arguments: kinds)
    func missingFields(kind: Kind) async {
        for (key, _) in kind.required {
            let outcome = await build(kind.file(without: key))
            let line = kind.path.hasSuffix(".md") ? 2 : 1
            #expect(
                outcome.problems.filter { $0.contains(" missing-field ") } == [
                    "\(kind.path):\(line):1 missing-field the field ‘\(key)’ is missing"
                ])
            #expect(outcome.advice.contains("the field ‘\(key)’ is missing → add a line ‘\(key): …’"))
        }
    }

    @Test("all missing fields of a record are reported in one run", arguments: kinds)
    func allMissingFields(kind: Kind) async {
        let text = kind.path.hasSuffix(".md") ? "---\n{}\n---\n" : "{}\n"
        let missing = await build(File(kind.path, text)).diagnostics.filter { $0.code == .missingField }
        #expect(missing.map(\.message.description) == kind.required.map { "the field ‘\($0.key)’ is missing" }.sorted())
    }

    @Test("a key with nothing after it counts as not given", arguments: ["", " ~", " null", " # 待补"])
    func emptyValues(value: String) async {
        let outcome = await build(File("content/topics/lifts.md", "---\ntitle:\(value)\nkind: problem\n---\n"))
        #expect(outcome.problems == ["content/topics/lifts.md:2:1 missing-field ‘title’ is empty"])
    }

    @Test("a list of mechanisms needs at least one")
    func emptyLists() async {
        let text = "---\ntitle: 三格\nplace: panjin\nproblem: 无\nmechanisms: []\nmodality: reported\n---\n"
        let outcome = await build(File("content/practices/panjin/three-grids.md", text))
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:5:13 missing-field ‘mechanisms’ needs at least one entry"
            ])
    }
}
