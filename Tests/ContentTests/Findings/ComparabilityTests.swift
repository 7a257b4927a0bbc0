import Testing

@testable import Content

@Suite("Figures stand side by side only where that says something")
struct ComparabilityTests {
    private func library(_ rows: String...) async -> Library {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/places/wuhan.md", "---\ntitle: 武汉\nlevel: city\n---\n")
            File("content/places/tongzhou.md", "---\ntitle: 通州\nlevel: district\n---\n")
            File(
                "content/metrics/metrics.yaml",
                """
                members:
                  {name: 成员单位, definition: 机制的成员单位, kind: count, unit: 家}
                departments:
                  {name: 责任部门, definition: 列明职责的部门, kind: count, unit: 家}
                """)
            File(
                "content/metrics/2025.csv",
                (["id,metric,place,period,printed,role,flags"] + rows).map { $0 + "\n" }.joined())
        }.build()
        #expect(outcome.problems == [])
        return outcome.library
    }

    @Test(
        "two figures and why they may not be compared",
        arguments: [
            ("members,panjin,,33家,structure,", "members,wuhan,,39家,structure,", .periods),
            ("members,panjin,2025,33家,structure,", "members,wuhan,2025-01/2025-12,39家,structure,", nil),
            ("members,panjin,,33家,structure,", "departments,wuhan,,32家,structure,", .metrics),
            ("members,panjin,,33家,structure,", "members,tongzhou,,12家,structure,", .levels),
            ("members,panjin,2025,33家,structure,", "members,wuhan,2024,39家,structure,", .periods),
            ("members,panjin,2025,33家,structure,", "members,wuhan,,39家,structure,", .periods),
            ("members,panjin,,33家,structure,", "members,wuhan,,40家,target,", .roles),
            ("members,panjin,2025,40家,target,", "members,wuhan,2025,40家,target,", nil),
            (
                "members,panjin,2025,33家,structure,",
                "members,wuhan,2025,32家,structure,not-comparable-with-member-counts", .flagged
            ),
            ("members,panjin,2024,33家,structure,", "members,panjin,2025,35家,structure,", nil),
            ("members,panjin,2024,33家,structure,", "members,panjin,2025-Q1,35家,structure,", .periods),
            ("members,panjin,,33家,structure,", "members,panjin,,35家,structure,", .periods),
        ] as [(String, String, Incomparability?)])
    func pairs(first: String, second: String, reason: Incomparability?) async {
        let library = await library("a," + first, "b," + second)
        #expect(library.incomparability(of: 0, and: 1) == reason)
        #expect(library.incomparability(of: 1, and: 0) == reason)
    }

    @Test("along an axis of time, places may have different years but not stretches of different length")
    func overTime() async {
        let library = await library(
            "a,members,panjin,2024,33家,structure,", "b,members,wuhan,2025,39家,structure,",
            "c,members,wuhan,2025-Q1,39家,structure,")
        #expect(library.incomparability(of: 0, and: 1, overTime: true) == nil)
        #expect(library.incomparability(of: 0, and: 2, overTime: true) == .periods)
    }

    @Test("figures of a metric fall into groups by level and period, each in the order of places, never of size")
    func groups() async {
        let library = await library(
            "w25,members,wuhan,2025,9家,structure,", "p25,members,panjin,2025,33家,structure,",
            "p24,members,panjin,2024,30家,structure,",
            "w24,members,wuhan,2024,,structure,not-stated", "t25,members,tongzhou,2025,12家,structure,",
            "aim,members,panjin,2025,40家,target,",
            // Nobody knows whether these are of one time.
            "p,departments,panjin,,33家,structure,", "w,departments,wuhan,,39家,structure,")
        func ids(_ groups: [[Int]]) -> [[String]] { groups.map { $0.map { library.observations[$0].id } } }
        #expect(ids(library.comparisons(ofMetric: 0)) == [["p25", "w25"]])
        #expect(ids(library.series(ofMetric: 0)) == [["p24", "p25"]])
        #expect(library.comparisons(ofMetric: 1) == [])
        #expect(library.series(ofMetric: 1) == [])
    }
}
