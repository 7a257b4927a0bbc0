import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("A practice is told in the order of doing, and drawn")
struct PracticePageTests {
    private func page(
        _ fields: String, in language: String = "", with more: [String: String] = [:]
    ) async throws -> String {
        let practice = """
            ---
            title: {zh-Hans: 热线派单, en: Hotline dispatch}
            place: jia
            problem: {text: {zh-Hans: 诉求找不到承办单位, en: Nobody takes the calls on}, from: reports#P1.S1}
            mechanisms: [hotline]
            modality: reported
            \(fields)
            ---
            """
        let files = ["content/practices/jia/dispatch.md": practice].merging(more) { $1 }
        let test = try await SiteTest.library("loop", with: files)
        #expect(test.report == "")
        return try await test.build().text(language + "practices/jia/dispatch.html")
    }

    private func headings(_ page: String) -> [String] {
        page.matches(of: /<h2 id="page\.([a-z-]+)">/).map { String($0.1) }
    }

    private let steps = """
        steps:
          - {text: {zh-Hans: 分类, en: Sort}, by: 坐席, gives: {zh-Hans: 工单, en: A ticket}, from: reports#P1.S1}
          - {text: {zh-Hans: 办理, en: Deal with it}, by: [部门, 坐席], needs: {zh-Hans: 工单, en: A ticket}, from: reports#P1.S1}
          - {text: {zh-Hans: 回访, en: Call back}, from: reports#P1.S1}
        who:
          - {name: {zh-Hans: 部门, en: Departments}, level: district, from: reports#P1.S1}
          - {name: {zh-Hans: 坐席, en: Operators}, level: city, from: reports#P1.S1}
          - {name: {zh-Hans: 居民, en: Residents}, from: reports#P1.S1}
        """

