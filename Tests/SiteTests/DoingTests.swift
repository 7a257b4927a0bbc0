import Content
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("From reading to doing: kits, facets, comparisons and adoptions")
struct DoingTests {
    private func built(_ practice: String, with files: [String: String] = [:]) async throws -> SiteTest {
        var files = files
        files["content/practices/jia/dispatch.md"] = practice
        let test = try await SiteTest.library("loop", with: files)
        #expect(test.report == "")
        return try await test.build()
    }

    /// A file that the address of a link holds.
    private func carried(_ name: String, by path: String) async throws -> String {
        let page = try await built(dispatch).text(path)
        let link = try #require(
            page.firstMatch(
                of: try Regex(
                    "href=\"data:text/[a-z]+;charset=utf-8;base64,([^\"]+)\" download=\"\(name)\"",
                    as: (Substring, Substring).self)))
        return String(decoding: try #require(Data(base64Encoded: String(link.1))), as: UTF8.self)
    }

    private let dispatch = """
        ---
        title: {zh-Hans: 热线派单, en: Hotline dispatch}
        place: jia
        problem: {text: {zh-Hans: 诉求找不到承办单位, en: Nobody takes the calls on}, from: reports#P1.S1}
        mechanisms: [hotline]
        modality: reported
        levels: [{is: city, from: reports#P1.S1}]
        assets: [{is: hotline, from: reports#P1.S1}, funds]
        outcomes: [jia-closure-2025, jia-days-q1]
        ask: [{item: cost, text: {zh-Hans: 要花多少钱？, en: What does it cost?}}]
        steps:
          - text: {zh-Hans: "=分类, 当场", en: "=Sort, on the spot"}
            from: reports#P1.S1
            by: 坐席
        who: [{name: {zh-Hans: 坐席, en: operators}, from: reports#P1.S1}]
        ---
        """

