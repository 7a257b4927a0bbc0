import Disk
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("A small library becomes exactly this site")
struct FixtureSiteTests {
    @Test("every file is as expected, and every link leads somewhere")
    func wholeTree() async throws {
        let built = try await SiteTest.library("small").build()
        #expect(built.report == "")
        try ExpectedTree("small").compare(with: built)
        #expect(built.deadLinks == [])
    }

    @Test("a partial of the library’s own stands in for the program’s on every page that includes it")
    func partial() async throws {
        let notes = "{{#citations}}{{number}} #{{id}} back #{{back}}: {{speaker}} ({{locator}})\n{{/citations}}"
        let built = try await SiteTest.library("small", with: ["templates/partials/notes.mustache": notes]).build()
        let page = built.text("en/practices/yibin/stairwell.html")
        #expect(page.contains("\n1 #note.1 back #ref.1: Li (P1.S1)\n2 #note.2 back #ref.2: Li (P1.S2)\n"))
    }

    @Test("an alias becomes a page that leads to the new address, in every language, by the library’s own template")
    func aliases() async throws {
        let template = "{{lang}}: {{title}} is at {{href}} ({{canonical}})\n"
        let built = try await SiteTest.library("small", with: ["templates/redirect.mustache": template]).build()
        #expect(
            built.text("practices/stairwell-talks.html")
                == "zh-Hans: 楼道议事 is at yibin/stairwell.html (https://small.example/lib/practices/yibin/stairwell.html)\n"
        )
        #expect(
            built.text("en/practices/stairwell-talks.html")
                == "en: Stairwell talks is at yibin/stairwell.html (https://small.example/lib/en/practices/yibin/stairwell.html)\n"
        )
    }

    @Test("a reader of a language without a translation gets the original, marked as such")
    func fallback() async throws {
        let test = try await SiteTest.library("small", without: ["content/topics/lifts.en.md"])
        #expect(
            test.report == """
                content/topics/lifts.md:2:8: warning: no translation into English (en) [missing-translation]
                  2 | title: 加装电梯
                    |        ^~~~~~~~
                    = run ‘exemplar new topic lifts --language en’ and translate content/topics/lifts.en.md

                """)
        let page = try await test.build().text("en/topics/lifts.html")
        #expect(page.contains("<h1 lang=\"zh-Hans\">加装电梯</h1>"))
        #expect(page.contains("<div lang=\"zh-Hans\"><p>老楼没有电梯。</p>\n</div>"))
    }

    @Test("a picture has the size of its file on every page, and its title for a caption")
    func pictures() async throws {
        let built = try await SiteTest.library(
            "small",
            with: [
                "content/topics/lifts.md":
                    "---\ntitle: 加装电梯\nkind: problem\n---\n![图](a%20b.svg \"说明\")\n\n看![图](a%20b.svg)",
                "content/topics/a b.svg":
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4in\" viewBox=\"0 0 2 1\"></svg>",
            ], without: ["content/topics/lifts.en.md"]
        ).build()
        let attributes = "width=\"384\" height=\"192\" loading=\"lazy\" decoding=\"async\""
        let image = "<img src=\"../../topics/a%20b.svg\" alt=\"图\" \(attributes) />"
        let page = built.text("en/topics/lifts.html")
        #expect(page.contains("<figure>\(image)<figcaption>说明</figcaption></figure>\n<p>看\(image)</p>"))
        #expect(built.text("topics/a b.svg").hasPrefix("<svg"))
    }

    @Test("feeds and sitemap are well-formed XML")
    func feeds() async throws {
        let built = try await SiteTest.library("small").build()
        for path in ["feed.xml", "en/feed.xml", "sitemap.xml"] {
            #expect(XMLChecker.isWellFormed(built.artifacts[path] ?? []), "\(path)")
        }
        #expect(built.text("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://small.example/lib/sitemap.xml\n")
    }

    @Test("a sitemap that would hold too many addresses becomes several with an index, and none is lost")
    func sitemaps() async throws {
        let site = try await SiteTest.library("small").build().site
        func addresses(_ files: some Sequence<SiteFile>) -> [Substring] {
            files.flatMap {
                String(decoding: $0.render(), as: UTF8.self).matches(of: #/<loc>(.*?)</loc>/#).map(\.output.1)
            }
        }
        let one = site.sitemapFiles()
        let several = site.sitemapFiles(limit: 5)
        #expect(one.map(\.path) == ["sitemap.xml"])
        #expect(addresses(several.dropFirst()) == addresses(one))
        let count = addresses(one).count
        #expect(several.count == 1 + (count + 4) / 5 && count > 10)
        #expect(
            addresses(several.prefix(1)) == several.dropFirst().map { "https://small.example/lib/\($0.path)" })
        #expect(several.allSatisfy { XMLChecker.isWellFormed($0.render()) })
    }

    @Test("the plan reserves the name of the manifest that is written beside the pages")
    func manifest() { #expect(OwnFile.manifest.rawValue == Manifest.fileName) }
}
