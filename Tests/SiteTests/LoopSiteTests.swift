import Content
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("Three years of goals, progress and results become pages")
struct LoopSiteTests {
    /// The texts of all elements with a class, without their tags, in the order of the page.
    private func texts(_ html: String, class name: String) -> [String] {
        html.components(separatedBy: "class=\"\(name)\"").dropFirst().map { part in
            let inner = part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
            return String(inner)
        }
    }

    @Test("the library has no problem, not even a warning, and its site no dead link")
    func sound() async throws {
        let built = try await SiteTest.library("loop").build()
        #expect(built.report == "")
        #expect(built.deadLinks == [])
    }

    @Test("a library without cases counts none")
    func counts() async throws {
        let built = try await SiteTest.library("loop").build()
        #expect(
            built.text("en/index.html").contains(
                "<ul class=\"counts\">\n<li>1 practice</li>\n<li>14 figures</li>\n</ul>"))
        #expect(built.text("en/print.html").contains("<p class=\"meta\">1 practice, 14 figures</p>"))
    }

    @Test("the board begins with what lags in the latest year, and says where there is no further record")
    func board() async throws {
        let page = try await SiteTest.library("loop").build().text("en/tracking.html")
        let ids = page.components(separatedBy: "<tr class=\"task\" id=\"task.").dropFirst().map { part in
            String(part.prefix { $0 != "\"" })
        }
        #expect(
            ids == [
                "jia-2025-days", "yi-2025-stations", "yi-2025-move", "yi-2025-app", "bing-2025-desk", "jia-2025-review",
                "jia-2025-training", "jia-2025-closure", "jia-2024-closure", "yi-2024-stations", "jia-2023-closure",
            ])
        let verdicts = page.components(separatedBy: "<td><span class=\"verdict\"").dropFirst().map { part in
            String(part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
        }
        #expect(
            verdicts == [
                "Missed", "Lagging", "Stopped", "Not started", "No further record", "On track", "Reported done", "Met",
                "Undetermined", "No further record", "Met",
            ])
    }

    @Test("a date that passed without a word is overdue only against a given day")
    func overdue() async throws {
        let test = try await SiteTest.library("loop")
        #expect(try await !test.build().text("tracking.html").contains("已过期"))
        let later = test.with(SiteOptions(baseURL: nil, today: .init("2025-10-01")))
        #expect(try await later.build().text("tracking.html").components(separatedBy: "已过期").count - 1 == 2)
    }

    @Test("a metric draws places of one level and period, and each place over time; the district stands apart")
    func metric() async throws {
        let page = try await SiteTest.library("loop").build().text("metrics/closure-rate.html")
        #expect(
            page.components(separatedBy: "<figcaption>").dropFirst().map { String($0.prefix { $0 != "<" }) } == [
                "按期办结率（市级，2023年）", "按期办结率（市级，2025年）", "按期办结率，历年",
            ])
        #expect(page.contains("<strong>不宜并列比较：</strong> 行政层级不同。"))
        #expect(texts(page, class: "printed") == ["81%", "88%", "不低于90%", "95.5%", "超70%", "近80%", "91%"])
    }

    @Test("an English page says the figure in English and shows what was printed")
    func wording() async throws {
        let page = try await SiteTest.library("loop").build().text("en/metrics/service-stations.html")
        #expect(texts(page, class: "printed") == ["more than 30 stations", "28 stations"])
        #expect(page.contains("<dt>As printed</dt><dd lang=\"zh-Hans\">30余个</dd>"))
        #expect(page.contains("<dt>What follows from it</dt><dd>at least 30 stations; upper bound not known</dd>"))
    }

    @Test("every block of a text is drawn; what may not stand side by side says why")
    func blocks() async throws {
        let page = try await SiteTest.library("loop").build().text("pages/blocks.html")
        #expect(!page.contains("<pre>"))
        #expect(page.components(separatedBy: "<svg ").count - 1 == 5)
        #expect(page.components(separatedBy: "<ul class=\"apart\">").count - 1 == 1)
        #expect(page.contains("行政层级不同。"))
        #expect(texts(page, class: "steps") == ["\n"])
        let link = "<a class=\"figure\" href=\"../metrics/closure-rate.html#figure.jia-closure-2024\">不低于90%"
        #expect(page.contains(link + "</a>"), "the words say how it is hedged")
    }
}
