import Markdown
import Testing

@testable import Content

@Suite("A practice says where it is run, for whom, and what it relies on")
struct FitTests {
    private func outcome(_ fields: String) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.threeGrids(fields)
        }.build()
    }

    @Test("each word carries who says so; a bare word is the editor's")
    func words() async {
        let outcome = await outcome(
            """
            levels: [{is: city, from: roundtable-2025#P1.S1}]
            communities: old
            assets: [{is: hotline, from: [roundtable-2025#P1.S1, roundtable-2025#P1.S2]}, funds]

            """)
        #expect(outcome.problems == [])
        let practice = outcome.library.practices[0]
        #expect(practice.levels.map(\.word) == [.city])
        #expect(practice.communities.map(\.word) == [.old])
        #expect(practice.communities.map(\.state) == [.added])
        #expect(practice.assets.map(\.word) == [.hotline, .funds])
        #expect(
            practice.assets.map { $0.locators.map(\.id) } == [["roundtable-2025#P1.S1", "roundtable-2025#P1.S2"], []])
    }

    @Test("a word that is not in the list, appears twice, or cites nothing is told")
    func problems() async {
        let outcome = await outcome(
            "assets: [hotlin, {is: grid}, grid, {is: funds, from: roundtable-2025#P9}]\nlevels: [{from: roundtable-2025#P1}]\n"
        )
        #expect(
            outcome.advice == [
                "‘hotlin’ is not a value of ‘assets’ → did you mean ‘hotline’?",
                "‘grid’ appears twice in ‘assets’ → remove one of them; two locators go into one ‘from’",
                "‘roundtable-2025’ has no paragraph P9 → its last paragraph is P2",
                "the field ‘is’ is missing → add a line ‘is: …’",
            ])
    }
}

@Suite("A topic knows who only names it")
struct MentionTests {
    private func outcome(_ topic: String) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\n---\n")
            File("content/topics/lifts.md", "---\ntitle: 加装电梯\nkind: problem\n\(topic)---\n")
        }.build()
    }

    @Test("a place, what it says and where")
    func mention() async {
        let outcome = await outcome(
            "named-by:\n  - {place: wuhan, text: 列为急难愁盼, from: roundtable-2025#P2.S1}\n")
        #expect(outcome.problems == [])
        let mention = outcome.library.topics[0].mentions[0]
        #expect(mention.place.id == "wuhan")
        #expect(mention.statement.text.exact(0)?.plainText == "列为急难愁盼")
        #expect(outcome.library.sourceUses[0].map(\.locator.place) == ["P2.S1"])
    }

    @Test("without a source it is hearsay, and beside a reported practice it is wrong")
    func problems() async {
        let outcome = await outcome(
            "named-by:\n  - {place: wuhan, text: 列为急难愁盼}\n  - {place: panjin, text: 提到, from: roundtable-2025#P1}\n")
        #expect(
            outcome.problems == [
                "content/topics/lifts.md:5:5 missing-field the field ‘from’ is missing",
                "content/topics/lifts.md:6:13 contradiction ‘panjin’ is said to name this only, but has ‘panjin/three-grids’ for it",
            ])
    }
}

@Suite("Who took a practice over")
struct AdoptionTests {
    @Test("the adopter may be a place of the library; what is not dated comes last")
    func order() async {
        func adoption(_ name: String, _ fields: String) -> File {
            File(
                "content/adoptions/\(name).md",
                "---\npractice: panjin/three-grids\nfrom: roundtable-2025#P1\n\(fields)\n---\n")
        }
        let library = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\ncode: 420100\n---\n")
            adoption("a", "adopter: 某县")
            adoption("b", "adopter: wuhan\ndate: 2025-03-01\nresult: 办得快了")
            adoption("c", "adopter: 某区\ndate: 2024-05-01")
        }.build().library
        #expect(library.adoptions.map(\.id) == ["c", "b", "a"])
        #expect(library.relations.placeOfAdoption == [-1, 0, -1])
        #expect(library.relations.adoptionsOfPlace == [[1], []])
        #expect(library.relations.adoptionsOfPractice == [[0, 1, 2]])
        #expect(library.evidence(ofPractice: 0) == .adopted)
    }
}
