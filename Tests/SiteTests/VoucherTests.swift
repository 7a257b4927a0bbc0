import Content
import Foundation
import Search
import TestSupport
import Testing

@testable import Site

@Suite("Each page says who vouches for what it tells")
struct VoucherTests {
    /// Wang, who speaks for one city, and Li, who speaks for another and says nothing that anything rests on.
    private static func source(remarks: String = "") -> String {
        """
        title: {zh-Hans: 年度报告（虚构）, en: Annual reports (invented)}
        outlet: {zh-Hans: 示例, en: Example}
        date: not printed
        language: zh-Hans
        rights: reference
        sha256: "0000000000000000000000000000000000000000000000000000000000000000"
        sections: [{id: s1, title: {zh-Hans: 报告, en: Reports}}]
        speakers:
          - {id: wang, name: {zh-Hans: 王某, en: Wang}, role: {zh-Hans: 热线办主任, en: head of the hotline}, place: jia}
          - {id: li, name: {zh-Hans: 李某, en: Li}, role: {zh-Hans: 副市长, en: deputy mayor}, place: yi}
        \(remarks)
        paragraphs:
          - {n: 1, section: s1, kind: speech, speaker: wang, sentences: 2, fingerprint: "0000000000000001"}
          - {n: 2, section: s1, kind: speech, speaker: li, sentences: 2, fingerprint: "0000000000000002"}

        """
    }

    private static func dispatch(_ more: String = "") -> String {
        """
        ---
        title: {zh-Hans: 热线派单, en: Hotline dispatch}
        place: jia
        problem: {text: {zh-Hans: 诉求找不到承办单位, en: Nobody takes the calls on}, from: reports#P1.S1}
        mechanisms: [hotline]
        modality: reported
        levels: {is: city, from: reports#P1.S1, inferred: true, reason: {zh-Hans: 说的是全市, en: It speaks of the whole city}}
        assets: [{is: hotline, from: reports#P1.S1, inferred: true, reason: {zh-Hans: 靠它接单, en: Calls come in by it}}, funds]
        absent:
          - {is: cost, from: reports#P1.S2}
          - {is: risks, from: reports#P1.S1, inferred: true, reason: {zh-Hans: 只说了成效, en: It tells of success only}}
          - staff
        steps:
          - {text: {zh-Hans: 分类, en: Sort}}
          - {text: {zh-Hans: 转办, en: Send on}, from: reports#P1.S1}
        who:
          - {name: {zh-Hans: 坐席, en: Operators}, role: {zh-Hans: 接听, en: take calls}}
          - name: {zh-Hans: 部门, en: Bureaus}
            role: {zh-Hans: 承办, en: act}
            from: reports#P1.S1
            inferred: true
            reason: {zh-Hans: 由他们办理, en: Cases go to them}
        \(more)---

        """
    }

    private func built(practice: String = dispatch(), source: String = source()) async throws -> SiteTest {
        let test = try await SiteTest.library(
            "loop", with: ["content/practices/jia/dispatch.md": practice, "seeds/reports/source.yaml": source])
        #expect(test.report == "")
        return try await test.build()
    }

