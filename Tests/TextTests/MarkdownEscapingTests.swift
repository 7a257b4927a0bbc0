import Testing
import Text

@Suite("A text becomes Markdown that shows exactly this text")
struct MarkdownEscapingTests {
    @Test(
        "only what would begin something is escaped",
        arguments: [
            ("网格员，每周一次。", "网格员，每周一次。"), ("# 一", "\\# 一"), ("- 一", "\\- 一"), ("= 一", "\\= 一"),
            ("2025年", "2025年"), ("1. 摸底", "1\\. 摸底"), ("12) 摸底", "12\\) 摸底"), ("3.5", "3\\.5"), ("12", "12"),
            ("一 # 二", "一 # 二"), ("*重点* [甲] `乙` _丙_ ~丁~ &amp;", "\\*重点\\* \\[甲\\] \\`乙\\` \\_丙\\_ \\~丁\\~ \\&amp;"),
            ("a<b>", "a\\<b>"), ("", ""),
        ])
    func lines(text: String, markdown: String) {
        #expect(markdownEscaped(text, beginsLine: true) == markdown)
    }

    @Test("inside a line nothing begins, and `<` is written as its readers know it")
    func inside() {
        #expect(markdownEscaped("# 1. <b>", beginsLine: false) == "# 1. \\<b>")
        #expect(markdownEscaped("1. <b>", beginsLine: true, lessThan: "&lt;") == "1\\. &lt;b>")
    }
}
