import Diagnostics
import Testing

@testable import Content

@Suite("What is still to be filled in is told, and never shown to readers")
struct PlaceholderTests {
    private static let path = "content/practices/panjin/three-grids.md"

    private func library(_ status: String) -> Folder {
        Folder {
            Fixtures.panjin
            File(
                Self.path,
                """
                ---
                title: 三格
                place: 【待填】地方
                problem: {text: 【待填】要解决什么问题}
                mechanisms: 【待填】机制的标识
                modality: 【to fill in】reported or proposed
                reviewed: 【待填】日期
                status: \(status)
                ---
                """)
            File(
                "content/cases/panjin/old-lift.md",
                "---\ntitle: 老楼电梯\npractice: panjin/three-grids\nproblem: 二楼反对\nstatus: draft\n---\n")
        }
    }

    @Test("in a published record each placeholder is an error of its own, and no other problem comes with it")
    func published() async {
        let outcome = await library("published").build()
        #expect(
            outcome.problems == [
                "\(Self.path):3:8 placeholder still to be filled in",
                "\(Self.path):4:17 placeholder still to be filled in",
                "\(Self.path):5:13 placeholder still to be filled in",
                "\(Self.path):6:11 placeholder still to be filled in",
                "\(Self.path):7:11 placeholder still to be filled in",
            ])
        #expect(outcome.diagnostics.allSatisfy { $0.severity == .error })
        #expect(outcome.marked.first == "【待填】地方")
        #expect(
            outcome.diagnostics.map { $0.hint?.description } == [
                "write an id: the name of a file in content/places/, without .md", "put your own words in its place",
                "write an id: the name of a file in content/mechanisms/, without .md",
                "put your own words in its place",
                "put your own words in its place",
            ])
    }

    @Test("a draft that is left out may wait; with drafts its placeholders are warnings")
    func drafts() async {
        #expect(await library("draft").build().problems == [])
        let outcome = await library("draft").build(includesDrafts: true)
        #expect(
            outcome.diagnostics.map(\.code) == [.placeholder, .placeholder, .placeholder, .placeholder, .placeholder])
        #expect(outcome.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(outcome.library.relations.placeOfPractice == [0], "the place is the folder until it is filled in")
    }

    @Test("metrics have no drafts, so their placeholders are errors; a text that has the mark further on has none")
    func metrics() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/metrics/metrics.yaml", "visits:\n  name: 【待填】指标\n  definition: 不要写【待填】\n  kind: count\n")
        }.build()
        #expect(outcome.problems == ["content/metrics/metrics.yaml:2:9 placeholder still to be filled in"])
    }
}
