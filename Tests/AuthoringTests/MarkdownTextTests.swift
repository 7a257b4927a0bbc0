import Content
import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Authoring

@Suite("A plain text as Markdown shows exactly this text")
struct MarkdownTextTests {
    private func shown(_ markdown: String, inline: Bool) -> (text: String, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let bytes = Array(markdown.utf8)
        let document =
            inline
            ? MarkdownDocument(
                parsingInline: bytes, options: MarkdownOptions(), path: "a.md", diagnostics: &problems)
            : MarkdownDocument(parsing: bytes, options: MarkdownOptions(), path: "a.md", diagnostics: &problems)
        let html = String(decoding: document.plainHTML(), as: UTF8.self)
        let text = html.replacing("<p>", with: "").replacing("</p>", with: "").replacing("&lt;", with: "<")
            .replacing("<br />", with: "")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        return (text, problems)
    }

    @Test("most texts stay as they are")
    func plain() {
        #expect(markdownStatement("办结32.7万件，“一格多员”(试行) #3 - 1.") == "办结32.7万件，“一格多员”(试行) #3 - 1.")
        #expect(markdownStatement("<b>*a_b*\n1. x") == "\\<b>\\*a\\_b\\*\n1\\. x")
    }

    @Test(
        "lines that would make a block together do not", arguments: ["a | b\n|--|--|", "a\n===", "a\n---", "a\n:-|-:"])
    func blocks(text: String) {
        #expect(lines(of: shown(markdownStatement(text), inline: true).text) == lines(of: text))
    }

    @Test("any text shows as itself in a statement")
    func anyStatement() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1000 {
            let text = random.text(of: Array("ab中文。 \n*_`[]()<>!&#;\\~|:/^-+=1.\"'"), upTo: 16)
            let all = lines(of: text).map { $0.split(separator: " ").joined(separator: " ") }
            let shown = shown(markdownStatement(all.joined(separator: "\n")), inline: true)
            #expect(lines(of: shown.text) == all && shown.problems.isEmpty, "\(text)")
        }
    }

    @Test("any lines show as paragraphs of a body")
    func anyLines() {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<1000 {
            let text = random.text(of: Array("ab中。 \n\n*_`[]<>&#\\~|:-+=1.)\t"), upTo: 24)
            let all = lines(of: text).map { $0.split(separator: " ").joined(separator: " ") }
            guard !all.contains(where: { $0.contains("\t") }) else { continue }
            let shown = shown(markdownParagraphs(all.joined(separator: "\n")), inline: false)
            #expect(lines(of: shown.text) == all && shown.problems.isEmpty, "\(text.debugDescription)")
        }
    }
}
