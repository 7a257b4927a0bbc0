import Testing

@testable import Charts

@Suite("Whole drawings")
struct WholeChartTests {
    @Test("two places and one that did not report, as bars")
    func bars() {
        let points = [
            ChartPoint(label: "常州", value: .exact(33, "33家")), ChartPoint(label: "盘锦", value: .atLeast(20, "20余家")),
            ChartPoint(label: "武汉", value: nil),
        ]
        #expect(
            svg(of: chart(.bar, points, unit: "家")) == """
                <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-bar" role="img" \
                aria-labelledby="chart.1.title chart.1.desc" viewBox="0 0 360 125">
                <title id="chart.1.title">题</title>
                <desc id="chart.1.desc">述</desc>
                <path class="chart-grid" d="M99.2 0L99.2 81M160.3 0L160.3 81M221.5 0L221.5 81M282.7 0L282.7 81"/>
                <text class="chart-small" x="282.7" y="94" text-anchor="middle">40家</text>
                <text class="chart-small" x="221.5" y="94" text-anchor="middle">30</text>
                <text class="chart-small" x="160.3" y="94" text-anchor="middle">20</text>
                <text class="chart-small" x="99.2" y="94" text-anchor="middle">10</text>
                <text class="chart-small" x="38" y="94" text-anchor="middle">0</text>
                <g class="chart-series-1">
                <text class="chart-label" x="0" y="18.5">常州</text>
                <rect class="chart-fill" x="38" y="5.5" width="201.9" height="16"/>
                <text class="chart-value chart-halo" x="245.9" y="18.5">33家</text>
                <text class="chart-label" x="0" y="45.5">盘锦</text>
                <rect class="chart-fill" x="38" y="32.5" width="122.3" height="16"/>
                <path class="chart-fill" d="M162.3 32.5H166.3V48.5H162.3ZM168.3 32.5H171.3V48.5H168.3ZM173.3 32.5H175.3V48.5H173.3Z"/>
                <path class="chart-stroke" d="M178.3 35.5L183.3 40.5L178.3 45.5"/>
                <text class="chart-value chart-halo" x="190.3" y="45.5">20余家</text>
                <text class="chart-label" x="0" y="72.5">武汉</text>
                <text class="chart-missing-text" x="44" y="72.5">未报告</text>
                </g>
                <path class="chart-zero" d="M38 0L38 81"/>
                <g class="chart-key chart-series-1">
                <rect class="chart-fill" x="0" y="110" width="8.4" height="10"/>
                <path class="chart-fill" d="M10.4 110H14.4V120H10.4ZM16.4 110H19.4V120H16.4ZM21.4 110H23.4V120H21.4Z"/>
                <path class="chart-stroke" d="M26.4 110L31.4 115L26.4 120"/>
                <text class="chart-small" x="40" y="119">只知下限</text>
                </g>
                </svg>

                """)
    }

    @Test("two years and an open end, as a line")
    func line() {
        let points = [
            ChartPoint(label: "2024", value: .exact(18_000, "18,000"), x: 2024),
            ChartPoint(label: "2025", value: .atLeast(23_000, "more than 23,000"), x: 2025),
        ]
        #expect(
            svg(of: chart(.line, points, unit: "visits", style: .english)) == """
                <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-line" role="img" \
                aria-labelledby="chart.1.title chart.1.desc" viewBox="0 0 360 281">
                <title id="chart.1.title">题</title>
                <desc id="chart.1.desc">述</desc>
                <text class="chart-small" x="0" y="12">visits</text>
                <text class="chart-small" x="37.7" y="228" text-anchor="end">16,000</text>
                <text class="chart-small" x="37.7" y="180.5" text-anchor="end">18,000</text>
                <text class="chart-small" x="37.7" y="133" text-anchor="end">20,000</text>
                <text class="chart-small" x="37.7" y="85.5" text-anchor="end">22,000</text>
                <text class="chart-small" x="37.7" y="38" text-anchor="end">24,000</text>
                <path class="chart-grid" d="M43.7 224L360 224M43.7 176.5L360 176.5M43.7 129L360 129M43.7 81.5L360 81.5M43.7 34L360 34"/>
                <path class="chart-zero" d="M51.7 224L51.7 229M352 224L352 229"/>
                <text class="chart-small" x="51.7" y="242" text-anchor="middle">2024</text>
                <text class="chart-small" x="346.6" y="242" text-anchor="middle">2025</text>
                <g class="chart-series-1">
                <path class="chart-uncertain" d="M51.7 176.5L352 57.8"/>
                <path class="chart-marker" d="M47.7 176.5A4 4 0 0 1 55.7 176.5A4 4 0 0 1 47.7 176.5Z"/>
                <path class="chart-hollow" d="M348 57.8A4 4 0 0 1 356 57.8A4 4 0 0 1 348 57.8Z"/>
                <path class="chart-stroke" d="M352 52.8L352 38.8M348 43.3L352 38.8L356 43.3"/>
                </g>
                <text class="chart-value chart-halo" x="299.3" y="32.8" text-anchor="middle">more than 23,000</text>
                <text class="chart-value chart-halo" x="67" y="195.5" text-anchor="middle">18,000</text>
                <g class="chart-key chart-series-1">
                <path class="chart-hollow" d="M5 273A3 3 0 0 1 11 273A3 3 0 0 1 5 273Z"/>
                <path class="chart-stroke" d="M8 269L8 255M4 259.5L8 255L12 259.5"/>
                <text class="chart-small" x="22" y="270">or more</text>
                </g>
                </svg>

                """)
    }

    @Test("a chart without figures is a sentence; rows still tell which place did not report")
    func empty() {
        #expect(
            svg(of: chart(.bar, [])) == """
                <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-bar" role="img" \
                aria-labelledby="chart.1.title chart.1.desc" viewBox="0 0 360 24">
                <title id="chart.1.title">题</title>
                <desc id="chart.1.desc">述</desc>
                <text class="chart-missing-text" x="0" y="16">没有数字</text>
                </svg>

                """)
        let missing = [ChartPoint(label: "武汉", value: nil)]
        #expect(svg(of: chart(.bar, missing)).contains(">未报告<"))
        #expect(svg(of: chart(.line, missing)).contains(">没有数字<"))
        #expect(svg(of: chart(.smallMultiples, series: [])).contains(">没有数字<"))
    }

    @Test("a chart with links is a group, because an image would hide them")
    func links() {
        let plain = chart(.bar, [ChartPoint(label: "常州", value: .exact(33, "33家"))])
        let linked = chart(.bar, [ChartPoint(label: "常州", value: .exact(33, "33家"), link: "changzhou/")])
        #expect(svg(of: plain).contains("role=\"img\""))
        #expect(svg(of: linked).contains("role=\"group\""))
        #expect(svg(of: linked).contains("<a href=\"changzhou/\">\n<text class=\"chart-label\""))
    }
}
