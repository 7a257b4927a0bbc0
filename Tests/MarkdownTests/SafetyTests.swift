import Markdown
import TestSupport
import Testing

/// Nothing an author writes runs in a reader's browser, or stops the program.
struct SafetyTests {
    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "file:///etc/passwd", "data:text/html,x",
        "data:image/svg+xml,x", "java&#115;cript:x", "&#x6A;avascript:x", "javascript&colon;x", "&#1;javascript:x",
        "java&Tab;script:x", "java&NewLine;script:x", "&#32;javascript:x", "java\\script:x", "javascript\\:x",
    ])
    func `dangerous addresses are refused`(_ address: String) {
        for options in [MarkdownOptions(), MarkdownOptions(allowsRawHTML: true, extensions: false)] {
            let link = Reading("[a](\(address))", options)
            if address == "java\\script:x" {
                // A backslash before a letter stays, and no scheme has one.
                #expect(link.problems.isEmpty)
                continue
            }
            #expect(link.html == "<p><a href=\"\">a</a></p>\n")
            #expect(link.problems == ["dangerous-url: \(address)"])
            let image = Reading("![a](\(address))", options)
            #expect(image.html == "<p><img src=\"\" alt=\"a\" /></p>\n")
            #expect(image.problems == ["dangerous-url: \(address)"])
        }
    }

    @Test func `dangerous addresses are refused wherever they come from`() {
        #expect(Reading("<javascript:x>").problems == ["dangerous-url: javascript:x"])
        #expect(Reading("[a]\n\n[a]: javascript:x").problems == ["dangerous-url: javascript:x"])
        #expect(Reading("|[a](javascript:x)|\n|-|").problems == ["dangerous-url: javascript:x"])
    }

    @Test func `addresses that only look alike are links`() {
        let addresses = [
            "javascripts:x", "./javascript:x", "x/javascript:y", "javascript", "data", "#data:x", "?file:x",
        ]
        for address in addresses {
            let reading = Reading("[a](\(address))")
            #expect(reading.document.links.map(\.destination) == [address])
            #expect(reading.problems.isEmpty)
        }
        #expect(
            Reading("![a](data:image/PNG;base64,AA)").html
                == "<p><img src=\"data:image/PNG;base64,AA\" alt=\"a\" /></p>\n")
    }

    /// Longer than any of these texts takes on a slow machine, and far less than one that is read again for each part.
    private static let bearable = Duration.seconds(30)

    @Test(
        arguments: [
            ("quotes", ">", ""), ("brackets", "[", ""), ("bracket pairs", "[", "]"), ("images", "![", "](a)"),
            ("emphasis", "*a ", "*"), ("strong", "**a ", "**"), ("tildes", "~a ", "~"),
            ("double tildes", "~~a ~b", "~~"),
            ("links", "[a](", ")"), ("items", "- ", "a"), ("footnotes", "[^1]: ", ""), ("marks", "[^a", "]"),
            ("code", "`a``b", ""), ("tags", "<a ", ""), ("comments", "<!-- ", ""), ("escapes", "\\~[", "\\]"),
            ("titles", "[a](b \"\")", ""), ("backticks", "`", "a`"), ("attributes", "<a b=\"", ""),
        ])
    func `deep and long texts are read in time`(_ name: String, _ opening: String, _ closing: String) {
        let source = String(repeating: opening, count: 10_000) + "x" + String(repeating: closing, count: 10_000)
        let time = processorTime {
            let reading = Reading(source)
            #expect(!reading.document.pieces.isEmpty || !reading.problems.isEmpty)
            _ = reading.html
        }
        #expect(time < Self.bearable)
    }

    @Test func `many tables, footnotes and links are read in time`() {
        let time = processorTime {
            let tables = String(repeating: "|[a](x)|b|\n|-|-|\n|[c](y)|[^1]|\n\ntext\n\n", count: 1_000)
            #expect(Reading(tables + "[^1]: d").document.links.count == 2_000)
            let rows = "|a|b|\n|-|-|\n" + String(repeating: "|[c](x)|~~d~~|\n", count: 5_000)
            #expect(Reading(rows).document.links.count == 5_000)
            let footnotes = (0..<2_000).map { "a[^\($0)]\n[^\($0)]: b\n" }.joined()
            #expect(Reading(footnotes).problems.isEmpty)
            let links = String(repeating: "[a](x) ", count: 5_000)
            #expect(Set(Reading(links).document.links.map(\.span)).count == 5_000)
            let wide = String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
            #expect(!Reading(wide + String(repeating: "|b\n", count: 2_000)).document.pieces.isEmpty)
            let references = String(repeating: "[r] ", count: 2_000) + "\n\n[r]: /u\n"
            #expect(Reading(references).document.links.count == 2_000)
            #expect(
                !Reading(String(repeating: "a]:b ", count: 20_000) + "[r] [r] [r]\n\n[r]: /u").document.links.isEmpty)
        }
        #expect(time < Self.bearable)
    }
}
