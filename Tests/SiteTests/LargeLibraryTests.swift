import TestSupport
import Testing

@testable import Site

@Suite("A page stays of a size one can read, however large the library")
struct LargeLibraryTests {
    @Test("under a paragraph that many pages draw on stand the first forty, and how many more there are")
    func takers() async throws {
        let (all, some) = (45, 2)
        let files = (0..<all).map { number in
            (
                "content/practices/jia/p\(number).md",
                """
                ---
                title: {zh-Hans: 做法\(number), en: Practice \(number)}
                place: jia
                problem: {text: {zh-Hans: 问题, en: Problem}, from: reports#P1.S1}
                mechanisms: [hotline]
                modality: reported
                ---
                """
            )
        }
        let few = try await SiteTest.library("loop", with: Dictionary(uniqueKeysWithValues: files.prefix(some))).build()
        #expect(!few.text("en/sources/reports.html").contains("more pages draw on this paragraph"))

        let site = try await SiteTest.library("loop", with: Dictionary(uniqueKeysWithValues: files)).build()
        let page = site.text("en/sources/reports.html")
        let paragraph = try #require(
            page.split(separator: "<section class=\"paragraph\"").first { $0.hasPrefix(" id=\"P1\"") })
        #expect(paragraph.matches(of: /<h4>/).count == Taker.most)
        let pages =
            few.text("en/sources/reports.html").split(separator: "<section class=\"paragraph\"")
            .first { $0.hasPrefix(" id=\"P1\"") }?.matches(of: /<h4>/).count ?? 0
        // Of the pages besides the practices there are as many in both libraries.
        let more = pages - some + all - Taker.most
        #expect(
            paragraph.contains(
                "<p class=\"none\">\(more) more pages draw on this paragraph.</p>"))
        #expect(site.text("sources/reports.html").contains("另有\(more)页引用了这一段。"))
    }
}
