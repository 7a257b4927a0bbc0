import Testing

@testable import Content

@Suite("The matrix tells what each place has of each mechanism")
struct MatrixTests {
    /// A mechanism that one place proposes and one reports.
    private func hotline(reportedBy place: String) -> File {
        File(
            "content/mechanisms/hotline.md",
            """
            ---
            title: 热线
            kind: hotline
            places:
              - {place: panjin, is: proposed, from: roundtable-2025#P1}
              - {place: \(place), is: reported, from: roundtable-2025#P2}
            ---

            """)
    }

    @Test("a cell says what a sentence says; a practice alone makes it the editor’s; archived ones count for nothing")
    func cells() async {
        func practice(_ name: String, _ fields: String) -> File {
            File(
                "content/practices/panjin/\(name).md",
                "---\ntitle: \(name)\nplace: panjin\nproblem: 问题\n\(fields)\n---\n")
        }
        let library = await Folder {
            Fixtures.panjin
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\ncode: 420100\n---\n")
            Fixtures.roundtable
            File("content/mechanisms/list.md", "---\ntitle: 清单\nkind: list\n---\n")
            hotline(reportedBy: "wuhan")
            File(
                "content/mechanisms/role.md",
                """
                ---
                title: 总召集人
                kind: role
                places: {place: wuhan, is: proposed, from: roundtable-2025#P1, inferred: true, reason: 没有用这个名称}
                ---

                """)
            practice("asked", "mechanisms: [grid, list]\nmodality: proposed")
            practice("gone", "mechanisms: [list]\nmodality: reported\nstatus: archived")
        }.build().library
        #expect(library.mechanisms.map(\.header.id) == ["grid", "hotline", "list", "role"])
        #expect(library.places.map(\.header.id) == ["wuhan", "panjin"])
        #expect(library.practices.map(\.header.id) == ["panjin/gone", "panjin/three-grids", "panjin/asked"])
        let cells = library.matrix.map { $0.map { cell in (cell.state, cell.practices, cell.locators.map(\.id)) } }
        let expected: [[(MatrixState, [Int], [String])]] = [
            [(.none, [], []), (.inferred, [1, 2], [])],
            [(.reported, [], ["roundtable-2025#P2"]), (.proposed, [], ["roundtable-2025#P1"])],
            [(.none, [], []), (.inferred, [2], [])],
            [(.proposed, [], ["roundtable-2025#P1"]), (.none, [], [])],
        ]
        #expect("\(cells)" == "\(expected)")
    }

    @Test("a mechanism tells once what a place has of it")
    func repeated() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            hotline(reportedBy: "panjin")
        }.build()
        #expect(
            outcome.problems == ["content/mechanisms/hotline.md:6:5 duplicate-key ‘panjin’ appears twice in ‘places’"])
    }
}
