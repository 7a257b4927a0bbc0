import Foundation
import Markdown
import Testing

/// A record's body from file to page, with whole values.
struct StoryTests {
    @Test func `a body becomes pieces with holes for what depends on the page`() {
        let reading = Reading(
            """
            ## 做法

            联系[2万余人](obs:stewards)，见[盘锦](../panjin/x.md "三格")和[站](https://a.b)。![图](p.png)

            > [!NOTE]
            > 自报。

            ```figures
            - stewards
            ```
            """)
        let html = { (text: String) in MarkdownDocument.Piece.html(Array(text.utf8)) }
        #expect(
            reading.document.pieces == [
                html("<h2 id=\"做法\">做法</h2>\n<p>联系"), .linkStart(0), html("2万余人"), .linkEnd(0), html("，见"),
                .linkStart(1), html("盘锦"), .linkEnd(1), html("和<a href=\"https://a.b\">站</a>。"), .image(2),
                html("</p>\n<aside class=\"callout callout-note\" data-callout=\"note\">\n"), .callout(.note),
                html("<p>自报。</p>\n</aside>\n"), .block(0),
            ])
        #expect(reading.document.links.map(\.destination) == ["obs:stewards", "../panjin/x.md", "p.png"])
        #expect(reading.document.links.map(\.text) == ["2万余人", "盘锦", "图"])
        #expect(reading.document.links.map(\.title) == [nil, "三格", nil])
        #expect(reading.document.links.map(\.isImage) == [false, false, true])
        #expect(reading.document.blocks.map(\.name) == ["figures"])
        #expect(reading.document.blocks.map(\.content) == ["- stewards\n"])
        #expect(reading.document.blocks.map { reading.text($0.span) } == ["- stewards\n"])
        #expect(reading.document.headings.map(\.id) == ["做法"])
        #expect(
            reading.document.sections == [MarkdownSection(heading: 0, text: "联系2万余人，见盘锦和站。图\n自报。")])
        #expect(reading.problems.isEmpty)
    }

    @Test func `holes are filled for each page`() {
        let document = Reading("[a](x.md) ![b](y.png) [c](src:r#P1) [](src:r#P2)\n\n```chart\nq\n```").document
        var page = TestPage { link in
            link.destination.hasPrefix("src:")
                ? .html(before: "<sup>", after: "</sup>")
                : .anchor(href: "../&\(link.destination)", attributes: " class=\"k\"")
        }
        document.write(to: &page)
        #expect(page.closed == ["x.md", "y.png", "src:r#P1", "src:r#P2"])
        #expect(
            page.text == """
                <p><a href="../&amp;x.md" class="k">a</a> <img src="../&amp;y.png" alt="b" class="k" /> \
                <sup>c</sup> <sup></sup></p>
                <figure>q
                </figure>

                """)
    }

    @Test func `an image alone with a title is a figure where the site shows it`() {
        let reading = Reading(
            """
            ![图](a.png "说 <明>")
            ![又](b.png "题")

            ![图](a.png "说 <明>")

            - ![图](a.png "题")

            ![图](a.png " ") 词[^1]

            [^1]:
                ![图](a.png "题")
            """)
        var page = TestPage { .picture(source: "../" + $0.destination, attributes: " width=\"3\"") }
        reading.document.write(to: &page)
        #expect(
            page.text.components(separatedBy: "<section").first == """
                <p><img src="../a.png" alt="图" title="说 &lt;明&gt;" width="3" />
                <img src="../b.png" alt="又" title="题" width="3" /></p>
                <figure><img src="../a.png" alt="图" width="3" /><figcaption>说 &lt;明&gt;</figcaption></figure>
                <ul>
                <li><img src="../a.png" alt="图" title="题" width="3" /></li>
                </ul>
                <p><img src="../a.png" alt="图" title=" " width="3" /> 词<sup class="footnote-ref">\
                <a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>

                """)
        #expect(!page.text.components(separatedBy: "<section")[1].contains("<figure>"))
        #expect(reading.html.contains("</p>\n<p><img src=\"a.png\" alt=\"图\" title=\"说 &lt;明&gt;\" /></p>\n<ul>"))
        #expect(reading.document.plainText.hasPrefix("图又\n图\n说 <明>\n图\n"))
        #expect(reading.problems == [])
    }

    @Test func `an image without a description is reported where its address is`() {
        let reading = Reading("![](a.png) ![*图*](a.png) ![ ](data:image/png;base64,AA)")
        #expect(reading.problems == ["missing-alt: a.png", "missing-alt: data:image/png;base64,AA"])
        #expect(Reading("![](a.png)", MarkdownOptions(extensions: false)).problems == [])
    }

    @Test func `a one-line field has no paragraph of its own`() {
        #expect(Reading("约*两万*人", inline: true).html == "约<em>两万</em>人")
        #expect(Reading("a\n\nb", inline: true).html == "<p>a</p>\n<p>b</p>\n")
        #expect(Reading("- a", inline: true).html == "<ul>\n<li>a</li>\n</ul>\n")
        #expect(Reading("", inline: true).html.isEmpty)
    }

    @Test func `sections hold the text under each heading`() {
        let reading = Reading(
            "前言\n两行\n\n## 一 *二*\n\n- a `b`\n- c\n\n|x|y|\n|-|-|\n|1|2|\n\n### 三\n\n## 四\n\nend one\nend two")
        #expect(reading.document.headings.map(\.text) == ["一 二", "三", "四"])
        #expect(
            reading.document.sections == [
                MarkdownSection(heading: nil, text: "前言两行"), MarkdownSection(heading: 0, text: "a b\nc\nx y\n1 2"),
                MarkdownSection(heading: 1, text: ""), MarkdownSection(heading: 2, text: "end one end two"),
            ])
        #expect(reading.document.plainText == "前言两行\na b\nc\nx y\n1 2\nend one end two")
    }

    @Test func `call-outs are those GitHub knows`() {
        #expect(
            Reading("> [!WARNING]\n>\n> a\n\n> [!tip]\n> b").html == """
                <aside class="callout callout-warning" data-callout="warning">
                <p class="callout-title">Warning</p>
                <p>a</p>
                </aside>
                <aside class="callout callout-tip" data-callout="tip">
                <p class="callout-title">Tip</p>
                <p>b</p>
                </aside>

                """)
        #expect(Reading("> [!NOTE] a").html == "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n")
        #expect(Reading("> [!OTHER]\n> a").html == "<blockquote>\n<p>[!OTHER]\na</p>\n</blockquote>\n")
        #expect(
            Reading("> [!NOTE]\n> a", MarkdownOptions(extensions: false)).html
                == "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n")
    }

    @Test func `task boxes in quotes are tasks, as the specification has it`() {
        // cmark-gfm knows them only at the start of a line.
        #expect(
            Reading("> - [x] a").html == """
                <blockquote>
                <ul>
                <li><input type="checkbox" checked="" disabled="" /> a</li>
                </ul>
                </blockquote>

                """)
    }

    @Test func `named blocks stay code without extensions and for other programs`() {
        let source = "```chart x\na: <b>\n```"
        let code = "<pre><code class=\"language-chart\">a: &lt;b&gt;\n</code></pre>\n"
        #expect(Reading(source).html == code)
        #expect(Reading(source, MarkdownOptions(extensions: false)).html == code)
        #expect(Reading(source, MarkdownOptions(extensions: false)).document.blocks.isEmpty)
        #expect(Reading("> - ```steps\n>   a: 1\n>   ```").document.blocks.map(\.content) == ["a: 1\n"])
    }
}
