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
        #expect(own.text("assets/look.css") == ":root { --seal: #0b5394; }")
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
