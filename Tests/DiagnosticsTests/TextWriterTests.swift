import Testing
import Text

@testable import Diagnostics

@Suite("A problem is printed with its line and a caret under the exact span")
struct TextWriterTests {
    private let topic = Written(text: "---\ntitle: 加装电梯\nkind: problems\n---\n")

    @Test("message, line, caret and hint")
    func aProblem() {
        let diagnostic = Diagnostic(
            .invalidValue, "‘problems’ is not a value of ‘kind’", at: topic.span("problems"),
            hint: "did you mean ‘problem’?")
        #expect(
            topic.write([diagnostic]) == """
                content/topics/lifts.md:3:7: error: ‘problems’ is not a value of ‘kind’ [invalid-value]
                  3 | kind: problems
                    |       ^~~~~~~~
                    = did you mean ‘problem’?

                """)
    }

    @Test("a name with control characters can neither begin a line nor speak to the terminal")
    func controlCharacters() {
        let span = SourceSpan(path: "a\n::warning::x\u{1B}[2J.md", range: 0..<0)
        #expect(
            topic.write([Diagnostic(.invalidId, "‘a\nb’ cannot be an id", at: span, hint: "c\rd")]).contains(
                """
                a␊::warning::x␛[2J.md:1:1: error: ‘a␊b’ cannot be an id [invalid-id]
                """))
    }

    @Test("notes have their own place and line; a warning says so")
    func notes() {
        let diagnostic = Diagnostic(
            .missingTranslation, "no translation into en", at: topic.span("加装电梯"), hint: "add lifts.en.md",
            notes: [
                .init("the kind is here", at: topic.span("kind")),
                .init("and there is this", at: SourceSpan(path: "gone.md", range: 7..<9)),
            ])
        #expect(
            topic.write([diagnostic, Diagnostic(.misplacedFile, "二", at: .init(path: "gone.md", range: 0..<0))]) == """
                content/topics/lifts.md:2:8: warning: no translation into en [missing-translation]
                  2 | title: 加装电梯
                    |        ^~~~~~~~
                    = add lifts.en.md
                content/topics/lifts.md:3:1: note: the kind is here
                  3 | kind: problems
                    | ^~~~
                gone.md:1:1: note: and there is this
                gone.md:1:1: error: 二 [misplaced-file]

                """)
    }

    @Test("what is told of one file more often than anybody reads is counted; other problems are not lost behind it")
    func manyOfAKind() {
        let more = Limits.shownProblems + 250
        let diagnostics =
            (0..<more).map { _ in Diagnostic(.invalidValue, "again", at: SourceSpan(path: "gone.md", range: 0..<0)) }
            + [Diagnostic(.duplicateId, "once", at: SourceSpan(path: "gone.md", range: 0..<0))]
        let lines = topic.write(diagnostics).split(separator: "\n")
        #expect(lines.count == Limits.shownProblems + 2)
        #expect(
            lines.suffix(3) == [
                "gone.md:1:1: error: again [invalid-value]",
                "gone.md:1:1: error: once [duplicate-id]",
                "gone.md: 250 more of these, not shown one by one [invalid-value]",
            ])
        #expect(topic.write(diagnostics, as: .github).split(separator: "\n").count == more + 1)
    }

    @Test("nothing is printed for no problems")
    func nothing() {
        #expect(topic.write([]) == "")
    }

    @Test("Chinese characters take two columns, before the span and in it")
    func wideCharacters() {
        #expect(
            Written(text: "市：盘锦（panjin）").excerpt("盘锦") == """
                  1 | 市：盘锦（panjin）
                    |     ^~~~
                """)
        #expect(
            Written(text: "Ａ𠮷ｱ한e\u{301}! x").excerpt("x") == """
                  1 | Ａ𠮷ｱ한e\u{301}! x
                    |           ^
                """, "full-width 2, rare ideograph 2, half-width 1, Hangul 2, combining accent 0")
    }

    @Test("a tab is shown as one space, so that the caret stays under its text")
    func tabs() {
        #expect(
            Written(text: "\tkind:\t电梯\tx").excerpt("电梯") == """
                  1 |  kind: 电梯 x
                    |        ^~~~
                """)
    }

    @Test("an empty span has one caret; a span over several lines is marked to the end of its first")
    func emptyAndLongSpans() {
        let file = Written(text: "a: 一\r\nb: 二\r\n")
        #expect(
            file.excerpt(SourceSpan(path: file.path, range: 3..<3)) == """
                  1 | a: 一
                    |    ^
                """)
        #expect(
            file.excerpt(SourceSpan(path: file.path, range: 3..<14)) == """
                  1 | a: 一
                    |    ^~
                """)
        #expect(
            file.excerpt(SourceSpan(path: file.path, range: 6..<6)) == """
                  1 | a: 一
                    |      ^
                """)
        #expect(file.excerpt(SourceSpan(path: file.path, range: 16..<16)) == "", "the last line is empty")
    }

    @Test("the gutter is as wide as the line number")
    func wideNumbers() {
        let file = Written(text: String(repeating: "\n", count: 99) + "kind: x")
        let diagnostic = Diagnostic(.invalidValue, "no", at: file.span("x"), hint: "yes")
        #expect(
            file.write([diagnostic]) == """
                content/topics/lifts.md:100:7: error: no [invalid-value]
                  100 | kind: x
                      |       ^
                      = yes

                """)
    }

    @Test("of a long line about a hundred characters are shown, with the span in view")
    func longLines() {
        let file = Written(text: String(repeating: "甲", count: 100) + "乙丙" + String(repeating: "丁", count: 200))
        let window = String(repeating: "甲", count: 40) + "乙丙" + String(repeating: "丁", count: 58)
        let padding = String(repeating: " ", count: 81)
        #expect(file.excerpt("乙丙") == "  1 | …\(window)…\n    | \(padding)^~~~")

        let start = Written(text: "x" + String(repeating: "y", count: 200))
        #expect(start.excerpt("x") == "  1 | x\(String(repeating: "y", count: 99))…\n    | ^")

        let whole = Written(text: String(repeating: "y", count: 119) + "x")
        #expect(whole.excerpt("x") == "  1 | \(whole.text)\n    | \(String(repeating: " ", count: 119))^")
    }

    @Test("a span longer than the window is marked as far as it is shown")
    func longSpans() {
        let file = Written(text: String(repeating: "y", count: 300))
        #expect(
            file.excerpt(file.text) == """
                  1 | \(String(repeating: "y", count: 100))…
                    | ^\(String(repeating: "~", count: 99))
                """)
    }

    @Test("colour marks place, severity and caret, and nothing else")
    func color() {
        let error = Diagnostic(.invalidValue, "no", at: topic.span("problems"), hint: "yes")
        let warning = Diagnostic(.topHeading, "no", at: topic.span("title"))
        #expect(
            topic.write([error, warning], color: true) == """
                \u{1B}[1mcontent/topics/lifts.md:3:7\u{1B}[0m: \u{1B}[31;1merror\u{1B}[0m: no [invalid-value]
                  3 | kind: problems
                    |       \u{1B}[32;1m^~~~~~~~\u{1B}[0m
                    = yes
                \u{1B}[1mcontent/topics/lifts.md:2:1\u{1B}[0m: \u{1B}[33;1mwarning\u{1B}[0m: no [top-heading]
                  2 | title: 加装电梯
                    | \u{1B}[32;1m^~~~~\u{1B}[0m

                """)
    }
}
