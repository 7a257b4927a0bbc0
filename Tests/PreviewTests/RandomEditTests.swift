import Foundation
import TestSupport
import Testing
import Text

@testable import Disk
@testable import Preview

/// The same edits for a seed: texts, figures, templates, interface texts, styles; records that come, go and get other
/// names; files that break and are fixed.
struct RandomEdits {
    private var random: SeededGenerator
    private let library: PreviewedLibrary
    /// What was broken, with what stood there before.
    private var broken: [String: String] = [:]
    private var count = 0

    init(_ library: PreviewedLibrary, seed: UInt64) { (self.library, random) = (library, SeededGenerator(seed: seed)) }

    private mutating func pick(_ paths: [String]) -> String? { paths.randomElement(using: &random) }

    private var records: [String] {
        get throws { try paths().filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") } }
    }

    private func paths() throws -> [String] { try scan(folder: library.folder.path).files.map(\.path) }

    /// Makes one to four changes and says which.
    mutating func edit() throws -> [String] {
        try (0..<Int.random(in: 1...4, using: &random)).map { _ in
            count += 1
            return try one(Int.random(in: 0..<12, using: &random))
        }
    }

    private mutating func one(_ kind: Int) throws -> String {
        switch kind {
        case 0, 1:
            guard let path = pick(try records) else { break }
            try library.write(try library.read(path) + "\n改动\(count)。\n", to: path)
            return "text \(path)"
        case 2:
            let path = "content/topics/topic-\(count).md"
            try library.write("---\ntitle: 新题\(count)\nkind: problem\nsummary: 一句话。\n---\n", to: path)
            return "add \(path)"
        case 3:
            guard let path = pick(try records.filter { $0.hasPrefix("content/topics/topic-") }) else { break }
            try library.remove(path)
            broken[path] = nil
            return "remove \(path)"
        case 4:
            guard let path = pick(try records.filter { $0.hasPrefix("content/topics/topic-") }) else { break }
            let other = "content/topics/topic-\(count).md"
            try library.move(path, to: other)
            broken[other] = broken.removeValue(forKey: path)
            return "rename \(path)"
        case 5:
            try library.write("h1 { order: \(count) }\n", to: "templates/assets/style.css")
            return "style"
        case 6:
            try library.write(
                "<article class=\"page\">{{>title}}<p>\(count)</p>{{>body}}</article>\n", to: "templates/topic.mustache"
            )
            return "template"
        case 7:
            try library.write("home: 首页\(count)\n", to: "templates/strings/zh-Hans.yaml")
            return "interface text"
        case 8:
            guard broken.isEmpty, let path = pick(try records) else { break }
            broken[path] = try library.read(path)
            try library.write("---\ntitle: [\n", to: path)
            return "break \(path)"
        default:
            for (path, text) in broken { try library.write(text, to: path) }
            broken = [:]
            return "fix"
        }
        return "nothing"
    }
}

@Suite("After any edits preview is what a build writes")
struct RandomEditTests {
    /// `script/test-preview --soak` tries 500 on the whole library.
    private static let sequences = 24

    @Test(
        "every file equals that of a clean build after each of many random edits; with errors the last good one stays")
    func randomEdits() async throws {
        let library = try await PreviewedLibrary()
        var edits = RandomEdits(library, seed: 13)
        var shown = try #require(try await library.built())
        var goods = 0
        for _ in 0..<Self.sequences {
            let done = try edits.edit()
            await library.preview.refresh()
            let built = try await library.built()
            #expect((library.preview.state.errors == 0) == (built != nil), "\(done)")
            if let built {
                shown = built
                goods += 1
            }
            for (path, bytes) in shown { #expect(await library.file(path) == bytes, "\(path) after \(done)") }
            let response = await library.get("/topics/none.html")
            #expect(response.status == 404)
        }
        #expect(goods > Self.sequences / 4)
    }
}
