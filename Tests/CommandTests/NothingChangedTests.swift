import Foundation
import TestSupport
import Testing

/// The second build of a library: what has to be made again, and what is told.
@Suite("Where nothing changed nothing is made, and where anything did all is")
struct NothingChangedTests {
    private static let stands = ": nothing has changed since they were made; 0 problems; "

    private func build(_ library: URL, _ arguments: [String] = []) throws -> Command.Outcome {
        try Command.run(["build", "--no-sync"] + arguments, in: library)
    }

    private func append(_ text: String, to path: String, in library: URL) throws {
        let url = library.appending(path: path)
        try (try String(contentsOf: url, encoding: .utf8) + text).write(to: url, atomically: true, encoding: .utf8)
    }

    private func replace(_ text: String, by other: String, in path: String, of library: URL) throws {
        let url = library.appending(path: path)
        let old = try String(contentsOf: url, encoding: .utf8)
        try #require(old.contains(text))
        try old.replacing(text, with: other).write(to: url, atomically: true, encoding: .utf8)
    }

    @Test("a page is made again after each kind of change: a record, a template, an option, a file of the site")
    func changes() throws {
        try withLibraryCopy { library in
            #expect(try build(library).output.contains(" 504 written, "))
            let site = library.appending(path: "public")
            let page = site.appending(path: "en/places/panjin.html")
            let before = try Data(contentsOf: page)
            #expect(try build(library).output.contains("504 files in ./public" + Self.stands))

            try replace(
                "## What it reports", by: "## What Panjin reports", in: "content/places/panjin.en.md", of: library)
            let edited = try build(library)
            #expect(!edited.output.contains(Self.stands) && !edited.output.contains(" 0 written, "))
            #expect(try Data(contentsOf: page) != before)
            #expect(try build(library).output.contains(Self.stands))

            try replace("<main", by: "<main data-own=\"1\"", in: "templates/layout.mustache", of: library)
            #expect(try !build(library).output.contains(" 0 written, "))
            #expect(try build(library).output.contains(Self.stands))

            try append("# 注\n", to: "exemplar.yaml", in: library)
            #expect(try build(library).output.contains(": 0 written, "), "read anew, though no page shows it")
            #expect(try build(library).output.contains(Self.stands))

            #expect(try build(library, ["--today", "2026-11-29"]).output.contains(" written, "))
            #expect(try build(library, ["--today", "2026-11-29"]).output.contains(Self.stands))
            #expect(try build(library, ["--base-url", "https://a.example/"]).output.contains(" written, "))
            #expect(try build(library).output.contains(" written, "))

            try FileManager.default.removeItem(at: page)
            let restored = try build(library)
            #expect(restored.output.contains(": 1 written, "))
            try "别人改的".write(to: page, atomically: true, encoding: .utf8)
            let refused = try build(library)
            #expect(refused.status != 0)
            #expect(refused.errors.contains("en/places/panjin.html"))
        }
    }

    @Test("problems are told each time, and nothing is made again for it")
    func problems() throws {
        try withLibraryCopy { library in
            try append(
                "\n见[那里](https://example.org/?a=1 \"\").\n\n盘锦有99,9个网格。\n", to: "content/places/panjin.md", in: library)
            let first = try build(library)
            let second = try build(library)
            #expect(first.errors == second.errors)
            #expect(first.errors.contains("warning"), "\(first.errors)")
            #expect(second.output.contains(": 0 written, 504 unchanged, 0 removed; "), "\(second.output)")
            #expect(try build(library, ["--strict"]).status == 1)
        }
    }

    @Test("drafts stay out of the published folder, also where they already are")
    func drafts() throws {
        try withLibraryCopy { library in
            let drafts = try build(library, ["--drafts", "--output", "aside"])
            #expect(drafts.status == 0)
            #expect(try build(library, ["--drafts", "--output", "aside"]).output.contains("aside" + Self.stands))
            try FileManager.default.moveItem(
                at: library.appending(path: "aside"), to: library.appending(path: "public"))
            #expect(try build(library, ["--drafts", "--output", "public"]).status == 2)
        }
    }

    @Test("another program makes all anew")
    func otherProgram() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.copyItem(
                at: Repository.folder.appending(path: "Tests/SiteTests/Fixtures/loop/library"),
                to: folder.appending(path: "library"))
            let library = folder.appending(path: "library")
            #expect(try build(library).status == 0)
            let manifest = library.appending(path: "public/exemplar-manifest.json")
            let text = try String(contentsOf: manifest, encoding: .utf8)
            let digest = try #require(text.firstMatch(of: /"digest": "([0-9a-f]{64})"/))
            try text.replacing(digest.1, with: String(repeating: "0", count: 64))
                .write(to: manifest, atomically: true, encoding: .utf8)
            #expect(try build(library).output.contains(": 0 written, "))
            #expect(try String(contentsOf: manifest, encoding: .utf8) == text)
        }
    }
}
