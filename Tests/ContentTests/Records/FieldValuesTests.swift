import Diagnostics
import Testing

@testable import Content

@Suite("A key that is not known and a value of the wrong shape are errors")
struct FieldValuesTests {
    private func problems(_ path: String, _ fields: String) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            File(path, path.hasSuffix(".md") ? "---\n\(fields)\n---\n" : fields)
        }.build()
    }

    @Test(
        "a misspelt key finds the one that was meant",
        arguments: [
            ("content/places/panjin.md", "title: 盘锦\nlevel: city\nparnet: 辽宁", "parnet", "parent"),
            ("content/mechanisms/grid.md", "title: 网格\nkind: grid\nsynonym: [格]", "synonym", "synonyms"),
            ("content/topics/lifts.md", "title: 电梯\nkind: problem\nalias: [x]", "alias", "aliases"),
            ("content/pages/about.md", "title: 关于\nin_menu: true", "in_menu", "in-menu"),
            ("content/index.md", "title: 首页\nsummery: 一", "summery", "summary"),
        ])
    func misspeltKeys(path: String, fields: String, key: String, meant: String) async {
        let outcome = await problems(path, fields)
        let line = fields.split(separator: "\n").count + 1
        #expect(outcome.problems == ["\(path):\(line):1 unknown-key unknown key ‘\(key)’"])
        #expect(outcome.advice == ["unknown key ‘\(key)’ → did you mean ‘\(meant)’?"])
        #expect(outcome.marked == [key])
    }

    @Test("a key like no other is answered with those there are")
    func unknownKeys() async {
        let outcome = await problems("content/glossary.yaml", "sijie: {term: 四结, definition: 结对, 负责人: 张艳}\n")
        #expect(outcome.advice == ["unknown key ‘负责人’ → known keys are definition, from, note, term, unexplained"])
    }

    @Test("keys inside statements, steps, actors and sources are checked as well")
    func nestedKeys() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.threeGrids(
                """
                logic: {text: 一, form: x}
                steps:
                  - {text: 摸底, bye: 网格员}
                who:
                  - {name: 网格员, roles: 巡查}

                """)
        }.build()
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:8:18 unknown-key unknown key ‘form’",
                "content/practices/panjin/three-grids.md:10:16 unknown-key unknown key ‘bye’",
                "content/practices/panjin/three-grids.md:12:17 unknown-key unknown key ‘roles’",
            ])
        #expect(
            outcome.advice == [
                "unknown key ‘form’ → did you mean ‘from’?", "unknown key ‘bye’ → did you mean ‘by’?",
                "unknown key ‘roles’ → did you mean ‘role’?",
            ])
    }

    @Test(
        "each field says which shape it wants",
        arguments: [
            ("content/topics/lifts.md", "title: [电梯]\nkind: problem", "2:8 wrong-type expected a text here"),
            ("content/topics/lifts.md", "title: 电梯\nkind: {a: b}", "3:7 wrong-type expected a text here"),
            ("content/topics/lifts.md", "- 电梯", "2:1 wrong-type expected a mapping of fields"),
            ("content/pages/about.md", "title: 关于\norder: 第一", "3:8 invalid-number ‘第一’ is not a whole number"),
            ("content/pages/about.md", "title: 关于\norder: 1.5", "3:8 invalid-number ‘1.5’ is not a whole number"),
            (
                "content/pages/about.md", "title: 关于\nin-menu: yes",
                "3:10 invalid-value ‘in-menu’ is true or false, not ‘yes’"
            ),
            (
                "content/pages/about.md", "title: 关于\nreviewed: 2025-02-30",
                "3:11 invalid-date ‘2025-02-30’ is not a day of the calendar"
            ),
            ("content/pages/about.md", "title: 关于\nreviewed: [2025]", "3:11 wrong-type expected a text here"),
            (
                "content/pages/about.md", "title: 关于\nstatus: drafts",
                "3:9 invalid-value ‘drafts’ is not a value of ‘status’"
            ),
            ("content/pages/about.md", "title: 关于\naliases: [[a]]", "3:11 wrong-type expected a text here"),
        ])
    func wrongShapes(path: String, fields: String, problem: String) async {
        let outcome = await problems(path, fields)
        #expect(outcome.problems.filter { !$0.contains(" missing-field ") } == ["\(path):\(problem)"])
    }

    @Test("a statement is one text, not a list; a practice lies in one place")
    func oneNotMany() async {
        let outcome = await problems(
            "content/practices/panjin/three-grids.md",
            "title: 三格\nplace: [panjin]\nproblem: [一, 二]\nmechanisms: grid\nmodality: reported")
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:3:8 wrong-type expected a text here",
                "content/practices/panjin/three-grids.md:4:10 wrong-type ‘problem’ is one statement, not a list",
            ])
        #expect(outcome.library.practices.map { $0.mechanisms.map(\.id) } == [["grid"]], "one id is a list of one")
    }

    @Test("a word of a fixed list is suggested, or the list shown")
    func words() async {
        #expect(
            await problems("content/places/panjin.md", "title: 盘锦\nlevel: ctiy").advice == [
                "‘ctiy’ is not a value of ‘level’ → did you mean ‘city’?"
            ])
        #expect(
            await problems("content/places/panjin.md", "title: 盘锦\nlevel: 地级市").advice == [
                "‘地级市’ is not a value of ‘level’ → use one of province, city, district, county, street, community"
            ])
    }

    @Test("a value that looks like a number is still a text")
    func textsThatLookLikeNumbers() async {
        let outcome = await problems("content/places/panjin.md", "title: 12345\nlevel: city\ncode: 021100")
        #expect(outcome.problems == [])
        #expect(outcome.library.places.map { [$0.header.title[0], $0.code] } == [["12345", "021100"]])
    }

    @Test("a period of a case is checked")
    func periods() async {
        let outcome = await problems(
            "content/cases/panjin/old-lift.md",
            "title: 老楼电梯\npractice: panjin/three-grids\nproblem: 二楼反对\nperiod: 2025-Q5")
        #expect(
            outcome.problems == [
                "content/cases/panjin/old-lift.md:5:9 invalid-period ‘2025-Q5’ is not an ISO 8601 period"
            ])
    }
}
