import Foundation
import Preview
import TestSupport
import Testing

@Suite("A draft says so on each of its pages")
struct DraftPageTests {
    @Test(
        "in the title, in the heading and in a sentence, which are printed too; and on its kit and in the whole document"
    )
    func marks() async throws {
        let library = try await PreviewedLibrary()
        let path = "content/practices/yibin/stairwell.md"
        try library.replace("reviewed: 2026-01-31", with: "reviewed: 2026-01-31\nstatus: draft", in: path)
        await library.preview.refresh()
        for (page, mark, word) in [
            ("practices/yibin/stairwell.html", "【草稿】楼道议事", "草稿"), ("kits/yibin/stairwell.html", "【草稿】", "草稿"),
            ("en/practices/yibin/stairwell.html", "Draft: Stairwell talks", "Draft"),
            ("en/kits/yibin/stairwell.html", "Draft: ", "Draft"),
        ] {
            let text = await library.text(page)
            #expect(text.contains("<title>\(mark)"), "\(page)")
            // A heading is cut at its punctuation, so that its lines break there.
            let heading = try #require(text.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/)).1.replacing(/<[^>]*>/, with: "")
            #expect(heading.hasPrefix(mark), "\(page)")
            #expect(text.contains("<p class=\"banner\"><strong>\(word)</strong>"), "\(page)")
            #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(page)")
        }
        #expect(await library.text("print.html").contains("【草稿】楼道议事"))
        // The beginning of the Markdown that the kit carries in an address.
        let carried = Data("# 【草稿】".utf8).base64EncodedString().prefix(16)
        #expect(
            await library.text("kits/yibin/stairwell.html").contains(
                "data:text/markdown;charset=utf-8;base64,\(carried)"))
        let letters = await library.text("en/a-z.html").components(separatedBy: "<section class=\"group\">")
        let letter = letters.first { $0.contains(">Draft: Stairwell talks</a>") }
        #expect(letter?.contains("id=\"page.letter-S\"") == true)
        #expect(!(await library.text("sitemap.xml")).contains("stairwell"), "nor are search engines told of it")
        #expect(!(await library.text("feed.xml")).contains("stairwell"))
        let place = await library.text("places/yibin.html")
        #expect(!place.contains("noindex"))
    }

    @Test("without drafts there is no page of it")
    func published() async throws {
        let library = try await PreviewedLibrary()
        try library.write("---\ntitle: 噪声\nkind: problem\nstatus: draft\n---\n", to: "content/topics/noise.md")
        let (all, published) = (
            try await PreviewedLibrary(library.folder), try await PreviewedLibrary(library.folder, drafts: false)
        )
        #expect(await all.get("/topics/noise.html").status == 200)
        #expect(await published.get("/topics/noise.html").status == 404)
    }
}
