import Testing
import Text

@testable import Content

@Suite("Figures are printed in one way, which reads back the same")
struct FigureFormatterTests {
    @Test(
        "in Chinese",
        arguments: [
            "2万余人", "不低于97%", "32.7万件", "24小时内", "超50%", "约300个", "近300个", "少于5个", "3—5个", "100余名", "108项", "33家",
            "2.3万余次", "不少于3个", "不超过5个", "低于3%", "超33家", "1.20亿元", "3万—5万人", "30万件（四舍五入）", "327000件", "12345",
        ])
    func chinese(text: String) throws {
        #expect(FigureFormatter.chinese(try #require(PrintedFigure(text))) == text)
    }

    @Test(
        "in English, with a unit in English",
        arguments: [
            ("2万余人", "people", "more than 20,000 people"), ("不低于97%", "", "at least 97%"),
            ("32.7万件", "events", "327,000 events (rounded)"), ("24小时内", "hours", "within 24 hours"),
            ("十项", "measures", "10 measures"), ("约300个", "", "about 300"), ("近300个", "cases", "nearly 300 cases"),
            ("少于5个", "cases", "fewer than 5 cases"), ("低于5%", "", "less than 5%"), ("不足5天", "days", "less than 5 days"),
            ("3—5个", "cases", "3–5 cases"), ("不超过5个", "cases", "at most 5 cases"), ("97.5%", "", "97.5%"),
        ])
    func english(text: String, unit: String, expected: String) throws {
        #expect(FigureFormatter.english(try #require(PrintedFigure(text)), unit: unit) == expected)
    }

    @Test("the Chinese print gives the figure back", arguments: Qualifier.allCases)
    func roundTrip(qualifier: Qualifier) {
        var random = RandomFigures(seed: 2025)
        for _ in 0..<1000 {
            let figure = random.figure(qualifier)
            let text = FigureFormatter.chinese(figure)
            #expect(PrintedFigure(text) == figure, "\(text)")
        }
    }

    @Test("the English print agrees with the figure", arguments: Qualifier.allCases)
    func englishRoundTrip(qualifier: Qualifier) {
        var random = RandomFigures(seed: 2026)
        for _ in 0..<500 {
            let figure = random.figure(qualifier)
            for unit in ["", "people", "hours", "event-times"] {
                let text = FigureFormatter.english(figure, unit: unit)
                #expect(PrintedFigure(text)?.agrees(with: figure) == true, "\(text)")
            }
        }
    }

    @Test("fractions are printed without an exponent")
    func smallFractions() {
        #expect(
            [0.00001, 0.000012, -0.000012, 0.1, 1e15].map(\.plainDigits) == [
                "0.00001", "0.000012", "-0.000012", "0.1", "1000000000000000",
            ])
    }
}
