import Testing

@testable import Content

@Suite("What search finds of a record is what its fields say")
struct SearchTextTests {
    @Test("a step is found with everything that is said of it; words and places of sources are no text")
    func practice() async throws {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            Fixtures.roundtable
            Fixtures.threeGrids(
                """
                brand: 三格
                summary: 一格管到底
                outcomes: panjin-households
                levels: {is: street, from: roundtable-2025#P1}
                steps:
                  - {text: 每周碰头, by: 居委会, needs: 名单, gives: 清单, takes: 两天, from: roundtable-2025#P1.S1}
                who: {name: 居委会, role: 登记, level: community}
                risks: 没人来
                cost: 不花钱

                """, body: "## 起因\n诉求多[P2](src:roundtable-2025#P2)。\n")
        }.build()
        #expect(outcome.problems == [])
        let practice = try #require(outcome.library.practices.first)
        func section(_ anchor: String, _ heading: SearchText.Part, _ lines: [SearchText.Part]...) -> SearchText.Section
        {
            SearchText.Section(anchor: anchor, heading: heading, lines: lines)
        }
        #expect(
            practice.searchText(in: outcome.library, language: 0)
                == SearchText(
                    title: "三格合一", names: ["三格"], summary: [.text("一格管到底")],
                    sections: [
                        section("page.told-why", .interface("problem"), [.text("诉求无人管")]),
                        section("起因", .text("起因"), [.text("诉求多。")]),
                        section(
                            "page.told-steps", .interface("steps"),
                            [.text("每周碰头"), .text("名单"), .text("清单"), .text("两天")]),
                        section("page.told-who", .interface("actors"), [.name("居委会"), .text("登记")]),
                        section("page.told-results", .interface("figures"), [.figure(0)]),
                        section("page.s-items", .interface("items"), [.text("不花钱")], [.text("没人来")]),
                        section("page.s-ask", .interface("kit-questions")),
                    ]))
    }

    @Test("a term that is not explained says so between its definition and its note")
    func term() async throws {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/glossary.yaml", "sijie:\n  term: 四结\n  unexplained: true\n  note: 来源没有说\n")
        }.build()
        let term = try #require(outcome.library.glossary.first)
        #expect(
            term.searchText(in: outcome.library, language: 0)
                == SearchText(title: "四结", summary: [.interface("unexplained"), .text("来源没有说")]))
    }
}
