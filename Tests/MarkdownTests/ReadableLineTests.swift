import Diagnostics
import Markdown
import Testing

@Suite("A text as lines that can be compared")
struct ReadableLineTests {
    private func lines(_ text: String, rawHTML: Bool = false) -> [ReadableLine] {
        var problems: [Diagnostic] = []
        return MarkdownDocument(
            parsing: Array(text.utf8), options: MarkdownOptions(allowsRawHTML: rawHTML), path: "a.md",
            diagnostics: &problems
        ).readableLines
    }

    @Test("a paragraph, an item, a row and a line of code are a line each, with what cannot be seen in them")
    func kinds() {
        let text = """
            ## 题目

            一句[话](obs:a)，*重*，**更重**，`码`，~~删~~，<https://a.example>。[^n]

            1. 甲
               - 乙
            2. 丙

            - [x] 做完

            > 引 & 用

            > [!NOTE]
            > 注意

            | 地方 | 数 |
            |---|--:|
            | 盘锦 | [90余个](obs:b) |

            ```swift
            let a = 1

            let b = "<>"
            ```

            ```figures
            figures: [a]
            ```

            ![图](a.png "说明")

            ---

            [^n]: 脚注。
            """
        #expect(
            lines(text).map(\.text) == [
                "## 题目",
                "一句[话](obs:a)，*重*，**更重**，`码`，~~删~~，[https://a.example](https://a.example)。[^n]",
                "1. 甲", "  - 乙", "1. 丙", "- [x] 做完", "> 引 & 用", "> [!NOTE]", "> 注意", "| 地方 | (right) 数 |",
                "| 盘锦 | [90余个](obs:b) |", "    language-swift", "    let a = 1", "    let b = \"<>\"", "```figures",
                "figures: [a]", "```", "![图](a.png \"说明\")", "---", "[^n]: 脚注。",
            ])
    }

    @Test("how a text is wrapped and marked is not what it says")
    func meaning() {
        let one = lines("* 一\n  二\n* three\n  four Exemplar里\n\n题\n--\n").map(\.meaning)
        let other = lines("- 一二\n- three four\n  Exemplar\n  里\n\n\n## 题 ##\n").map(\.meaning)
        #expect(one == other)
        #expect(lines("three four").map(\.meaning) != lines("threefour").map(\.meaning))
        #expect(lines("[a](b)").map(\.meaning) != lines("[a](c)").map(\.meaning))
        #expect(lines("a<b>c</b>", rawHTML: true).map(\.text) == ["a<b>c</b>"])
    }
}
