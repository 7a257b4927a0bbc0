import Diagnostics
import TestSupport
import Testing
import Text

@testable import Content

@Suite("YAML that cannot or must not be read is refused at its place, and quickly")
struct YAMLRefusalTests {
    private func refuse(_ yaml: String) -> [String] {
        let bytes = Array(yaml.utf8)
        var diagnostics: [Diagnostic] = []
        let node = YAMLSource(path: "a.yaml", bytes: bytes, offset: 0).compose(diagnostics: &diagnostics)
        return (node == nil ? [] : ["read all the same"]) + lines(diagnostics, in: bytes)
    }

    @Test(
        "bad syntax",
        arguments: [
            ("title: 盘锦\nlevel: \"city\n", "2:8 invalid-yaml found unexpected end of stream"),
            ("title: 治理: 三格\n", "1:8 invalid-yaml YAML takes a part of this text for something else"),
            ("title: 盘锦\n\tlevel: city\n", "2:1 invalid-yaml a tab stands at the beginning of the line"),
            ("a: [一, 二\nb: 三\n", "2:2 invalid-yaml did not find expected ',' or ']'"),
            ("a: @city\n", "1:4 invalid-yaml YAML takes a part of this text for something else"),
            ("a: \"三格\"联建\n", "1:4 invalid-yaml YAML takes a part of this text for something else"),
            ("levels:\n- {is: city, from: a#P1}\nstatus draft\nb: c\n", "3:1 invalid-yaml could not find expected ':'"),
            ("title: [转载]甲\n", "1:8 invalid-yaml YAML takes a part of this text for something else"),
            ("\ttitle: 甲\n", "1:1 invalid-yaml a tab stands at the beginning of the line"),
            ("a:\n\t- 乙\n", "2:1 invalid-yaml a tab stands at the beginning of the line"),
            ("title: 甲\n kind: a\n", "2:1 invalid-yaml this line is not as far in as its neighbours"),
            ("a:\n  - 乙\n - 丙\n", "3:1 invalid-yaml this line is not as far in as its neighbours"),
            ("title = 甲\nkind: a\n", "1:7 invalid-yaml no colon after ‘title’ but an equals sign"),
            ("summary: 甲\n乙\nkind: a\n", "2:1 invalid-yaml could not find expected ':'"),
            ("summary: 一 #便民\n  服务\nkind: a\n", "1:12 invalid-yaml YAML takes a part of this text for something else"),
            ("a: *三格\n", "1:4 invalid-yaml YAML takes a part of this text for something else"),
        ])
    func badSyntax(yaml: String, expected: String) {
        #expect(refuse(yaml) == [expected])
    }

    @Test(
        "a full-width colon, or one without a space, is told where it stands and not where YAML stumbles over it",
        arguments: [
            ("title: 盘锦\nstatus：draft\nlevel: city\n", "2:7 invalid-yaml a full-width colon after ‘status’"),
            ("title: 盘锦\nstatus:draft\nlevel: city\n", "2:7 invalid-yaml no space after the colon of ‘status’"),
        ])
    func colons(yaml: String, expected: String) {
        #expect(refuse(yaml) == [expected])
    }

    @Test("a place in a later part of a file is counted from the start of the file")
    func offsets() {
        var diagnostics: [Diagnostic] = []
        _ = YAMLSource(path: "a.md", bytes: Array("a: @".utf8), offset: 40).compose(diagnostics: &diagnostics)
        #expect(diagnostics.map(\.span) == [SourceSpan(path: "a.md", range: 43..<44)])
    }

    @Test(
        "a key that appears twice is shown where it stands the second time",
        arguments: [
            ("title: 一\nlevel: city\ntitle: 二\n", "3:1 duplicate-key the key ‘title’ appears twice in one mapping"),
            ("a:\n  网格: 1\n  b: 2\n  网格: 3\n", "4:3 duplicate-key the key ‘网格’ appears twice in one mapping"),
        ])
    func duplicateKeys(yaml: String, expected: String) {
        #expect(refuse(yaml) == [expected])
    }

    @Test("and the first place is told with it")
    func firstOfTwo() {
        var diagnostics: [Diagnostic] = []
        _ = YAMLSource(path: "a.md", bytes: Array("title: 一\nlevel: city\ntitle: 二\n".utf8), offset: 0)
            .compose(diagnostics: &diagnostics)
        #expect(diagnostics.map(\.notes) == [[.firstIsHere(at: SourceSpan(path: "a.md", range: 0..<5))]])
    }

    @Test("the same key in two mappings is no duplicate")
    func sameKeyElsewhere() {
        #expect(refuse("a: {text: 一}\nb: {text: 二}\n") == ["read all the same"])
    }

    @Test(
        "anchors and aliases",
        arguments: [
            ("a: &x 一\nb: *x\n", "1:4"), ("a: 1\nb: &x [一]\n", "2:4"), ("a:\n  - &x {b: 一}\n", "2:5"),
            ("&x a: 1\n", "1:1"),
        ])
    func anchors(yaml: String, place: String) {
        #expect(refuse(yaml) == ["\(place) yaml-anchor anchors and aliases are not used here"])
    }

    @Test(
        "an ampersand or asterisk in a text is just that",
        arguments: [
            "a: R&D *重点*\n", "a: \"&x *y\"\n", "a: |\n  &x\n  *x\n",
        ])
    func harmlessSigns(yaml: String) {
        #expect(refuse(yaml) == ["read all the same"])
    }

    @Test("a file that grows without end when its aliases are followed", arguments: [true, false])
    func aliasBombs(asKeys: Bool) {
        var yaml = "a0: &a0 [哈, 哈]\n"
        for level in 1...30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            yaml += asKeys ? "? &a\(level) [\(aliases)]\n: \(level)\n" : "a\(level): &a\(level) [\(aliases)]\n"
        }
        let time = processorTime {
            #expect(refuse(yaml) == ["1:5 yaml-anchor anchors and aliases are not used here"])
        }
        #expect(time < .seconds(5))
    }

    @Test(
        "a thousand levels, however they are written",
        arguments: [
            String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000),
            String(repeating: "{a: ", count: 1_000) + "1" + String(repeating: "}", count: 1_000),
            String(repeating: "[{a: ", count: 500) + "1" + String(repeating: "}]", count: 500),
            (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            String(repeating: "- ", count: 1_000) + "a\n", String(repeating: "? ", count: 1_000) + "a\n",
        ])
    func deepNesting(yaml: String) {
        let time = processorTime {
            let problems = refuse(yaml)
            #expect(problems.count == 1)
            #expect(problems.first?.hasSuffix(" nested-too-deeply nested more than 64 levels deep") == true)
        }
        #expect(time < .seconds(5))
    }

    @Test("sixty-four levels are read")
    func deepEnough() {
        #expect(
            refuse("a: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64) + "\n")
                == ["read all the same"])
        #expect(
            refuse((0..<64).map { String(repeating: " ", count: $0) + "a:\n" }.joined()) == ["read all the same"])
        #expect(
            refuse(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
                == ["1:65 nested-too-deeply nested more than 64 levels deep"])
    }
}
