import Content
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Site

@Suite("What would go wrong in the output is found in the plan")
struct PlanTests {
    @Test("an alias that is another page's address")
    func collision() async throws {
        let test = try await SiteTest.library(
            "small",
            with: [
                "content/topics/index.md": "---\ntitle: 目录\nkind: problem\n---\n",
                "content/topics/index.en.md": "---\ntitle: Index\n---\n",
            ])
        #expect(
            test.report == """
                content/topics/index.md:2:8: error: the page of ‘目录’ wants the file ‘topics/index.html’, which the list of all topics has [path-collision]
                  2 | title: 目录
                    |        ^~~~
                    = rename one of them
                exemplar.yaml:1:1: note: the list of all topics comes from here
                  1 | title: {zh-Hans: 小经验库, en: A small library}
                    | ^

                """)
    }

    @Test(
        "an alias that would replace a file of the program, of another language or of a folder's name",
        arguments: [
            ("404.html", "the program’s own 404.html"), ("en/pages/about.html", "the page of ‘关于’"),
            ("INDEX.html", "the page of ‘小经验库’"),
            ("glossary", "the page ‘glossary’"), ("places/yibin.html/old", "the page of ‘宜滨市’"),
        ])
    func aliasCollisions(alias: String, owner: String) async throws {
        let test = try await SiteTest.library(
            "small",
            with: ["content/topics/x.md": "---\ntitle: {zh-Hans: 甲, en: X}\nkind: problem\naliases: [\(alias)]\n---\n"])
        let collisions = test.diagnostics.filter { $0.code == .pathCollision }
        #expect(collisions.count == 1)
        #expect(collisions.first?.message.description.hasSuffix("which \(owner) has") == true, "\(test.report)")
    }

    @Test(
        "an alias is the address of a page: nothing that a server acts on, and no file that is not one",
        arguments: [
            ".htaccess", "web.config", ".user.ini", "index.php", "a/x.shtml", ".git/x.html", ".exemplar-staging/x.html",
            "old/x.js", "assets/style.css", "exemplar-manifest.json", "feed.xml", "data/observations.csv", "../x.html",
        ])
    func aliasesOfServers(alias: String) async throws {
        let test = try await SiteTest.library(
            "small",
            with: ["content/topics/x.md": "---\ntitle: {zh-Hans: 甲, en: X}\nkind: problem\naliases: [\(alias)]\n---\n"])
        #expect(
            test.report.contains(
                "content/topics/x.md:4:11: error: ‘\(alias)’ is not the address of a page below the site [invalid-value]"
            ),
            "\(test.report)")
    }

    @Test("a page that nothing leads to")
    func orphan() async throws {
        let test = try await SiteTest.library(
            "small",
            with: [
                "content/pages/lost.md": "---\ntitle: 没人去\n---\n",
                "content/pages/lost.en.md": "---\ntitle: Lost\n---\n",
            ])
        #expect(
            test.report == """
                content/pages/lost.md:2:8: warning: no page leads to ‘没人去’ [orphan-page]
                  2 | title: 没人去
                    |        ^~~~~~
                    = write ‘in-menu: true’, or link to it

                """)
    }

    @Test("an archived record keeps its page but is listed no more")
    func archived() async throws {
        let path = "content/practices/yibin/stairwell.md"
        let original = try await SiteTest.library("small")
        let text = original.tree[path].map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let archived = text.replacing("modality: reported", with: "modality: reported\nstatus: archived")
        let built = try await SiteTest.library("small", with: [path: archived]).build()
        #expect(built.artifacts["practices/yibin/stairwell.html"] != nil)
        #expect(try await original.build().text("topics/lifts.html").contains("yibin/stairwell.html"))
        #expect(!built.text("topics/lifts.html").contains("stairwell"))
        #expect(!built.text("feed.xml").contains("stairwell"))
        #expect(!built.text("sitemap.xml").contains("stairwell"))
    }

    @Test(
        "names that a stick cannot hold are told, those of files beside the records too",
        arguments: [
            ("content/topics/con.md", "con.html"), ("content/topics/lpt1.md", "lpt1.html"),
            ("content/pages/a:b.pdf", "a:b.pdf"), ("content/pages/x<y.pdf", "x<y.pdf"),
            ("content/pages/aux.d/list.pdf", "aux.d"), ("content/pages/end./list.pdf", "end."),
        ])
    func unportable(path: String, name: String) async throws {
        let text = path.hasSuffix(".md") ? "---\ntitle: {zh-Hans: 甲, en: X}\nkind: problem\n---\n" : "x"
        let test = try await SiteTest.library("small", with: [path: text])
        let told = test.diagnostics.filter { $0.code == .unportableName }
        #expect(told.map(\.message.description) == ["Windows and USB sticks cannot hold ‘\(name)’"], "\(test.report)")
        #expect(told.first?.span.path == path)
    }

    @Test("a name that encrypted home folders cannot hold is told, though Windows holds it")
    func long() async throws {
        let name = String(repeating: "长", count: 47) + "a.pdf"
        let test = try await SiteTest.library("small", with: ["content/pages/\(name)": "x"])
        let told = test.diagnostics.filter { $0.code == .unportableName }
        #expect(
            told.map(\.message.description) == [
                "a name of 146 bytes is too long for encrypted home folders of Linux desktops, which take 143: ‘\(name)’"
            ])
    }

    @Test(
        "names that only look like those of devices are held", arguments: ["console", "com0", "com10", "lpt", "nullen"])
    func portable(id: String) async throws {
        let test = try await SiteTest.library(
            "small",
            with: ["content/topics/\(id).md": "---\ntitle: {zh-Hans: 甲, en: X}\nkind: problem\n---\n"])
        #expect(test.report == "")
    }
}
