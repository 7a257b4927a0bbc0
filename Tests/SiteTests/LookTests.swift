import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Site

@Suite("A library changes the look")
struct LookTests {
    private func read(_ path: String) throws -> String {
        try String(contentsOf: Repository.folder.appending(path: path), encoding: .utf8)
    }

    @Test("both guides name every property of the style sheet", arguments: ["docs/look.md", "docs/look.zh.md"])
    func properties(guide: String) throws {
        let text = try read(guide)
        for property in try read("templates/assets/style.css/01-ground.css").matches(of: /(?m)^  (--[a-z0-9-]+):/).map(
            \.1)
        {
            #expect(text.contains("`\(property)`"), "\(property)")
        }
    }

    @Test("a style sheet of its own comes last on every page, and there is none where it has none")
    func look() async throws {
        let plain = try await SiteTest.library("small").build()
        #expect(!plain.text("index.html").contains("look.css"))
        let own = try await SiteTest.library("small", with: ["templates/assets/look.css": ":root { --seal: #0b5394; }"])
            .build()
        #expect(own.diagnostics == plain.diagnostics)
        let sheets = own.text("topics/lifts.html").matches(of: /<link rel="stylesheet" href="([^"]*)">/).map(\.1)
        #expect(sheets.first == "../assets/style.css" && sheets.last == "../assets/look.css")
        #expect(own.text("assets/look.css") == ":root {--seal: #0b5394;}")
    }

    @Test("the pages beside a site in a pack wear it too, and nothing in it ends their style")
    func packs() async throws {
        let look = ":root { --seal: #0b5394; } a::after { content: \"</style><script>x()</script>\"; }"
        let own = try await SiteTest.library("small", with: ["templates/assets/look.css": look])
        for (name, bytes) in own.site.packPages(site: "site/", verifier: "verify.html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("--seal: #0b5394"), "\(name)")
            #expect(page.ranges(of: "</style>").count == 1 && !page.contains("</script><"), "\(name)")
        }
    }

    @Test(
        "a style sheet is told of the files, properties and brackets that it lacks",
        arguments: [
            (":root { --stmap: red; }", ["1:9 the program has no property ‘--stmap’ → did you mean ‘--stamp’?"]),
            ("a { color: var(--mauve-ground); }", ["1:16 the program has no property ‘--mauve-ground’"]),
            (":root { --own: red; } a { color: var(--own); b: var(--other, 1px) }", []),
            (
                "a { b: url(\"logo.png\") }",
                ["1:8 there is no file ‘templates/assets/logo.png’ → put the file there, or correct the name"]
            ),
            ("a { b: url(icon.svg#x) } c { d: url(data:image/png;base64,AA) url('../x.png') url(//e/f.png) }", []),
            (
                "a { b: c\n@media print { d { e: f } }",
                [
                    "1:3 this curly bracket is never closed → add the closing curly bracket; what stands behind has no "
                        + "effect without it"
                ]
            ),
            ("a { b: c } }", ["1:12 no curly bracket is open here → remove it"]),
            ("/* { --x: */ a::before { content: \"{ --y: \" } .block--wide { b: c }", []),
        ])
    func faults(sheet: String, problems: [String]) async throws {
        let site = try await SiteTest.library("small", with: ["templates/assets/look.css": sheet])
        let text = SourceText(Array(sheet.utf8))
        #expect(
            site.diagnostics.filter { $0.code == .brokenStyle }.map { problem in
                let place = text.position(of: problem.span.range.lowerBound)
                return "\(place.line):\(place.column) \(problem.message)" + (problem.hint.map { " → \($0)" } ?? "")
            } == problems)
    }

    @Test("a picture of the look is looked through as any other")
    func scriptInIcon() async throws {
        let icon = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>"
        let site = try await SiteTest.library("small", with: ["templates/assets/icon.svg": icon])
        let problems = site.diagnostics.filter { $0.span.path == "templates/assets/icon.svg" }
        #expect(problems.map(\.code) == [.dangerousImage])
        let plain = icon.replacing(#/<script>.*<\/script>/#, with: "")
        let sound = try await SiteTest.library("small", with: ["templates/assets/icon.svg": plain])
        #expect(!sound.diagnostics.contains { $0.span.path == "templates/assets/icon.svg" })
    }

    @Test(
        "a text that lacks what the program puts in is told of",
        arguments: [
            ("count-practices: 条实践", ["the original has {count}, this text has not → write ‘{count}条实践’"]),
            ("count-practices: \"{cuont}条实践\"", ["the original has {count}, this text has not → write ‘{count}条实践’"]),
            ("paragraph: 段", ["the original has {number}, this text has not → the original reads ‘第{number}段’"]),
            ("count-practices: \"共{count}条实践\"", []),
        ])
    func lostHoles(text: String, problems: [String]) async throws {
        let site = try await SiteTest.library("small", with: ["templates/strings/zh-Hans.yaml": text + "\n"])
        #expect(
            site.diagnostics.filter { $0.code == .lostHole }.map { "\($0.message) → \($0.hint?.description ?? "")" }
                == problems)
    }

    @Test("a copy is told of once the original is another one, and no more when it has been compared")
    func ejected() async throws {
        let name = "partials/archived.mustache"
        let original = try #require(EjectedFiles.original(name))
        func problems(_ table: String) async throws -> [String] {
            let files = [original.path: String(decoding: original.bytes, as: UTF8.self), EjectedFiles.path: table]
            return try await SiteTest.library("small", with: files).diagnostics.filter { $0.code == .changedOriginal }
                .map(\.span.path)
        }
        let old = "file,sha256\n\(name),00\n"
        #expect(try await problems(old) == [original.path])
        let tree = SourceTree(files: [SourceTree.File(path: EjectedFiles.path, bytes: Array(old.utf8))])
        var diagnostics: [Diagnostic] = []
        let noted = EjectedFiles(tree, diagnostics: &diagnostics).noting(original)
        #expect(try await problems(String(decoding: noted.bytes, as: UTF8.self)).isEmpty)
    }
}
