import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("A finished site is walked from its files alone")
struct AuditTests {
    @Test("nothing is wrong with the site of the five cities")
    func fiveCities() async throws {
        let problems = SiteAudit(try await SiteTest.fiveCities().build().artifacts).problems
        #expect(problems.isEmpty, "\(problems.prefix(20))")
    }

    /// A site of one page and its search, with files changed.
    private func problems(_ body: String = "", head: String = "", with files: [String: String] = [:]) -> [String] {
        let page = """
            <!DOCTYPE html><html lang="zh-Hans"><head>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'">\(head)</head>
            <body><h1 id="top">一</h1>\(body)</body></html>
            """
        let search = """
            exemplarSearch("manifest",{"pages":"aaaaaa","facets":"bbbbbb","variants":"cccccc",\
            "grams":{"hashes":"ddddddeeeeee","first":""},"words":{"hashes":"","first":""},"code":"fff"})
            """
        var site = ["index.html": page, "search/manifest.js": search]
        for name in ["pages.aaaaaa", "facets.bbbbbb", "variants.cccccc", "g0.dddddd", "g1.eeeeee", "x0.fff", "x1.fff"] {
            site["search/\(name).js"] = ""
        }
        site.merge(files) { $1 }
        let all = SiteAudit(site.filter { $0.value != "gone" }.mapValues { Array($0.utf8) })
        return all.problems.map { "\($0.path): \($0.problem)" }
    }

    @Test("a page that is as it should be")
    func fine() {
        #expect(
            problems(
                "<a href=\"#top\">1</a><a href=\"https://example.org/\">2</a><a href=\"mailto:a@b\">3</a>"
                    + "<img src=\"data:image/png;base64,AA\"><a href=\"a/b.html?q=1#x\">4</a>",
                with: ["a/b.html": "<html lang=zh><meta http-equiv='Content-Security-Policy'><h1 id=x>二</h1></html>"]
            ).isEmpty)
    }

    @Test(
        "each fault is told of its file",
        arguments: [
            ("<a href=\"b.html\">1</a>", "deadLink(\"b.html\")"),
            ("<a href=\"../b.html\">1</a>", "deadLink(\"../b.html\")"),
            ("<a href=\"#a%20b\">1</a>", "deadAnchor(\"#a%20b\")"),
            ("<img src=\"https://cdn.example/a.png\">", "outside(\"https://cdn.example/a.png\")"),
            ("<script src='//cdn.example/a.js'></script>", "outside(\"//cdn.example/a.js\")"),
            ("<a href=\"/index.html\">1</a>", "outside(\"/index.html\")"),
            ("<link rel=\"stylesheet\" href=\"http://a/b.css\">", "outside(\"http://a/b.css\")"),
            ("<h1>二</h1>", "headings(2)"), ("<p id=\"top\">二</p>", "sameID(\"top\")"),
            (
                "<link rel=\"alternate\" hreflang=\"en\" href=\"index.html\">",
                "language(\"zh-Hans\", expected: \"en\")"
            ), (String(repeating: "长", count: 50_000), "tooBig(bytes: 150164, limit: 150000)"),
        ])
    func faults(body: String, problem: String) {
        #expect(problems(body) == ["index.html: \(problem)"])
    }

    @Test("a page for wrong addresses is shown at any, so its own begin where the site does on its server")
    func shownAnywhere() {
        func problems(_ body: String, base: String) -> [String] {
            self.problems(
                with: [
                    "robots.txt": "User-agent: *\nSitemap: \(base)sitemap.xml\n", "sitemap.xml": "<urlset></urlset>",
                    "404.html":
                        "<html lang=zh><meta http-equiv='Content-Security-Policy'><h1 id=x>二</h1>\(body)</html>",
                ])
        }
        let link = "<a href='/lib/index.html#top'>1</a><a href='#x'>2</a><img src='/lib/search/pages.aaaaaa.js'>"
        #expect(problems(link, base: "https://a.example/lib/").isEmpty)
        #expect(
            problems(link, base: "https://a.example/") == [
                "404.html: deadLink(\"/lib/index.html#top\")", "404.html: deadLink(\"/lib/search/pages.aaaaaa.js\")",
            ])
        #expect(
            problems("<img src='//b.example/a.png'><a href='/'>1</a>", base: "https://a.example/lib/") == [
                "404.html: outside(\"/\")", "404.html: outside(\"//b.example/a.png\")",
            ])
    }

    @Test("what is in comments, scripts and attributes is no markup")
    func noMarkup() {
        #expect(
            problems(
                "<!-- <h1> <a href=\"x\"> --><script>'<h1>'</script><style>h1>a{}</style><p title=\"a > <h1>\">1</p>"
            ).isEmpty)
    }

    @Test("search, feeds, style sheets and pages without policy, heading or language")
    func others() {
        #expect(
            problems(with: ["search/g1.eeeeee.js": "gone"]) == [
                "search/manifest.js: searchMissing(\"search/g1.eeeeee.js\")"
            ])
        #expect(problems(with: ["search/x0.fff.js": "gone"]) == ["search/manifest.js: searchMissing(\"search/x0.js\")"])
        #expect(problems(with: ["search/g0.zzzzzz.js": ""]) == ["search/g0.zzzzzz.js: searchStray"])
        #expect(
            problems(with: ["search/manifest.js": "gone"]) == [
                "search/manifest.js: searchMissing(\"search/manifest.js\")"
            ])
        #expect(
            problems(with: ["feed.xml": "<feed><id>1</id><title>2</title></feed>"]) == [
                "feed.xml: element(\"updated\")"
            ])
        #expect(problems(with: ["sitemap.xml": "<urlset><url></urlset>"]) == ["sitemap.xml: element(\"urlset\")"])
        #expect(
            problems(with: ["a.css": "@import 'b.css'; p{background:url(\"https://a/b.png\")} q{background:url(#c)}"])
                == [
                    "a.css: deadLink(\"b.css\")", "a.css: outside(\"https://a/b.png\")",
                ])
        #expect(
            problems(with: ["a.html": "<html></html>"]) == [
                "a.html: headings(0)", "a.html: language(\"\", expected: \"\")", "a.html: noPolicy",
            ])
    }
}
