import Testing

@testable import Charts

@Suite("A picture never claims more than its figure")
struct BoundsTests {
    @Test("what is known of a figure decides what is drawn")
    func extents() {
        #expect(Extent(.exact(33, "33家")) == .exact(33))
        #expect(Extent(.atLeast(20_000, "2万余人")) == .atLeast(20_000))
        #expect(Extent(.atMost(24, "24小时内")) == .atMost(24))
        #expect(Extent(.range(97, 100, "不低于97%")) == .between(97, 100))
        #expect(Extent(.about(300, "约300个")) == .approximate(300))
        #expect(Extent(nil) == nil)
    }

    @Test("a figure without bounds is not exact, even if it does not say so")
    func unknownBounds() {
        #expect(Extent(ChartValue(value: 5, lower: nil, upper: nil, text: "5")) == .approximate(5))
        #expect(Extent(ChartValue(value: 5, lower: 9, upper: 1, text: "5")) == .approximate(5))
        #expect(Extent(ChartValue(value: 5, lower: .nan, upper: .infinity, text: "5")) == .approximate(5))
        #expect(Extent(ChartValue(value: 5, lower: 5, upper: .infinity, text: "5")) == .atLeast(5))
    }

    @Test("what is not a number, or beyond all measure, is no figure")
    func refused() {
        for value in [Double.nan, .infinity, -.infinity, 1e300] { #expect(Extent(.exact(value, "?")) == nil) }
    }

    /// Which marks a bar of a chart to 40 is made of.
    private func marks(_ value: ChartValue) -> [String] {
        let markup = svg(of: chart(.bar, [ChartPoint(label: "甲", value: value)], hint: 0...40))
        return ["chart-fill", "chart-tint", "chart-dashed", "chart-bracket", "chart-stroke"]
            .filter { !elements($0, in: markup).isEmpty }
    }

    @Test("only an exact figure is a plain bar")
    func bars() {
        #expect(marks(.exact(24, "24")) == ["chart-fill"])
        #expect(marks(.atLeast(24, "24余")) == ["chart-fill", "chart-stroke"])
        #expect(marks(.atMost(24, "24内")) == ["chart-tint", "chart-dashed", "chart-bracket", "chart-stroke"])
        #expect(marks(.range(12, 24, "12—24")) == ["chart-fill", "chart-tint", "chart-dashed", "chart-bracket"])
    }

    private let scale = LinearScale(domain: 0...40, start: 0, end: 400)

    private func drawn(_ extent: Extent, _ scale: LinearScale? = nil) -> String {
        var drawing = Drawing()
        BarMark(extent, scale: scale ?? self.scale, y: 0...16).draw(in: &drawing)
        return drawing.markup
    }

    @Test("an open bar is solid to its bound only; slices and an arrow lead on")
    func openBar() {
        #expect(
            drawn(.atLeast(20)) == """
                <rect class="chart-fill" x="0" y="0" width="200" height="16"/>
                <path class="chart-fill" d="M202 0H206V16H202ZM208 0H211V16H208ZM213 0H215V16H213Z"/>
                <path class="chart-stroke" d="M218 3L223 8L218 13"/>

                """)
        #expect(BarMark(.atLeast(20), scale: scale, y: 0...16).reach == 0...224)
    }

    @Test("a range is solid to its lower end, and a bracket closes the upper")
    func range() {
        #expect(
            drawn(.between(3, 5)) == """
                <rect class="chart-fill" x="0" y="0" width="30" height="16"/>
                <rect class="chart-tint" x="30" y="0" width="20" height="16"/>
                <path class="chart-dashed" d="M30 0.5L50 0.5M30 15.5L50 15.5"/>
                <path class="chart-bracket" d="M34 -2L30 -2L30 18L34 18"/>
                <path class="chart-bracket" d="M46 -2L50 -2L50 18L46 18"/>

                """)
    }

    @Test("a figure with an upper bound only has nothing solid")
    func atMost() {
        #expect(
            drawn(.atMost(24)) == """
                <rect class="chart-tint" x="0" y="0" width="240" height="16"/>
                <path class="chart-dashed" d="M0 0.5L240 0.5M0 15.5L240 15.5"/>
                <path class="chart-bracket" d="M236 -2L240 -2L240 18L236 18"/>
                <path class="chart-stroke" d="M229 3L224 8L229 13"/>

                """)
    }

    @Test("below zero all is the other way round")
    func negative() {
        let scale = LinearScale(domain: -20...20, start: 0, end: 400)
        #expect(
            drawn(.atMost(-10), scale) == """
                <rect class="chart-fill" x="100" y="0" width="100" height="16"/>
                <path class="chart-fill" d="M94 0H98V16H94ZM89 0H92V16H89ZM85 0H87V16H85Z"/>
                <path class="chart-stroke" d="M82 3L77 8L82 13"/>

                """)
        #expect(!drawn(.atLeast(-10), scale).contains("chart-fill"))
        #expect(!drawn(.between(-4, 6), scale).contains("chart-fill"))
    }

    @Test("32.7万 rounded is a plain bar, since its bounds are less than a line apart")
    func rounded() {
        let wide = LinearScale(domain: 0...400_000, start: 0, end: 400)
        #expect(
            drawn(.between(326_500, 327_499), wide) == """
                <rect class="chart-fill" x="0" y="0" width="327" height="16"/>

                """)
    }

    @Test("only an exact dot is filled")
    func dots() {
        let values: [ChartValue] = [
            .atLeast(24, "24余"), .atMost(24, "24内"), .range(12, 24, "12—24"), .about(24, "约24"),
        ]
        for value in values {
            let markup = svg(of: chart(.dot, [ChartPoint(label: "甲", value: value)], hint: 0...40))
            #expect(elements("chart-marker", in: markup).isEmpty)
        }
        let exact = svg(of: chart(.dot, [ChartPoint(label: "甲", value: .exact(24, "24"))]))
        #expect(elements("chart-marker", in: exact).count == 1)
    }

    @Test("the key explains the marks that occur, and no others")
    func key() {
        let points = [
            ChartPoint(label: "甲", value: .atLeast(20_000, "2万余人")),
            ChartPoint(label: "乙", value: .range(326_500, 327_499, "32.7万件")),
            ChartPoint(label: "丙", value: nil),
        ]
        let key = svg(of: chart(.bar, points)).split(separator: "<g class=\"chart-key").last ?? ""
        #expect(key.contains(">只知下限<"))
        #expect(!key.contains("两端") && !key.contains("只知上限") && !key.contains("约数"))
        #expect(!svg(of: chart(.bar, [ChartPoint(label: "甲", value: .exact(1, "1"))])).contains("chart-key"))
    }

    @Test("a target is shaded on the side that meets it")
    func target() {
        let point = ChartPoint(
            label: "广州", value: .exact(92.4, "92.4%"), target: .atLeast(97, "不低于97%"))
        let markup = svg(of: chart(.target, [point], unit: "%", hint: 0...100))
        #expect(
            elements("chart-zone", in: markup) == [
                #"<rect class="chart-zone" x="347.3" y="22" width="10.7" height="18"/>"#
            ])
        #expect(
            elements("chart-target-line", in: markup) == [#"<path class="chart-target-line" d="M347.3 20L347.3 44"/>"#])
        #expect(markup.contains(">目标：不低于97%</text>"))
    }
}
