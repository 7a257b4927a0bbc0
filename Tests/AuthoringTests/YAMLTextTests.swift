import Content
import TestSupport
import Testing
import Text

@testable import Authoring

@Suite("What is written as YAML is read as the same text")
struct YAMLTextTests {
    @Test(
        "texts stay plain where they can",
        arguments: [
            ("楼道议事，办完回话。", "楼道议事，办完回话。"), ("“三格”联建共治", "“三格”联建共治"), ("example#P1.S2", "example#P1.S2"),
            ("a, b", "a, b"), ("2026-01-31", "2026-01-31"), ("50% (half)", "50% (half)"),
            ("", "\"\""), ("null", "\"null\""), ("~", "\"~\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""),
            ("- a", "\"- a\""), ("[a]", "\"[a]\""), (" a", "\" a\""), ("a ", "\"a \""), ("a\nb", "\"a\\nb\""),
            ("say \"x\\y\"", "\"say \\\"x\\\\y\\\"\""), ("\u{200B}x", "\"\\u200Bx\""), ("@a", "\"@a\""),
            ("%a", "\"%a\""),
            ("\u{F0000}", "\"\\U000F0000\""),
        ])
    func scalars(text: String, yaml: String) {
        #expect(yamlScalar(text) == yaml)
    }

    @Test("in brackets a comma wants quotation marks")
    func flow() {
        #expect(yamlLines("a", .words(["b", "c, d"])) == ["a: [b, \"c, d\"]"])
        #expect(yamlLines("a", .list([.row([("k", "v, w"), ("l", "x")])])) == ["a:", "  - {k: \"v, w\", l: x}"])
        #expect(yamlLines("a", .list([])) == ["a: []"])
    }

    @Test("any text comes back: as a title, in a list, in a mapping and between brackets")
    func anyText() async throws {
        var random = SeededGenerator(seed: 7)
        let characters = Array(
            "ab中文，。：；（）“”【1 \t\n\r:#-,[]{}\"'\\&*!|>%@`?~=\u{85}\u{A0}\u{2028}\u{2029}\u{200B}\u{7}\u{1F600}é")
        for _ in 0..<400 {
            let text = random.text(of: characters, upTo: 12)
            let lines =
                yamlLines("title", .text(text)) + yamlLines("brand", .text(text))
                + yamlLines("who", .list([.mapping([("name", .text(text)), ("role", .text(text))])]))
                + yamlLines("aliases", .words(["x", text]))
                + yamlLines("steps", .list([.row([("text", "a"), ("needs", text)])]))
            let record = NewFile(
                path: "content/practices/a/b.md", text: "---\n" + lines.map { $0 + "\n" }.joined() + "---\n")
            let settings = NewFile(path: "exemplar.yaml", text: "title: 库\nlanguages: [zh-Hans]\n")
            let practice = try #require(await Reading([settings, record]).library.practices.first, "\(lines)")
            let read = [
                practice.header.title[0], practice.brand?[0], practice.actors.first?.name[0],
                practice.actors.first?.role?[0], practice.header.aliases.last?.id, practice.steps.first?.needs?[0],
            ]
            // Line ends at the end of a text are nobody's; a text of one line has none.
            let kept = String(text.reversed().drop { $0 == "\n" || $0 == "\r\n" }.reversed())
            let line = kept.onOneLine
            #expect(read == [line, line, line, line, kept, line], "\(lines)")
        }
    }
}
