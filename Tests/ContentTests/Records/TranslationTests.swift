import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A translation gives what differs and inherits the rest")
struct TranslationTests {
    private let path = "content/practices/panjin/three-grids"

    /// The library ``Fixtures/panjin`` in two languages, with the translation of its practice.
    private func build(
        _ translation: String?, original: String = "", originalBody: String = "", body: String = ""
    ) async -> Outcome {
        let outcome = await Folder {
            Fixtures.inTwoLanguages
            Fixtures.panjin
            Fixtures.panjin.filter { !$0.path.contains("three-grids") }.map { file in
                File(file.path.dropLast(3) + ".en.md", "---\n\(Self.translated[file.path] ?? "")---\n")
            }
            Fixtures.threeGrids(original, body: originalBody)
            if let translation { File(path + ".en.md", "---\n\(translation)---\n\(body)") }
        }.build()
        return outcome
    }

    private static let translated = [
        "content/places/panjin.md": "title: Panjin\n", "content/mechanisms/grid.md": "title: Grid\n",
        "content/topics/lifts.md": "title: Lifts\n",
        "content/cases/panjin/old-lift.md": "title: A lift\nproblem: The second floor objects\n",
    ]

    private let sound = "title: Three grids\nproblem: Nobody was in charge\n"

    @Test("texts are its own, facts the original's")
    func inherits() async throws {
        let outcome = await build(
            sound + "logic: One grid for all\n", original: "logic: {text: 一格统管}\nreviewed: 2026-01-01\n",
            originalBody: "正文", body: "Body")
        #expect(outcome.problems == [])
        let practice = try #require(outcome.library.practices.first)
        #expect(practice.header.id == "panjin/three-grids" && practice.header.path == path + ".md")
        #expect(practice.header.title.pair == ["三格合一", "Three grids"])
        #expect(practice.problem.text.pair.map { $0?.html } == ["诉求无人管", "Nobody was in charge"])
        #expect(practice.statements[.logic]?.map { $0.text.pair.map { $0?.html } } == [["一格统管", "One grid for all"]])
        #expect(practice.header.body.pair.map { $0?.html } == ["<p>正文</p>\n", "<p>Body</p>\n"])
        #expect(practice.place.id == "panjin" && practice.modality == .reported)
    }

