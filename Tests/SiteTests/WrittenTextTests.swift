import Content
import Testing

@testable import Site

@Suite("Texts of the program are filled and written")
struct WrittenTextTests {
    @Test(
        "a name in braces is replaced, and any other brace stays",
        arguments: [
            ("第{number}段", "第7段"), ("{number}{number}", "77"), ("{other}、{number}", "{other}、7"),
            ("{number", "{number"),
            ("{{number}}", "{7}"), ("{a {number} b}", "{a 7 b}"), ("无", "无"), ("", ""),
        ])
    func fill(text: String, filled: String) {
        #expect(Strings.fill(text, ["number": "7", "unused": "{number}"]) == filled)
    }

    @Test("a date has the names of its months where the language has twelve")
    func dates() throws {
        let names = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"
        let english = Strings(language: "en", texts: ["date": "{day} {month} {year}", "months": names])
        let chinese = Strings(language: "zh-Hans", texts: ["date": "{year}年{month}月{day}日", "months": ""])
        let day = try #require(CalendarDate("2025-12-03"))
        #expect(english.date(day) == "3 Dec 2025")
        #expect(chinese.date(day) == "2025年12月3日")
    }

    @Test("whatever ends a line is a space in the Markdown of a kit")
    func lines() {
        var writer = MarkdownWriter()
        writer.paragraph("一\n二\r\n三\t四\u{85}五\u{2028}六\u{2029}\u{2028}七“八”é")
        writer.list([(.box, "1. 一", "\u{85}二\n"), (.numberedBox(2), "", nil)])
        #expect(
            writer.text == """
                一 二 三 四 五 六 七“八”é

                - [ ] 1\\. 一
                   二
                2. [ ]\u{20}

                """)
    }
}
