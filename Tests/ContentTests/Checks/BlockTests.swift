import Testing

@testable import Content

@Suite("Blocks of YAML in a text are read and resolved")
struct BlockTests {
    private func outcome(_ blocks: String...) async -> Outcome {
        await Folder {
            Fixtures.panjin
            Fixtures.households
            File("content/places/tongzhou.md", "---\ntitle: 通州\nlevel: district\n---\n")
            Fixtures.observations(
                "a,households,panjin,6万余户,result", "b,households,tongzhou,5万户,result")
            File("content/topics/lifts.md", "---\ntitle: 加装电梯\nkind: problem\n---\n" + blocks.joined(separator: "\n"))
        }.build()
    }

    @Test("a list alone is the figures or the steps of its block")
    func shorthand() async {
        let outcome = await outcome(
            "```figures\n- a\n- b\n```\n", "```compare\n[a, b]\n```\n", "```steps\n- 派单\n- {text: 办理, by: 街道}\n```\n",
            "```chart\nform: bar\nfigures: [a]\ntitle: 户数\n```\n", "```chart\nform: dot\nmetric: households\n```\n")
        #expect(
            outcome.problems == [
                "content/topics/lifts.md:26:1 incomparable-figures ‘a’ and ‘b’ cannot share a chart: their places are on different levels of administration"
            ])
        #expect(
            outcome.library.blocks.sorted { $0.key < $1.key }.map(\.value) == [
                .figures([0, 1]), .compare([0, 1]),
                .steps([BlockStep(text: "派单"), BlockStep(text: "办理", by: "街道")]),
                .chart(ChartBlock(form: .bar, title: "户数", observations: [0])),
            ])
    }

    @Test("the figures of a metric are drawn without superseded ones and rows without a figure")
    func current() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            Fixtures.observations(
                "old,households,panjin,6万户,result,2025,superseded", "new,households,panjin,7万户,result,2025,",
                "none,households,panjin,,result,2025,not-stated",
                header: "id,metric,place,printed,role,period,flags")
            File("content/pages/p.md", "---\ntitle: 页\n---\n```chart\nform: bar\nmetric: households\n```\n")
        }.build()
        #expect(outcome.problems == [])
        #expect(outcome.library.blocks.map(\.value) == [.chart(ChartBlock(form: .bar, observations: [1]))])
    }

    @Test(
        "what is wrong with a block is told where it stands",
        arguments: [
            ("```figures\n- c\n```\n", "6:3 unknown-reference unknown observation ‘c’"),
            ("```figures\n```\n", "6:1 missing-field the field ‘figures’ is missing"),
            ("```compare\n- a\n```\n", "6:1 invalid-block the block ‘compare’ needs at least 2 figures"),
            ("```chart\nform: pie\nfigures: [a]\n```\n", "6:7 invalid-value ‘pie’ is not a value of ‘form’"),
            ("```chart\nfigures: [a]\n```\n", "6:1 missing-field the field ‘form’ is missing"),
            ("```chart\nform: bar\nmetric: gone\n```\n", "7:9 unknown-reference unknown metric ‘gone’"),
            ("```chart\nform: bar\nfigure: [a]\n```\n", "7:1 unknown-key unknown key ‘figure’"),
            ("```steps\n- {by: 街道}\n```\n", "6:3 missing-field the field ‘text’ is missing"),
            ("```steps\n```\n", "6:1 invalid-block the block ‘steps’ has no steps"),
            (
                "```chart\nform: bar\nform: line\n```\n",
                "7:1 invalid-block the block ‘chart’ is not YAML: the key ‘form’ appears twice in one mapping"
            ),
        ])
    func problems(block: String, problem: String) async {
        let problems = await outcome(block).problems
        #expect(problems.contains("content/topics/lifts.md:" + problem), "\(problems)")
    }
}
