import Content
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("A publication: its imprint, its place in a larger site, and the whole of it as one document")
struct PublicationTests {
    private static let settings = """
        title: {zh-Hans: 三年, en: Three years}
        description: {zh-Hans: 三年的目标、进展和结果。, en: "Goals, progress and results of three years."}
        languages: [zh-Hans, en]

        """

    private func built(_ more: String) async throws -> SiteTest {
        let test = try await SiteTest.library("loop", with: ["exemplar.yaml": Self.settings + more])
        #expect(!test.report.contains("exemplar.yaml"))
        return try await test.build()
    }

    @Test("the foot of every page carries the imprint, and filings lead to the authority")
    func imprint() async throws {
        let site = try await built(
            "imprint: {host: {zh-Hans: 某部, en: A department}, icp: 京ICP备12345678号, police: 京公网安备 11010502030143号}\n")
        for (path, host) in [("matrix.html", "主办单位</span> 某部"), ("en/matrix.html", "Published by</span> A department")]
        {
            let page = site.text(path)
            #expect(page.contains(host))
            #expect(page.contains("<a href=\"https://beian.miit.gov.cn/\" rel=\"external\">京ICP备12345678号</a>"))
            #expect(
                page.contains(
                    "<a href=\"https://beian.mps.gov.cn/#/query/webSearch?code=11010502030143\" rel=\"external\">"))
        }
    }

    @Test("a link to a term has one title: the author's own, or else what the glossary says")
    func titleOfTerm() async throws {
        let page = try await SiteTest.library(
            "small",
            with: [
                "content/glossary.yaml":
                    "grid: {term: {zh-Hans: 网格, en: Grid}, definition: {zh-Hans: 一片地方。, en: An area.}}\n",
                "content/pages/about.md": "---\ntitle: 关于\n---\n[甲](term:grid)、[乙](term:grid \"别的\")。\n",
                "content/pages/about.en.md": "---\ntitle: About\n---\n[a](term:grid)\n",
            ]
        ).build().text("pages/about.html")
        #expect(page.contains("<a href=\"../glossary.html#grid\" class=\"term\" title=\"一片地方。\">甲</a>"))
        #expect(page.contains("<a href=\"../glossary.html#grid\" title=\"别的\" class=\"term\">乙</a>"))
    }

    @Test("embedded pages have no head and foot of their own, and can still be found one's way in")
    func embedded() async throws {
        let embedded = try await built("embed: true\n").text("matrix.html")
        let alone = try await built("").text("matrix.html")
        for part in ["<header class=\"site-head\"", "<footer class=\"site-foot\"", "class=\"site-title\""] {
            #expect(!embedded.contains(part), "\(part)")
            #expect(alone.contains(part), "\(part)")
        }
        for part in ["<nav class=\"menu\"", "<form class=\"site-search\"", "<nav class=\"languages\"", "<main"] {
            #expect(embedded.contains(part), "\(part)")
            #expect(alone.contains(part), "\(part)")
        }
    }

    @Test("the combined document has every record once, and its links stay inside of it")
    func combined() async throws {
        let site = try await SiteTest.fiveCities().build()
        for prefix in ["", "en/"] {
            let page = site.text(prefix + "print.html")
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(ids.count == Set(ids).count)
            let printed: [PageName] = [.place, .practice, .case, .metric]
            for planned in site.site.plan.pages where planned.language == 0 && printed.contains(planned.id.name) {
                let kind = site.site.kinds[planned.id.name]
                let anchor = try #require(kind.printedAnchor?(site.site.library, planned.id.index))
                #expect(ids.contains(anchor), "\(anchor)")
            }
            let main = try #require(
                page.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first)
            let toRecords = main.matches(of: /href="([^"#]*(practices|cases|places|mechanisms|topics)\/[^"]*)"/)
            #expect(toRecords.map { String($0.1) } == [])
            let marks = main.matches(of: /href="#note\.(\d+)"/).compactMap { Int($0.1) }
            #expect(Set(marks) == Set(1...(marks.max() ?? 0)))
        }
    }

    @Test("a library of more records than anybody prints has no combined document")
    func large() async throws {
        let practices = (0...300).map { number in
            (
                "content/practices/jia/p\(number).md",
                "---\ntitle: {zh-Hans: 做法\(number), en: Practice \(number)}\nplace: jia\nproblem: {zh-Hans: 难, en: Hard}\n"
                    + "mechanisms: [hotline]\nmodality: reported\n---\n"
            )
        }
        let files = Dictionary(uniqueKeysWithValues: practices)
        let large = try await SiteTest.library("loop", with: files).site.plan
        let small = try await SiteTest.library("loop").site.plan
        #expect(large.path(of: PageID(.print), language: 0) == nil)
        #expect(small.path(of: PageID(.print), language: 0) == "print.html")
    }

    @Test("what a page takes from a sentence in several words stands there once, with all its sentences")
    func takers() async throws {
        let page = try await SiteTest.fiveCities().build().text("sources/roundtable-2025.html")
        let paragraph = page.components(separatedBy: "<section class=\"paragraph\"").first { $0.contains("id=\"P32\"") }
        let links = (paragraph ?? "").matches(of: /<h4><a href="([^"]+)">/).map { String($0.1) }
        #expect(links.count == Set(links).count)
        #expect(links.contains("../practices/panjin/three-grids.html"))
        #expect((paragraph ?? "").contains("P32.S3、P32.S4"))
    }
}
