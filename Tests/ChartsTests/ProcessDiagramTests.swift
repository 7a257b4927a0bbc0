import Testing

@testable import Charts

@Suite("A process is drawn as it is told")
struct ProcessDiagramTests {
    private func diagram(_ steps: [ProcessDiagram.Step], isOrdered: Bool = true) -> ProcessDiagram {
        ProcessDiagram(
            title: "一图看懂", description: "述",
            lanes: [.init(name: "市委", note: "市级"), .init(name: "社区", note: "社区")], steps: steps,
            isOrdered: isOrdered, words: .init(unnamed: "没有说由谁做", needs: "需要：", gives: "产出："), id: "d")
    }

    private let steps: [ProcessDiagram.Step] = [
        .init(text: "部署", lanes: [0], gives: "会议部署（口头）"),
        .init(text: "走访", lanes: [0, 1], needs: "“会议部署”；经费"),
        .init(text: "借鉴", lanes: []),
    ]

    @Test("steps in order are numbered and joined; what one gives and another needs is joined too")
    func ordered() {
        let markup = svg(of: diagram(steps))
        #expect(elements("chart-track", in: markup).count == 3)
        #expect(elements("chart-marker", in: markup).count == 3)
        // Nobody is named for the last step: its track and its mark are broken.
        #expect(elements("chart-broken", in: markup).count == 2)
        #expect(markup.contains(">没有说由谁做</text>"))
        let numbers = markup.matches(of: /chart-number"[^>]*>(\d)</).map { String($0.1) }
        #expect(numbers == ["1", "2", "2"])
        // Two joints of the order, and the bar between the two who do the second step.
        #expect(elements("chart-stroke", in: markup).count == 3)
        #expect(elements("chart-handover", in: markup).count == 1)
    }

    @Test("what is done in no order has neither numbers nor arrows from one to the next")
    func unordered() {
        let markup = svg(of: diagram(steps, isOrdered: false))
        #expect(elements("chart-number", in: markup) == [])
        #expect(elements("chart-stroke", in: markup).count == 1)
        #expect(elements("chart-marker", in: markup).count == 3)
    }

    @Test("only what comes of an earlier step is handed on, and only under the same words")
    func handovers() {
        func pairs(_ steps: [ProcessDiagram.Step], isOrdered: Bool = true) -> [[Int]] {
            diagram(steps, isOrdered: isOrdered).handovers.map { [$0.from, $0.to] }
        }
        #expect(pairs(steps) == [[0, 1]])
        #expect(pairs(steps.reversed()) == [])
        #expect(pairs(steps.reversed(), isOrdered: false) == [[2, 1]])
        #expect(pairs([.init(text: "一", lanes: [], gives: "清单"), .init(text: "二", lanes: [], needs: "清单和经费")]) == [])
        #expect(pairs([.init(text: "一", lanes: [], needs: "清单", gives: "清单")]) == [])
    }

    @Test("long names and long texts stay within the drawing, and thirty actors still have room for the texts")
    func crowded() throws {
        let lanes = (0..<30).map { ProcessDiagram.Lane(name: String(repeating: "单位", count: 12) + "\($0)", note: "市级") }
        var crowded = diagram(
            (0..<30).map {
                .init(text: String(repeating: "办事", count: 40), lanes: [$0], needs: String(repeating: "物", count: 60))
            })
        crowded.lanes = lanes
        let markup = svg(of: crowded)
        let positions = markup.matches(of: /[ "]x="(-?[0-9.]+)"/).compactMap { Double($0.1) }
        #expect(positions.count > 60)
        #expect(positions.allSatisfy { (0...Layout.width).contains($0) })
        for line in markup.matches(of: />([^<>\n]+)</).map({ String($0.1) }) {
            #expect(TextMeasure.width(of: line, size: 12) <= Layout.width, "\(line)")
        }
    }

    @Test("names and texts from outside become no markup")
    func escaped() {
        let markup = svg(of: diagram([.init(text: "<b>&", lanes: [0], needs: "<i>")]))
        #expect(markup.contains("&lt;b&gt;&amp;") && !markup.contains("<b>") && !markup.contains("<i>"))
    }

    @Test(
        "a figure's picture shows what is known of it",
        arguments: [
            (ChartValue.exact(5, "5"), 1, 0), (.atLeast(5, "5余"), 1, 1), (.atMost(5, "5以内"), 1, 1),
            (.range(4, 6, "5"), 0, 1), (.about(5, "约5"), 1, 1),
        ])
    func glyphs(value: ChartValue, dots: Int, lines: Int) {
        let markup = glyph(of: value)
        #expect(elements("glyph-dot", in: markup).count == dots)
        #expect(elements("glyph-line", in: markup).count == lines)
        #expect(markup.contains("glyph-broken") == (value.lower == nil && value.upper == nil))
        #expect(markup.contains("aria-hidden=\"true\""))
    }
}
