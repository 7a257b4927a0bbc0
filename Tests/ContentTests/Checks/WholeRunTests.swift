import Diagnostics
import Testing
import Text

@testable import Content

@Suite("One run tells everything, and tells it the same however many threads there are")
struct WholeRunTests {
    private let broken = Folder {
        File("exemplar.yaml", "title: 库\nlanguages: [zh-Hans]\ntheme: dark\n")
        Fixtures.panjin
        Fixtures.roundtable
        Fixtures.households
        File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: town\ncolour: red\n---\n[x](x.md)\n")
        File("content/mechanisms/list.md", "no fields\n")
        File(
            "content/topics/lifts.md", "---\ntitle: 电梯\nkind: [problem]\nreviewed: 2025-02-30\n---\n# 大标题\n\n[a][^1]\n")
        Fixtures.threeGrids("staff: {from: nowhere#P1}\noutcomes: [x]\n", body: "[6](obs:panjin-households)\n")
        Fixtures.observations("panjin-households,households,panjin,6万余户,result", "x2,y,z,,r", "short")
        File("content/plans/tasks.csv", "id,place,title\n\"a\n")
        File("seeds/b/source.yaml", "title: 二\nrights: all\n")
    }

    private static let expected = [
        "content/mechanisms/list.md:1:1 missing-front-matter the record does not begin with front matter",
        "content/metrics/2025.csv:3:1 missing-field the row has neither ‘printed’ nor ‘value’",
        "content/metrics/2025.csv:3:4 unknown-reference unknown metric ‘y’",
        "content/metrics/2025.csv:3:6 unknown-reference unknown place ‘z’",
        "content/metrics/2025.csv:3:9 invalid-value ‘r’ is not a value of ‘role’",
        "content/metrics/2025.csv:4:1 field-count the row has 1 fields, the header has 5",
        "content/places/wuhan.md:3:8 invalid-value ‘town’ is not a value of ‘level’",
        "content/places/wuhan.md:4:1 unknown-key unknown key ‘colour’",
        "content/places/wuhan.md:6:5 dead-link there is no file ‘content/places/x.md’",
        "content/plans/tasks.csv:1:1 missing-column the column ‘year’ is missing",
        "content/plans/tasks.csv:2:1 invalid-csv a quoted field that is never closed",
        "content/plans/tasks.csv:2:2 field-count the row has 1 fields, the header has 3",
        "content/practices/panjin/three-grids.md:8:8 missing-field the field ‘text’ is missing",
        "content/practices/panjin/three-grids.md:9:12 unknown-reference unknown observation ‘x’",
        "content/practices/panjin/three-grids.md:11:5 figure-mismatch the text says ‘6’ but the row says ‘6万余户’",
        "content/topics/lifts.md:3:7 wrong-type expected a text here",
        "content/topics/lifts.md:4:11 invalid-date ‘2025-02-30’ is not a day of the calendar",
        "content/topics/lifts.md:6:1 top-heading",
        "content/topics/lifts.md:8:4 undefined-footnote",
        "exemplar.yaml:3:1 unknown-key unknown key ‘theme’",
        "seeds/b/source.yaml:1:1 missing-field the field ‘date’ is missing",
        "seeds/b/source.yaml:1:1 missing-field the field ‘language’ is missing",
        "seeds/b/source.yaml:1:1 missing-field the field ‘outlet’ is missing",
        "seeds/b/source.yaml:1:1 missing-field the field ‘sha256’ is missing",
        "seeds/b/source.yaml:2:9 invalid-value ‘all’ is not a value of ‘rights’",
    ]

    @Test("all problems of all files")
    func everything() async {
        let problems = await broken.build().problems.map { problem in
            // The texts of Markdown's own problems are tested with Markdown.
            problem.contains(" top-heading ") || problem.contains(" undefined-footnote ")
                ? problem.split(separator: " ").prefix(2).joined(separator: " ") : problem
        }
        #expect(problems == Self.expected)
    }

    @Test("one thread or four", arguments: [2, 4, 16])
    func threads(jobs: Int) async {
        let many = Folder {
            broken.files
            (0..<300).map {
                File(
                    "content/topics/t\($0).md",
                    "---\ntitle: 题\($0)\nkind: \($0 % 7 == 0 ? "x" : "problem")\n---\n\($0)\n")
            }
        }
        let one = await many.build(jobs: 1)
        let several = await many.build(jobs: jobs)
        #expect(one.diagnostics == several.diagnostics)
        #expect(one.library.topics == several.library.topics)
        #expect(one.library.practices == several.library.practices)
        #expect(one.library.index.records == several.library.index.records)
        #expect(one.library.relations.practicesOfTopic == several.library.relations.practicesOfTopic)
        #expect(one.library.topics.count == 301)
    }

    @Test("a sound library has no problems, and an empty one only lacks its settings")
    func nothing() async {
        #expect(await Folder { Fixtures.panjin }.build().problems == [])
        var diagnostics: [Diagnostic] = []
        let raw = await read(SourceTree(files: []), includesDrafts: false, jobs: 1, diagnostics: &diagnostics)
        let library = await check(raw, diagnostics: &diagnostics)
        #expect(library.practices == [] && library.languages == ["en"])
    }
}
