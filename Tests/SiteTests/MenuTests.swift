import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Site

@Suite("The menu has five sections, and a second row of the pages of the one at hand")
struct MenuTests {
    /// A row as `title address` and, where it is marked, how.
    private func row(_ name: String, of path: String, in site: SiteTest) -> [String] {
        let text = site.text(path)
        guard let start = text.firstRange(of: "<nav class=\"\(name)\""),
            let end = text[start.upperBound...].firstRange(of: "</nav>")
        else { return [] }
        return text[start.upperBound..<end.lowerBound].matches(
            of: /<a href="([^"]*)"(?: aria-current="([a-z]+)")?>([^<]*)<\/a>/
        ).map { "\($0.3) \($0.1)" + ($0.2.map { " – \($0)" } ?? "") }
    }

    @Test("on the home page no section is at hand")
    func home() async throws {
        let site = try await SiteTest.fiveCities().build()
        #expect(
            row("menu", of: "index.html", in: site) == [
                "找做法 finder.html", "案例 cases/index.html", "各地 places/index.html", "数据 metrics/index.html",
                "关于 pages/about.html",
            ])
        #expect(row("section-menu", of: "index.html", in: site) == [])
    }

    @Test("every kind of page that was in the menu or at the foot is in the map at the foot, in its section")
    func map() async throws {
        let site = try await SiteTest.fiveCities().build()
        let text = site.text("en/index.html")
        let map = try #require(
            text.components(separatedBy: "<nav class=\"site-map\"").last?.components(separatedBy: "</nav>").first)
        #expect(
            map.matches(of: /<a href="([^"]*)">([^<]*)</).map { "\($0.2) \($0.1)" } == [
                "Find finder.html", "Finder finder.html", "Problems and groups topics/index.html",
                "Practices practices/index.html", "Mechanisms mechanisms/index.html", "Compare compare.html",
                "A–Z a-z.html",
                "Search search.html",
                "Cases cases/index.html",
                "Places places/index.html", "Places places/index.html", "Matrix matrix.html", "Tracking tracking.html",
                "Data metrics/index.html", "Figures metrics/index.html", "Sources sources/index.html",
                "Open data data/index.html",
                "About pages/about.html", "About this library pages/about.html", "Methods pages/methods.html",
                "Evidence levels evidence.html", "Glossary glossary.html", "Corrections corrections.html",
                "The whole library print.html",
            ])
    }

    @Test("a page marks its section, and in it itself or the page that it is below of")
    func current() async throws {
        let site = try await SiteTest.fiveCities().build()
        func marked(_ path: String) -> [String] {
            (row("menu", of: path, in: site) + row("section-menu", of: path, in: site)).filter { $0.contains(" – ") }
        }
        #expect(marked("finder.html") == ["找做法 finder.html – page", "做法筛选 finder.html – page"])
        #expect(marked("matrix.html") == ["各地 places/index.html – true", "机制对照 matrix.html – page"])
        #expect(
            marked("practices/panjin/three-grids.html") == [
                "找做法 ../../finder.html – true", "做法 ../index.html – true",
            ])
        #expect(
            marked("kits/panjin/three-grids.html") == [
                "找做法 ../../finder.html – true", "做法 ../../practices/index.html – true",
            ])
        #expect(
            marked("sources/roundtable-2025.html") == ["数据 ../metrics/index.html – true", "来源 index.html – true"])
        #expect(marked("pages/methods.html") == ["关于 about.html – true", "方法说明 methods.html – page"])
        #expect(marked("cases/index.html") == ["案例 index.html – page"])
        #expect(marked("404.html") == [])
    }

    @Test("a text that is not to stand in the menu is still about the library, and a section without pages is left out")
    func texts() async throws {
        let hidden = "---\ntitle: {zh-Hans: 附记, en: Postscript}\n---\n[首页](../index.md)\n"
        let site = try await SiteTest.library("loop", with: ["content/pages/postscript.md": hidden]).build()
        #expect(
            row("menu", of: "pages/postscript.html", in: site).filter { $0.contains(" – ") }.map { $0.prefix(2) } == [
                "关于"
            ])
        #expect(!row("section-menu", of: "pages/postscript.html", in: site).contains { $0.contains("附记") })
    }

    @Test("the settings say what comes first and what the menu leaves out")
    func settings() async throws {
        let tree = try await SiteTest.fiveCities().tree
        let settings =
            "title: 库\nlanguages: [zh-Hans, en]\nmenu:\n  order: [places, matrix, methods]\n"
            + "  hide: [tracking, about, cases]\n"
        let file = SourceTree.File(path: "exemplar.yaml", bytes: Array(settings.utf8))
        let built = try await SiteTest(SourceTree(files: tree.files.filter { $0.path != file.path } + [file])).build()
        #expect(
            row("menu", of: "index.html", in: built) == [
                "各地 places/index.html", "找做法 finder.html", "数据 metrics/index.html", "关于 pages/methods.html",
            ])
        #expect(
            row("section-menu", of: "matrix.html", in: built)
                == ["地方 places/index.html", "机制对照 matrix.html – page"])
    }

    @Test(
        "a name that the menu does not have is told by what it shows, and the names that there are by what they mean",
        arguments: [
            ("order: [各地]", ["that is what the page shows; write places"]),
            ("hide: [地方]", ["that is what the page shows; write places"]),
            ("order: [\"places，cases\"]", ["‘，’ is a full-width mark; write ‘,’"]),
            ("hide: [trakcing]", ["did you mean ‘tracking’?"]),
            (
                "order: [驾驶舱]",
                [
                    "use one of find (找做法), cases (案例), places (各地), data (数据), about (关于), finder (做法筛选), "
                        + "topics (问题与人群), practices (做法), mechanisms (机制), compare (并排比较), metrics (数字), "
                        + "matrix (机制对照), tracking (跟踪), a-z (按音序), search (搜索), evidence (证据等级), "
                        + "sources (来源), glossary (术语), corrections (更正), print (全库合订本)"
                ]
            ),
        ])
    func wrongNames(menu: String, hints: [String]) async throws {
        let settings = "title: 库\nlanguages: [zh-Hans, en]\nmenu:\n  \(menu)\n"
        let site = try await SiteTest.library("small", with: ["exemplar.yaml": settings])
        #expect(
            site.diagnostics.filter { $0.code == .unknownMenuName }.compactMap { $0.hint?.description } == hints)
    }
}
