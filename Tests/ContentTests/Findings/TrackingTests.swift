import Testing

@testable import Content

@Suite("A task is judged by what its checkpoints say for certain")
struct TrackingTests {
    @Test(
        "a figure reaches a target, breaks it, or leaves it open",
        arguments: [
            ("97%", 97, .atLeast, true), ("不低于97%", 97, .atLeast, true), ("超50%", 50, .atLeast, true),
            ("不低于90%", 92, .atLeast, nil), ("近80%", 80, .atLeast, nil), ("低于80%", 80, .atLeast, false),
            ("30余个", 40, .atLeast, nil), ("28个", 40, .atLeast, false), ("3—5天", 4, .atMost, nil),
            ("24小时内", 24, .atMost, true), ("24小时内", 12, .atMost, nil), ("超4天", 4, .atMost, false),
            ("5天", 4, .atMost, false), ("11个", 11, .exact, true), ("12个", 11, .exact, false),
            ("10余个", 11, .exact, nil), ("超11个", 11, .exact, false), ("少于11个", 11, .exact, false),
        ] as [(String, Double, TaskOperator, Bool?)])
    func meets(printed: String, target: Double, op: TaskOperator, outcome: Bool?) throws {
        #expect(try #require(PrintedFigure(printed)).meets(target, op) == outcome)
    }

    /// One task of 2025 on a share that is better the higher, with its checkpoints.
    private func verdict(_ task: String, _ checkpoints: String...) async -> TaskVerdict {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/metrics/metrics.yaml",
                "rate:\n  {name: 按期率, definition: 占比, kind: share, unit: '%', direction: higher}\n")
            File(
                "content/plans/tasks.csv",
                "id,place,year,title,metric,target,op,due\nt,panjin,2025,按期办结,\(task)\n")
            File(
                "content/plans/checkpoints.csv",
                "task,date,value,status\n" + checkpoints.map { "t,\($0)\n" }.joined())
        }.build()
        #expect(outcome.problems == [])
        return outcome.library.verdict(ofTask: 0)
    }

    @Test("no checkpoint is not reported, and so is one that says so")
    func silence() async {
        #expect(await verdict("rate,95,,") == .notReported)
        #expect(await verdict("rate,95,,", "2025-06-30,,not-reported") == .notReported)
    }

    @Test("without a checkpoint, what the source says of it is told: announced is not issued, issued is not done")
    func stages() async {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/plans/tasks.csv",
                "id,place,year,title,stage\na,panjin,2025,甲,announced\nb,panjin,2025,乙,issued\n"
                    + "c,panjin,2025,丙,under-way\nd,panjin,2025,丁,result-reported\ne,panjin,2025,戊,\n")
        }.build()
        #expect(outcome.problems == [])
        #expect(
            (0..<5).map { outcome.library.verdict(ofTask: $0) }
                == [.announced, .issued, .underWay, .resultReported, .notReported])
    }

    @Test("during the year the latest status counts, and a floor that is reached is met")
    func midYear() async {
        #expect(await verdict("rate,95,,", "2025-03-31,80%,on-track", "2025-06-30,82%,lagging") == .lagging)
        #expect(await verdict("rate,95,,", "2025-06-30,96%,on-track") == .met)
        #expect(await verdict("rate,5,at-most,", "2025-06-30,3%,on-track") == .onTrack, "it may yet rise")
        #expect(await verdict("rate,95,,", "2025-06-30,,not-started") == .notStarted)
        #expect(await verdict("rate,95,,", "2025-06-30,96%,stopped") == .stopped)
    }

    @Test("at the end of the year, or when due, the figure decides")
    func yearEnd() async {
        #expect(await verdict("rate,95,,", "2025-12-31,95.5%,done") == .met)
        #expect(await verdict("rate,95,,", "2025-12-31,94%,on-track") == .missed)
        #expect(await verdict("rate,95,,", "2025-12-31,不低于90%,done") == .undetermined)
        #expect(await verdict("rate,95,,", "2025-12-31,,done") == .undetermined, "done, but how much?")
        #expect(await verdict("rate,95,,2025-06-30", "2025-06-30,94%,on-track") == .missed)
        #expect(await verdict("rate,95,,2026-01-31", "2025-12-31,94%,on-track") == .onTrack, "not due yet")
    }

    @Test("a task without a figure as its target is done when it is reported so")
    func withoutTarget() async {
        #expect(await verdict(",,,", "2025-12-31,,done") == .done)
        #expect(await verdict(",,,", "2025-12-31,,lagging") == .lagging)
    }

    @Test("a checkpoint's figure may be a plain number, even below zero, but must be a figure")
    func values() async {
        let outcome = await Folder {
            Fixtures.panjin
            File("content/plans/tasks.csv", "id,place,year,title\nt,panjin,2025,压降\n")
            File(
                "content/plans/checkpoints.csv",
                "task,date,value,status\nt,2025-03-31,-12.5,on-track\nt,2025-06-30,不少,on-track\n")
        }.build()
        #expect(outcome.library.checkpoints[0].figure?.value == -12.5)
        #expect(
            outcome.problems == [
                "content/plans/checkpoints.csv:3:14 unreadable-figure ‘不少’ cannot be read as a figure"
            ])
    }
}
