import TestSupport
import Testing

@testable import Charts

@Suite("Texts are broken, measured and escaped")
struct TextTests {
    private let wrap = TextWrap(size: 10)

    @Test("forty Han characters take two lines of about the same length")
    func longLabel() {
        let label = "党建引领基层治理协调机制办公室牵头推动社区党群服务中心亲民化改造项目实施数量统计"
        let lines = wrap.lines(label, width: 300, atMost: 3)
        #expect(lines.joined() == label)
        #expect(lines.map(\.count) == [20, 20])
    }

    @Test("no line begins with a closing mark or ends with an opening one")
    func punctuation() {
        #expect(wrap.lines("一二三，四五", width: 30, atMost: 9) == ["一二", "三，", "四五"])
        #expect(wrap.lines("一二（三四）", width: 30, atMost: 9) == ["一二", "（三", "四）"])
    }

    @Test("Latin words stay whole unless they are longer than a line")
    func latin() {
        #expect(wrap.lines("more than 20,000 people", width: 80, atMost: 3) == ["more than", "20,000 people"])
        #expect(wrap.lines("wwwwwwwwww", width: 50, atMost: 3) == ["wwwww", "wwwww"])
    }

    @Test("what does not fit ends in an ellipsis")
    func shortened() {
        #expect(wrap.lines("一二三四五六七八九十", width: 30, atMost: 2) == ["一二三", "四五…"])
        #expect(wrap.lines("", width: 30, atMost: 2) == [])
    }

    @Test("spaces stand at no end of a line, whichever they are")
    func spaces() {
        #expect(wrap.lines("  一二 \u{3000} 三四  ", width: 20, atMost: 9) == ["一二", "三四"])
        #expect(wrap.lines("a\u{A0}b c", width: 300, atMost: 9) == ["a b c"])
    }

    @Test("Han characters are as wide as they are high, Latin ones about half")
    func widths() {
        #expect(TextMeasure.width(of: "常州", size: 14) == 28)
        #expect((0.4...0.65).contains(TextMeasure.width(of: "more than 20,000 people", size: 1) / 23))
        #expect(TextMeasure.width(of: "e\u{301}", size: 10) == TextMeasure.width(of: "e", size: 10))
    }

    @Test("nothing from outside becomes markup")
    func escaping() {
        let evil = "<b> & \"q\" 'a' \u{0}\u{FFFE}"
        let safe = "&lt;b&gt; &amp; &quot;q&quot; 'a' \u{FFFD}\u{FFFD}"
        #expect(Drawing.escaped(evil) == safe)
        // Each beside a character that begins with the same byte and is allowed.
        let forbidden: [UInt32] = [0x9F, 0xFDD0, 0xFFFF, 0x1FFFE, 0x7F]
        for scalar in forbidden.compactMap({ Unicode.Scalar($0) }) {
            #expect(Drawing.escaped("é，ﷲ😀\(Character(scalar))é\t") == "é，ﷲ😀\u{FFFD}é ")
        }
        let chart = Chart(
            form: .bar, title: evil, description: evil,
            series: [
                ChartSeries(
                    name: evil,
                    points: [
                        ChartPoint(label: evil, value: .exact(1, evil), link: "/?a=1&b=\"><script>")
                    ]),
                ChartSeries(name: evil, points: [ChartPoint(label: evil, value: nil)]),
            ], numberStyle: .english, unit: evil, words: .english, id: "a b\"")
        let markup = svg(of: chart)
        #expect(!markup.contains("<b>") && !markup.contains("<script"))
        #expect(markup.contains("<title id=\"a-b&quot;.title\">\(safe)</title>"))
        #expect(markup.contains("<a href=\"/?a=1&amp;b=&quot;&gt;&lt;script&gt;\">"))
        #expect(XMLChecker.isWellFormed(markup.utf8))
    }

    @Test(arguments: [(0.0, "0"), (-0.04, "0"), (0.25, "0.3"), (-3.96, "-4"), (12.34, "12.3"), (360, "360")])
    func coordinates(value: Double, text: String) {
        #expect(value.coordinate == text)
    }
}
