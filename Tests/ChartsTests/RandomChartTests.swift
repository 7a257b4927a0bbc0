import TestSupport
import Testing

@testable import Charts

@Suite("Whatever is to be drawn, the drawing is sound")
struct RandomChartTests {
    @Test("it is well-formed, has only finite coordinates, and stays within its width", arguments: 0..<8)
    func sound(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<20 {
            let chart = randomChart(&random)
            let markup = svg(of: chart)
            #expect(XMLChecker.isWellFormed(markup.utf8), "\(chart)")
            #expect(svg(of: chart) == markup)
            let across = coordinates(["x", "width"], in: markup)
            #expect(across.allSatisfy { (0...360).contains($0) }, "\(chart)")
            let all = coordinates(["y", "height", "viewBox", "d"], in: markup)
            #expect(all.allSatisfy { (-30...60_000).contains($0) }, "\(chart)")
            #expect(!markup.contains("=\"nan") && !markup.contains("=\"inf") && !markup.contains("style="))
        }
    }

    /// All numbers in these attributes; -9999 for what is none.
    private func coordinates(_ names: [String], in markup: String) -> [Double] {
        markup.split(separator: "<").flatMap { tag -> [Double] in
            let parts = tag.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
            return zip(parts, parts.dropFirst()).flatMap { name, value -> [Double] in
                guard names.contains(where: { name.hasSuffix(" \($0)=") }) else { return [] }
                return value.split { " MLHVAZ".contains($0) }.map { Double($0) ?? -9999 }
            }
        }
    }

    private func randomChart(_ random: inout SeededGenerator) -> Chart {
        let form = ChartForm.allCases.randomElement(using: &random) ?? .bar
        let series = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            let count = Int.random(in: 0..<8, using: &random) > 0 ? Int.random(in: 0...5, using: &random) : 30
            return ChartSeries(
                name: randomText(&random), points: (0..<count).map { _ in randomPoint(&random) })
        }
        let hints: [ClosedRange<Double>?] = [nil, nil, 0...100, -1e9...1e9, -Double.infinity...5]
        return Chart(
            form: form, title: randomText(&random), description: randomText(&random), series: series,
            numberStyle: NumberStyle.allCases.randomElement(using: &random) ?? .chinese,
            unit: ["", "%", "家", "<&>"].randomElement(using: &random) ?? "",
            domainHint: hints.randomElement(using: &random) ?? nil, words: .english, id: "chart.\(form)")
    }

    private func randomPoint(_ random: inout SeededGenerator) -> ChartPoint {
        func value() -> ChartValue? {
            guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
            return ChartValue(
                value: number(), lower: Bool.random(using: &random) ? number() : nil,
                upper: Bool.random(using: &random) ? number() : nil, text: randomText(&random))
        }
        func number() -> Double {
            let extremes = [
                0, -0.0, 1, -1, 33, 1e12, -1e12, 1e-12, 1e-200, 1e149, -1e149, 1e300, .nan, .infinity, -.infinity,
            ]
            return Bool.random(using: &random)
                ? extremes.randomElement(using: &random) ?? 0 : Double.random(in: -1000...1000, using: &random)
        }
        let x: [Double?] = [nil, 2020, 2021, 2025.5, .nan, 1e300]
        return ChartPoint(
            label: randomText(&random), value: value(), target: value(),
            x: x.randomElement(using: &random) ?? nil, link: Bool.random(using: &random) ? randomText(&random) : nil)
    }

    private func randomText(_ random: inout SeededGenerator) -> String {
        let parts = [
            "常州", "，", "（", "”", "a", "word", " ", "<", ">", "&", "\"", "'", "]]>", "\u{0}", "\n", "\u{FFFF}", "😀",
            "e\u{301}", "\u{200D}", "supercalifragilisticexpialidocious", "一二三四五六七八九十一二三四五六七八九十",
        ]
        return (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined()
    }
}
