import Diagnostics
import Testing
import Text

@testable import Content

@Suite("Nobody's number is published unless somebody says so")
struct PublishedDataTests {
    private static let number = "13800138000"

    /// A library with one number, in one of the files that are published.
    private func build(_ path: String, _ text: String) async -> Outcome {
        await Folder {
            File("exemplar.yaml", "title: {zh-Hans: 经验库, en: Library}\nlanguages: [zh-Hans, en]\n")
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.households
            File(path, text)
        }.build()
    }

    @Test(
        "wherever a text stands",
        arguments: [
            ("content/places/panjin.md", "---\ntitle: 盘锦 N\nlevel: city\n---\n"),
            ("content/places/panjin.en.md", "---\ntitle: Panjin N\n---\n"),
            ("content/places/panjin.en.md", "---\ntitle: Panjin\n---\n\nCall N\n"),
            (
                "content/practices/panjin/three-grids.md",
                Self.practice("contact: {text: 张三，N, from: 'roundtable-2025#P1'}")
            ),
            ("content/practices/panjin/three-grids.md", Self.practice("steps:\n  - {text: 报修, needs: 张三N}")),
            ("content/practices/panjin/three-grids.md", Self.practice("summary: {zh-Hans: 找张三, en: ask N}")),
            ("content/practices/panjin/three-grids.md", Self.practice("ask: [{item: cost, text: N}]")),
            ("content/practices/panjin/three-grids.md", Self.practice("", "```figures\n- N\n```\n")),
            ("content/practices/panjin/three-grids.md", Self.practice("", "[打电话](tel:N)")),
            (
                "content/adoptions/a.md",
                "---\npractice: panjin/three-grids\nadopter: 张三 N\nfrom: 'roundtable-2025#P1'\n---\n"
            ),
            ("content/glossary.yaml", "sijie:\n  term: 四结\n  definition: 结对共建，N\n"),
            ("content/metrics/metrics.yaml", "households:\n  name: 户数\n  definition: 问 N\n  kind: count\n"),
            (
                "content/metrics/2025.csv",
                "id,metric,place,printed,role,note.en\na,households,panjin,6户,result,\"see \"\"N\"\"\"\n"
            ),
            ("content/plans/tasks.csv", "id,place,year,title,lead\na,panjin,2025,修电梯,张三 N\n"),
            ("content/corrections.csv", "date,object,old,new,reason\n2025-01-02,panjin,5,6,张三 N\n"),
            ("seeds/roundtable-2025/source.yaml", Self.source("title: 座谈会", "title: 座谈会 N")),
            ("seeds/roundtable-2025/source.yaml", Self.source("name: 张艳", "name: 张艳N")),
            ("seeds/roundtable-2025/source.yaml", Self.source("fingerprint: 00ff", "fingerprint: 00ff, text: 请拨打N。")),
            ("exemplar.yaml", "title: 经验库\nlanguages: [zh-Hans]\npublisher: 编辑组 N\n"),
        ])
    func everywhere(path: String, text: String) async {
        let outcome = await build(path, text.replacing("N", with: Self.number))
        let found = outcome.diagnostics.filter { $0.code == .personalData }
        #expect(
            found.map { "\($0.message)" } == ["a mobile number would be published: \(Self.number)"], "\(path): \(text)")
        let marked = found.map { String(decoding: (outcome.files[$0.span.path] ?? [])[$0.span.range], as: UTF8.self) }
        // A cell with doubled quotation marks is shown as a whole.
        #expect(marked == [text.contains("\"\"") ? "\"see \"\"\(Self.number)\"\"\"" : Self.number])
        #expect(found.map(\.span.path) == [path])
    }

    private static func practice(_ fields: String, _ body: String = "") -> String {
        Fixtures.threeGrids(fields.isEmpty ? "" : fields + "\n", body: body).text
    }

    private static func source(_ old: String, _ new: String) -> String {
        Fixtures.roundtable.text.replacing(old, with: new)
    }

    @Test("the file may list what it publishes, and the settings what every file may")
    func listed() async {
        let practice = Fixtures.threeGrids(
            "contact: 维修科，0571-88886666，值班手机138 0013 8000\npublished-contacts: ['0571 8888 6666']\n",
            body: "邮箱 lift@example.org。")
        let outcome = await Folder {
            Fixtures.panjin
            practice
            File(
                "exemplar.yaml",
                """
                title: 经验库
                languages: [zh-Hans]
                published-contacts: lift@example.org
                imprint: {contact: {zh-Hans: 电话 010-66551234}}
                """)
            File("content/pages/about.md", "---\ntitle: 关于\n---\n\n请拨打010-66551234、0571-88886666。\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/pages/about.md:5:17 personal-data a telephone number would be published: 0571-88886666",
                "content/practices/panjin/three-grids.md:8:32 personal-data a mobile number would be published: 138 0013 8000",
            ])
        #expect(
            outcome.diagnostics.compactMap { $0.hint.map { "\($0)" } } == [
                "take it out, or list it under ‘published-contacts’ in exemplar.yaml if it is meant to be public",
                "take it out, or list it under ‘published-contacts’ in content/practices/panjin/three-grids.md if it is meant to be public",
            ])
    }

    @Test("figures are nobody's number, and drafts may hold what is still to be taken out")
    func figuresAndDrafts() async {
        let draft = Fixtures.threeGrids("status: draft\ncontact: 13800138000\n")
        func build(includesDrafts: Bool) async -> [String] {
            await Folder {
                Fixtures.panjin.filter { !$0.path.contains("cases") }
                Fixtures.households[0]
                Fixtures.observations(
                    "a,households,panjin,13800138000,13800138000,result", header: "id,metric,place,printed,value,role")
                draft
            }.build(includesDrafts: includesDrafts).diagnostics.map { "\($0.severity) \($0.code.rawValue)" }
        }
        #expect(await build(includesDrafts: false) == [])
        #expect(await build(includesDrafts: true) == ["warning personal-data"])
    }
}

extension File {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
