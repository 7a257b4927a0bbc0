import Disk
import Foundation
import Site
import TestSupport
import Testing

@testable import Delivery

@Suite("A site in one file")
struct OneFileTests {
    private static let frame = OneFile.Frame(
        language: "zh-Hans", title: "经验 & 例子", notice: Array("<p>请稍候</p>\n".utf8), script: "show();",
        start: "index.html", missing: "404.html")

    private func page(_ title: String, _ main: String, head: String = "") -> String {
        """
        <!DOCTYPE html>
        <html lang="zh-Hans"><head><title>\(title)</title>
        <link rel="icon" href="#/assets/icon.svg"><link rel="stylesheet" href="#/assets/style.css">\(head)
        </head>
        <body class="kind-page">
        <nav><a href="#/index.html">首页</a> <a href="#/a.html">甲</a></nav>
        <main>\(main)</main>
        <footer>所有页面都一样的页脚，足够长</footer>
        <script src="#/assets/search.js" data-root="#/" defer></script></body></html>
        """
    }

    private func made(_ site: [String: String], excerpt: [String]? = nil, baseURL: String? = nil) async -> String {
        let paths = site.keys.sorted()
        let files = PublishedFiles(paths: paths) { Array((site[paths[$0]] ?? "").utf8) }
        let file = await OneFile(of: files, excerpt: excerpt, frame: Self.frame, baseURL: baseURL, jobs: 2)
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private static let assets = [
        "assets/icon.svg": "<svg/>", "assets/style.css": "p { color: red }\r\n",
        "assets/search.js": "search('</script>');",
        "data/a.csv": "a,b\r\n1,2\r\n", "robots.txt": "User-agent: *", "search/x.js": "exemplarSearch(1);",
    ]

    @Test("pages are text, what they share is there once, scripts are functions, files are in base64")
    func whole() async throws {
        let site = Self.assets.merging([
            "index.html": page("首页", "<h1>一</h1><a href=\"#/data/a.csv\">表</a>"),
            "a.html": page("甲 &amp; 乙", "<h1>二 <\\3> <!-- x --></h1>", head: "<script src=\"#/assets/a.js\"></script>"),
            "old.html":
                "<html><head><meta http-equiv=\"refresh\" content=\"0; url=#/a.html\"></head><body></body></html>",
        ]) { $1 }
        let css = "p { color: red }\n"
        let scripts = """
            var exemplarFiles = {
            "assets/search.js": function (document, location, history) {
            search('<\\/script>');
            },
            "search/x.js": function (document, location, history) {
            exemplarSearch(1);
            }
            };

            """
        #expect(
            await made(site) == """
                <!DOCTYPE html>
                <html lang="zh-Hans">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(policySource(of: css)); \
                script-src \(policySource(of: scripts)) \(policySource(of: "show();")); img-src data:; base-uri 'none'; \
                form-action 'none'">
                <title>经验 &amp; 例子</title>
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+">
                <style data-file="assets/style.css">\(css)</style>
                </head>
                <body data-start="index.html" data-missing="404.html">
                <main class="wide">
                <p>请稍候</p>
                </main>
                <script type="text/plain" data-part="0">
                <nav><a href="#/index.html">首页</a> <a href="#/a.html">甲</a></nav></script>
                <script type="text/plain" data-part="1"></main>
                <footer>所有页面都一样的页脚，足够长</footer>
                </script>
                <script type="text/plain" data-page="a.html" data-lang="zh-Hans" data-title="甲 &amp; 乙" \
                data-class="kind-page" data-styles="assets/style.css" data-scripts="assets/a.js assets/search.js"><\\0>
                <main><h1>二 <\\\\3> <\\!-- x --></h1><\\1></script>
                <script type="text/plain" data-page="index.html" data-lang="zh-Hans" data-title="首页" \
                data-class="kind-page" data-styles="assets/style.css" data-scripts="assets/search.js"><\\0>
                <main><h1>一</h1><a href="#/data/a.csv">表</a><\\1></script>
                <script type="text/plain" data-page="old.html" data-to="#/a.html"></script>
                <script type="text/plain" data-file="data/a.csv" data-type="text/csv">YSxiDQoxLDINCg==</script>
                <script>\(scripts)</script>
                <script>show();</script>
                </body>
                </html>

                """)
    }

    @Test("a few pages are readable without scripts, and links to others lead to the web or nowhere")
    func excerpt() async throws {
        let site = Self.assets.merging([
            "index.html": page("首页", ""),
            "a.html": page("甲", "<a href=\"#/b.html#x\">乙</a> <noscript>无</noscript>"),
            "b.html": page("乙", "<h1>乙</h1>"),
        ]) { $1 }
        let alone = await made(site, excerpt: ["a.html", "b.html"])
        #expect(
            alone.contains(
                """
                <noscript data-page="a.html" data-lang="zh-Hans" data-title="甲" data-class="kind-page" \
                data-styles="assets/style.css" data-scripts="assets/search.js"><div id="/a.html"></div>

                <nav><a >首页</a> <a href="#/a.html">甲</a></nav>
                <main><a href="#/b.html#x">乙</a> <div class="no-script">无</div></main>
                """), "\(alone)")
        #expect(alone.contains("data-page=\"b.html\"") && !alone.contains("data-page=\"index.html\""))
        #expect(!alone.contains("search/x.js"))
        let linked = await made(site, excerpt: ["a.html"], baseURL: "https://a.example/b")
        #expect(linked.contains("<a href=\"https://a.example/b/index.html\">首页</a>"))
        #expect(linked.contains("<a href=\"https://a.example/b/b.html#x\">乙</a>"))
    }

    @Test(
        "the five cities in one file: every page, within 1.35 times the bytes of the files of the site, the same every time"
    )
    func fiveCities() async throws {
        let site = try await SiteTest.fiveCities()
        let parts = try await site.build().artifacts.values.reduce(0) { $0 + $1.count }
        var options = site.site.options
        options.shape = .oneFile
        let built = try await site.with(options).build()
        let paths = built.artifacts.keys.sorted()
        let files = PublishedFiles(paths: paths) { built.artifacts[paths[$0]] ?? [] }
        let one = await OneFile(of: files, frame: Self.frame, baseURL: nil, jobs: 2)
        #expect(one.pageCount == paths.count { $0.hasSuffix(".html") })
        #expect(Double(one.bytes.count) < 0.9 * Double(parts), "\(one.bytes.count) of \(parts)")
        let text = String(decoding: one.bytes, as: UTF8.self)
        #expect(
            text
                == String(
                    decoding: await OneFile(of: files, frame: Self.frame, baseURL: nil, jobs: 1).bytes, as: UTF8.self))
        for mark in ["src=\"http", "src=\"//", "url(http", "@import"] { #expect(!text.contains(mark), "\(mark)") }
        // Every address in it leads to something that it holds.
        let held = Set(text.matches(of: /data-(?:page|file)="([^"]*)"/).map { String($0.1) })
        let scripts = Set(text.matches(of: /"([^"\n]*\.js)": function/).map { String($0.1) })
        #expect(heldPaths(in: one.bytes).subtracting(held).subtracting(scripts) == [])
    }
}
