import Diagnostics
import Markdown
import Testing
import Text

@testable import Content

/// A case with one field more, as docs/extending.md adds it: a property, and a line in the list.
private struct SurprisingCase: FieldHolder {
    var study = CaseStudy(
        RecordIdentity(
            id: "panjin/lift", path: path, titleSpan: SourceSpan(path: path, range: 0..<0), languages: 1))
    var surprises: [Statement] = []

    static let fields: [Field<SurprisingCase>] =
        CaseStudy.fields.map { $0.lifted(\.study) } + [.statements("surprises", \.surprises)]

    static let path = "content/cases/panjin/lift.md"

    /// Reads front matter, and checks what was read against a library.
    static func read(_ yaml: String) async throws -> (record: SurprisingCase, library: Library, problems: [String]) {
        let source = YAMLSource(path: path, bytes: Array(yaml.utf8), offset: 0)
        var diagnostics: [Diagnostic] = []
        let node = try #require(source.compose(diagnostics: &diagnostics))
        var context = ReadingContext.chinese
        context.reportsLooseFigures = true
        var reader = FieldReader(base: .init(source: source, node: node), context: context)
        var record = SurprisingCase()
        reader.read(fields, into: &record)

        let files = Fixtures.panjin + [Fixtures.roundtable, File("exemplar.yaml", "title: 库\nlanguages: [zh-Hans]\n")]
        let tree = SourceTree(files: files.map { .init(path: $0.path, bytes: $0.bytes) })
        let raw = await Content.read(tree, includesDrafts: false, jobs: 1, diagnostics: &diagnostics)
        var checker = Checker(raw: raw)
        checker.collect()
        checker.relate()
        checker.check([record])
        let problems = (diagnostics + reader.diagnostics + checker.diagnostics).sorted()
        return (
            record, checker.library,
            problems.map { "\($0.message.description)\($0.hint.map { " → " + $0.description } ?? "")" }
        )
    }
}

@Suite("A field that is added to the list of a record is known everywhere")
struct AddingFieldTests {
    private static let start = "title: 电梯\npractice: panjin/three-grids\nproblem: 二楼反对\n"

    @Test("it is read with its sources, and is searched and cited")
    func reading() async throws {
        let (record, library, problems) = try await SurprisingCase.read(
            Self.start
                + "surprises:\n  - 没人反对\n  - {text: \"来的人多 [P1](src:roundtable-2025#P1)\", from: roundtable-2025#P1.S2}\n"
        )
        #expect(problems == [])
        #expect(record.surprises.map { $0.text[0]?.plainText } == ["没人反对", "来的人多 P1"])
        #expect(record.surprises.map(\.state) == [.added, .stated])
        #expect(record.statementLocators.map(\.id) == ["roundtable-2025#P1.S2"])
        #expect(
            record.searchText(in: library, language: 0).sections.last
                == SearchText.Section(
                    anchor: "page.s-surprises", heading: .interface("surprises"),
                    lines: [[.text("没人反对")], [.text("来的人多 ")]]))
    }

    @Test("its locators, links and figures are checked, and its key is suggested")
    func checking() async throws {
        let (_, _, problems) = try await SurprisingCase.read(
            Self.start + "surprises: {text: \"来了3200人，[图](a.md)\", from: roundtable-2025#P9}\nsuprises: 无\n")
        #expect(
            problems == [
                "the figure ‘3200人’ leads to no row → write it as [3200人](obs:…), or allow it in exemplar.yaml",
                "there is no file ‘content/cases/panjin/a.md’",
                "‘roundtable-2025’ has no paragraph P9 → its last paragraph is P2",
                "unknown key ‘suprises’ → did you mean ‘surprises’?",
            ])
    }

    @Test("it is described, and is a column of the open data")
    func describing() throws {
        let field = try #require(SurprisingCase.knownFields.last)
        #expect(field.key == "surprises" && field.shape == .statements && field.isTranslatable && !field.isRequired)
        #expect(field.entries.map(\.key) == ["text", "from", "inferred", "reason"])
        #expect(field.column == FieldColumn())
    }
}

extension Localized {
    fileprivate subscript(language: Int) -> Value? { exact(language) }
}
