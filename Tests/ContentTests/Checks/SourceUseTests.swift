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
                case .entry(let field, let texts, let words, let isInferred):
                    "\(field) "
                        + (texts.map { $0[0] } + words + (isInferred ? ["inferred"] : [])).joined(separator: " ")
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
            assets: {is: grid, from: roundtable-2025#P1.S1, inferred: true, reason: 说到网格员}
            who: {name: 居委会, role: 登记, level: community, from: roundtable-2025#P1.S1}
            cost: {text: 不花钱, from: roundtable-2025#P1.S1}
            verified-by: roundtable-2025#P2

            """)
        #expect(
            uses == [
                "P1.S1 practice levels level-street", "P1.S1 practice communities community-village",
                "P1.S1 practice assets asset-grid inferred", "P1.S1 practice who 居委会 登记 level-community",
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

    @Test("a remark that cites no paragraph of its source with a speaker is nobody’s")
    func remarksOfNobody() async throws {
        func notice(_ remarks: String...) -> File {
            File(
                "seeds/notice/source.yaml",
                """
                title: 通知
                outlet: 简报
                date: 2025-08-28
                language: zh-Hans
                rights: reference
                sha256: 6d1f
                sections: [{id: s1, title: 全文}]
                speakers: [{id: zhang-yan, name: 张艳, role: 主任}]
                remarks:
                  - {is: proposed, text: 应当检修, from: [notice#P2, notice#P1.S1]}
                \(remarks.map { "  - {is: proposed, text: 应当检修, from: \($0)}\n" }.joined())\
                paragraphs:
                  - {n: 1, section: s1, kind: speech, speaker: zhang-yan, sentences: 1, fingerprint: 00ff}
                  - {n: 2, section: s1, kind: text, sentences: 1, fingerprint: 00fe}

                """)
        }
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            notice("notice#P2", "roundtable-2025#P1", "notice#P9")
        }.build()
        let path = "seeds/notice/source.yaml"
        #expect(
            outcome.problems == [
                "\(path):11:38 remark-of-nobody nobody speaks in what this remark cites",
                "\(path):12:38 remark-of-nobody nobody speaks in what this remark cites",
                "\(path):13:38 unknown-locator ‘notice’ has no paragraph P9",
            ])
    }

    @Test("there is a word for each kind of use that is no statement")
    func kinds() {
        #expect(
            SourceUse.kinds == [
                "statement", "passage", "figure", "term", "task", "checkpoint", "adoption", "places",
                "levels", "communities", "assets", "who", "verified-by", "absent", "sections", "speakers",
            ])
    }
}
