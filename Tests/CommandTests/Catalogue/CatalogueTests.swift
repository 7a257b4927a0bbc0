import Foundation
import Testing

@testable import compile_catalogue

@Suite("The catalogue is compiled into Swift, or refused where it contradicts itself")
struct CatalogueTests {
    static let room = """
        # Fields

        - hint `didYouMean`: did you mean ‘{name}’?

        ## unknown-key

        *error* – A key is not part of this kind of record.

        A misspelt key would be dropped
        in silence.

        Correct it.

        - message `unknownKey`: unknown key ‘{key}’ of ‘{kind}’, {{key}}
        - note `firstIsHere`: the first is here

        ```content/topics/a.md hex
        61 0A
        ```

        ````exemplar check --drafts
        a.md:1:1: error: unknown key ‘a’ of ‘b’ [unknown-key]
        ```
        ````

        """

    @Test("a file is read whole")
    func parse() throws {
        let room = try Catalogue.Room(parsing: Self.room, path: "a.md")
        #expect(room.title == "Fields")
        #expect(room.sentences == [.init(role: .hint, name: "didYouMean", template: "did you mean ‘{name}’?", line: 3)])
        let diagnostic = try #require(room.diagnostics.first)
        #expect(diagnostic.id == "unknown-key")
        #expect(diagnostic.severity == "error")
        #expect(diagnostic.title == "A key is not part of this kind of record")
        #expect(diagnostic.reason == "A misspelt key would be dropped in silence.")
        #expect(diagnostic.remedy == "Correct it.")
        #expect(diagnostic.sentences.map(\.name) == ["unknownKey", "firstIsHere"])
        #expect(diagnostic.sentences[0].holes == ["key", "kind"])
        #expect(
            diagnostic.sentences[0].parts == [
                .text("unknown key ‘"), .hole("key"), .text("’ of ‘"), .hole("kind"), .text("’, {"), .hole("key"),
                .text("}"),
            ])
        #expect(
            diagnostic.examples == [
                .init(
                    files: [.init(path: "content/topics/a.md", bytes: [0x61, 0x0A])], arguments: ["check", "--drafts"],
                    report: "a.md:1:1: error: unknown key ‘a’ of ‘b’ [unknown-key]\n```\n")
            ])
    }

    @Test(
        "a mistake is told with its line",
        arguments: [
            ("*error* – ", "*fatal* – ", "a.md:5: error: ‘unknown-key’ begins with"),
            ("Correct it.\n", "", "a.md:13: error: ‘unknown-key’ has three paragraphs"),
            ("- note `firstIsHere`", "- note firstIsHere", "a.md:15: error: a sentence is written"),
            ("````\n", "", "a.md:21: error: the fence is not closed"),
            ("61 0A", "xy", "a.md:20: error: bytes are pairs"),
            ("## unknown-key", "## unknownKey", "a.md:5: error: ‘unknownKey’ is not written-like-this"),
            ("`firstIsHere`", "`didYouMean`", ""),
            ("- note `firstIsHere`", "- hint `didYouMean`", "a.md:15: error: the hint ‘didYouMean’ appears twice"),
            ("- hint `didYouMean`", "- message `m`", "a.md:3: error: a message belongs to a diagnostic"),
        ])
    func mistakes(replacing: String, with: String, message: String) {
        let text = Self.room.replacingLast(replacing, with: with)
        if message.isEmpty {
            #expect(throws: Never.self) { try Catalogue(parsing: [("a.md", text)]) }
        } else {
            let error = #expect(throws: CatalogueError.self) { try Catalogue(parsing: [("a.md", text)]) }
            #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
        }
    }

    static let chinese = """
        # 字段

        - hint `didYouMean`: 是不是“{name}”？

        ## unknown-key

        *error* – 这种记录没有这一项。

        写错的项
        会被悄悄丢掉。

        改正它。

        - message `unknownKey`: “{kind}”没有“{key}”
          这一项
        - note `firstIsHere`: 第一次在这里

        """

    @Test("a second language is one more list of the same texts")
    func translation() throws {
        let catalogue = try Catalogue(parsing: [("a.md", Self.room)])
        let chinese = try Catalogue(parsing: [("b.md", Self.chinese)])
        try catalogue.check(chinese, in: "zh")
        #expect(chinese.diagnostics[0].title == "这种记录没有这一项")
        #expect(chinese.diagnostics[0].reason == "写错的项会被悄悄丢掉。")
        let swift = GeneratedSource(catalogue: catalogue, translations: [("zh", chinese), ("zh-Hant", chinese)]).text
        #expect(swift.contains("    case en, zh, zhHant = \"zh-Hant\"\n"))
        #expect(
            swift.contains("        case .zhHant: zhHantTexts\n") && swift.contains("let zhHantTexts = CatalogueTexts(")
        )
        #expect(
            swift.contains(
                """
                    package static func unknownKey(key: some SentenceArgument, kind: some SentenceArgument) -> Self \
                { Self(code: .unknownKey, sentence: Sentence(1, [key.argument, kind.argument])) }

                """))
        #expect(swift.contains("    package static func firstIsHere(at span: SourceSpan) -> Self {"))
        #expect(swift.contains("    package static func didYouMean(_ name: some SentenceArgument) -> Self {"))
        #expect(
            swift.hasSuffix(
                """
                    templates: [
                        [.text("是不是“"), .hole(0), .text("”？")],
                        [.text("“"), .hole(1), .text("”没有“"), .hole(0), .text("”\\n这一项")],
                        [.text("第一次在这里")],
                    ])


                """))
    }

    @Test(
        "a translation with other holes, of what is not there or without what is there is refused, with file and line",
        arguments: [
            (
                "{kind}", "{field}",
                "b.md:14: error: the message ‘unknownKey’ has the holes [\"key\", \"kind\"], not [\"field\", \"key\"]"
            ),
            ("`unknownKey`", "`unknown`", "b.md:14: error: there is no message ‘unknown’ of ‘unknown-key’"),
            ("## unknown-key", "## unknown", "b.md:5: error: there is no diagnostic ‘unknown’"),
            ("*error*", "*warning*", "b.md:5: error: ‘unknown-key’ is of severity error"),
            ("- note `firstIsHere`: 第一次在这里\n", "", "a.md:15: error: the note ‘firstIsHere’ is not said in ‘zh’"),
        ])
    func misfits(replacing: String, with: String, message: String) throws {
        let catalogue = try Catalogue(parsing: [("a.md", Self.room)])
        let text = Self.chinese.replacingLast(replacing, with: with)
        let translation = try Catalogue(parsing: [("b.md", text)])
        let error = #expect(throws: CatalogueError.self) { try catalogue.check(translation, in: "zh") }
        #expect(error?.description == message)
    }
}

extension String {
    fileprivate func replacingLast(_ text: String, with other: String) -> String {
        guard let range = range(of: text, options: .backwards) else { return self }
        return replacingCharacters(in: range, with: other)
    }
}
