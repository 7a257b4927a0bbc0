import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A reference to nothing says what may have been meant")
struct UnknownReferenceTests {
    /// The problems and hints after replacing files of a library that has none.
    private func build(@FolderBuilder _ files: @escaping () -> [File]) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.households
            files()
        }.build()
    }

    @Test("the library of these tests is sound")
    func sound() async {
        #expect(await build { [] as [File] }.problems == [])
    }

    @Test("in a practice")
    func practice() async {
        let text =
            "title: 三格\nplace: panjn\nproblem: 无\nmechanisms: [gird, hotline]\nmodality: reported\n"
            + "topics: [lift]\noutcomes: [panjin-household]\n"
        let outcome = await build { File("content/practices/panjin/three-grids.md", "---\n\(text)---\n") }
        let path = "content/practices/panjin/three-grids.md"
        #expect(
            outcome.problems == [
                "\(path):3:8 unknown-reference unknown place ‘panjn’",
                "\(path):5:14 unknown-reference unknown mechanism ‘gird’",
                "\(path):5:20 unknown-reference unknown mechanism ‘hotline’",
                "\(path):7:10 unknown-reference unknown topic ‘lift’",
                "\(path):8:12 unknown-reference unknown observation ‘panjin-household’",
            ])
        #expect(
            outcome.diagnostics.map(\.hint?.description) == [
                "did you mean ‘panjin’?", "did you mean ‘grid’?", "make it first: exemplar new mechanism hotline",
                "did you mean ‘lifts’?",
                "did you mean ‘panjin-households’?",
            ])
        #expect(outcome.library.relations.placeOfPractice == [-1])
        #expect(outcome.library.relations.practicesOfPlace == [[]])
    }

    @Test("in a case, an adoption and a source")
    func others() async {
        let outcome = await build {
            File(
                "content/cases/panjn/lift.md",
                "---\ntitle: 电梯\npractice: [panjin/three-grid]\nproblem: 无\ntopics: lift\noutcomes: [x]\n---\n")
            File(
                "content/adoptions/wuhan.md",
                "---\npractice: panjin/grids\nadopter: 武汉\ndate: 2026-01-01\nfrom: roundtable#P1\n---\n")
            File(
                "seeds/b/source.yaml",
                """
                title: 二
                outlet: 报
                date: 2025-01-01
                language: zh-Hans
                rights: full
                sha256: 00
                sections: [{id: s1, title: 一}]
                speakers: [{id: li, name: 李, role: 书记, place: wuhan}]
                paragraphs: [{n: 1, section: s2, kind: speech, speaker: lee, sentences: 1, fingerprint: 00}]

                """)
        }
        #expect(
            outcome.problems == [
                "content/adoptions/wuhan.md:2:11 unknown-reference unknown practice ‘panjin/grids’",
                "content/adoptions/wuhan.md:5:7 unknown-reference unknown source ‘roundtable’",
                "content/cases/panjn/lift.md:1:1 unknown-reference unknown place ‘panjn’",
                "content/cases/panjn/lift.md:3:12 unknown-reference unknown practice ‘panjin/three-grid’",
                "content/cases/panjn/lift.md:5:9 unknown-reference unknown topic ‘lift’",
                "content/cases/panjn/lift.md:6:12 unknown-reference unknown observation ‘x’",
                "seeds/b/source.yaml:8:47 unknown-reference unknown place ‘wuhan’",
                "seeds/b/source.yaml:9:30 unknown-reference unknown section ‘s2’",
                "seeds/b/source.yaml:9:57 unknown-reference unknown speaker ‘lee’",
            ])
    }

    @Test("in tables, at the cell")
    func tables() async {
        let outcome = await build {
            Fixtures.observations(
                "panjin-households,household,wuhan,6万余户,result,roundtable-2025,P1.S9,",
                "b,households,panjin,5,result,roundtable-2025,P1.S1,li-ming",
                "c,households,panjin,5,result,roundtable-2025,P2,zhang",
                "d,households,panjin,5,result,,P2,", "e,households,panjin,5,result,roundtable,P2,",
                header: "id,metric,place,printed,role,source,locator,speaker")
            File(
                "content/plans/tasks.csv",
                "id,place,year,title,metric,source,locator\nlifts,panjni,2026,加装电梯,households,roundtable-2025,P7\n")
            File("content/plans/checkpoints.csv", "task,date,status\nlift,2026-06-30,lagging\n")
        }
        let csv = "content/metrics/2025.csv"
        #expect(
            outcome.problems == [
                "\(csv):2:19 unknown-reference unknown metric ‘household’",
                "\(csv):2:29 unknown-reference unknown place ‘wuhan’",
                "\(csv):2:63 unknown-locator P1 of ‘roundtable-2025’ has no sentence S9",
                "\(csv):3:52 unknown-locator P1 of ‘roundtable-2025’ is spoken by ‘zhang-yan’",
                "\(csv):4:49 unknown-reference unknown speaker ‘zhang’",
                "\(csv):5:31 unknown-locator a locator without a source",
                "\(csv):6:30 unknown-reference unknown source ‘roundtable’",
                "content/plans/checkpoints.csv:2:1 unknown-reference unknown task ‘lift’",
                "content/plans/tasks.csv:2:7 unknown-reference unknown place ‘panjni’",
                "content/plans/tasks.csv:2:51 unknown-locator ‘roundtable-2025’ has no paragraph P7",
            ])
    }

    @Test("the place of a practice is the folder it lies in")
    func placeMismatch() async {
        let outcome = await build {
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\n---\n")
            File(
                "content/practices/panjin/three-grids.md",
                "---\ntitle: 三格\nplace: wuhan\nproblem: 无\nmechanisms: grid\nmodality: reported\n---\n")
        }
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:3:8 place-mismatch "
                    + "the place is ‘wuhan’ but the file lies in ‘panjin’"
            ])
        #expect(outcome.diagnostics.map(\.hint?.description) == ["move the file, or write ‘place: panjin’"])
    }

    @Test("a broken record, entry or row does not make the references to it unknown")
    func brokenOnes() async {
        let outcome = await build {
            File("content/topics/lifts.md", "title: 加装电梯\n")
            File("content/mechanisms/grid.md", "---\ntitle: \"网格\n---\n")
            File("content/metrics/metrics.yaml", "households: {name: 覆盖户数, kind: count}\n")
            Fixtures.observations("panjin-households,households,panjin,,resultt")
            Fixtures.threeGrids(
                "outcomes: [panjin-households]\n", body: "[四结](term:sijie)，见[电梯](../../topics/lifts.md)\n")
            File("content/glossary.yaml", "sijie: {term: 四结}\n")
        }
        #expect(
            outcome.problems == [
                "content/glossary.yaml:1:1 missing-field the term ‘sijie’ has no definition",
                "content/mechanisms/grid.md:2:8 invalid-yaml found unexpected end of stream",
                "content/metrics/2025.csv:2:1 missing-field the row has neither ‘printed’ nor ‘value’",
                "content/metrics/2025.csv:2:38 invalid-value ‘resultt’ is not a value of ‘role’",
                "content/metrics/metrics.yaml:1:13 missing-field the field ‘definition’ is missing",
                "content/topics/lifts.md:1:1 missing-front-matter the record does not begin with front matter",
            ])
    }

    @Test("nor does a table or list that cannot be read at all")
    func unreadableFiles() async {
        let outcome = await build {
            File("content/metrics/metrics.yaml", "households: [\n")
            File("content/glossary.yaml", bytes: [0xC5, 0xCC])
            File("content/metrics/2025.csv", bytes: [0xC5, 0xCC])
            Fixtures.threeGrids(
                "outcomes: [panjin-households]\n", body: "[四结](term:sijie)[6万余户](obs:panjin-households)\n")
        }
        #expect(
            outcome.diagnostics.map(\.span.path) == [
                "content/glossary.yaml", "content/metrics/2025.csv", "content/metrics/metrics.yaml",
            ])
        #expect(outcome.diagnostics.map(\.code) == [.invalidEncoding, .invalidEncoding, .invalidYaml])
    }
}