    @Test("first the problem, the picture and the steps, then results, conditions and what to ask; the rest is folded")
    func order() async throws {
        let page = try await page(steps + "\nfit: [{text: {zh-Hans: 有热线, en: A hotline}, from: reports#P1.S1}]")
        #expect(
            Array(headings(page).drop { $0 == "toc-title" }.prefix(7)) == [
                "told-why", "process", "told-steps", "told-results", "conditions", "s-ask", "s-items",
            ])
        let folded = try #require(page.components(separatedBy: "<details class=\"record\">").last)
        // What a part of the page tells is not told again.
        #expect(!folded.contains("page.item-fit") && folded.contains("page.item-cost"))
        #expect(page.components(separatedBy: "page.item-fit").count == 2)
    }

    @Test("lanes are those who do something, the highest level first; nobody named is a lane of its own")
    func process() async throws {
        let page = try await page(steps, in: "en/")
        let drawing = try #require(page.firstMatch(of: /<svg[^>]*chart-process[\s\S]*?<\/svg>/)).0
        let names = drawing.matches(of: /<text class="chart-(?:name|missing-text)"[^>]*>(?:<tspan[^>]*>)?([^<]+)/)
            .map { String($0.1) }
        #expect(names == ["Operators", "Departments", "Nobody is named"])
        #expect(drawing.contains("3 things are done; for 1 of them nobody is named."))
        #expect(drawing.components(separatedBy: "chart-handover").count == 2)
        #expect(page.contains("<dt>Done by</dt><dd>Departments; Operators</dd>"))
    }

    @Test("a practice without steps has no picture, and no style sheet for it")
    func withoutSteps() async throws {
        let page = try await page("summary: {zh-Hans: 派单, en: Dispatch}")
        #expect(!page.contains("<svg") && !page.contains("process.css"))
    }

    @Test("the ladder shows the rung and says what the next one takes")
    func ladder() async throws {
        let account = try await page("topics: []", in: "en/")
        #expect(account.contains("<li class=\"reached\">E1</li>"))
        #expect(account.contains("For E2, still missing: a figure for a result."))
        let figure = try await page("outcomes: [jia-closure-2025]", in: "en/")
        #expect(figure.contains("<li class=\"reached\">E2</li>") || figure.contains("<li class=\"reached\">E3</li>"))
        #expect(figure.components(separatedBy: "class=\"reached\"").count == 2)
    }

    @Test("who speaks where is told once, then only what differs from the note above or from an earlier one")
    func notes() async throws {
        let source = """
            title: {zh-Hans: 座谈, en: A talk}
            outlet: {zh-Hans: 示例, en: Example}
            date: not printed
            language: zh-Hans
            rights: reference
            sha256: "0000000000000000000000000000000000000000000000000000000000000000"
            sections:
              - {id: s1, title: {zh-Hans: 上半场, en: Before}}
              - {id: s2, title: {zh-Hans: 下半场, en: After}}
            speakers:
              - {id: wang, name: {zh-Hans: 王某, en: Wang}, role: {zh-Hans: 主任, en: Director}, from: reports#P1.S1}
            paragraphs:
              - {n: 1, section: s1, kind: speech, speaker: wang, sentences: 2, fingerprint: "0000000000000001"}
              - {n: 2, section: s2, kind: speech, speaker: wang, sentences: 2, fingerprint: "0000000000000002"}
            """
        let fields = """
            logic:
              text: {zh-Hans: 快, en: Quick}
              from: [reports#P2.S1, reports#P2.S2, reports#P1.S2]
            """
        func notes(_ language: String) async throws -> [String] {
            try await page(fields, in: language, with: ["seeds/reports/source.yaml": source])
                .matches(of: /<li id="note\.\d+">(.*) <a class="locator"/)
                .map { String($0.1).replacing(/<\/?(?:b|cite)>/, with: "") }
        }
        let chinese = [
            "王某（主任），《示例》，“上半场”，第1段第1句", "王某，“下半场”，第2段第1句", "同上，第2段第2句",
            "同注<a href=\"#note.1\">1</a>，第1段第2句",
        ]
        #expect(try await notes("") == chinese)
        let english = [
            "Wang (Director), Example, “Before”, paragraph 1, sentence 1", "Wang, “After”, paragraph 2, sentence 1",
            "The same, paragraph 2, sentence 2", "As note <a href=\"#note.1\">1</a>, paragraph 1, sentence 2",
        ]
        #expect(try await notes("en/") == english)
    }

    @Test("a place shows who acts at which level, broken where nobody is named")
    func portrait() async throws {
        let practice = """
            ---
            title: {zh-Hans: 热线派单, en: Hotline dispatch}
            place: jia
            problem: {text: {zh-Hans: 诉求, en: Calls}, from: reports#P1.S1}
            mechanisms: [hotline]
            modality: reported
            \(steps)
            ---
            """
        let test = try await SiteTest.library("loop", with: ["content/practices/jia/dispatch.md": practice])
        let page = try await test.build().text("en/places/jia.html")
        let rows = page.matches(of: /<div( class="[a-z]+")?><dt>([^<]*)<\/dt><dd>([\s\S]*?)<\/dd><\/div>/).map {
            "\($0.1 ?? "") \($0.2): \($0.3.matches(of: />([^<>]+)</).map { $0.1 }.joined())"
        }
        #expect(rows.contains { $0.contains("Operators") && !$0.contains("class") }, "\(rows)")
        #expect(rows.contains { $0.contains("class=\"silent\"") && $0.contains("nobody named") }, "\(rows)")
        #expect(rows.contains { $0.contains("class=\"unlevelled\"") && $0.contains("Residents") }, "\(rows)")
    }

    @Test("what is known of the seventeen items is counted over all practices")
    func known() async throws {
        let practice = """
            ---
            title: {zh-Hans: 热线派单, en: Hotline dispatch}
            place: jia
            problem: {text: {zh-Hans: 诉求, en: Calls}, from: reports#P1.S1}
            mechanisms: [hotline]
            modality: reported
            cost: {text: {zh-Hans: 不花钱, en: Nothing}}
            ---
            """
        let test = try await SiteTest.library("loop", with: ["content/practices/jia/dispatch.md": practice])
        let page = try await test.build().text("en/evidence.html")
        let row = try #require(page.firstMatch(of: /<tr><th scope="row">Cost<\/th>[\s\S]*?<\/tr>/)).0
        let counts = row.matches(of: /<td>(\d+)<\/td>/).map { String($0.1) }
        #expect(counts[2] == "1" && counts.count == 4)
        #expect(row.contains("share-added"))
    }
}
