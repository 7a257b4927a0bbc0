import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Preview shows the library as it is")
struct PreviewTests {
    private let practice = "content/practices/yibin/stairwell.md"
    private let page = "practices/yibin/stairwell.html"

    @Test("every file is what a build writes, but for the script in pages; nothing is written to the library's folder")
    func same() async throws {
        let library = try await PreviewedLibrary()
        let before = try FileManager.default.subpathsOfDirectory(atPath: library.folder.path).sorted()
        let built = try #require(try await library.built())
        #expect(built.count > 50)
        for (path, bytes) in built { #expect(await library.file(path) == bytes, "\(path)") }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: library.folder.path).sorted() == before)
    }

    @Test("a sentence, a figure, a template, a text of the interface and a style, each as soon as it is saved")
    func edits() async throws {
        let library = try await PreviewedLibrary()
        try library.replace("在楼道里把事情谈妥", with: "在楼道里慢慢谈", in: practice)
        #expect(await library.preview.refresh()?.paths == [practice])
        #expect(await library.text(page).contains("在楼道里慢慢谈"))

        try library.replace("20余次,20,", with: "30余次,30,", in: "content/metrics/talk.csv")
        try library.replace("20余次", with: "30余次", in: practice)
        try library.replace("20 times", with: "30 times", in: "content/practices/yibin/stairwell.en.md")
        await library.preview.refresh()
        #expect(library.preview.state.errors == 0)
        let changed = await library.text(page)
        #expect(changed.contains("30余次") && !changed.contains("20余次"))

        try library.write("<p>另一种面貌</p>", to: "templates/topic.mustache")
        // Nothing else prints some of the texts that the program's own template printed.
        try library.write("<h1>{{title}}</h1>{{>body}}", to: "templates/case.mustache")
        try library.write("home: 门口", to: "templates/strings/zh-Hans.yaml")
        try library.write("p { color: red }", to: "templates/assets/style.css")
        await library.preview.refresh()
        #expect(await library.text("topics/lifts.html").contains("另一种面貌"))
        #expect(await library.text(page).contains("门口"))
        #expect(await library.text("assets/style.css") == "p {color: red }", "as it is published")
        #expect(library.preview.state.generation == 4)
    }

    @Test("two edits of the same length in the same moment are both seen")
    func sameMoment() async throws {
        let library = try await PreviewedLibrary()
        for word in ["甲", "乙", "丙"] {
            try library.write(
                try library.read(practice).replacing(/summary: .*/, with: "summary: \(word)"), to: practice)
            await library.preview.refresh()
            #expect(await library.text(page).contains("<p class=\"lead\">\(word)</p>"))
        }
    }

    @Test("what did not change is no change")
    func noChange() async throws {
        let library = try await PreviewedLibrary()
        try library.write(try library.read(practice), to: practice)
        #expect(await library.preview.refresh() == nil)
        #expect(library.preview.state.generation == 1)
    }

    @Test("while there are errors the last good page stays, with the errors over it, those of the page first")
    func broken() async throws {
        let library = try await PreviewedLibrary()
        let good = await library.text(page)
        try library.replace("summary:", with: "summery:", in: practice)
        try library.replace("title:", with: "titel:", in: "content/places/yibin.md")
        let change = try #require(await library.preview.refresh())
        #expect(change.errors == 5 && change.problems.contains { $0.hint == "did you mean ‘summary’?" })
        #expect(await library.text(page) == good)

        let panel = try #require(try await answer(in: library, path: "/" + page)["panel"] as? String)
        #expect(panel.contains("<mark>summery</mark>") && panel.contains("did you mean ‘summary’?"))
        #expect(panel.contains("href=\"vscode://file/") && panel.contains("\(practice):7:1"))
        let (own, other) = (panel.firstRange(of: "stairwell.md"), panel.firstRange(of: "places/yibin.md"))
        #expect(try #require(own).lowerBound < (try #require(other)).lowerBound)
        #expect(panel.contains("5个错误"))

        try library.replace("summery:", with: "summary:", in: practice)
        try library.replace("titel:", with: "title:", in: "content/places/yibin.md")
        await library.preview.refresh()
        #expect(await library.text(page) == good)
        #expect(try await answer(in: library, path: "/" + page)["panel"] as? String == "")
    }

    @Test("a library that has errors from the beginning shows them wherever one looks")
    func brokenFromTheBeginning() async throws {
        let library = try await PreviewedLibrary()
        try library.replace("summary:", with: "summery:", in: practice)
        let fresh = try await PreviewedLibrary(library.folder)
        let response = await fresh.get("/" + page)
        #expect(response.status == 503)
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(text.contains("<mark>summery</mark>") && text.contains("还没有可以显示的页面。"))
        // By this the page knows that it has to be loaded again.
        let broken = try await tags(in: fresh, path: "/" + page)
        #expect(response.headers["Server-Timing"] == "tag;desc=\"\(try #require(broken["/" + page]))\"")
        try fresh.replace("summery:", with: "summary:", in: practice)
        await fresh.preview.refresh()
        #expect(try await tags(in: fresh, path: "/" + page)["/" + page] != broken["/" + page])
        let built = try #require(try await fresh.built()?[page])
        #expect(await fresh.file(page) == built)
    }

    @Test("a folder that is moved away and back, a record that is renamed, a file that cannot be read")
    func moved() async throws {
        let library = try await PreviewedLibrary()
        let good = await library.text(page)
        try library.move("content", to: "elsewhere")
        let gone = try #require(await library.preview.refresh())
        #expect(gone.errors > 0)
        #expect(await library.text(page) == good)
        try library.move("elsewhere", to: "content")
        await library.preview.refresh()
        #expect(library.preview.state.errors == 0)
        #expect(await library.text(page) == good)

        try library.write("---\ntitle: 谁\n---\n", to: "content/pages/we.md")
        await library.preview.refresh()
        #expect(await library.get("/pages/we.html").status == 200)
        try library.move("content/pages/we.md", to: "content/pages/who.md")
        await library.preview.refresh()
        let who = try #require(try await library.built()?["pages/who.html"])
        #expect(await library.get("/pages/we.html").status == 404)
        #expect(await library.file("pages/who.html") == who)

        try FileManager.default.createSymbolicLink(
            atPath: library.folder.appending(path: "content/topics/out.md").path, withDestinationPath: "/etc/hostname")
        #expect(await library.preview.refresh()?.failure?.contains("a link that leads out of the library") == true)
        #expect(await library.text(page) == good)
    }

    /// What an open page is told.
    private func answer(in library: PreviewedLibrary, path: String) async throws -> [String: Any] {
        let body = await library.get("/.exemplar/page?path=\(path)").body
        return try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    private func tags(in library: PreviewedLibrary, path: String) async throws -> [String: String] {
        try #require(try await answer(in: library, path: path)["tags"] as? [String: String])
    }

    @Test("the page of all records renews itself at every change")
    func recordsRenew() async throws {
        let library = try await PreviewedLibrary()
        let before = try await tags(in: library, path: "/.exemplar/")
        let timing = await library.get("/.exemplar/").headers["Server-Timing"]
        #expect(timing == "tag;desc=\"\(try #require(before["/.exemplar/"]))\"")
        try library.replace("reviewed: 2026-01-31", with: "status: draft", in: practice)
        await library.preview.refresh()
        #expect(try await tags(in: library, path: "/.exemplar/") != before)
    }

    @Test("a page is told what changed of it and of what it loaded")
    func tags() async throws {
        let library = try await PreviewedLibrary()
        func tags() async throws -> [String: String] {
            try await self.tags(
                in: library,
                path: "/\(page)&loaded=%2Fassets%2Fstyle.css&loaded=/search/manifest.js&loaded=/no.png")
        }
        let before = try await tags()
        #expect(before.count == 4)
        let timing = await library.get("/" + page).headers["Server-Timing"]
        #expect(timing == "tag;desc=\"\(try #require(before["/" + page]))\"")
        func changed() async throws -> [String] {
            await library.preview.refresh()
            let after = try await tags()
            return before.keys.filter { before[$0] != after[$0] }.sorted()
        }
        try library.write("p { color: red }", to: "templates/assets/style.css")
        #expect(try await changed() == ["/assets/style.css"])
        try library.replace("title: 加装电梯", with: "title: 电梯", in: "content/topics/lifts.md")
        #expect(try await changed().contains("/search/manifest.js"))
        try library.remove("templates")
        try library.replace("title: 电梯", with: "title: 加装电梯", in: "content/topics/lifts.md")
        #expect(try await changed() == [])
    }

    @Test("wrong addresses get the page for them, in the language of the address, with links that are right there")
    func notFound() async throws {
        let library = try await PreviewedLibrary()
        let response = await library.get("/en/a/b/none.html")
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.status == 404 && text.contains("<html lang=\"en\">"))
        #expect(text.contains("href=\"../../../assets/style.css\""))
        #expect(await library.get("/en").headers["Location"] == "/en/")
        let index = await library.get("/en/index.html")
        #expect(await library.get("/en/").body == index.body)
        #expect(await library.get("/.exemplar/none").status == 404)
    }

    @Test("all records with their state, and what is unfinished before the rest")
    func records() async throws {
        let library = try await PreviewedLibrary()
        try library.replace("reviewed: 2026-01-31", with: "status: draft", in: practice)
        try library.replace("再谈一次", with: "谈了500次", in: practice)
        await library.preview.refresh()
        let text = String(decoding: await library.get("/.exemplar/").body, as: UTF8.self)
        #expect(text.contains("<a href=\"../practices/yibin/stairwell.html\">楼道议事</a>"))
        let (draft, other) = (text.firstRange(of: "楼道议事"), text.firstRange(of: "宜滨市"))
        #expect(try #require(draft).lowerBound < (try #require(other)).lowerBound)
        #expect(text.contains("<span class=\"draft\">草稿</span>") && text.contains("1个数字没有对应的行"))
        let strip = String(decoding: await library.get("/.exemplar/page?path=/\(page)").body, as: UTF8.self)
        #expect(strip.contains("草稿") && strip.contains("1个数字没有对应的行") && strip.contains("还没有核对过"))
        let status = try JSONSerialization.jsonObject(with: Data(await library.get("/.exemplar/status").body))
        #expect((status as? [String: Any])?["warnings"] as? Int == library.preview.state.warnings)
    }

    @Test(
        "the strip names the file that a page shows",
        arguments: [
            ("practices/yibin/stairwell", "content/practices/yibin/stairwell.md"),
            ("kits/yibin/stairwell", "content/practices/yibin/stairwell.md"),
            ("metrics/talks", "content/metrics/metrics.yaml"), ("sources/talk", "seeds/talk/source.yaml"),
            ("speakers/talk/li", "seeds/talk/source.yaml"),
        ])
    func files(page: String, file: String) async throws {
        let library = try await PreviewedLibrary()
        let strip = await library.get("/.exemplar/page?path=/en/\(page).html")
        #expect(String(decoding: strip.body, as: UTF8.self).contains("\\u003E\(file)\\u003C"))
    }

    @Test("a page has the warnings of its own file, the page of all records those of all")
    func warnings() async throws {
        let library = try await PreviewedLibrary()
        try library.replace("再谈一次", with: "谈了500次", in: practice)
        await library.preview.refresh()
        let count = "\(library.preview.state.warnings)个警告"
        let own = try #require(try await answer(in: library, path: "/" + page)["strip"] as? String)
        let other = try #require(try await answer(in: library, path: "/places/yibin.html")["strip"] as? String)
        #expect(own.contains("<mark>500次</mark>") && own.contains(count))
        #expect(!other.contains("500次") && other.contains(count))
        let records = String(decoding: await library.get("/.exemplar/").body, as: UTF8.self)
        #expect(records.contains("<mark>500次</mark>") && records.contains(count))
    }

    @Test("of many errors the first are shown, and how many there are")
    func manyErrors() async throws {
        let library = try await PreviewedLibrary()
        let lines = (1...300).map { "unknown-\($0): 1\n" }.joined()
        try library.replace("summary:", with: lines + "summary:", in: practice)
        await library.preview.refresh()
        #expect(library.preview.state.errors == 300)
        let panel = try #require(try await answer(in: library, path: "/" + page)["panel"] as? String)
        #expect(panel.split(separator: "<li class=\"problem\">").count == 201)
        #expect(panel.contains("300个错误") && panel.contains("另有100个，见终端"))
    }

    @Test("a page that is asked for while changes are read waits for them")
    func waits() async throws {
        let library = try await PreviewedLibrary()
        library.preview.begin(burst: 1)
        try library.replace("在楼道里把事情谈妥", with: "在楼道里慢慢谈", in: practice)
        async let text = library.text(page)
        await library.preview.refresh(burst: 1)
        #expect(await text.contains("在楼道里慢慢谈"))
    }
}
