import Testing

@testable import Markdown

@Suite("A text becomes a chapter of a larger document")
struct EmbeddedTests {
    private func chapter(_ text: String, levels: Int = 2) -> String {
        let reading = Reading(text)
        #expect(reading.problems.isEmpty)
        return String(
            decoding: reading.document.embedded(levels: levels, prefix: "places.panjin.").plainHTML(), as: UTF8.self)
    }

    @Test("headings go down, and ids and the links to them carry the name of the chapter")
    func headings() {
        #expect(
            chapter("## 做法\n\n见[做法](#做法)和[别处](http://a.example/#b)。\n\n##### 细节\n") == """
                <h4 id="places.panjin.做法">做法</h4>
                <p>见<a href="#places.panjin.%E5%81%9A%E6%B3%95">做法</a>和<a href="http://a.example/#b">别处</a>。</p>
                <h6 id="places.panjin.细节">细节</h6>

                """)
    }

    @Test("what only looks like a heading or an id stays as it was written")
    func looks() {
        #expect(
            chapter("`<h2 id=\"x\">` and \" id=\"y\" too\n") == """
                <p><code>&lt;h2 id=&quot;x&quot;&gt;</code> and &quot; id=&quot;y&quot; too</p>

                """)
    }

    @Test("footnotes of two chapters do not meet")
    func footnotes() {
        let html = chapter("一句[^a]。\n\n[^a]: 注\n")
        #expect(html.contains("id=\"places.panjin.fnref-a\""))
        #expect(html.contains("href=\"#places.panjin.fn-a\""))
        #expect(html.contains("<li id=\"places.panjin.fn-a\">"))
        #expect(html.contains("href=\"#places.panjin.fnref-a\""))
        #expect(!html.contains("\"#fn"))
    }

    @Test("the list of headings says what was written")
    func list() {
        let document = Reading("## 一\n\n### 二\n").document.embedded(levels: 3, prefix: "p.")
        #expect(document.headings.map(\.level) == [5, 6])
        #expect(document.headings.map(\.id) == ["p.一", "p.二"])
    }
}
