import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A file of interface texts is a flat map, and every key knows its place")
struct TextMapTests {
    private func read(_ text: String) -> (texts: [String], problems: [String]) {
        let bytes = Array(text.utf8)
        var diagnostics: [Diagnostic] = []
        let texts = readTextMap(.init(path: "a.yaml", bytes: bytes), diagnostics: &diagnostics)
        return (
            texts.map { "\($0.key)=\($0.value) \(String(decoding: bytes[$0.span.range], as: UTF8.self))" },
            lines(diagnostics, in: bytes)
        )
    }

    @Test func texts() {
        let result = read("\u{FEFF}menu: 菜单\nmore: \"更多：{n}\"\nlist: [一]\n")
        #expect(result.texts == ["menu=菜单 menu", "more=更多：{n} more"])
        #expect(result.problems == ["3:7 wrong-type expected a text here"])
        #expect(read("").texts == [])
        #expect(read("a: 1\na: 2\n").problems == ["2:1 duplicate-key the key ‘a’ appears twice in one mapping"])
    }
}
