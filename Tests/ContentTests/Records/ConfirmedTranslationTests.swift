import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A translation that was confirmed tells what changed in its original")
struct ConfirmedTranslationTests {
    private let path = "content/topics/lifts"
    private let original = """
        ---
        title: 加装电梯
        kind: problem
        synonyms: [旧楼电梯, 升降机]
        ---
        ## 难在哪里

        一楼反对。[六楼](../places/panjin.md)盼了**十年**。

        - 谁出钱
        - 谁维护

        ```steps
        - text: 先开会
          by: 居委会
        ```

        """
    private let translation = """
        ---
        title: Adding lifts
        synonyms: [lifts in old houses, elevators]
        ---
        ## Why it is hard

        The first floor objects. The sixth has waited ten years.

        - Who pays
        - Who maintains

        ```steps
        - text: meet first
          by: the committee
        ```

        """

    private func folder(_ original: String, _ translation: String, table: SourceTree.File?) -> Folder {
        Folder {
            Fixtures.inTwoLanguages
            File(path + ".md", original)
            File(path + ".en.md", translation)
            File("content/places/panjin.md", "---\ntitle: {zh-Hans: 盘锦, en: Panjin}\nlevel: city\n---\n")
            if let table { File(table.path, bytes: table.bytes) }
        }
    }

    /// The table after the translation as it is at first was confirmed.
    private func confirmed(_ names: TranslationName...) async throws -> SourceTree.File {
        let folder = folder(original, translation, table: nil)
        let tree = SourceTree(files: folder.files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) })
        return try #require(await folder.build().library.confirming(names, in: tree).written.first)
    }

    private func problems(_ original: String, _ translation: String? = nil) async throws -> Outcome {
        let table = try await confirmed(TranslationName("topics/lifts", into: nil))
        return await folder(original, translation ?? self.translation, table: table).build()
    }

    @Test("the table has a row for each field, with a fingerprint for each sentence, in order")
    func table() async throws {
        let file = try await confirmed(TranslationName(nil, into: nil))
        let lines = String(decoding: file.bytes.dropFirst(3), as: UTF8.self).split(separator: "\n")
        #expect(
            lines.map { $0.split(separator: ",").prefix(3).joined(separator: ",") } == [
                "record,language,field", "places/panjin,en,title", "topics/lifts,en,body", "topics/lifts,en,synonyms",
                "topics/lifts,en,title",
            ])
        #expect(
            lines.map { $0.split(separator: ",")[3].split(separator: " ").count } == [1, 1, 7, 2, 1])
        #expect(lines.dropFirst().flatMap { $0.split(separator: ",")[3] }.allSatisfy { $0 == " " || $0.isLetter })
        #expect(lines.last == "topics/lifts,en,title,jnpanapb")
    }

    @Test("nothing is told of what says the same: widths, quotation marks, addresses, emphasis, line ends")
    func sameWords() async throws {
        #expect(try await problems(original).problems == [])
        let other = original.replacing("[六楼](../places/panjin.md)盼了**十年**", with: "六楼\n盼了十年")
            .replacing("\n", with: "\r\n")
        #expect(try await problems(other).problems == [])
    }

    @Test("a sentence that changed, was added or is gone is told where it stands, with the place of its translation")
    func changes() async throws {
        let outcome = try await problems(
            original.replacing("一楼反对。", with: "一楼住户反对。").replacing("- 谁出钱", with: "- 谁负责\n- 谁出钱")
                .replacing("synonyms: [旧楼电梯, 升降机]", with: "synonyms: [旧楼的电梯, 升降机]")
                .replacing("先开会", with: "先听意见"))
        #expect(
            outcome.problems == [
                "\(path).md:4:12 stale-translation this sentence has changed since its translation into English (en) was confirmed",
                "\(path).md:8:1 stale-translation this sentence has changed since its translation into English (en) was confirmed",
                "\(path).md:10:3 stale-translation this sentence was added since the translation into English (en) was confirmed",
                "\(path).md:15:3 stale-translation this sentence has changed since its translation into English (en) was confirmed",
            ])
        #expect(outcome.marked == ["旧楼的电梯", "一楼住户反对。", "谁负责", "text: 先听意见"])
        #expect(
            outcome.notes == [
                "\(path).en.md:3:12 the translation is here", "\(path).en.md:5:1 the translation is here",
                "\(path).en.md:5:1 the translation is here", "\(path).en.md:5:1 the translation is here",
            ])
        #expect(
            outcome.diagnostics.first?.hint?.description
                == "bring the translation up to date, then run ‘exemplar translated topics/lifts --language en’")
        #expect(outcome.diagnostics.map(\.severity) == [.warning, .warning, .warning, .warning])
    }

    @Test("in a text of as many paragraphs, the same paragraph of the translation is shown")
    func sameParagraph() async throws {
        let outcome = try await problems(original.replacing("谁维护", with: "谁来修"))
        #expect(outcome.notes == ["\(path).en.md:10:3 the translation is here"])
    }

    @Test("what was taken out is counted, where it stood")
    func removals() async throws {
        let message = "sentences removed from ‘body’ here since the translation into English (en) was confirmed"
        #expect(
            try await problems(original.replacing("一楼反对。", with: "")).problems == [
                "\(path).md:8:1 stale-translation \(message): 1"
            ])
        #expect(
            try await problems(original.replacing("- 谁出钱\n- 谁维护\n", with: "")).problems == [
                "\(path).md:12:3 stale-translation \(message): 2"
            ])
        #expect(
            try await problems(
                original.replacing("synonyms: [旧楼电梯, 升降机]\n", with: ""),
                translation.replacing("synonyms: [lifts in old houses, elevators]\n", with: "")
            ).problems == [
                "\(path).md:1:1 stale-translation "
                    + "sentences removed from ‘synonyms’ here since the translation into English (en) was confirmed: 2"
            ])
    }

    @Test("a text without a translation is told of as that, and one that nobody confirmed not at all")
    func others() async throws {
        let outcome = try await problems(
            original.replacing("谁出钱", with: "谁付钱"), translation.replacing(#/---\n##(.|\n)*/#, with: "---\n"))
        #expect(outcome.problems == ["\(path).en.md:5:1 missing-translation the body has no text in English (en)"])
        #expect(outcome.library.unconfirmed == 1)
    }

    @Test("what had no translation when the record was confirmed has still to be compared once it has one")
    func later() async throws {
        let withoutBody = translation.replacing(#/---\n##(.|\n)*/#, with: "---\n")
        let folder = folder(original, withoutBody, table: nil)
        let tree = SourceTree(files: folder.files.map { SourceTree.File(path: $0.path, bytes: $0.bytes) })
        let table = try #require(
            await folder.build().library.confirming([TranslationName("topics/lifts", into: nil)], in: tree).written
                .first)
        let fields = String(decoding: table.bytes.dropFirst(3), as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",")[2] }
        #expect(fields == ["synonyms", "title"])
        let outcome = await self.folder(original, translation, table: table).build()
        #expect(outcome.problems.count == 7 && outcome.diagnostics.allSatisfy { $0.code == .staleTranslation })
    }

    @Test("rows about no record or no language are told of once, with the name that was meant")
    func orphans() async throws {
        let rows = "topics/lift,en,title,a\ntopics/lift,en,body,a\ntopics/lifts,fr,title,a\n"
        let table = SourceTree.File(
            path: ConfirmedText.path, bytes: Array(("record,language,field,original\n" + rows).utf8))
        let outcome = await folder(original, translation, table: table).build()
        #expect(
            outcome.problems == [
                "content/translations.csv:2:1 orphan-confirmation there is no record ‘topics/lift’",
                "content/translations.csv:4:1 orphan-confirmation nothing is translated into ‘fr’ here",
            ])
        #expect(outcome.diagnostics.first?.hint?.description == "did you mean ‘topics/lifts’?")
    }

    @Test("a record without a translation cannot be confirmed")
    func untranslated() async {
        await #expect(throws: Library.NotTranslated.self) {
            _ = try await confirmed(TranslationName("topics/stairs", into: nil))
        }
    }
}

