import Content
import TestSupport
import Testing

@testable import Site

@Suite("A page stays of a size one can read, however large the library")
struct LargeLibraryTests {
    @Test("under a paragraph that many pages draw on stand the first forty, and how many more there are")
    func takers() async throws {
        let (all, some) = (45, 2)
        let few = try await SiteTest.loop(practices: some).build()
        #expect(!few.text("en/sources/reports.html").contains("more pages draw on this paragraph"))

        let site = try await SiteTest.loop(practices: all).build()
        let page = site.text("en/sources/reports.html")
        let paragraph = try #require(
            page.split(separator: "<section class=\"paragraph\"").first { $0.hasPrefix(" id=\"P1\"") })
        #expect(paragraph.matches(of: /<h4>/).count == Taker.mostOfParagraph)
        let pages =
            few.text("en/sources/reports.html").split(separator: "<section class=\"paragraph\"")
            .first { $0.hasPrefix(" id=\"P1\"") }?.matches(of: /<h4>/).count ?? 0
        // Of the pages besides the practices there are as many in both libraries.
        let more = pages - some + all - Taker.mostOfParagraph
        #expect(
            paragraph.contains(
                "<p class=\"none\">\(more) more pages draw on this paragraph.</p>"))
        #expect(site.text("sources/reports.html").contains("另有\(more)页引用了这一段。"))
    }

    /// The places of two pages of the matrix, the practices of three pages of a list.
    private static func library() -> [String: String] {
        var files = [
            "content/topics/complaints.md": "---\ntitle: {zh-Hans: 投诉, en: Complaints}\nkind: problem\n---\n"
        ]
        for number in 1...12 {
            files["content/places/p-\(number).md"] =
                "---\ntitle: {zh-Hans: 地\(number), en: Place \(number)}\nlevel: city\n---\n"
        }
        for number in 1...130 {
            files["content/practices/p-\(number % 12 + 1)/x-\(number).md"] = """
                ---
                title: {zh-Hans: 做法\(number), en: Practice \(number)}
                place: p-\(number % 12 + 1)
                problem: {text: {zh-Hans: 问题, en: Problem}, from: reports#P1.S1}
                mechanisms: [hotline]
                topics: [complaints]
                modality: reported
                ---
                """
        }
        return files
    }

    private static let site = Task { try await SiteTest.library("loop", with: library()).build() }

    @Test("a list stands on several pages, each with the way to the others, and holds everything once")
    func parts() async throws {
        let site = try await Self.site.value
        let pages = ["", "-2", "-3"].map { site.text("en/practices/index\($0).html") }
        let titles = pages.flatMap { $0.matches(of: />Practice (\d+)</).map { Int($0.output.1) ?? 0 } }
        #expect(Set(titles) == Set(1...130))
        #expect(titles.count == 130)
        #expect(pages.map { $0.contains("<h1>Practices (page 2 of 3)</h1>") } == [false, true, false])
        let nav = pages[1].split(separator: "<nav class=\"pager\"").last?.split(separator: "</nav>").first ?? ""
        let pager = nav.matches(of: /<a (rel="\w+" )?href="index[^>]*>[^<]*/).map { String($0.output.0) }
        #expect(
            pager == [
                "<a rel=\"prev\" href=\"index.html\">Previous page", "<a href=\"index.html\" aria-label=\"Page 1\">1",
                "<a href=\"index-2.html\" aria-label=\"Page 2\" aria-current=\"page\">2",
                "<a href=\"index-3.html\" aria-label=\"Page 3\">3", "<a rel=\"next\" href=\"index-3.html\">Next page",
            ])
        // 2 stands before 11, in places and among their practices.
        let headings = pages.flatMap { $0.matches(of: /html">Place (\d+)<\/a><\/h2>/).compactMap { Int($0.output.1) } }
        #expect(headings.filter { $0 > 0 } == headings.sorted())
        #expect(site.deadLinks == [])
    }

    @Test("what many practices belong to shows the first forty, and a list has all")
    func owners() async throws {
        let site = try await Self.site.value
        // The library has a practice of the mechanism besides; it is the first.
        for (page, list, count) in [
            ("en/mechanisms/hotline.html", "hotline-all.html", 39),
            ("en/topics/complaints.html", "complaints-all.html", 40),
            ("en/evidence.html", "find/evidence-E1.html", 40),
        ] {
            let text = site.text(page)
            #expect(text.matches(of: /<h3><a [^>]*>Practice \d+</).count == count, "\(page)")
            #expect(text.contains("href=\"\(list)\">See all 13"), "\(page)")
        }
        let list = site.text("en/mechanisms/hotline-all.html")
        #expect(list.matches(of: />Practice \d+</).count == 130)
    }

    @Test("letters lead to the pages on which they begin; the matrix shows a few places a page")
    func lettersAndMatrix() async throws {
        let site = try await Self.site.value
        let first = site.text("en/a-z.html")
        let second = site.text("en/a-z-2.html")
        #expect(second.contains("href=\"a-z.html#page.letter-C\""))
        let names = [first, second].map { $0.matches(of: />Practice \d+</).count }
        #expect(names.reduce(0, +) == 130 && names.allSatisfy { $0 > 0 })
        let places = ["", "-2"].map { site.text("en/matrix\($0).html").matches(of: /<th scope="col"><a/).count }
        #expect(places.reduce(0, +) == site.site.library.places.count && places[0] == 8)
    }

    @Test("the finder and comparisons load what their pages have no room for")
    func scripts() async throws {
        let site = try await Self.site.value
        let finder = site.text("en/finder.html")
        #expect(finder.matches(of: /data-practice="\d+"/).count == FinderFile.cardsOnPage)
        let facts = site.text("en/find/facts.js")
        let rest = site.site.library.practices.count - FinderFile.cardsOnPage
        #expect(facts.hasPrefix("exemplarFinder([[\"complaints\",\"\",\"\",\"\",15,0]"))
        #expect(facts.matches(of: /\],\[/).count == rest - 1)
        let cards = (0...1).map { site.text("en/find/cards-\($0).js") }
        #expect(cards.joined().matches(of: /data-practice=/).count == rest)
        #expect(cards[1].contains("data-practice=\\\"\(FinderFile.cardsOnPage + FinderFile.cardCount)\\\""))
        // Few enough to be listed by the page of comparisons itself.
        #expect(!site.text("en/compare.html").contains("compare.find"))
    }
}
