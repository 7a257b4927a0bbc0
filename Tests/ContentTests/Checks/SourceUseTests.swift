import Markdown
import Testing

@testable import Content

@Suite("Whatever cites a paragraph is told where its source is shown")
struct SourceUseTests {
    private func uses(_ fields: String = "", _ files: File...) async -> [String] {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.threeGrids(fields)
            files
        }.build()
        #expect(outcome.problems == [])
        return outcome.library.sourceUses[0].map { use in
            let taken =
                switch use.taken {
                case .statement(let statement): "statement \(statement.text.exact(0)?.plainText ?? "")"
                case .entry(let field, let texts, let words):
                    "\(field) " + (texts.map { $0[0] } + words).joined(separator: " ")
                case .field(let field): field
                case .checkpoint(let index): "checkpoint \(index)"
                default: "\(use.taken)"
                }
            return "\(use.locator.place) \(use.record.map { "\($0.kind)" } ?? "–") \(taken)"
        }
    }

    @Test("people, levels, communities, assets and whoever confirms the results")
    func practice() async {
        let uses = await uses(
            """
            levels: {is: street, from: roundtable-2025#P1.S1}
            communities: [old, {is: village, from: roundtable-2025#P1.S1}]
            assets: {is: grid, from: roundtable-2025#P1.S1}
            who: {name: 居委会, role: 登记, level: community, from: roundtable-2025#P1.S1}
            cost: {text: 不花钱, from: roundtable-2025#P1.S1}
            verified-by: roundtable-2025#P2

            """)
        #expect(
            uses == [
                "P1.S1 practice levels level-street", "P1.S1 practice communities community-village",
                "P1.S1 practice assets asset-grid", "P1.S1 practice who 居委会 登记 level-community",
                "P1.S1 practice statement 不花钱", "P2 practice verified-by",
            ])
    }

    @Test("adoptions with their statements and texts, and checkpoints")
    func others() async {
        let uses = await uses(
            "",
            File(
                "content/adoptions/wuhan.md",
                """
                ---
                practice: panjin/three-grids
                adopter: 武汉
                kept: {text: 三格, from: roundtable-2025#P1.S2}
                from: roundtable-2025#P1.S1
                ---
                见[P2](src:roundtable-2025#P2)。
                """),
            File("content/plans/tasks.csv", "id,place,year,title\nlifts,panjin,2025,装电梯\n"),
            File(
                "content/plans/checkpoints.csv",
                "task,date,status,source,locator\nlifts,2025-06-30,lagging,roundtable-2025,P2.S1\n"))
        #expect(
            uses == [
                "P1.S1 adoption record", "P1.S2 adoption statement 三格", "P2 adoption passage",
                "P2.S1 – checkpoint 0",
            ])
    }

    @Test("there is a word for each kind of use that is no statement")
    func kinds() {
        #expect(
            SourceUse.kinds == [
                "statement", "inference", "passage", "figure", "term", "task", "checkpoint", "adoption", "places",
                "levels", "communities", "assets", "who", "verified-by", "absent", "sections", "speakers",
            ])
    }
}