@Suite("A text is cut into sentences")
struct TextSentenceTests {
    @Test(arguments: [
        ("一。二！“三？”四", ["一。", "二！", "“三？”", "四"]),
        (
            "It costs 3.5 million. See example.com! (Really?) Yes",
            ["It costs 3.5 million.", "See example.com!", "(Really?)", "Yes"]
        ),
        ("一行\n还是这句。\n\n# 标题\n正文", ["一行\n还是这句。", "标题", "正文"]),
        ("1. 甲\n2. 乙\n\n| 表 | 头 |\n|---|---|\n| 一 | 二 |", ["甲", "乙", "| 表 | 头 |", "|---|---|", "| 一 | 二 |"]),
        ("```chart\nform: bar\ntitle: 户数\nfigures: [a, b]\n```\n尾", ["title: 户数", "尾"]),
        ("```\ncode\n```\n[a]: b.md\n[^1]: 注", ["code", "[^1]: 注"]),
    ])
    func sentences(text: String, parts: [String]) {
        let bytes = Array(text.utf8)
        #expect(Content.sentences(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) } == parts)
    }

    @Test(arguments: [
        ("看[三格](../a.md \"图\")和**三捆绑**", "看三格\"图\")和三捆绑"), ("２０２５年 `x`", "2025年x"), ("|---|", nil),
    ])
    func words(text: String, words: String?) {
        #expect(NormalizedText(sentence: text)?.text == words)
    }
}

@Suite("Comments that begin a line are no part of a text")
struct TextCommentTests {
    @Test(arguments: [
        ("<!-- 一\n二 -->三", "        \n       三"), ("甲 <!-- 乙 -->", "甲 <!-- 乙 -->"),
        ("```\n<!-- x -->\n```\n", "```\n<!-- x -->\n```\n"), ("<!-- 没有完", "<!-- 没有完"),
        ("<!--a--><!--b-->c", "                c"),
    ])
    func blanked(text: String, rest: String) {
        let result = blankingComments(Array(text.utf8))
        #expect(String(decoding: result, as: UTF8.self) == rest)
        #expect(result.count == text.utf8.count)
    }
}
