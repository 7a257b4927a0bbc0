import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite("Every link of a text leads somewhere")
struct LinkTests {
    private func build(_ body: String, file: String = "content/practices/panjin/three-grids.md") async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.households
            Fixtures.glossary
            File("content/topics/stairs.md", "---\ntitle: 楼道\nkind: problem\n---\n## 谁来管\n\n## 谁来管\n")
            File("content/practices/panjin/map.png", bytes: Pictures.png(3, 2))
            Fixtures.threeGrids(body: "## 怎么做 How\n\n" + body + "\n")
        }.build()
    }

    @Test(
        "records, their parts, files beside them and places elsewhere",
        arguments: [
            "[电梯](../../topics/lifts.md)", "[盘锦](../../places/panjin.md)", "[案例](../../cases/panjin/old-lift.md)",
            "[网格](/content/mechanisms/grid.md)", "[自己](three-grids.md)", "[自己](./three-grids.md#怎么做-how)",
            "[上面](#怎么做-how)", "[上面](#%E6%80%8E%E4%B9%88%E5%81%9A-how)", "[谁](../../topics/stairs.md#谁来管)",
            "[谁](../../topics/stairs.md#谁来管-1)", "![图](map.png)", "[图](../panjin/map.png)",
            "[外](https://example.org/a.md)",
            "[信](mailto:office@intranet)", "[6万余户](obs:panjin-households)",
            "[张艳](src:roundtable-2025#P1.S2)", "[四结](term:sijie)", "[四结][x]\n\n[x]: term:sijie",
        ])
    func sound(body: String) async {
        #expect(await build(body).problems == [])
    }

    @Test(
        "a dead link is shown at its address, with the nearest file",
        arguments: [
            (
                "[电梯](../../topics/lift.md)", 6, "dead-link there is no file ‘content/topics/lift.md’",
                "did you mean ‘content/topics/lifts.md’?"
            ),
            (
                "![图](maps.png)", 6, "dead-link there is no file ‘content/practices/panjin/maps.png’",
                "did you mean ‘content/practices/panjin/map.png’?"
            ),
            (
                "[页](nowhere/at/all/in/this/library.md)", 5,
                "dead-link there is no file ‘content/practices/panjin/nowhere/at/all/in/this/library.md’", nil
            ),
            ("[夹](../../topics/)", 5, "dead-link there is no file ‘content/topics’", nil),
            ("[上](#怎么做)", 5, "dead-link no heading has the anchor ‘#怎么做’", nil),
            ("[上](#怎么做-hw)", 5, "dead-link no heading has the anchor ‘#怎么做-hw’", "did you mean ‘#怎么做-how’?"),
            (
                "[谁](../../topics/stairs.md#谁来管-2)", 5, "dead-link no heading has the anchor ‘#谁来管-2’",
                "did you mean ‘#谁来管-1’?"
            ),
            (
                "[户](obs:panjin-household)", 5, "unknown-reference unknown observation ‘panjin-household’",
                "did you mean ‘panjin-households’?"
            ),
            (
                "[张](src:roundtable-2025#P9)", 5, "unknown-locator ‘roundtable-2025’ has no paragraph P9",
                "its last paragraph is P2"
            ),
            (
                "[张](src:P1)", 5, "unknown-locator ‘P1’ is not a locator",
                "write source#P25.S2: source, paragraph, sentence"
            ),
            ("[结](term:sijei)", 5, "unknown-term the glossary has no term ‘sijei’", "did you mean ‘sijie’?"),
        ] as [(String, Int, String, String?)])
    func dead(body: String, column: Int, problem: String, hint: String?) async {
        let outcome = await build(body)
        #expect(outcome.problems == ["content/practices/panjin/three-grids.md:11:\(column) \(problem)"])
        #expect(outcome.diagnostics.map(\.hint?.description) == [hint])
    }

    @Test("the text of a figure is the figure as its row prints it")
    func figures() async {
        let outcome = await build("覆盖[6万户](obs:panjin-households)，[ ６万余户 ](obs:panjin-households)。")
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:11:9 figure-mismatch "
                    + "the text says ‘6万户’ but the row says ‘6万余户’"
            ])
        #expect(
            outcome.diagnostics.map(\.hint?.description) == [
                "compare with the source, and correct whichever is wrong: write [6万余户](obs:panjin-households), or change the row"
            ])
        #expect(outcome.notes == ["content/metrics/2025.csv:2:37 the row is here"])
    }

    @Test("links in every kind of text are checked")
    func everyText() async {
        let link = "见[此](x.md)"
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            File("content/index.md", "---\ntitle: 首页\n---\n\(link)\n")
            File("content/places/panjin.md", "---\ntitle: 盘锦\nlevel: city\n---\n\(link)\n")
            File("content/mechanisms/grid.md", "---\ntitle: 网格\nkind: grid\n---\n\(link)\n")
            File("content/pages/about.md", "---\ntitle: 关于\n---\n\(link)\n")
            Fixtures.threeGrids("logic: \(link)\nsteps:\n  - \(link)\n", body: link)
            File(
                "content/cases/panjin/old-lift.md",
                """
                ---
                title: 老楼电梯
                practice: panjin/three-grids
                problem: \(link)
                response: \(link)
                result: \(link)
                lessons: \(link)
                went-wrong: \(link)
                ---
                \(link)
                """)
            File(
                "content/adoptions/wuhan.md",
                """
                ---
                practice: panjin/three-grids
                adopter: 武汉
                date: 2026-01-01
                from: roundtable-2025#P1
                kept: \(link)
                changed: \(link)
                why: \(link)
                result: \(link)
                ---
                \(link)
                """)
        }.build()
        let places = [
            "content/adoptions/wuhan.md": [6, 7, 8, 9, 11], "content/cases/panjin/old-lift.md": [4, 5, 6, 7, 8, 10],
            "content/index.md": [4], "content/mechanisms/grid.md": [5], "content/pages/about.md": [4],
            "content/places/panjin.md": [5], "content/practices/panjin/three-grids.md": [8, 10, 12],
        ]
        let expected = places.keys.sorted().flatMap { path in places[path, default: []].map { "\(path):\($0)" } }
        #expect(outcome.problems.map { $0.split(separator: ":").prefix(2).joined(separator: ":") } == expected)
        #expect(outcome.diagnostics.allSatisfy { $0.code == .deadLink })
    }
}