    @Test("the Markdown of a kit says who says so, and leaves boxes to tick")
    func text() async throws {
        let text = try await carried("dispatch.md", by: "en/kits/jia/dispatch.html")
        #expect(
            text.hasPrefix(
                """
                # Kit: Hotline dispatch

                Jia City

                ## The problem

                Nobody takes the calls on (reports#P1.S1)

                ## What it relies on

                - [ ] Hotline (reports#P1.S1)
                - [ ] Funds (Added by the editor)

                ## Who takes part

                - operators (reports#P1.S1)

                ## Steps

                1. [ ] \\=Sort, on the spot (reports#P1.S1)
                   Done by: operators

                ## Questions to ask the place

                - [ ] What does it cost?
                - [ ] Also not known:
                """))
    }

    @Test("titles and steps of a kit are texts in its Markdown and tables, whatever they look like")
    func hostileTexts() async throws {
        let hostile = dispatch.replacing(
            "en: Hotline dispatch", with: #"en: "<script>x()</script> `a` | [b](c) & *d*\n# e""#
        )
        .replacing("\"=Sort, on the spot\"", with: #""=cmd|'/c calc'!A0""#)
        .replacing("en: operators", with: #"en: "- <img src=x onerror=y>""#)
        let page = try await built(hostile).text("en/kits/jia/dispatch.html")
        func file(_ name: String) throws -> String {
            let pattern = try Regex(
                "base64,([^\"]+)\" download=\"\(name)\"", as: (Substring, Substring).self)
            let link = try #require(page.firstMatch(of: pattern))
            return String(decoding: try #require(Data(base64Encoded: String(link.1))), as: UTF8.self)
        }
        let text = try file("dispatch.md")
        #expect(
            text.hasPrefix(
                #"# Kit: &lt;script>x()&lt;/script> \`a\` | \[b\](c) \& \*d\* # e"# + "\n\nJia City\n"))
        #expect(
            text.contains(
                #"1. [ ] \=cmd|'/c calc'!A0 (reports#P1.S1)"# + "\n   Done by: - &lt;img src=x onerror=y>\n"))
        #expect(!text.contains("<"))
        #expect(try file("dispatch-tasks.csv").hasSuffix("\r\n,,,,'=cmd|'/c calc'!A0,,,,,,,,,\r\n"))
    }

    @Test("the tables of a kit have the columns that the library reads, and run no formula")
    func tables() async throws {
        #expect(
            try await carried("dispatch-figures.csv", by: "kits/jia/dispatch.html")
                == "\u{FEFF}id,metric,place,period,printed,value,qualifier,lower,upper,role,baseline,target,source,locator,"
                + "speaker,flags,note\r\n,closure-rate,,,,,,,,,,,,,,,\r\n,closure-days,,,,,,,,,,,,,,,\r\n")
        #expect(
            try await carried("dispatch-tasks.csv", by: "en/kits/jia/dispatch.html")
                == "\u{FEFF}id,place,year,year-inferred,title,lead,metric,baseline,target,op,stage,due,source,locator\r\n"
                + ",,,,\"'=Sort, on the spot\",,,,,,,,,\r\n")
    }

    @Test("an answer of the finder has a page where a practice says so, and none where no practice does")
    func facets() async throws {
        let site = try await built(dispatch)
        let facets = site.artifacts.keys.filter { $0.hasPrefix("find/") }.sorted()
        #expect(facets == ["find/asset-funds.html", "find/asset-hotline.html", "find/level-city.html"])
        #expect(site.text("find/level-city.html").contains("<a href=\"../practices/jia/dispatch.html\">热线派单</a>"))
        #expect(site.text("find/level-city.html").contains("../finder.html?level=city"))
    }

    @Test("practices of one mechanism stand side by side, one of each place first, four at most")
    func comparisons() async throws {
        func practice(_ place: String, _ name: String, _ modality: String) -> (String, String) {
            (
                "content/practices/\(place)/\(name).md",
                """
                ---
                title: {zh-Hans: \(name), en: \(name)}
                place: \(place)
                problem: {text: {zh-Hans: 问题, en: Problem}, from: reports#P1.S1}
                mechanisms: [hotline]
                modality: \(modality)
                ---
                """
            )
        }
        let files = Dictionary(uniqueKeysWithValues: [
            practice("jia", "second", "reported"), practice("yi", "only", "reported"),
            practice("bing", "wish", "proposed"),
            practice("yi", "wish", "proposed"),
        ])
        let page = try await built(dispatch, with: files).text("compare/mechanisms/hotline.html")
        #expect(
            page.matches(of: /<th scope="col"><a href="\.\.\/\.\.\/practices\/([^"]+)\.html">/).map { String($0.1) }
                == [
                    "jia/dispatch", "yi/only", "bing/wish", "jia/second",
                ])
    }

    @Test("an adoption stands on the pages of the practice, of its place and of the adopter, with its diagram")
    func adoptions() async throws {
        let adoption = """
            ---
            practice: jia/dispatch
            adopter: {zh-Hans: yi, en: yi}
            date: 2025-03-01
            kept: [{text: {zh-Hans: 自动派单, en: Automatic dispatch}, from: reports#P2.S1}]
            result: [{text: {zh-Hans: 办得快了, en: It goes faster}, from: reports#P2.S1}]
            from: reports#P2.S1
            ---
            """
        let site = try await built(dispatch, with: ["content/adoptions/yi-dispatch.md": adoption])
        let practice = site.text("en/practices/jia/dispatch.html")
        #expect(practice.contains("<a href=\"../../places/yi.html\">Yi City</a>"))
        #expect(practice.contains("It goes faster"))
        #expect(practice.contains(">E5</a>"))
        #expect(practice.contains("class=\"chart chart-copies\""))
        #expect(
            site.text("en/places/jia.html").contains("<a href=\"../practices/jia/dispatch.html\">Hotline dispatch</a>"))
        #expect(site.text("en/places/yi.html").contains("id=\"adoption.yi-dispatch\""))
    }
}
