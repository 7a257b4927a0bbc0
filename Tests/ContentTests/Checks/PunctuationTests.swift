import Diagnostics
import Testing
import Text

@testable import Content

@Suite("Chinese punctuation is looked at as an editor does")
struct PunctuationTests {
    private func problems(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return ChinesePunctuation.problems(in: bytes).map { problem in
            let place = String(decoding: bytes[..<problem.range.lowerBound], as: UTF8.self).count
            return "\(place): \(Diagnostic(problem.message, at: SourceSpan(path: "a", range: 0..<0)).message)"
                + (problem.fix.map { " → \($0)" } ?? "")
        }
    }

    @Test("half-width punctuation between Chinese characters is told, with the sign that belongs there")
    func halfWidth() {
        #expect(
            problems("旧楼,没有电梯;居民:老人!孩子?都要爬楼.是的。") == [
                "2: a half-width ‘,’ stands in a Chinese text → ，",
                "7: a half-width ‘;’ stands in a Chinese text → ；",
                "10: a half-width ‘:’ stands in a Chinese text → ：",
                "13: a half-width ‘!’ stands in a Chinese text → ！",
                "16: a half-width ‘?’ stands in a Chinese text → ？",
                "21: a half-width ‘.’ stands in a Chinese text → 。",
            ])
    }

    @Test(
        "an address of the web or of mail keeps its marks, whatever its characters",
        arguments: [
            "https://经验.中国", "网址https://经验.中国/甲?乙", "见http://政务.公益", "张三@政务.中国", "[甲](https://经验.中国)",
        ])
    func addresses(text: String) {
        #expect(problems(text) == [])
    }

    @Test("links read as their words; the end of a line, brackets and quotation marks count too")
    func besideLinks() {
        func told(_ place: Int, _ mark: String, _ right: String) -> String {
            "\(place): a half-width ‘\(mark)’ stands in a Chinese text → \(right)"
        }
        #expect(problems("办结[300余件](obs:a),居民说好.") == [told(16, ",", "，"), told(21, ".", "。")])
        #expect(problems("甲,[办法](a.md)。") == [told(1, ",", "，")])
        #expect(problems("例会(每周一次)上") == [told(2, "(", "（"), told(7, ")", "）")])
        #expect(problems("每周\"碰头\"一次") == [told(2, "\"", "“"), told(5, "\"", "”")])
        #expect(problems("\"碰头\"") == [told(0, "\"", "“"), told(3, "\"", "”")])
    }

    @Test(
        "figures, English, addresses, code and quotations are never touched",
        arguments: [
            "共1,200件，占12.5%。", "见a.md,b.md。", "https://a.b/甲,乙", "Xi'an, 西安", "“旧楼,没有电梯。”", "> 旧楼,没有电梯。", "`甲,乙`",
            "```\n甲,乙\n```", "2025.8.28印发", "《中共中央 国务院关于推动城市高质量发展的意见》印发，", "健全机制 因地制宜", "1）甲；2）乙。", "甲）乙", "plain",
            "[办法](a.md \"办法\")", "见表(a.csv)", "f(甲)", "甲 (a)", "[12次](obs:a), 乙", "甲(1)", "title=\"甲\"", "[甲](乙.md)",
        ])
    func untouched(text: String) {
        #expect(problems(text) == [])
    }

    @Test("spaces in sentences and brackets without their other half are told")
    func spacesAndPairs() {
        #expect(problems("居民 上下楼，不便。") == ["2: a space stands between Chinese characters"])
        #expect(problems("不便（老人尤其如此。\n\n见《条例。》》") == ["2: ‘（’ has no other half", "18: ‘》’ has no other half"])
        #expect(problems("一（二《三》\n四）五") == [])
    }
}
