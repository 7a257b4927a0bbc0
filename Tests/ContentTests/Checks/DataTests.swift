import Diagnostics
import Testing

@testable import Content

@Suite("Metrics, observations, plans, glossary and corrections are read whole")
struct DataTests {
    @Test("every column of an observation has its value")
    func observation() async throws {
        let outcome = await Folder {
            Fixtures.inTwoLanguages
            Fixtures.roundtable
            File("content/places/panjin.md", "---\ntitle: {zh-Hans: 盘锦, en: Panjin}\nlevel: city\n---\n")
            File("content/places/panjin.en.md", "---\n---\n")
            File(
                "content/metrics/metrics.yaml",
                """
                households:
                  name: {zh-Hans: 户, en: Households}
                  definition: {zh-Hans: 覆盖, en: Reached}
                  kind: count

                """
            )
            File(
                "content/metrics/2025.csv",
                "id,metric,place,period,printed,value,qualifier,lower,upper,role,baseline,target,"
                    + "source,locator,speaker,flags,note,note.en\r\n"
                    + "h,households,panjin,2025-01/..,6万余户,60000,more-than,60000,,result,5e,100,"
                    + "roundtable-2025,P1.S2,zhang-yan,self-reported;no-period,\"一,二\",\"one\r\ntwo\"\r\n"
            )
        }.build()
        #expect(
            outcome.problems.filter { $0.contains("2025.csv") } == [
                "content/metrics/2025.csv:2:67 invalid-number ‘5e’ is not a plain number"
            ])
        let row = try #require(outcome.library.observations.first)
        #expect(
            [row.id, row.metric.id, row.place.id, row.period?.text, row.printed] == [
                "h", "households", "panjin", "2025-01/..", "6万余户",
            ])
        #expect([row.value, row.lower, row.upper, row.baseline, row.target] == [60_000, 60_000, nil, nil, 100])
        #expect(row.qualifier == .moreThan && row.role == .result)
        #expect([row.source?.id, row.locator?.id, row.speaker?.id] == ["roundtable-2025", "P1.S2", "zhang-yan"])
        #expect(row.cautions == [.selfReported, .noPeriod])
        #expect(row.note?.pair == ["一,二", "one\r\ntwo"])
    }

    @Test("metrics keep the order of the file; a direction that is not given is neutral")
    func metrics() async {
        let outcome = await Folder {
            File(
                "content/metrics/metrics.yaml",
                """
                rate:
                  name: 办结率
                  definition: 按时
                  kind: share
                  unit: "%"
                  direction: higher
                  numerator: 办结
                  denominator: 受理
                  formula: 一除二
                households: {name: 户, definition: 覆盖, kind: count}

                """)
        }.build()
        #expect(outcome.problems == [])
        #expect(outcome.library.metrics.map(\.id) == ["rate", "households"])
        #expect(outcome.library.metrics.map(\.kind) == [.share, .count])
        #expect(outcome.library.metrics.map(\.direction) == [.higher, .neutral])
        let rate = outcome.library.metrics[0]
        #expect(
            [rate.unit, rate.numerator, rate.denominator, rate.formula].map { $0?[0] } == ["%", "办结", "受理", "一除二"])
    }

    @Test("tasks and checkpoints")
    func plans() async throws {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            File(
                "content/plans/tasks.csv",
                """
                id,place,year,title,lead,metric,baseline,target,op,due
                lifts,panjin,2026,加装电梯,住建局,households,1,20,at-least,2026-12-31

                """
            )
            File(
                "content/plans/checkpoints.csv",
                """
                task,date,value,status,reason,next
                lifts,2026-06-30,4,lagging,资金未到,2026-09-30
                lifts,2026-03-31,,not-started,,

                """
            )
        }.build()
        #expect(outcome.problems == [])
        let task = try #require(outcome.library.tasks.first)
        #expect(
            [task.id, task.place.id, task.title[0], task.lead?[0], task.metric?.id] == [
                "lifts", "panjin", "加装电梯", "住建局", "households",
            ])
        #expect(task.year == 2026 && task.baseline == 1 && task.target == 20 && task.op == .atLeast)
        #expect(task.due?.description == "2026-12-31")
        #expect(
            outcome.library.checkpoints.map(\.date.description) == ["2026-03-31", "2026-06-30"], "by task, then day")
        #expect(outcome.library.checkpoints.map(\.status) == [.notStarted, .lagging])
        #expect(outcome.library.checkpoints.map(\.figure?.value) == [nil, 4])
        #expect(outcome.library.checkpoints.map { $0.reason?[0] } == [nil, "资金未到"])
    }

    @Test("a required text must be there in the default language")
    func defaultLanguage() async {
        let outcome = await Folder {
            Fixtures.inTwoLanguages
            File("content/plans/tasks.csv", "id,place,year,title.en\n")
        }.build()
        #expect(outcome.problems == ["content/plans/tasks.csv:1:1 missing-column the column ‘title’ is missing"])
    }

    @Test("a term is explained, or marked as unexplained")
    func glossary() async {
        let outcome = await Folder {
            Fixtures.roundtable
            File("content/places/panjin.md", "---\ntitle: 盘锦\nlevel: city\n---\n")
            File(
                "content/glossary.yaml",
                """
                sijie: {term: 四结, definition: 结对, from: roundtable-2025#P1}
                sansuo: {term: 三所, unexplained: true}
                x: {term: 某}
                Bad: {term: 坏}

                """
            )
        }.build()
        #expect(
            outcome.problems == [
                "content/glossary.yaml:3:1 missing-field the term ‘x’ has no definition",
                "content/glossary.yaml:4:1 invalid-id ‘Bad’ cannot be an id",
            ])
        #expect(outcome.library.glossary.map(\.isUnexplained) == [false, true, false])
        #expect(outcome.library.glossary.map { $0.definition?[0] } == ["结对", nil, nil])
        #expect(outcome.library.glossary.map { $0.locators.map(\.id) } == [["roundtable-2025#P1"], [], []])
    }

    @Test("corrections come newest first")
    func corrections() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            File(
                "content/corrections.csv",
                """
                date,object,old,new,reason
                2026-01-01,obs:panjin-households,5万余户,6万余户,错
                2026-03-01,topics/lifts,一,二,漏
                2026-13-01,topics/lift,一,二,漏
                2026-01-05,topics/lift,一,,漏
                2026-01-06,topics/lift,一,二,漏

                """
            )
        }.build()
        #expect(
            outcome.problems == [
                "content/corrections.csv:4:1 invalid-date ‘2026-13-01’ is not a day of the calendar",
                "content/corrections.csv:5:26 missing-field the field ‘new’ is empty",
                "content/corrections.csv:6:12 unknown-reference unknown record ‘topics/lift’",
            ])
        #expect(
            outcome.library.corrections.map(\.object.id) == ["topics/lifts", "topics/lift", "obs:panjin-households"])
        #expect(outcome.library.correctionsOfRecord == [RecordID(.topic, 0): [0], RecordID(.place, 0): [2]])
    }

    @Test("an id that appears twice in a table is shown with its first place, across files")
    func duplicates() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            File(
                "content/metrics/2026.csv",
                "id,metric,place,printed,role\npanjin-households,households,panjin,七万,result\n")
            File(
                "content/plans/tasks.csv",
                "id,place,year,title\na,panjin,2026,一\nb,panjin,2026,二\na,panjin,2026,三\na,panjin,2026,四\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/metrics/2026.csv:2:1 duplicate-id the observation ‘panjin-households’ appears twice",
                "content/plans/tasks.csv:4:1 duplicate-id the task ‘a’ appears twice",
                "content/plans/tasks.csv:5:1 duplicate-id the task ‘a’ appears twice",
            ])
        #expect(
            outcome.notes == [
                "content/metrics/2025.csv:2:1 the first is here", "content/plans/tasks.csv:2:1 the first is here",
                "content/plans/tasks.csv:2:1 the first is here",
            ])
        #expect(outcome.library.observations.map(\.printed) == ["6万余户"])
        #expect(outcome.library.tasks.map { $0.title[0] } == ["一", "二"])
    }
}
