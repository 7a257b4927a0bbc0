import Diagnostics
import Testing

@testable import Content

@Suite("Drafts are left out, and nothing published may lead to one")
struct DraftTests {
    private let library = Folder {
        Fixtures.panjin
        File(
            "content/topics/lifts.md",
            "---\ntitle: 加装电梯\nkind: problem\nstatus: draft\n---\n见[三格](../practices/panjin/x.md)\n")
        Fixtures.threeGrids(body: "见[电梯](../../topics/lifts.md)。\n")
        File("content/pages/about.md", "---\ntitle: 关于\nstatus: archived\n---\n")
    }

    @Test("a draft is not in the library; each reference and link to it is reported")
    func leftOut() async {
        let outcome = await library.build()
        #expect(
            outcome.problems == [
                "content/cases/panjin/old-lift.md:5:10 draft-reference the topic ‘lifts’ is a draft",
                "content/practices/panjin/three-grids.md:7:10 draft-reference the topic ‘lifts’ is a draft",
                "content/practices/panjin/three-grids.md:9:7 draft-reference ‘content/topics/lifts.md’ is a draft",
            ])
        #expect(
            outcome.diagnostics.map(\.hint?.description) == [
                "write ‘status: published’ in content/topics/lifts.md, or remove the reference",
                "write ‘status: published’ in content/topics/lifts.md, or remove the reference",
                "write ‘status: published’ in it, or remove the link",
            ])
        #expect(outcome.library.topics.isEmpty)
        #expect(outcome.library.relations.topicsOfPractice == [[]])
        #expect(outcome.library.pages.map(\.header.status) == [.archived], "archived records keep their page")
    }

    @Test("with drafts, the draft is there and its own texts are checked")
    func included() async {
        let outcome = await library.build(includesDrafts: true)
        #expect(
            outcome.problems == [
                "content/topics/lifts.md:6:7 dead-link there is no file ‘content/practices/panjin/x.md’"
            ])
        #expect(outcome.library.topics.map(\.header.id) == ["lifts"])
        #expect(outcome.library.relations.topicsOfPractice == [[0]])
    }

    @Test("warnings about a draft wait until it is asked for")
    func warnings() async {
        let folder = Folder {
            Fixtures.panjin
            Fixtures.threeGrids("status: draft\n", body: "96次碰头。\n")
            File(
                "content/cases/panjin/old-lift.md",
                "---\ntitle: 电梯\npractice: panjin/three-grids\nproblem: 反对\nstatus: draft\n---\n")
        }
        #expect(await folder.build().problems == [])
        let problems = await folder.build(includesDrafts: true).problems
        #expect(
            problems == [
                "content/practices/panjin/three-grids.md:10:1 loose-figure the figure ‘96次’ leads to no row"
            ])
    }

    @Test("fields of a draft are checked even while it is left out")
    func checkedAnyway() async {
        let outcome = await Folder {
            File("content/topics/lifts.md", "---\ntitle: 电梯\nkind: problems\nstatus: draft\n---\n")
        }.build()
        #expect(outcome.problems == ["content/topics/lifts.md:3:7 invalid-value ‘problems’ is not a value of ‘kind’"])
    }

    @Test("a draft of every kind can be named by a published record")
    func everyKind() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/places/panjin.md", "---\ntitle: 盘锦\nlevel: city\nstatus: draft\n---\n")
            File("content/mechanisms/grid.md", "---\ntitle: 网格\nkind: grid\nstatus: draft\n---\n")
            Fixtures.threeGrids("status: draft\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/cases/panjin/old-lift.md:1:1 draft-reference the place ‘panjin’ is a draft",
                "content/cases/panjin/old-lift.md:3:11 draft-reference the practice ‘panjin/three-grids’ is a draft",
            ])
    }
}
