import Diagnostics
import Testing
import Text

@testable import Content

@Suite("What is larger than any library is refused with its limit and its place")
struct LimitTests {
    private func problems(@FolderBuilder _ files: () -> [File]) async -> [String] {
        await Folder(files).build().problems
    }

    @Test("a file that is too large is told, and what it may say is not missed")
    func file() async {
        var tree = Folder { Fixtures.panjin }.files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) }
        tree.removeAll { $0.path == "content/mechanisms/grid.md" }
        tree.append(SourceTree.File(path: "content/mechanisms/grid.md", refusedSize: Limits.textBytes + 1))
        tree.append(SourceTree.File(path: "content/metrics/2025.csv", refusedSize: 2 << 30))
        var diagnostics: [Diagnostic] = []
        let raw = await read(SourceTree(files: tree), includesDrafts: false, jobs: 1, diagnostics: &diagnostics)
        _ = await check(raw, diagnostics: &diagnostics)
        #expect(
            diagnostics.sorted().map { "\($0.span.path) \($0.code.rawValue) \($0.message)" } == [
                "content/mechanisms/grid.md over-limit more than is read: the file has 9 MB; files of its kind may have 8 MB",
                "content/metrics/2025.csv over-limit more than is read: the file has 2048 MB; files of its kind may have 256 MB",
            ])
    }

    @Test(
        "each kind of file has its limit",
        arguments: [
            ("content/topics/a.md", 8), ("exemplar.yaml", 8), ("content/metrics/a.CSV", 256), ("content/a.svg", 16),
            ("content/a.pdf", 256), ("templates/page.mustache", 8), ("content/a", 8),
        ])
    func kinds(path: String, limit: Int) {
        #expect(Limits.bytes(of: path) == limit << 20)
    }

    @Test("a table has so many columns, and a first row of so many bytes; none of it is read beyond")
    func columns() async {
        let commas = String(repeating: ",", count: 1_000)
        #expect(
            await problems {
                Fixtures.panjin
                File("content/metrics/2025.csv", "id\(commas)\na\(commas)\n")
            } == [
                "content/metrics/2025.csv:1:1003 over-limit more than is read: the table has 1001 columns; it may have 1000"
            ])
        #expect(
            await problems {
                Fixtures.panjin
                File("content/plans/tasks.csv", "id,\(String(repeating: "x", count: 70_000))\n")
            } == [
                "content/plans/tasks.csv:1:1 over-limit more than is read: the first row of the table is longer than 64 kB"
            ])
    }

    @Test("a row may be so long; one that is not read hides no other")
    func longRow() async {
        let long = String(repeating: "x", count: 1 << 20)
        let problems = await problems {
            Fixtures.panjin
            File(
                "content/corrections.csv",
                "date,object,old,new,reason\n2025-01-01,panjin,a,b,\(long)\n2025-01-02,nowhere,a,b,c\n")
        }
        #expect(
            problems.first
                == "content/corrections.csv:2:1 over-limit more than is read: a row of the table is longer than 1 MB")
        #expect(problems.count == 2 && problems[1].hasPrefix("content/corrections.csv:3:12 unknown-reference"))
    }

    @Test("a library has so many languages, and each of them once")
    func languages() async {
        let tags = (0..<65).map {
            "a\(Character(Unicode.Scalar(97 + UInt8($0 / 26))))\(Character(Unicode.Scalar(97 + UInt8($0 % 26))))"
        }
        let outcome = await Folder {
            File("exemplar.yaml", "title: a\nlanguages: [\(tags.joined(separator: ", "))]\n")
        }.build()
        #expect(
            outcome.problems.contains(
                "exemplar.yaml:2:333 over-limit more than is read: there are more than 64 languages"))
        #expect(outcome.library.languages.count == 64)
    }

    @Test("a YAML text has so many keys and items; one that has more is not read, whatever they are in")
    func entries() async {
        let settings = { (synonyms: String) in
            await Folder {
                File("exemplar.yaml", "title: a\nlanguages: [en]\nsynonyms:\n\(synonyms)\n")
            }.build().problems.filter { $0.contains("over-limit") }
        }
        let problem = "over-limit more than is read: the YAML has more than 50000 keys and items of lists"
        // The three keys above count too.
        let words = (0..<49_997).map { "a\($0)" }
        #expect(await settings("  - [\(words[1...].joined(separator: ","))]").isEmpty)
        let flow = "  - [\(words.joined(separator: ",")),b,c]"
        #expect(await settings(flow) == ["exemplar.yaml:4:\(flow.utf8.count - 4) \(problem)"])
        let block = words.map { "  - \($0)" }.joined(separator: "\n")
        #expect(await settings(block).isEmpty)
        #expect(await settings(block + "\n  - b\n  - c") == ["exemplar.yaml:50001:3 \(problem)"])
        let questions = words.map { "  ? \($0)" }.joined(separator: "\n")
        #expect(await settings(questions + "\n  ? b") == ["exemplar.yaml:50001:3 \(problem)"])
        let keys = words.map { "  \($0): b" }.joined(separator: "\n")
        #expect(await settings(keys + "\n  c: d") == ["exemplar.yaml:50001:4 \(problem)"])
    }

    @Test("thousands of problems on one line are each told at their own place")
    func longLine() async {
        let words = (0..<3_000).map { "词\($0)" }
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/topics/lifts.md",
                "---\ntitle: 加装电梯\nkind: problem\nmentions: [\(words.joined(separator: ", "))]\n---\n"
                    + words.map { "[\($0)](\($0).md)" }.joined(separator: " "))
        }.build()
        #expect(outcome.marked.filter { $0.hasSuffix(".md") } == words.map { $0 + ".md" })
    }

    @Test("names like unknown ones are sought a thousand times, and each once")
    func suggestions() {
        var suggestions = Suggestions()
        var searches = 0
        for round in 0..<3 {
            for number in 0..<1_500 {
                let answer = suggestions.hint(for: "\(number)", in: "topic") { _ in
                    searches += 1
                    return number == 7 ? .didYouMean("seven") : nil
                }
                #expect(answer == (number == 7 ? .didYouMean("seven") : nil), "round \(round)")
            }
        }
        #expect(searches == Limits.suggestions)
    }
}
