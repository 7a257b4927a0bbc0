import Diagnostics
import Testing

@testable import Content

@Suite("Two figures for one metric, place and period do not contradict each other")
struct ContradictionTests {
    private func outcome(_ rows: [String]) async -> (library: Library, problems: [String]) {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\n---\n")
            File(
                "content/metrics/metrics.yaml",
                "m:\n  name: 率\n  definition: 率\n  kind: share\n  denominator: 户\nn:\n  name: 数\n  definition: 数\n  kind: count\n"
            )
            File(
                "content/metrics/x.csv",
                (["id,metric,place,period,role,printed,value,flags,source"] + rows).map { $0 + "\n" }.joined())
        }.build()
        return (outcome.library, outcome.problems)
    }

    @Test(
        "what cannot both be true is an error; what can is none",
        arguments: [
            ("m,panjin,2025,result,90%,,,", "m,panjin,2025,result,不低于95%,,,", true),
            ("m,panjin,2025,result,90%,,,", "m,panjin,2025-01/2025-12,structure,91%,,,", true),
            ("m,panjin,2025,result,,90,,", "m,panjin,2025,result,91%,,,", true),
            ("m,panjin,2025,result,90%,,,", "m,panjin,2025,result,90%,,,", false),
            ("m,panjin,2025,result,90%,,,", "m,panjin,2025,target,95%,,,", false),
            ("m,panjin,2025,result,90%,,,", "m,wuhan,2025,result,95%,,,", false),
            ("m,panjin,2025,result,90%,,,", "m,panjin,2024,result,95%,,,", false),
            ("m,panjin,,result,90%,,,", "m,panjin,,result,95%,,,", false),
            ("n,panjin,2025,result,2万余人,,,", "n,panjin,2025,result,20345人,,,", false),
            ("n,panjin,2025,result,2万余人,,,", "n,panjin,2025,result,1.9万人,,,", true),
            ("n,panjin,2025,result,约1200人,,,", "n,panjin,2025,result,1234人,,,", false),
            ("m,panjin,2025,result,90%,,superseded,", "m,panjin,2025,result,95%,,,", false),
            ("m,panjin,2025,result,,,not-applicable,", "m,panjin,2025,result,95%,,,", false),
            ("m,panjin,2025,checkpoint,40%,,,", "m,panjin,2025,result,95%,,,", false),
            ("m,panjin,2025,checkpoint,40%,,,", "m,panjin,2025,checkpoint,95%,,,", true),
            (
                "n,panjin,2025,structure,33家,,,", "n,panjin,2025,structure,32家,,not-comparable-with-member-counts,",
                false
            ),
            (
                "n,panjin,2025,result,33家,,not-comparable-with-member-counts,",
                "n,panjin,2025,structure,32家,,not-comparable-with-member-counts,", true
            ),
        ])
    func pairs(first: String, second: String, isContradiction: Bool) async {
        for rows in [["a," + first, "b," + second], ["a," + second, "b," + first]] {
            let problems = await outcome(rows).problems
            #expect(problems.map { $0.split(separator: " ")[1] } == (isContradiction ? ["contradicting-figures"] : []))
        }
    }

    @Test("it names both, at the later row; each row is told once")
    func told() async {
        let problems = await outcome([
            "a,m,panjin,2025,result,90%,,,", "b,m,panjin,2025,result,90%,,,", "c,m,panjin,2025,result,95%,,,",
        ]).problems
        #expect(
            problems == [
                "content/metrics/x.csv:4:24 contradicting-figures ‘c’ says 95%, ‘a’ says 90%, for the same metric, place and period"
            ])
    }

    @Test("a figure is compared with the highest and the lowest before it, however many there are")
    func extremes() async {
        let problems = await outcome([
            "a,n,panjin,2025,result,约20人,,,", "b,n,panjin,2025,result,不低于10人,,,", "c,n,panjin,2025,result,30人,,,",
            "d,n,panjin,2025,result,30人,,,", "e,n,panjin,2025,result,不超过20人,,,", "f,n,panjin,2025,result,25人,,,",
        ]).problems
        #expect(
            problems == [
                "content/metrics/x.csv:6:24 contradicting-figures ‘e’ says 不超过20人, ‘c’ says 30人, for the same metric, place and period",
                "content/metrics/x.csv:7:24 contradicting-figures ‘f’ says 25人, ‘c’ says 30人, for the same metric, place and period",
            ])
    }

    @Test("what is superseded stays, and is left out of comparisons")
    func superseded() async {
        let library = await outcome([
            "a,m,panjin,2025,result,90%,,superseded,", "b,m,panjin,2025,result,95%,,,", "c,m,wuhan,2025,result,80%,,,",
        ]).library
        #expect(library.observations.count == 3)
        #expect(library.comparisons(ofMetric: 0).map { $0.map { library.observations[$0].id } } == [["b", "c"]])
    }

    @Test("the rows of a file that name no source are told once")
    func sources() async {
        let library = await outcome([
            "a,m,panjin,2024,result,90%,,,roundtable-2025", "b,m,panjin,2025,result,95%,,,",
            "c,m,wuhan,2025,result,80%,,,",
        ]).library
        #expect(
            library.figuresWithoutSource.map { "\($0.code.rawValue) \($0.severity) \($0.message)" } == [
                "figure-without-source warning 2 rows of this file name no source; this is the first"
            ])
    }
}