@Suite("A translation is a way to its record")
struct TranslatedLinkTests {
    private func build(_ body: String, english: String = "") async -> Outcome {
        await Folder {
            Fixtures.inTwoLanguages
            File("content/topics/lifts.md", "---\ntitle: 电梯\nkind: problem\n---\n## 怎么办\n\n\(body)\n")
            File("content/topics/lifts.en.md", "---\ntitle: Lifts\n---\n## What to do\n\n\(english)\n")
            File("content/topics/stairs.md", "---\ntitle: 楼道\nkind: problem\n---\n## 谁来管\n")
            File("content/topics/stairs.en.md", "---\ntitle: Stairs\n---\n## Who cares\n")
        }.build()
    }

    @Test("links to originals and to translations both lead to the record")
    func bothLead() async {
        let outcome = await build(
            "见[楼道](stairs.md)。", english: "See [stairs](stairs.en.md), [too](stairs.md), [above](#what-to-do).")
        #expect(outcome.problems == [])
        let library = outcome.library
        let stairs = LinkTarget.record(RecordID(.topic, 1), fragment: nil)
        #expect(library.target(of: "stairs.md", in: "content/topics/lifts.md") == stairs)
        #expect(library.target(of: "stairs.en.md", in: "content/topics/lifts.en.md") == stairs)
        #expect(
            library.target(of: "../topics/stairs.md#x", in: "content/pages/about.md")
                == .record(RecordID(.topic, 1), fragment: "x"))
        #expect(library.target(of: "stairs.fr.md", in: "content/topics/lifts.md") == .nowhere)
        #expect(library.target(of: "#x", in: "content/topics/lifts.md") == .external)
        #expect(library.target(of: "https://example.org", in: "content/topics/lifts.md") == .external)
    }

    @Test("a link in a translation is checked in its own file, against its own headings")
    func ownHeadings() async {
        let outcome = await build("见[上](#怎么办)。", english: "See [above](#怎么办) and [x](x.md).")
        #expect(
            outcome.problems == [
                "content/topics/lifts.en.md:6:13 dead-link no heading has the anchor ‘#怎么办’",
                "content/topics/lifts.en.md:6:27 dead-link there is no file ‘content/topics/x.md’",
            ])
    }

    @Test("a part of another record is looked for in the language of the text that links to it")
    func partsOfOtherRecords() async {
        let sound = await build(
            "见[楼道](stairs.md#谁来管)。", english: "See [a](stairs.md#who-cares), [b](stairs.en.md#who-cares).")
        #expect(sound.problems == [])
        let crossed = await build("见[楼道](stairs.md#who-cares)。", english: "See [a](stairs.md#谁来管).")
        #expect(
            crossed.problems == [
                "content/topics/lifts.en.md:6:9 dead-link no heading has the anchor ‘#谁来管’",
                "content/topics/lifts.md:7:7 dead-link no heading has the anchor ‘#who-cares’",
            ])
    }

    @Test(
        "a picture is a file of the library",
        arguments: [
            (
                "![图](https://example.org/a.png)",
                "external-image ‘https://example.org/a.png’ is not a picture of this library"
            ),
            ("![图](../topics/lifts.md)", "external-image ‘../topics/lifts.md’ is not a picture of this library"),
            ("![图](gone.png)", "dead-link there is no file ‘content/topics/gone.png’"),
            ("[链](OBS:x)", "dead-link ‘OBS:x’ is not an address that a page can lead to"),
            ("[链](//example.org)", "dead-link ‘//example.org’ is not an address that a page can lead to"),
            ("[链](src：x#p1)", "dead-link ‘src：x#p1’ is not an address that a page can lead to"),
            ("[链](＃难点)", "dead-link ‘＃难点’ is not an address that a page can lead to"),
            ("[](obs:)", "unknown-reference ‘obs:’ names nothing"),
        ])
    func pictures(body: String, problem: String) async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/topics/lifts.md", "---\ntitle: 加装电梯\nkind: problem\n---\n\(body)\n")
        }.build()
        #expect(outcome.problems.map { String($0.split(separator: " ", maxSplits: 1)[1]) } == [problem])
    }
}
