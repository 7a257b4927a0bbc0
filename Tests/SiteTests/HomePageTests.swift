import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The home page is an entrance: whom it is for, an example, the ways in, how far to trust it")
struct HomePageTests {
    private func sections(_ page: String) -> [String] {
        page.matches(of: /<section[^>]* aria-labelledby="page\.([a-z-]+)"( hidden)?/).filter { $0.2 == nil }
            .map { String($0.1) }
    }

    private func section(_ name: String, of page: String) -> String {
        let start = page.components(separatedBy: "aria-labelledby=\"page.\(name)\"").dropFirst().first ?? ""
        return start.components(separatedBy: "</section>").first ?? ""
    }

    private func practice(_ place: String, _ name: String, _ more: String) -> (String, String) {
        (
            "content/practices/\(place)/\(name).md",
            """
            ---
            title: {zh-Hans: 做法\(name), en: Practice \(name)}
            place: \(place)
            problem: {text: {zh-Hans: 诉求没有人接, en: Nobody takes the calls}, from: reports#P1.S1}
            \(more)
            ---
            """
        )
    }

    @Test("what comes first and last in the five-city library, with the counts derived")
    func order() async throws {
        let page = try await SiteTest.fiveCities().build().text("index.html")
        #expect(sections(page) == ["example", "by-problem", "by-place", "about-library", "by-group", "by-mechanism"])
        #expect(page.contains("<p class=\"home-question\"><span class=\"title-part\">手上有个难题？</span>"))
        #expect(page.contains("看看5个地方怎么做"))
        #expect(page.contains("<p class=\"verdict\">19条做法，4条主张，无一经独立核实。</p>"))
        #expect(section("by-mechanism", of: page).contains("<a href=\"mechanisms/index.html\">24种机制，按类别查看</a>"))
        #expect(section("by-mechanism", of: page).matches(of: /<a\s/).count == 1)
        #expect(page.contains("<form class=\"search-form home-search\" id=\"search.home\" role=\"search\""))
    }

    @Test("a problem has its meaning in one line, without the locators of its text")
    func gloss() async throws {
        let topic = """
            ---
            title: {zh-Hans: 电话占线, en: Busy lines}
            kind: problem
            ---
            打来电话没有人接。第二句。[P1.S1](src:reports#P1.S1)
            """
        let english =
            "---\ntitle: Busy lines\n---\nCalls stay unanswered for 3.5 minutes. [P1.S1](src:reports#P1.S1) More.\n"
        let files = ["content/topics/busy.md": topic, "content/topics/busy.en.md": english]
        let site = try await SiteTest.library("loop", with: files).build()
        #expect(site.text("index.html").contains("<span class=\"gloss\">打来电话没有人接。</span>"))
        #expect(
            site.text("en/index.html").contains("<span class=\"gloss\">Calls stay unanswered for 3.5 minutes.</span>"))
    }

    @Test("the example is a practice with steps in order and figures, of which most is known, and never a proposal")
    func example() async throws {
        let step = "{text: {zh-Hans: 做, en: Do it}, from: reports#P1.S1}"
        func steps(_ count: Int) -> String {
            let list = Array(repeating: step, count: count).joined(separator: ", ")
            return "steps: [\(list)]"
        }
        let common = "mechanisms: [hotline]\nmodality: reported\n"
        let files = [
            practice("jia", "many", common + steps(9)),
            practice("jia", "few", common + steps(1) + "\noutcomes: [jia-closure-2025]"),
            practice("jia", "more", common + steps(8) + "\noutcomes: [jia-closure-2025]"),
            practice("yi", "wish", "mechanisms: [hotline]\nmodality: proposed\n" + steps(12)),
        ]
        let site = try await SiteTest.library("loop", with: Dictionary(uniqueKeysWithValues: files)).build()
        let example = section("example", of: site.text("en/index.html"))
        #expect(example.contains("<h3><a href=\"practices/jia/more.html\">Practice more</a></h3>"))
        #expect(example.contains("Nobody takes the calls"))
        #expect(example.matches(of: /<li>Do it<\/li>/).count == 3)
        #expect(example.contains("5 more on its page."))
        #expect(example.contains("<a href=\"kits/jia/more.html\">"))
        #expect(example.contains("class=\"printed\""))
        // A short process is drawn instead.
        let short = try await SiteTest.library("loop", with: Dictionary(uniqueKeysWithValues: [files[1]])).build()
        let drawn = section("example", of: short.text("en/index.html"))
        #expect(drawn.contains("chart-process") && !drawn.contains("<li>Do it</li>"))
    }

    @Test("however many places and problems there are, it shows twelve of each, those with practices, and leads to all")
    func bounded() async throws {
        let many = 40
        var files: [String: String] = [:]
        for number in 0..<many {
            files["content/topics/t\(number).md"] =
                "---\ntitle: {zh-Hans: 难题\(number), en: Problem \(number)}\nkind: problem\n---\n"
            files["content/places/p\(number).md"] =
                "---\ntitle: {zh-Hans: 地方\(number), en: Place \(number)}\nlevel: city\n---\n"
        }
        let (path, text) = practice("p39", "only", "topics: [t38]\nmechanisms: [hotline]\nmodality: reported")
        files[path] = text
        let site = try await SiteTest.library("loop", with: files).build()
        let page = site.text("en/index.html")
        for (name, list, used) in [("by-problem", "topics", "topics/t38"), ("by-place", "places", "places/p39")] {
            let shown = section(name, of: page)
            #expect(shown.matches(of: /<li>/).count == 12)
            #expect(shown.contains("href=\"\(used).html\""))
            let all = try #require(shown.firstMatch(of: /<a href="([^"]*)">See all ([0-9]+)<\/a>/))
            #expect(all.1 == "\(list)/index.html" && (Int(all.2) ?? 0) >= many)
        }
        #expect(page.utf8.count < 40_000)
    }

    @Test("a title is cut after its punctuation, in Chinese only, and never to a character that stands alone")
    func titleParts() {
        #expect("“三格”联建共治".partsByPunctuation == ["“三格”", "联建共治"])
        #expect("照着做：“楼门院长”与楼院议事".partsByPunctuation == ["照着做：", "“楼门院长”", "与楼院议事"])

        #expect("做什么？".partsByPunctuation == ["做什么？"])
        #expect("“A–B” and the editor’s list".partsByPunctuation == ["“A–B” and the editor’s list"])
        #expect("".partsByPunctuation == [""])
    }
}
