import Foundation
import Testing

@testable import Site

@Suite("A small library becomes exactly this site")
struct FixtureSiteTests {
    @Test("every file is as expected")
    func wholeTree() async throws {
        let built = try await SiteTest.library("small").build()
        #expect(built.report == "")
        let folder = SiteTest.fixtures.appending(path: "small/expected")
        // The embedded assets are the program's own and change with its design.
        let artifacts = built.artifacts.filter { !$0.key.hasPrefix("assets/") }
        if isRecording { try record(artifacts, in: folder) }
        var expected: [String: String] = [:]
        for name in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
            // As data, because a byte order mark is part of what is expected.
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { continue }
            expected[name] = String(decoding: bytes, as: UTF8.self)
        }
        #expect(artifacts.keys.sorted() == expected.keys.sorted())
        for (path, text) in expected { #expect(built.text(path) == text, "\(path)") }
    }

    private func record(_ artifacts: [String: [UInt8]], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in artifacts {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    @Test("an alias becomes a page that leads to the new address, in every language")
    func aliases() async throws {
        let built = try await SiteTest.library("small").build()
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
                content/topics/lifts.md:2:8: warning: no translation into en [missing-translation]
                  2 | title: 加装电梯
                    |        ^~~~~~~~
                    = add content/topics/lifts.en.md

                """)
        let page = await test.build().text("en/topics/lifts.html")
        #expect(page.contains("\n# 加装电梯 ("))
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
}
