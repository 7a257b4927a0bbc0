import Diagnostics
import Testing

@testable import Content

@Suite("References are known from both ends")
struct RelationsTests {
    private let folder = Folder {
        Fixtures.panjin
        Fixtures.roundtable
        Fixtures.households
        Fixtures.observations(
            "panjin-households,households,panjin,6万余户,result", "wuhan-households,households,wuhan,十户,baseline")
        File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\ncode: 420100\n---\n")
        File("content/mechanisms/list.md", "---\ntitle: 清单\nkind: list\n---\n")
        File("content/topics/residents.md", "---\ntitle: 居民\nkind: target-group\n---\n")
        Fixtures.threeGrids("outcomes: [panjin-households]\n")
        File(
            "content/practices/wuhan/red-house.md",
            """
            ---
            title: 红色物业
            place: wuhan
            problem: 无人管
            mechanisms: [list, grid]
            modality: proposed
            topics: [residents, lifts]
            ---

            """)
    }

    @Test("no two places have one code, none has one of five digits, and none lies in itself")
    func places() async {
        func place(_ id: String, _ rest: String) -> File {
            File("content/places/\(id).md", "---\ntitle: \(id)\nlevel: district\n\(rest)\n---\n")
        }
        let outcome = await Folder {
            place("a", "code: 331003\nparent: b")
            place("b", "code: 331003\nparent: c")
            place("c", "code: 33100\nparent: a")
            place("d", "parent: d")
            place("e", "parent: a\ncode: 331003001")
            place("f", "parent: 浙江省台州市")
        }.build()
        #expect(
            Set(outcome.problems) == [
                "content/places/c.md:4:7 invalid-value ‘33100’ is not a code of six digits, such as 110112, of nine for a street or twelve for a community",
                "content/places/b.md:4:7 contradiction ‘331003’ is the code of ‘a’, too",
                "content/places/a.md:2:8 contradiction ‘a’ lies in itself: the units above it are b, c, a",
                "content/places/b.md:2:8 contradiction ‘b’ lies in itself: the units above it are c, a, b",
                "content/places/c.md:2:8 contradiction ‘c’ lies in itself: the units above it are a, b, c",
                "content/places/d.md:2:8 contradiction ‘d’ lies in itself: the units above it are d",
            ])
    }

    @Test("lists stand in their order of display")
    func order() async {
        let library = await folder.build().library
        #expect(library.places.map(\.header.id) == ["wuhan", "panjin"], "by division code, those without last")
        #expect(library.mechanisms.map(\.header.id) == ["grid", "list"])
        #expect(library.topics.map(\.header.id) == ["lifts", "residents"], "problems before groups")
        #expect(library.practices.map(\.header.id) == ["wuhan/red-house", "panjin/three-grids"])
    }

    @Test("a practice knows its place, mechanisms, topics, cases and outcomes; each of them knows the practice")
    func bothWays() async {
        let outcome = await folder.build()
        #expect(outcome.problems == [])
        let relations = outcome.library.relations
        #expect(relations.placeOfPractice == [0, 1])
        #expect(relations.practicesOfPlace == [[0], [1]])
        #expect(relations.mechanismsOfPractice == [[1, 0], [0]], "in the order in which they are written")
        #expect(relations.practicesOfMechanism == [[0, 1], [0]])
        #expect(relations.topicsOfPractice == [[1, 0], [0]])
        #expect(relations.practicesOfTopic == [[0, 1], [0]])
        #expect(relations.practicesOfCase == [[1]])
        #expect(relations.casesOfPractice == [[], [0]])
        #expect(relations.placeOfCase == [1])
        #expect(relations.casesOfPlace == [[], [0]])
        #expect(relations.topicsOfCase == [[0]])
        #expect(relations.casesOfTopic == [[0], []])
        #expect(relations.outcomesOfPractice == [[], [0]])
        #expect(relations.outcomesOfCase == [[]])
        #expect(relations.metricOfObservation == [0, 0])
        #expect(relations.placeOfObservation == [1, 0])
        #expect(relations.observationsOfPlace == [[1], [0]])
    }

    @Test("every id and every file is found")
    func index() async {
        let index = await folder.build().library.index
        #expect(index.places == ["wuhan": 0, "panjin": 1])
        #expect(index.practices == ["wuhan/red-house": 0, "panjin/three-grids": 1])
        #expect(index.cases == ["panjin/old-lift": 0])
        #expect(index.metrics == ["households": 0])
        #expect(
            ["panjin-households", "wuhan-households", "panjin"].map { index.observations[$0] } == [0, 1, nil])
        #expect(index.sources == ["roundtable-2025": 0])
        #expect(
            index.records == [
                "content/places/wuhan.md": RecordID(.place, 0), "content/places/panjin.md": RecordID(.place, 1),
                "content/mechanisms/grid.md": RecordID(.mechanism, 0),
                "content/mechanisms/list.md": RecordID(.mechanism, 1), "content/topics/lifts.md": RecordID(.topic, 0),
                "content/topics/residents.md": RecordID(.topic, 1),
                "content/practices/wuhan/red-house.md": RecordID(.practice, 0),
                "content/practices/panjin/three-grids.md": RecordID(.practice, 1),
                "content/cases/panjin/old-lift.md": RecordID(.case, 0),
            ])
    }
}
