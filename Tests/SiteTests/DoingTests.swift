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

    /// The files that addresses of links hold, with the names under which a browser saves them.
    private func carried(by page: String) throws -> [(name: String, text: String)] {
        try page.matches(of: /href="data:text\/[a-z]+;charset=utf-8;base64,([^"]+)" download="([^"]+)"/).map {
            (String($0.2), String(decoding: try #require(Data(base64Encoded: String($0.1))), as: UTF8.self))
        }
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
        let text = try #require(carried(by: await built(dispatch).text("en/kits/jia/dispatch.html")).first).text
        #expect(
            text.hasPrefix(
                """
                # Kit: Hotline dispatch

                Jia City

                E3: A result with definition, denominator, period and baseline.

                ## The problem

                Nobody takes the calls on (paragraph 1, sentence 1)

                ## What it relies on

                - [ ] Hotline (paragraph 1, sentence 1)
                - [ ] Funds (Added by the editor)

                ## Who takes part

                - operators (paragraph 1, sentence 1)

                ## Steps

                1. [ ] \\=Sort, on the spot (paragraph 1, sentence 1)
                   Done by: operators

                ## Questions to ask the place

                - [ ] What does it cost?
                - [ ] Why was it expected to work?
                - [ ] Which documents, forms, systems and rooms does it use, and may we see samples?
                """))
    }

    /// The ids of the fields of a page, in order.
    private func fields(_ page: String) -> [String] { page.matches(of: /data-field="([^"]+)"/).map { String($0.1) } }

    /// The lines of its letter, without what is to be written into them.
    private func letter(_ page: String) -> [String] {
        page.matches(of: /data-line="[^"]*">([^\n]*)<\/p>/).map {
            $0.1.replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespaces)
        }
    }

    @Test("a kit has a row for each step: who does it there, and room for who does it here and when")
    func tasks() async throws {
        let page = try await built(dispatch).text("en/kits/jia/dispatch.html")
        let table = try #require(page.firstMatch(of: /<table class="fill tasks numbered">(.|\n)*?<\/table>/)).0
        #expect(table.matches(of: /<tr>/).count == 2)
        #expect(table.contains("=Sort, on the spot"))
        #expect(table.contains("<dt>Done there by</dt><dd>operators</dd>"))
        #expect(
            fields(String(table)) == [
                "step-1-us", "step-1-when", "task-1", "task-1-us", "task-1-when", "task-2", "task-2-us", "task-2-when",
            ])
        #expect(
            fields(page).prefix(3) == ["unit", "contact", "date"]
                && fields(page).contains("closure-rate-start") && fields(page).contains("ask-1-answer"))
    }

    @Test("what nobody tells of a practice is a letter to its place, with the questions and numbers of the kit")
    func inquiry() async throws {
        let site = try await built(dispatch)
        #expect(
            letter(site.text("kits/jia/dispatch.html")).prefix(5) == [
                "关于商请介绍热线派单做法的函", "：",
                "我单位从《三年跟踪（示例）》中了解到甲市的一项做法（热线派单）。我单位拟结合本地实际学习借鉴，其中一些事项，现有资料没有说明，特商请贵单位介绍：",
                "一、要花多少钱？", "二、为什么认为这样做能见效？",
            ])
        let page = site.text("en/kits/jia/dispatch.html")
        let lines = letter(page)
        #expect(lines.first == "Request for information: Hotline dispatch")
        let asked = page.matches(of: /<span id="text\.ask-[^"]+">([^<]*)<\/span>/).map { String($0.1) }
        #expect(asked.count == 12 && asked == lines.filter { $0.first?.isNumber == true })
        #expect(asked.last == "\(asked.count). Which office, and whom, can we ask for more?")
    }

    @Test(
        "of a proposal there is nothing to copy: there are questions to talk over, and whether it was done is asked first"
    )
    func outline() async throws {
        let site = try await built(
            dispatch.replacing("modality: reported\n", with: "modality: proposed\n").replacing(
                "outcomes: [jia-closure-2025, jia-days-q1]\n", with: ""))
        #expect(site.text("practices/jia/dispatch.html").contains(">打开讨论提纲</a>"))
        #expect(!site.text("practices/jia/dispatch.html").contains("打开工具包"))
        let page = site.text("kits/jia/dispatch.html")
        #expect(page.contains("<title>讨论提纲：热线派单"))
        #expect(!page.contains("class=\"fill tasks") && !page.contains("download=\"热线派单（任务表"))
        #expect(
            fields(page).filter { !$0.contains("-answer") && !$0.contains("letter") } == [
                "unit", "contact", "date", "why", "idea", "who", "means", "watch", "trial", "verdict", "unit",
                "contact",
            ])
        let lines = letter(page)
        #expect(lines[0] == "关于商请介绍热线派单有关情况的函")
        #expect(lines[3...4] == ["一、这一主张是否已经实施，由哪个单位牵头？", "二、要花多少钱？"])
        #expect(lines[5].hasPrefix("三、如已实施，请一并介绍：做法原理、材料和工具、"))
    }

    @Test("numbers of a letter are Chinese up to 99")
    func numbers() {
        #expect([1, 10, 11, 20, 34, 99].map(chineseNumber) == ["一", "十", "十一", "二十", "三十四", "九十九"])
    }

    @Test("titles and steps of a kit are texts in its Markdown and tables, whatever they look like")
    func hostileTexts() async throws {
        let hostile = dispatch.replacing(
            "en: Hotline dispatch", with: #"en: "<script>x()</script> `a` | [b](c) & *d*\n# e""#
        )
        .replacing("\"=Sort, on the spot\"", with: #""=cmd|'/c calc'!A0""#)
        .replacing("en: operators", with: #"en: "- <img src=x onerror=y>""#)
        let page = try await built(hostile).text("en/kits/jia/dispatch.html")
        let files = try carried(by: page)
        #expect(files.map(\.name).last == "script x() script `a` [b](c) &amp; d # e (tasks).csv")
        let text = try #require(files.first).text
        #expect(
            text.hasPrefix(
                #"# Kit: &lt;script>x()&lt;/script> \`a\` | \[b\](c) \& \*d\* # e"# + "\n\nJia City\n"))
        #expect(
            text.contains(
                #"1. [ ] \=cmd|'/c calc'!A0 (paragraph 1, sentence 1)"# + "\n   Done by: - &lt;img src=x onerror=y>\n"))
        #expect(!text.contains("<"))
        #expect(try #require(files.last).text.contains("\r\n'=cmd|'/c calc'!A0,"))
    }

    @Test("the tables of a kit have what its page asks to be filled in, in the reader's words, and run no formula")
    func tables() async throws {
        let site = try await built(dispatch)
        let (chinese, english) = (
            try carried(by: site.text("kits/jia/dispatch.html")),
            try carried(by: site.text("en/kits/jia/dispatch.html"))
        )
        #expect(chinese.map(\.name) == ["热线派单（工具包）.md", "热线派单（数字表）.csv", "热线派单（任务表）.csv"])
        #expect(
            chinese[1].text
                == "\u{FEFF}指标,单位,时间,数值,备注\r\n按期办结率,%,,,做之前\r\n按期办结率,%,,,中途\r\n按期办结率,%,,,做之后\r\n"
                + "平均办结用时,天,,,做之前\r\n平均办结用时,天,,,中途\r\n平均办结用时,天,,,做之后\r\n")
        #expect(
            english[2].text
                == "\u{FEFF}Task,Needs,Done there by,Who does it here,By when,Progress\r\n"
                + "\"'=Sort, on the spot\",,operators,,,\r\n")
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
