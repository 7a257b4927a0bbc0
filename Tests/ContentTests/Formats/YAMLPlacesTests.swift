import Diagnostics
import Testing
import Text
import Yams

@testable import Content

@Suite("Every YAML value knows where in the file it stands")
struct YAMLPlacesTests {
    /// The text under the span of the value of `a`, in a file where the YAML begins after a line of its own.
    private func spanned(_ yaml: String) throws -> String {
        let file = "盘锦\n" + yaml
        let source = YAMLSource(path: "a.yaml", bytes: Array(yaml.utf8), offset: 7)
        var diagnostics: [Diagnostic] = []
        let root = try #require(source.compose(diagnostics: &diagnostics))
        #expect(diagnostics == [])
        let span = source.span(of: try #require(root.mapping?["a"]))
        return String(decoding: Array(file.utf8)[span.range], as: UTF8.self)
    }

    @Test(
        "a scalar is marked with its quotation marks; one of several lines to the end of its first",
        arguments: [
            ("a: 盘锦", "盘锦"), ("a:   盘锦  # 城市", "盘锦"), ("b: 1\na: 2025\n", "2025"),
            ("a: \"盘锦\"  # 城市", "\"盘锦\""), (#"a: "他说\"好\"吗" # x"#, #""他说\"好\"吗""#),
            ("a: '它''s' # x", "'它''s'"), ("a: \"一\n  二\"\nb: 1", "\"一\n  二\""),
            ("a: 一\n  二\nb: 1", "一"), ("a: |\n  一\n  二\n", "|"), ("a: >-  # 折行\n  一\n", ">-  # 折行"),
            ("a:\r\n  盘锦\r\n", "盘锦"), ("{b: 一, a: 二, c: 三}", "二"),
        ])
    func scalars(yaml: String, expected: String) throws {
        #expect(try spanned(yaml) == expected)
    }

    @Test(
        "a list or mapping is marked on its first line",
        arguments: [
            ("a:\n  - 一\n  - 二\n", "- 一"), ("a: [一, 二]\n", "[一, 二]"), ("a:\n  b: 一\n  c: 二\n", "b: 一"),
            ("a: {b: 一,\n  c: 二}\n", "{b: 一,"),
        ])
    func collections(yaml: String, expected: String) throws {
        #expect(try spanned(yaml) == expected)
    }

    @Test(
        "the letters of a value can be found in the file, unless it was folded or escaped",
        arguments: [
            ("a: 网格", 3), ("a: \"网格\"", 4), ("a: '网格'", 4), (#"a: "网\u683C""#, nil), ("a: |\n  网格\n", nil),
            ("a: 网\n  格", nil),
        ] as [(String, Int?)])
    func verbatim(yaml: String, expected: Int?) throws {
        let source = YAMLSource(path: "a.yaml", bytes: Array(yaml.utf8), offset: 100)
        var diagnostics: [Diagnostic] = []
        let node = try #require(source.compose(diagnostics: &diagnostics)?.mapping?["a"])
        let offset = source.verbatimOffset(of: try #require(node.string), in: source.span(of: node))
        #expect(offset == expected.map { $0 + 100 })
    }

    @Test(
        "a text that is folded has no spaces between Chinese characters, and no line end behind it",
        arguments: [
            ("a: 网\n  格 员", "网格 员"), ("a: >\n  局委会牵头每月\n  开会一次\n", "局委会牵头每月开会一次"),
            ("a: \"一\n  二 three\n  four\"", "一二 three four"), ("a: >\n  一\n\n  二\n", "一\n二"),
            ("a: |\n  一\n  二\n", "一\n二"),
            ("a: 一 二", "一 二"), (#"a: "网\u683C 一\#n  二""#, "网格 一 二"), ("a: 共\n  12件", "共 12件"),
        ])
    func folded(yaml: String, expected: String) throws {
        let source = YAMLSource(path: "a.yaml", bytes: Array(yaml.utf8), offset: 100)
        var diagnostics: [Diagnostic] = []
        let node = try #require(source.compose(diagnostics: &diagnostics)?.mapping?["a"])
        #expect(source.text(of: try #require(node.string), at: source.span(of: node)) == expected)
    }

    @Test("an empty text is an empty mapping", arguments: ["", "\n", "# 只有注释\n"])
    func emptyTexts(yaml: String) {
        var diagnostics: [Diagnostic] = []
        let node = YAMLSource(path: "a.yaml", bytes: Array(yaml.utf8), offset: 0).compose(diagnostics: &diagnostics)
        #expect(node?.mapping?.isEmpty == true)
        #expect(diagnostics == [])
    }
}
