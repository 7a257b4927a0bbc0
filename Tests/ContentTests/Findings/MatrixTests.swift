import Testing

@testable import Content

@Suite("The matrix tells what each place has of each mechanism")
struct MatrixTests {
    @Test("reported outweighs proposed; archived practices count for nothing; the rest is not mentioned")
    func cells() async {
        func practice(_ name: String, _ fields: String) -> File {
            File(
                "content/practices/panjin/\(name).md",
                "---\ntitle: \(name)\nplace: panjin\nproblem: 问题\n\(fields)\n---\n")
        }
        let library = await Folder {
            Fixtures.panjin
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\ncode: 420100\n---\n")
            File("content/mechanisms/list.md", "---\ntitle: 清单\nkind: list\n---\n")
            practice("asked", "mechanisms: [grid, list]\nmodality: proposed")
            practice("gone", "mechanisms: [list]\nmodality: reported\nstatus: archived")
        }.build().library
        #expect(library.mechanisms.map(\.header.id) == ["grid", "list"])
        #expect(library.places.map(\.header.id) == ["wuhan", "panjin"])
        #expect(library.practices.map(\.header.id) == ["panjin/gone", "panjin/three-grids", "panjin/asked"])
        let nothing = MatrixCell(state: .none, practices: [])
        #expect(
            library.matrix == [
                [nothing, MatrixCell(state: .reported, practices: [1, 2])],
                [nothing, MatrixCell(state: .proposed, practices: [2])],
            ])
    }
}
