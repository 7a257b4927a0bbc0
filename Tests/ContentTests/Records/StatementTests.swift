import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite("A statement is the editor's own words, or says where it comes from")
struct StatementTests {
    private struct Told: Equatable {
        var html: String?
        var from: [String]

        init(_ html: String?, from: [String] = []) { (self.html, self.from) = (html, from) }

        init(_ statement: Statement) {
            self.init(statement.text.exact(0)?.html, from: statement.locators.map(\.id))
        }
    }

    private func practice(_ fields: String) async throws -> (practice: Practice, outcome: Outcome) {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.threeGrids(fields)
        }.build()
        return (try #require(outcome.library.practices.first), outcome)
    }

    @Test("plain, with one source, with several, and lists of all")
    func shapes() async throws {
        let (practice, outcome) = try await practice(
            """
            logic: 一格**统管**
            materials: {text: 平台, from: roundtable-2025#P1}
            cost:
              text: "没有说"
              from: [roundtable-2025#P1.S1, roundtable-2025#P2.S1]
            staff:
              - 网格员
              - text: 网格长
                from: roundtable-2025#P2

            """)
        #expect(outcome.problems == [])
        let told = PracticeItem.statementItems.map { practice.statements[$0]?.map(Told.init) ?? [] }
        #expect(
            told == [
                [Told("一格<strong>统管</strong>")], [Told("平台", from: ["roundtable-2025#P1"])], [], [],
                [Told("没有说", from: ["roundtable-2025#P1.S1", "roundtable-2025#P2.S1"])],
                [Told("网格员"), Told("网格长", from: ["roundtable-2025#P2"])], [], [], [], [], [], [],
            ])
        #expect(Told(practice.problem) == Told("诉求无人管"))
        #expect(practice.statements[.staff]?.map(\.state) == [.added, .stated])
    }

    @Test("the seventeen items count who vouches for each")
    func items() async throws {
        let (practice, outcome) = try await practice(
            """
            logic: 编者的话
            materials: {text: 平台, from: roundtable-2025#P1}
            when: {text: 2025年, from: roundtable-2025#P1, inferred: true, reason: 别处写着2025年}
            absent:
              - cost
              - {is: risks, from: roundtable-2025#P2}
              - {is: fit, from: roundtable-2025#P1, inferred: true, reason: 列举条件时没有提}
            staff: [网格员, {text: 网格长, from: roundtable-2025#P2}]
            steps: [摸底]
            who: [{name: 网格员, from: roundtable-2025#P1}]

            """)
        #expect(outcome.problems == [])
        let library = outcome.library
        let states = Dictionary(grouping: PracticeItem.allCases) { library.itemStates[0][$0] }
        #expect(
            states == [
                .stated: [.name, .materials, .who, .staff, .risks], .inferred: [.when, .fit],
                .added: [.why, .logic, .steps],
                .unknown: [.where, .cost, .changes, .monitoring, .results, .baseline, .contact],
            ])
        #expect(ItemState.allCases.map { library.itemStates[0].count(of: $0) } == [5, 2, 3, 7])
        #expect(
            [.risks, .fit, .cost, .contact].map({ Absence(practice.absent($0)?.state) }) == [
                .none, .inferred, .untold, .unrecorded,
            ])
    }

    @Test("what a practice tells cannot be absent, whoever says so")
    func absentAndTold() async throws {
        let (_, outcome) = try await practice(
            "cost: 不用花钱\nabsent: [cost, {is: why, from: roundtable-2025#P1}, staff]\n")
        let path = "content/practices/panjin/three-grids.md"
        #expect(
            outcome.problems == [
                "\(path):9:10 contradiction ‘cost’ is listed as absent, but the practice tells it",
                "\(path):9:16 contradiction ‘why’ is listed as absent, but the practice tells it",
            ])
    }

    @Test("steps and actors are statements with roles, or plain texts")
    func stepsAndActors() async throws {
        let (practice, outcome) = try await practice(
            """
            steps:
              - 摸底
              - {text: 派单, by: [网格长, 居民], needs: 平台, gives: 工单, takes: 半天, from: roundtable-2025#P1}
            who:
              - 居民
              - {name: 网格长, role: 牵头, level: community, from: roundtable-2025#P2}

            """)
        #expect(outcome.problems == [])
        #expect(
            practice.steps.map {
                [$0.statement.text.exact(0)?.html, $0.needs?[0], $0.gives?[0], $0.takes?[0]]
            }
                == [["摸底", nil, nil, nil], ["派单", "平台", "工单", "半天"]])
        #expect(practice.steps.map { practice.actors.doing($0).map(\.name[0]) } == [[], ["网格长", "居民"]])
        #expect(practice.steps.map { $0.statement.locators.map(\.id) } == [[], ["roundtable-2025#P1"]])
        #expect(
            practice.actors.map { [$0.name[0], $0.role?[0], $0.level?.rawValue] }
                == [["居民", nil, nil], ["网格长", "牵头", "community"]])
        #expect(practice.actors.map { $0.locators.map(\.id) } == [[], ["roundtable-2025#P2"]])
    }

    @Test("a source without a text is no statement")
    func sourceWithoutText() async throws {
        let (_, outcome) = try await practice("logic: {from: roundtable-2025#P1}\n")
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:8:8 missing-field the field ‘text’ is missing"
            ])
    }

    @Test(
        "a locator that points at nothing says what there is",
        arguments: [
            (
                "roundtable-2025", "unknown-locator ‘roundtable-2025’ is not a locator",
                "write source#P25.S2: source, paragraph, sentence"
            ),
            ("roundtable-2025#P3", "unknown-locator ‘roundtable-2025’ has no paragraph P3", "its last paragraph is P2"),
            (
                "roundtable-2025#P1.S3", "unknown-locator P1 of ‘roundtable-2025’ has no sentence S3",
                "its last sentence is S2"
            ),
            (
                "roundtable-2026#P1", "unknown-reference unknown source ‘roundtable-2026’",
                "did you mean ‘roundtable-2025’?"
            ),
        ])
    func badLocators(locator: String, problem: String, hint: String) async throws {
        let (_, outcome) = try await practice(
            "logic: {text: 一, from: \(locator)}\nwho: [{name: 二, from: \(locator)}]\n")
        let path = "content/practices/panjin/three-grids.md"
        #expect(outcome.problems == ["\(path):8:24 \(problem)", "\(path):9:23 \(problem)"])
        #expect(outcome.diagnostics.map(\.hint?.description) == [hint, hint])
    }

    @Test("problems in a text are shown in it; where YAML folds it, at the field")
    func placesInTexts() async throws {
        let (_, outcome) = try await practice(
            "logic: 见[甲](a.md)\nrisks: \"见[乙](b.md)\"\nfit: >-\n  见\n  [丙](c.md)\n")
        let folder = "content/practices/panjin"
        #expect(
            outcome.problems == [
                "\(folder)/three-grids.md:8:13 dead-link there is no file ‘\(folder)/a.md’",
                "\(folder)/three-grids.md:9:14 dead-link there is no file ‘\(folder)/b.md’",
                "\(folder)/three-grids.md:10:6 dead-link there is no file ‘\(folder)/c.md’",
            ])
        #expect(outcome.marked == ["a.md", "b.md", ">-"])
    }
}
