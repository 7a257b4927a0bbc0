import Diagnostics
import Markdown
import Testing
import Text

/// Every span covers exactly the bytes it is about.
struct SpanTests {
    private func destinations(_ source: String) -> [String] {
        let reading = Reading(source)
        return reading.document.links.map { link in
            let before = source.utf8.prefix(link.span.range.lowerBound).count { $0 == 0x0A }
            return "\(before + 1): \(reading.text(link.span))"
        }
    }

    @Test func `a destination is found where it is written`() {
        #expect(destinations("字[甲](a.md)，[乙](a.md)\n又[丙](a.md \"t\")") == ["1: a.md", "1: a.md", "2: a.md"])
        let reading = Reading("字[甲](a.md)，[乙](a.md)")
        #expect(reading.document.links.map(\.span.range) == [9..<13, 23..<27])
        #expect(destinations("`[a](x)` \\[b](x) [c](x)") == ["1: x"])
        #expect(Reading("`[a](x)` \\[b](x) [c](x)").document.links.map(\.span.range) == [21..<22])
        #expect(
            destinations("[a](<x y>) [b]( z ) [c](x\\_y) [d](x&amp;y)") == ["1: x y", "1: z", "1: x\\_y", "1: x&amp;y"])
        #expect(destinations("[![a](i.png)](l.md) ![b](i.png)") == ["1: l.md", "1: i.png", "1: i.png"])
        #expect(destinations("![a [x](y)](z) [b](y)") == ["1: z", "1: y"])
    }

    @Test func `destinations are found in every kind of block`() {
        #expect(destinations("- a\n  - b [c](x)\n    d [e](x)\n\n> f\n> [g](x)") == ["2: x", "3: x", "6: x"])
        #expect(destinations("# [a](x)\n\n[b](x)\n===") == ["1: x", "3: x"])
        #expect(
            destinations("|中|[a](x)|\n|-|-|\n|[b](x) [c](x)|[d](y\\|z)|\n\n[e](x)") == [
                "1: x", "3: x", "3: x", "3: y\\|z", "5: x",
            ])
        #expect(destinations("a[^1] [b](x)\n\n[^1]: [c](x) and [d](y)") == ["1: x", "3: x", "3: y"])
        #expect(destinations("> [!NOTE]\n> [a](x)\n\n- [ ] [b](x)") == ["2: x", "4: x"])
        #expect(destinations("a\r\n\r\n[b](x)\r\n") == ["3: x"])
    }

    @Test func `a reference points to its definition`() {
        #expect(destinations("[a][r] [r]\n\n[r]: /u 't'") == ["3: /u", "3: /u"])
        #expect(destinations("[r]\n\n[r]:\n  <a b>") == ["4: a b"])
    }

    @Test func `an offset moves every span`() {
        var diagnostics: [Diagnostic] = []
        let document = MarkdownDocument(
            parsing: Array("# 甲\n\n[a](x) <b>\n\n```chart\nq\n```".utf8), path: "c/a.md", offset: 100,
            diagnostics: &diagnostics)
        #expect(document.links.map(\.span) == [SourceSpan(path: "c/a.md", range: 111..<112)])
        #expect(document.blocks.map(\.span) == [SourceSpan(path: "c/a.md", range: 128..<130)])
        #expect(
            diagnostics.map(\.span) == [
                SourceSpan(path: "c/a.md", range: 100..<105), SourceSpan(path: "c/a.md", range: 114..<117),
            ])
    }

    @Test func `raw HTML is reported where it stands`() {
        #expect(
            Reading("a `<b>` <b>c</b> <!-- d > e -->\n\n> <div>\n> x\n> </div>\n\n|<i>|\n|-|").problems == [
                "raw-html: <b>", "raw-html: </b>", "raw-html: <!-- d > e -->", "raw-html: <div>\n> x\n> </div>",
                "raw-html: <i>",
            ])
        #expect(Reading("<b>a</b>", MarkdownOptions(allowsRawHTML: true)).problems.isEmpty)
        #expect(Reading("<b>a</b>", MarkdownOptions(allowsRawHTML: true)).html == "<p><b>a</b></p>\n")
    }

    @Test func `headings of the first level are reported`() {
        #expect(Reading("# 甲 #\n\n## b\n\n- c\n  ===").problems == ["top-heading: # 甲 #", "top-heading: c\n  ==="])
    }

    @Test func `footnotes without text or use are reported`() {
        #expect(
            Reading("a[^x] `[^y]` [^z][^x]\n\n[^z]: b\n[^w]: c\n[^z]: d\n\n|[^q]|\n|-|").problems == [
                "undefined-footnote: [^x]", "undefined-footnote: [^x]", "unused-footnote: [^w]",
                "unused-footnote: [^z]",
                "undefined-footnote: [^q]",
            ])
        #expect(Reading("\\[^x] [^] [^a b]").problems.isEmpty)
    }
}
