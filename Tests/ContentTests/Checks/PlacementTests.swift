import Diagnostics
import Testing
import Text

@testable import Content

@Suite("The place of a file says what it is")
struct PlacementTests {
    private func problems(_ path: String) async -> [String] {
        await Folder { File(path, "---\ntitle: 一\n---\n") }.build().advice
    }

    private static let folders =
        "content/places/, content/mechanisms/, content/topics/, content/practices/, content/cases/, content/pages/, "
        + "content/adoptions/"

    @Test(arguments: [
        "content/about.md", "content/topics/a/b.md", "content/topic/lifts.md", "content/practices/grid.md",
        "content/practices/panjin/a/b.md", "content/x/y.md",
    ])
    func misplacedRecords(path: String) async {
        let outcome = await Folder { File(path, "---\ntitle: 一\n---\n") }.build()
        #expect(outcome.problems == ["\(path):1:1 misplaced-file no kind of record lies here"])
    }

    @Test("a misspelt folder finds the one that was meant, and a strange one is answered with those there are")
    func folderHints() async {
        #expect(
            await problems("content/topic/lifts.md") == ["no kind of record lies here → did you mean content/topics/?"])
        #expect(await problems("content/x/y.md") == ["no kind of record lies here → records lie in \(Self.folders)"])
    }

    @Test(arguments: [
        ("content/topics/Lifts.md", "Lifts"), ("content/topics/电梯.md", "电梯"), ("content/topics/a_b.md", "a_b"),
        ("content/topics/-a.md", "-a"),
    ])
    func invalidIDs(path: String, id: String) async {
        let form = "lower-case ASCII letters, digits and single hyphens"
        #expect(
            await problems(path) == ["‘\(id)’ cannot be an id → rename the file, for instance to yi.md: \(form)"])
        #expect(
            await problems("content/practices/pan jin/a.md") == [
                "‘pan jin’ cannot be an id → name the folder after the file of its place in content/places/, "
                    + "for instance pan-jin: \(form)"
            ])
    }

    @Test(arguments: [
        "content/notes.txt", "content/plans/x.csv", "content/glossary.yml",
        "content/topics/lifts.markdown", "content/topics/README",
    ])
    func strangeFiles(path: String) async {
        #expect(
            await problems(path) == [
                "this file is not part of a library → records are .md, tables are content/metrics/*.csv and "
                    + "content/plans/*.csv"
            ])
    }

    @Test(arguments: ["seeds/source.yaml", "seeds/a/original.pdf", "seeds/A/source.yaml", "seeds/a/b/source.yaml"])
    func strangeSeeds(path: String) async {
        #expect(await problems(path) == ["only seeds/<id>/source.yaml is read here"])
    }

    @Test("pictures and documents may stand beside records")
    func assets() async {
        let names = ["a.png", "b.JPG", "c.jpeg", "d.webp", "e.gif", "f.svg", "g.pdf", "电梯.png"]
        let pictures = [
            Pictures.png(1, 1), Pictures.jpeg(2, 2), Pictures.jpeg(3, 3), Pictures.lossyWebP(4, 4), Pictures.gif(5, 5),
            Pictures.svg("width=\"6\" height=\"6\""), [0xFF], Pictures.png(8, 8),
        ]
        let outcome = await Folder { zip(names, pictures).map { File("content/topics/\($0)", bytes: $1) } }.build()
        #expect(outcome.problems == [])
        #expect(outcome.library.assets.map(\.path) == names.map { "content/topics/\($0)" })
        #expect(outcome.library.imageSizes.map { $0?.width } == [1, 2, 3, 4, 5, 6, nil, 8])
    }
}

@Suite("Settings are read with their places, and broken ones do not stop the run")
struct ConfigurationTests {
    private func build(_ text: String) async -> Outcome {
        await Folder { File("exemplar.yaml", text) }.build()
    }

    @Test func everySetting() async {
        let outcome = await build(
            """
            title: {zh-Hans: 经验库, en: Library}
            description: {zh-Hans: 说明, en: About}
            languages: [zh-Hans, en]
            publisher: {zh-Hans: 编辑组, en: Editors}
            base-url: https://practice.example/a//
            raw-html: true
            allowed-numbers: ["12345", 1+4+N]
            output: site
            interface: zh

            """)
        #expect(outcome.problems == [])
        let settings = outcome.library.configuration
        #expect(settings.title.pair == ["经验库", "Library"])
        #expect(settings.description.pair == ["说明", "About"])
        #expect(settings.publisher?.pair == ["编辑组", "Editors"])
        #expect(settings.languages == ["zh-Hans", "en"])
        #expect(settings.baseURL == "https://practice.example/a")
        #expect(settings.allowsRawHTML)
        #expect(settings.allowedNumbers == ["12345", "1+4+N"])
        #expect(settings.output == "site")
        #expect(settings.interface == .zh)
    }

    @Test(
        "where a site is published is an address in ASCII",
        arguments: [
            ("https://a.example/", "https://a.example"), ("https://a.example/库/", "https://a.example/%E5%BA%93"),
            ("https://a.example/%E5%BA%93?", nil), ("https://经验.中国/库", nil),
            ("https://xn--a.example", "https://xn--a.example"),
            ("https://a.example/my site", nil), ("a.example", nil),
        ] as [(String, String?)])
    func addresses(text: String, address: String?) {
        #expect(Configuration.normalizedBaseURL(text) == address)
    }

    @Test(arguments: [
        ("title: 库\n", ["1:1 missing-field the field ‘languages’ is missing"]),
        ("languages: [zh-Hans]\n", ["1:1 missing-field the field ‘title’ is missing"]),
        ("title: 库\nlanguages: [zh_Hans]\n", ["2:13 unknown-language ‘zh_Hans’ is not a BCP 47 language tag"]),
        ("title: 库\nlanguages: [中文]\n", ["2:13 unknown-language ‘中文’ is not a BCP 47 language tag"]),
        // What is meant is read: no text is missing in a language that there is not.
        (
            "title: {zh: 库, en: Library}\nlanguages: [zh, eng]\n",
            ["2:17 unknown-language ‘eng’ is not a BCP 47 language tag"]
        ),
        (
            "title: 库\nlanguages: [zh]\noutput: ~/site\n",
            [
                "3:9 invalid-value ‘~/site’ is not the path of a folder as it is written here: names with / between them, "
                    + "no ~ and no letter of a drive"
            ]
        ),
        ("title: 库\nlanguages: [zh, '?']\n", ["2:17 unknown-language ‘?’ is not a BCP 47 language tag"]),
        ("title: 库\nlanguages: [zh]\nlanguage: zh\n", ["3:1 unknown-key unknown key ‘language’"]),
        (
            "title: 库\nlanguages: [zh]\nbase-url: practice.example\n",
            [
                "3:11 invalid-value ‘practice.example’ is no address such as https://example.org/library: "
                    + "no spaces, no ? and #, and a host in ASCII (xn--…)"
            ]
        ),
        ("title: 库\nlanguages: [zh]\nraw-html: 1\n", ["3:11 invalid-value ‘raw-html’ is true or false, not ‘1’"]),
        ("title: 库\nlanguages: [zh, zh]\n", ["2:17 duplicate-key the language ‘zh’ is listed twice"]),
        ("title: 库\nlanguages: [zh, en]\n", ["1:8 missing-translation ‘title’ has no text in English (en)"]),
    ])
    func broken(text: String, problems: [String]) async {
        #expect(await build(text).problems == problems.map { "exemplar.yaml:\($0)" })
    }
}
