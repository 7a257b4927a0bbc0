import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

@Suite("A new library is sound from the first minute")
struct NewLibraryTests {
    @Test("it has no problem, and one of each thing", arguments: AuthorLanguage.allCases)
    func sound(language: AuthorLanguage) async throws {
        let files = NewLibrary(language: language, title: "A: “库” #1").files
        let reading = await Reading(files)
        #expect(reading.problems == [])
        let library = reading.library
        #expect(library.languages == [language.rawValue])
        #expect(library.configuration.title[0] == "A: “库” #1")
        #expect(library.practices.map(\.header.id) == ["example-city/joint-meeting"])
        #expect(library.cases.map(\.header.id) == ["example-city/leaking-roof"])
        #expect(library.itemStates[0].count(of: .stated) == 4, "\(library.practices[0])")
        #expect(library.observations.map { $0.printed } == [language == .chinese ? "12次" : "12 times"])
        #expect(library.evidence(ofPractice: 0) == .account, "that a meeting is held is no result of it")
    }

    @Test("its figure and its paragraphs stand in the document that comes with it", arguments: AuthorLanguage.allCases)
    func originals(language: AuthorLanguage) async throws {
        let files = NewLibrary(language: language).files
        let document = try #require(files.first { $0.path == "originals/example.txt" })
        var diagnostics: [Diagnostic] = []
        let report = checkOriginals(
            await Reading(files).library, files: [.init(path: document.path, bytes: document.bytes)],
            diagnostics: &diagnostics)
        #expect(diagnostics == [])
        #expect(report.paragraphs == 3 && report.figures == 1 && report.identicalFiles == 1)
    }

    @Test("every setting that is explained can be used", arguments: AuthorLanguage.allCases)
    func settings(language: AuthorLanguage) throws {
        let file = try #require(NewLibrary(language: language).files.first { $0.path == Configuration.fileName })
        let text = file.text.split(separator: "\n").map { line in
            // A setting is a key without a space in it; a sentence is not.
            let bare = line.dropFirst(2)
            return line.hasPrefix("# ") && bare.prefix { $0 != ":" }.allSatisfy { $0.isASCII && $0 != " " && $0 != "." }
                ? String(bare) : String(line)
        }.joined(separator: "\n")
        var diagnostics: [Diagnostic] = []
        let settings = Configuration(
            file: .init(path: Configuration.fileName, bytes: Array(text.utf8)), diagnostics: &diagnostics)
        #expect(diagnostics == [])
        #expect(settings.baseURL == "https://practice.example" && settings.allowedNumbers == ["12345", "1+4+N"])
        #expect(settings.publisher != nil && settings.output == "public" && !settings.allowsRawHTML)
    }

    @Test("tables begin with the mark by which spreadsheets know UTF-8")
    func tables() {
        let tables = NewLibrary(language: .chinese).files.filter { $0.path.hasSuffix(".csv") }
        #expect(tables.count == 5)
        #expect(tables.allSatisfy { $0.bytes.starts(with: [0xEF, 0xBB, 0xBF]) })
    }

    @Test("what CI needs has every word in its language, and hidden files have their names")
    func automation() {
        for language in AuthorLanguage.allCases {
            let files = AutomationFiles(for: .gitlab, language: language).files
            #expect(
                files.map(\.path) == [
                    "ci/library.sh", ".editorconfig", ".gitignore", ".vscode/extensions.json", ".vscode/tasks.json",
                    ".gitlab-ci.yml", "schemas/metric.schema.json", "schemas/term.schema.json",
                    "schemas/source.schema.json", "schemas/settings.schema.json", ".vscode/settings.json",
                ])
            let words = ["{about}", "{where}", "{no-program}", "{nothing-new}", "{image}", "{by-hand}", "{error}"]
            #expect(words.filter { word in files.contains { $0.text.contains(word) } } == [])
        }
    }
}