    /// The lines of a page without tags, where they have text, numbers of notes in brackets.
    private func lines(_ html: String) -> [String] {
        html.replacing(/<sup class="mark"[^>]*><a[^>]*>(\d+)<\/a><\/sup>/) { "[\($0.1)]" }
            .replacing(/<[^>]*>/, with: "").components(separatedBy: "\n")
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    @Test("that there is nothing is told with its source, or as the editor's conclusion, wherever items are told")
    func absences() async throws {
        let site = try await built()
        let (none, concluded) = (
            "The source says there is none.[2]",
            "The editor concludes from the source that there is none.[1] (Grounds: It tells of success only)"
        )
        for path in ["practices", "kits"] {
            let page = lines(site.text("en/\(path)/jia/dispatch.html"))
            #expect(page.contains(none), "\(path)")
            #expect(page.contains(concluded), "\(path)")
        }
        #expect(lines(site.text("en/practices/jia/dispatch.html")).contains("The source does not say."))
        // The kit asks the place instead.
        let staff = "How many people does it take, full-time or part-time, and with what training?"
        #expect(lines(site.text("en/kits/jia/dispatch.html")).contains { $0.hasSuffix(staff) })
        let print = lines(site.text("en/print.html"))
        #expect(print.contains { $0.contains("The source says there is none.[") })
        let items = site.text("data/practice-items.csv")
        #expect(items.contains("\r\njia/dispatch,9,cost,stated,,,reports#P1.S2\r\n"))
        #expect(items.contains(",risks,inferred,,,reports#P1.S1\r\n"))
        #expect(items.contains(",staff,unknown,,,\r\n"))
        let column = site.text("en/compare/data/practices-0.js")
        #expect(column.contains("The source says there is none."))
        #expect(column.contains("The editor concludes from the source that there is none."))
    }

    @Test("steps, people, levels and means are marked where the editor adds or concludes them, with the grounds")
    func marks() async throws {
        let site = try await built()
        let practice = lines(site.text("en/practices/jia/dispatch.html"))
        let kit = lines(site.text("en/kits/jia/dispatch.html"))
        let actors = [
            "OperatorsAdded by the editor take calls",
            "BureausInferred by the editor act[1] (Grounds: Cases go to them)",
        ]
        for page in [practice, kit] {
            #expect(page.contains("Added by the editor Sort"))
            #expect(page.contains("Send on[1]"))
            #expect(actors.allSatisfy(page.contains))
        }
        #expect(
            kit.contains(
                "On which levels it is runInferred by the editor City[1] (Grounds: It speaks of the whole city)"))
        #expect(kit.contains("Inferred by the editor Hotline[1] (Grounds: Calls come in by it)"))
        #expect(kit.contains("Added by the editor Funds"))
        let facet = lines(site.text("en/find/level-city.html"))
        #expect(facet.contains("Inferred by the editor (Grounds: It speaks of the whole city)"))
        let print = lines(site.text("en/print.html"))
        #expect(print.contains("Added by the editor Operators: take calls"))
        let source = lines(site.text("en/sources/reports.html"))
        #expect(source.contains("P1.S1 Inferred by the editor who takes part Bureaus: act"))
        #expect(source.contains("P1.S1 Inferred by the editor level City"))
        #expect(source.contains("P1.S1 Send on"))
    }

