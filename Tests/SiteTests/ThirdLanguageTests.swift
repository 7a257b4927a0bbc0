import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Site

@Suite("A library in Chinese, French and traditional Chinese")
struct ThirdLanguageTests {
    /// The interface texts of a language, made from those of another.
    private func strings(_ tag: String, _ words: [String: String]) throws -> String {
        let file = Repository.folder.appending(path: "templates/strings/\(tag).yaml")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let key = String(line.prefix { $0 != ":" })
            return words[key].map { "\(key): \"\($0)\"" } ?? String(line)
        }.joined(separator: "\n")
    }

    private func site(
        _ figures: String, french: String = "On a parlé [plus de vingt fois](obs:yibin-talks).", words: String = ""
    ) async throws -> SiteTest {
        try await SiteTest.library(
            "small",
            with: [
                "exemplar.yaml": """
                title: {zh-Hans: 小经验库, fr: Petite bibliothèque, zh-Hant: 小經驗庫}
                description: {zh-Hans: 一, fr: Un, zh-Hant: 一}
                languages: [zh-Hans, fr, zh-Hant]
                base-url: https://small.example/lib/
                publisher: {zh-Hans: 编辑部, fr: Les éditeurs, zh-Hant: 編輯部}

                """,
                "templates/strings/fr.yaml": try strings(
                    "en",
                    [
                        "language-name": "Français", "date": "{day} {month} {year}",
                        "qualifier-more-than": "plus que cela",
                        "months":
                            "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
                    ]) + "\n" + words,
                "templates/strings/zh-Hant.yaml": try strings("zh-Hans", ["language-name": "繁體中文"]),
                "content/metrics/metrics.yaml": """
                talks:
                  name: {zh-Hans: 议事次数, fr: Réunions, zh-Hant: 議事次數}
                  definition: {zh-Hans: 谈了几次。, fr: Combien de fois., zh-Hant: 談了幾次。}
                  kind: count
                  unit: {zh-Hans: 次, fr: fois, zh-Hant: 次}

                """,
                "content/places/yibin.md":
                    "---\ntitle: 宜滨市\nlevel: city\ncode: \"999900\"\n---\n\n一个虚构的城市。\n",
                "content/metrics/talk.csv": figures,
                "content/practices/yibin/stairwell.fr.md":
                    "---\ntitle: Parler\nproblem: P\n---\n\n## 怎么做\n\n\(french)\n",
                "content/practices/yibin/stairwell.zh-Hant.md": """
                ---
                title: 樓道議事
                problem: 鄰居意見不一
                ---

                ## 怎么做

                談了[20餘次](obs:yibin-talks)。

                """,
                "seeds/talk/source.yaml": """
                title: {zh-Hans: 楼道谈话, fr: Un entretien, zh-Hant: 樓道談話}
                outlet: {zh-Hans: 楼道报, fr: L’Escalier, zh-Hant: 樓道報}
                date: 2025-12-01
                language: zh-Hans
                rights: reference
                sha256: 0000000000000000000000000000000000000000000000000000000000000000
                sections:
                  - {id: s1, title: {zh-Hans: 第一部分, fr: Partie 1, zh-Hant: 第一部分}}
                speakers:
                  - {id: li, name: {zh-Hans: 李某, fr: Li, zh-Hant: 李某}, role: {zh-Hans: 楼长, fr: gardien, zh-Hant: 樓長}, place: yibin}
                paragraphs:
                  - {n: 1, section: s1, kind: answer, speaker: li, sentences: 2, fingerprint: "0123456789abcdef"}

                """,
            ],
            without: [
                "content/places/yibin.en.md", "content/cases/yibin/number-six.en.md", "content/topics/lifts.en.md",
                "content/index.en.md", "content/mechanisms/talk.en.md", "content/practices/yibin/stairwell.en.md",
                "content/pages/about.en.md",
            ])
    }

    private let row = "yibin-talks,talks,yibin,2025,20余次,action,talk,P1.S2,li"
    private let header = "id,metric,place,period,printed,role,source,locator,speaker"

    @Test(
        "pages are there in each, with dates, periods and figures of the language; what is missing is marked as Chinese"
    )
    func pages() async throws {
        let test = try await site(
            "\(header),printed.fr,printed.zh-Hant\n\(row),plus de vingt fois,20餘次\n")
        #expect(test.diagnostics.filter { $0.severity == .error }.map { "\($0.message)" } == [])
        let built = try await test.build()
        #expect(built.deadLinks == [])
        let french = built.text("fr/metrics/talks.html")
        #expect(french.contains("<html lang=\"fr\""))
        #expect(french.contains("plus de vingt fois"))
        #expect(french.contains("<dd lang=\"zh-Hans\">20余次</dd>"))
        let practice = built.text("fr/practices/yibin/stairwell.html")
        #expect(practice.contains("31 janvier 2026"))
        #expect(practice.contains(">plus de vingt fois</a>"))
        #expect(practice.contains("lang=\"zh-Hans\">编者：有人不来"), "\(practice)")
        let hant = built.text("zh-Hant/metrics/talks.html")
        #expect(hant.contains("<html lang=\"zh-Hant\"") && hant.contains("20餘次") && hant.contains("議事次數"))
        #expect(built.text("zh-Hant/practices/yibin/stairwell.html").contains("2026年1月31日"))
        let topic = built.text("fr/topics/lifts.html")
        #expect(topic.contains("lang=\"zh-Hans\">加装电梯"), "\(topic.prefix(3000))")
    }

    @Test("a figure that the table does not have in a language whose words are unknown stays as printed, marked")
    func fallsBack() async throws {
        let test = try await site("\(header)\n\(row)\n", french: "Rien.")
        #expect(test.diagnostics.filter { $0.severity == .error }.map { "\($0.message)" } == [])
        let built = try await test.build()
        let french = built.text("fr/metrics/index.html")
        #expect(french.contains("<span class=\"printed\" lang=\"zh-Hans\">20余次</span>"), "\(french)")
        #expect(french.contains("plus que cela") && !french.contains("more than"))
    }

    @Test("a language with words for figures of its own says them; those it has no words for stay as printed, marked")
    func ownWords() async throws {
        let words = """
            figure-decimal: ","
            figure-group: "\u{202F}"
            figure-unit: "{number} {unit}"
            figure-percent: "{number} %"
            figure-more-than: plus de {figure}
            figure-range: de {lower} à {figure}
            figure-up: en hausse de {figure}

            """
        let test = try await site(
            "\(header)\n\(row)\n", french: "Rien.", words: words)
        #expect(test.diagnostics.filter { $0.severity == .error }.map { "\($0.message)" } == [])
        let built = try await test.build()
        let french = built.text("fr/metrics/index.html")
        #expect(french.contains("<span class=\"printed\">plus de 20 fois</span>"), "\(french)")
        #expect(!french.contains("plus que cela"))
        let figures = FigureWords(strings: built.site.strings(1))
        let said = ["2万余人", "32.7%", "3至5次", "增长12.5%", "约30次", "由80%提高到95%"].map { printed in
            PrintedFigure(printed).flatMap { figures.text(of: $0, unit: "fois") }
        }
        #expect(said == ["plus de 20\u{202F}000 fois", "32,7 %", "de 3 à 5 fois", "en hausse de 12,5 %", nil, nil])
    }

    @Test("what a text and the table print in a language has to be the same")
    func checks() async throws {
        let test = try await site(
            "\(header),printed.fr,printed.zh-Hant\n\(row),vingt fois,30餘次\n")
        #expect(
            test.diagnostics.filter { $0.severity == .error }.map { "\($0.span.path) \($0.message)" } == [
                "content/metrics/talk.csv the text says ‘30餘次’ but the row says ‘20余次’",
                "content/practices/yibin/stairwell.fr.md the text says ‘plus de vingt fois’ but the row says ‘20余次’",
            ])
    }

    @Test("figures that are said again are said in the characters of the page")
    func traditional() throws {
        let figure = try #require(PrintedFigure("more than 20,000 people"))
        var chinese = figure
        chinese.unit = "周里"
        #expect(FigureFormatter.chinese(chinese) == "2万余周里")
        #expect(FigureFormatter.traditional(chinese) == "2萬餘周里")
    }
}