    @Test("a record without a translation is reported once, at its title")
    func missingFile() async {
        let outcome = await build(nil, original: "logic: 一\nsummary: 二\n", originalBody: "正文")
        #expect(outcome.problems == ["\(path).md:2:8 missing-translation no translation into English (en)"])
        #expect(
            outcome.advice == [
                "no translation into English (en) → "
                    + "run ‘exemplar new practice panjin/three-grids --language en’ and translate \(path).en.md"
            ])
        #expect(outcome.diagnostics.map(\.severity) == [.warning])
    }

    @Test("each text that a translation leaves out is reported where it stands in the original")
    func missingFields() async {
        let outcome = await build(
            "title: Three grids\n", original: "summary: 二\nwho: [{name: 网格员, role: 巡查}]\n", originalBody: "正文")
        #expect(
            outcome.problems == [
                "\(path).en.md:4:1 missing-translation the body has no text in English (en)",
                "\(path).md:4:10 missing-translation ‘text’ has no text in English (en)",
                "\(path).md:8:10 missing-translation ‘summary’ has no text in English (en)",
                "\(path).md:9:14 missing-translation ‘name’ has no text in English (en)",
                "\(path).md:9:25 missing-translation ‘role’ has no text in English (en)",
            ])
    }

    @Test("a list must be as long as the original's")
    func listLengths() async {
        let outcome = await build(sound + "staff: [Grid worker]\nfit: [Towns]\n", original: "staff: [网格员, 网格长]\n")
        #expect(
            outcome.problems == [
                "\(path).en.md:4:8 translation-mismatch ‘staff’ has 1 items here but 2 in the original",
                "\(path).en.md:5:6 translation-mismatch ‘fit’ has 1 items here but 0 in the original",
                "\(path).md:8:14 missing-translation ‘text’ has no text in English (en)",
            ])
    }

    @Test(
        "facts cannot differ by language",
        arguments: [
            ("modality: proposed", "modality"), ("place: wuhan", "place"), ("mechanisms: [list]", "mechanisms"),
            ("topics: []", "topics"), ("status: draft", "status"), ("reviewed: 2026-01-04", "reviewed"),
        ])
    func facts(line: String, key: String) async {
        let outcome = await build(sound + line + "\n")
        #expect(
            outcome.problems == [
                "\(path).en.md:4:1 translation-mismatch ‘\(key)’ is a fact and cannot differ by language"
            ])
        #expect(outcome.library.practices.map(\.modality) == [.reported])
    }

    @Test("nor can the source of a statement, or who is on which level")
    func nestedFacts() async {
        let outcome = await build(
            "title: T\nproblem: {text: P, from: x#P1}\nwho: [{name: Worker, level: city}]\n",
            original: "who: [{name: 网格员, level: community}]\n")
        #expect(
            outcome.problems == [
                "\(path).en.md:3:20 translation-mismatch ‘from’ is a fact and cannot differ by language",
                "\(path).en.md:4:22 translation-mismatch ‘level’ is a fact and cannot differ by language",
            ])
    }

    @Test("a misspelt key in a translation finds the one that was meant")
    func unknownKeys() async {
        let outcome = await build(sound + "sumary: Three in one\n")
        #expect(outcome.problems == ["\(path).en.md:4:1 unknown-key unknown key ‘sumary’"])
        #expect(outcome.advice == ["unknown key ‘sumary’ → did you mean ‘summary’?"])
    }

    @Test("texts may also be maps by language, in the original")
    func maps() async {
        let outcome = await build(
            sound, original: "brand: {zh-Hans: 三格, en: Three grids}\nsummary: {zh-Hans: 一, fr: Un}\n")
        #expect(
            outcome.problems == [
                "\(path).md:9:10 missing-translation ‘summary’ has no text in English (en)",
                "\(path).md:9:23 unknown-language ‘fr’ is not a language of this site",
            ])
        #expect(outcome.library.practices.map { $0.brand?.pair } == [["三格", "Three grids"]])
        #expect(
            await build(sound, original: "summary: {en: Only}\n").problems == [
                "\(path).md:8:10 missing-field ‘summary’ has no text in the default language, simplified Chinese (zh-Hans)"
            ])
    }
}

@Suite("A translation belongs to an original and to a language of the site")
struct TranslationFilesTests {
    private func build(_ path: String) async -> Outcome {
        await Folder {
            Fixtures.inTwoLanguages
            File(path, "---\ntitle: T\n---\n")
        }.build()
    }

    @Test func withoutAnOriginal() async {
        let outcome = await build("content/topics/lifts.en.md")
        #expect(
            outcome.problems == ["content/topics/lifts.en.md:1:1 orphan-translation a translation without an original"])
        #expect(
            outcome.advice == ["a translation without an original → add content/topics/lifts.md, or rename the file"])
    }

    @Test(arguments: [
        ("lifts.fr.md", "fr", "exemplar.yaml lists zh-Hans, en"),
        ("lifts.zh-Hant.md", "zh-Hant", "did you mean ‘zh-Hans’?"),
        ("lifts.en.old.md", "en.old", "exemplar.yaml lists zh-Hans, en"),
    ])
    func inAnotherLanguage(name: String, tag: String, hint: String) async {
        let outcome = await build("content/topics/\(name)")
        #expect(
            outcome.problems == ["content/topics/\(name):1:1 unknown-language ‘\(tag)’ is not a language of this site"])
        #expect(outcome.diagnostics.map(\.hint?.description) == [hint])
    }

    @Test("a file named with the default language is an original like one without")
    func inTheDefaultLanguage() async {
        let outcome = await Folder {
            File("content/topics/lifts.zh-Hans.md", "---\ntitle: 加装电梯\nkind: problem\n---\n")
        }.build()
        #expect(outcome.problems == [])
        #expect(outcome.library.topics.map(\.header.id) == ["lifts"])
        #expect(outcome.library.topics.map(\.header.title[0]) == ["加装电梯"])
    }
}