    /// The Markdown that a kit carries in an address.
    private func text(of kit: String) throws -> String {
        let link = try #require(kit.firstMatch(of: /href="data:text\/markdown;charset=utf-8;base64,([^"]+)"/))
        return String(decoding: try #require(Data(base64Encoded: String(link.1))), as: UTF8.self)
    }

    @Test("the Markdown of a kit says the same; whom to ask first it says only where no contact is known")
    func kitText() async throws {
        let kit = try text(of: try await built().text("en/kits/jia/dispatch.html"))
        let told = """
            ## What it relies on

            - [ ] Hotline (Inferred by the editor; paragraph 1, sentence 1) (Grounds: Calls come in by it)
            - [ ] Funds (Added by the editor)

            ## Who takes part

            - Operators: take calls (Added by the editor)
            - Bureaus: act (Inferred by the editor; paragraph 1, sentence 1) (Grounds: Cases go to them)

            ## Steps

            1. [ ] Sort (Added by the editor)
            2. [ ] Send on (paragraph 1, sentence 1)

            ## Cost

            - The source says there is none. (paragraph 1, sentence 2)

            """
        #expect(kit.contains(told))
        #expect(kit.contains("\n## First, the speaker’s department\n\n- Wang, head of the hotline\n"))
        let contact = "contact: {text: {zh-Hans: 热线办, en: The hotline office}, from: reports#P1.S1}\n"
        let known = try await built(practice: Self.dispatch(contact))
        #expect(!(try text(of: known.text("en/kits/jia/dispatch.html"))).contains("First, the speaker"))
        #expect(!known.text("en/practices/jia/dispatch.html").contains("First, the speaker"))
        #expect(known.text("en/practices/jia/dispatch.html").contains("The hotline office"))
    }

    @Test("who has a page is linked from their place; an archived practice makes none")
    func speakers() async throws {
        let site = try await built()
        #expect(site.text("en/places/jia.html").contains(" <a href=\"../speakers/reports/wang.html\">Wang</a></p>"))
        #expect(site.text("en/places/yi.html").contains("<p class=\"row\" hidden>"))
        #expect(site.artifacts.keys.filter { $0.hasPrefix("speakers/") } == ["speakers/reports/wang.html"])
        let archived = try await built(practice: Self.dispatch("status: archived\n"))
        #expect(archived.artifacts.keys.filter { $0.hasPrefix("speakers/") } == [])
        #expect(archived.text("en/places/jia.html").contains("<p class=\"row\" hidden>"))
    }

    @Test("search finds a speaker by what they propose and report, each a section, and by their place")
    func search() async throws {
        let remarks = """
            remarks:
              - {is: reported, text: {zh-Hans: 来电增加, en: Calls increase}, from: reports#P1.S2}
              - {is: proposed, text: {zh-Hans: 应当合并号码, en: The numbers should be merged}, from: reports#P1.S1}
              - {is: proposed, text: {zh-Hans: 应当公开结果, en: Results should be public}, from: reports#P1.S2}
            """
        let site = try await built(source: Self.source(remarks: remarks)).site
        let planned = try #require(site.plan.page(at: "en/speakers/reports/wang.html"))
        let document = site.kinds[.speaker].searchDocument?(PageContext(planned, of: site))
        let jia = try #require(site.library.index.places["jia"])
        #expect(
            document
                == SearchDocument(
                    path: "en/speakers/reports/wang.html", language: 1, title: "Wang", summary: "head of the hotline",
                    facets: site.facetValues(.speaker, places: [jia]),
                    sections: [
                        SearchSection(
                            anchor: "page.s-proposed", heading: site.strings(1)[.modality, Modality.proposed],
                            text: "The numbers should be merged\nResults should be public"),
                        SearchSection(
                            anchor: "page.s-reported", heading: site.strings(1)[.modality, Modality.reported],
                            text: "Calls increase"),
                    ]))
        #expect(document?.facets[1] == [jia])
    }
    @Test("a correction names what it is about, whatever kind of thing that is, and leads there")
    func corrections() async throws {
        let rows = ["places/jia", "obs:jia-closure-2023", "metric:closure-rate", "jia-2023-closure", "source:reports"]
        let test = try await SiteTest.library(
            "loop",
            with: [
                "content/glossary.yaml": """
                hotline: {term: {zh-Hans: 热线, en: Hotline}, definition: {zh-Hans: 电话, en: A phone number}}

                """,
                "content/corrections.csv": "date,object,old,new,reason\n"
                    + (rows + ["term:hotline"]).map { "2026-01-02,\($0),旧,新,核对\n" }.joined(),
            ])
        #expect(test.report == "")
        let site = try await test.build()
        let entries = site.text("en/corrections.html").matches(of: /<\/time> <a href="([^"]*)">([^<]*)<\/a>/)
        #expect(
            entries.map { "\($0.1) \($0.2)" } == [
                "tracking.html#task.jia-2023-closure Close 85% in time", "metrics/closure-rate.html Closed in time",
                "places/jia.html#figure.jia-closure-2023 Closed in time", "places/jia.html Jia City",
                "sources/reports.html Annual reports (invented)", "glossary.html#hotline Hotline",
            ])
        let feed = site.text("en/corrections.xml").matches(of: /<entry>\s*<title>([^<]*)</).map { String($0.1) }
        #expect(feed == entries.map { String($0.2) })
    }
}
