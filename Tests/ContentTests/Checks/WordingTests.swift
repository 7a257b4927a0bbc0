import Diagnostics
import Testing
import Text

@testable import Content

@Suite("Words that the house does not write")
struct WordingTests {
    private static let words = File(
        "content/wording.csv",
        """
        wrong,right,why,severity,scope,fix,except
        帐户,账户,《异形词表》,,,true,蚊帐户外
        农业部,农业农村部,,,,,农业部门
        advisor,adviser,,,,true,
        Wechat,WeChat,,error,all,true,

        """)

    private static func told(_ text: String, _ others: File...) async -> [String] {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/pages/p.md", "---\ntitle: 页\n---\n" + text + "\n")
            others
        }.build()
        return outcome.diagnostics.filter { $0.span.path == "content/pages/p.md" }.map { problem in
            let bytes = Array(("---\ntitle: 页\n---\n" + text).utf8)[problem.span.range]
            return "\(String(decoding: bytes, as: UTF8.self)) → \(problem.fix ?? "-") (\(problem.severity.rawValue))"
        }
    }

    @Test("a word is told where it stands, and not within a longer word that is right")
    func own() async {
        #expect(
            await Self.told("银行帐户和蚊帐户外用品，农业部和农业部门，账户。", Self.words)
                == ["帐户 → 账户 (warning)", "农业部 → - (warning)"])
        #expect(
            await Self.told("Advisor of advisory boards; an advisor-led team; wechat, WeChat.", Self.words)
                == ["Advisor → Adviser (warning)", "wechat → WeChat (error)"])
    }

    @Test("quotations are told of only if the row asks for it, and never corrected")
    func quoted() async {
        #expect(
            await Self.told(
                """
                他说：“帐户在wechat里。”《帐户管理办法》「帐户」。帐户。

                > 帐户
                """, Self.words) == ["wechat → - (error)", "帐户 → 账户 (warning)"])
        #expect(await Self.told("“没有关上的引号，帐户", Self.words).contains("帐户 → 账户 (warning)"))
    }

    @Test("code, addresses and the figures that lead to their row stay as they are")
    func held() async {
        #expect(
            await Self.told(
                """
                `帐户`，[网](https://a.cn/帐户)，<https://b.cn/advisor x>，[6万余帐户](obs:panjin-households)。

                ```
                帐户
                ```
                """, Self.words, Fixtures.households[0],
                Fixtures.observations("panjin-households,households,panjin,6万余帐户,result")
            ).filter { $0.contains("帐户 ") || $0.contains("advisor") }.isEmpty)
    }

    @Test("fields, cells and translations are looked at; what a source or a correction quotes is not")
    func everyField() async {
        let outcome = await Folder {
            Fixtures.inTwoLanguages
            Fixtures.panjin
            Self.words
            Fixtures.threeGrids("summary: 开通帐户\nwho: [{name: 帐户专员}]\n")
            File("content/practices/panjin/three-grids.en.md", "---\ntitle: Grids\nsummary: An advisor opens it\n---\n")
            Fixtures.glossary
            File("content/glossary.yaml", "a:\n  term: 帐户管理\n  definition: 管\n")
            File(
                "content/corrections.csv",
                "date,object,old,new,reason\n2025-01-02,places/panjin,帐户甲,\"帐户\"\"乙\",查帐户\n")
            File(
                "seeds/roundtable-2025/source.yaml",
                String(decoding: Fixtures.roundtable.bytes, as: UTF8.self)
                    .replacing("座谈会", with: "帐户座谈会"))
        }.build()
        let told = outcome.diagnostics.filter { $0.code == .wrongWord }.map { "\($0.span.path) \($0.fix ?? "-")" }
        #expect(
            told == [
                "content/corrections.csv -", "content/corrections.csv 账户", "content/glossary.yaml 账户",
                "content/practices/panjin/three-grids.en.md adviser", "content/practices/panjin/three-grids.md 账户",
                "content/practices/panjin/three-grids.md 账户",
            ])
    }

    @Test("a title is compared with those of the person; what only leaves its beginning out is no mistake")
    func titles() async {
        let people = File(
            "content/people.csv",
            """
            name,title,from,until
            李永海,北京市通州区委社会工作部部长,2023-09,
            李永海,区委“两新”工委书记,2023-09,
            李永海,通州区民政局局长,2020,2023-08
            张岩,盘锦市民政局副局长,,

            """)
        let right = "据通州区委社会工作部部长李永海介绍，部长李永海、工委书记李永海到场。李永海（社会工作部部长）和时任民政局局长李永海。会议由副局长张岩主持。"
        #expect(await Self.told(right, people).isEmpty)
        #expect(
            await Self.told("区委社会工作部副部长李永海到场，区委书记李永海讲话。民政局局长李永海。局长张岩。李永海，民政局局长。", people)
                == [
                    "区委社会工作部副部长 → - (warning)", "区委书记 → - (warning)", "民政局局长 → - (warning)", "局长 → - (warning)",
                    "民政局局长 → - (warning)",
                ])
    }
    @Test("a former title is told, unless it says itself that it is one; a name of a place says nothing of the kind")
    func former() async {
        let people = File(
            "content/people.csv",
            "name,title,from,until\n王芳,太原市民政局局长,2020,2023\n王芳,山西省民政厅副厅长,2023,\n")
        #expect(
            await Self.told("太原市民政局局长王芳。民政局局长王芳。据太原市民政局局长王芳介绍。", people)
                == ["太原市民政局局长 → - (warning)", "民政局局长 → - (warning)", "据太原市民政局局长 → - (warning)"])
        #expect(await Self.told("目前任民政局局长王芳。目前民政局局长王芳。", people).count == 2)
        #expect(
            await Self.told(
                "原太原市民政局局长王芳，时任太原市民政局局长王芳，据原民政局局长王芳，前局长王芳，王芳（曾任太原市民政局局长）。", people
            ).isEmpty)
    }

    @Test("letters beyond ASCII are found as they are written, in any case of those of ASCII")
    func folding() async {
        let words = File("content/wording.csv", "wrong,right,why,severity,scope,fix,except\nÜber x,over x,,,,,\n")
        #expect(await Self.told("It is Über X now", words) == ["Über X → - (warning)"])
    }
}
