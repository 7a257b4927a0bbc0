import Diagnostics
import Testing
import Text

@testable import Site

@Suite("A long script or style sheet is kept in parts and published as one file")
struct JoinedFileTests {
    /// The assets of a site whose library has some templates of its own.
    private func assets(_ overrides: KeyValuePairs<String, String> = [:]) -> [String: String] {
        var diagnostics: [Diagnostic] = []
        let tree = SourceTree(files: overrides.map { .init(path: "templates/assets/" + $0, bytes: Array($1.utf8)) })
        let assets = TemplateSet(overrides: tree, languages: ["en"], diagnostics: &diagnostics).assets
        #expect(diagnostics == [])
        return Dictionary(uniqueKeysWithValues: assets.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("parts are joined in the order of their names, and do not stand beside the whole")
    func joined() throws {
        let assets = assets([
            "own.js/2.js": "b();\n", "own.js/1.js": "a();\n", "own.css/2.css": "b {}\n",
            "own.css/1.css": "/* 1 */\na {}\n",
            "notes/a.txt": "x",
        ])
        #expect(assets["own.js"] == "a();\nb();\n")
        #expect(assets["own.css"] == "a {}\nb {}\n")
        #expect(try #require(assets["style.css"]).contains(":root {"))
        #expect(assets["notes/a.txt"] == "x")
        #expect(!assets.keys.contains { $0.contains(".js/") || $0.contains(".css/") })
        for name in ["search.js", "search-core.js"] {
            let script = try #require(assets[name])
            #expect(script.hasPrefix("(function (") && script.hasSuffix(");\n"))
        }
    }

    @Test("a library replaces one part, or the whole script with a file of its name")
    func replaced() throws {
        let plain = try #require(assets()["search.js"])
        let part = try #require(assets(["search.js/06-marks.js": "// mine\n  mine();\n})();\n"])["search.js"])
        #expect(part.hasSuffix("\nmine();\n})();\n") && part.count < plain.count)
        #expect(part.hasPrefix(plain.prefix(1000)))
        #expect(assets(["search.js": "mine();\n"])["search.js"] == "mine();\n")
    }
}
