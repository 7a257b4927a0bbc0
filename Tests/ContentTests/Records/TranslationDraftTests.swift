import Testing
import Text

@testable import Content

@Suite("A new translation has the original beside the place of each of its texts, and nothing that it inherits")
struct TranslationDraftTests {
    private let original = """
        ---
        title: 三格合一
        place: panjin
        problem: {text: 诉求无人管, from: talk#P1}
        brand: {zh-Hans: 三格, en: Three grids}
        mechanisms: [grid]
        modality: reported
        levels: [city]
        who:
          - {name: 网格员, role: 巡查, level: community}
          - {obs: staff}
        staff: [网格员, 网格长]
        ---
        ## 做法
        <!-- 给同事：待核 -->
        一句。
        两句。

        ```chart
        form: bar

        title: 户数
        ```

        """

    @Test func draft() throws {
        let file = SourceTree.File(path: "content/practices/panjin/grids.md", bytes: Array(original.utf8))
        let draft = TranslationDraft(of: file, .practice, into: "en", from: "zh-Hans")
        let made = try #require(draft.file(head: "head\nof it", title: "Three: one"))
        #expect(made.path == "content/practices/panjin/grids.en.md")
        #expect(
            String(decoding: made.bytes, as: UTF8.self) == """
                ---
                # head
                # of it

                # 三格合一
                title: "Three: one"
                problem:
                  # 诉求无人管
                  text:
                who:
                  # 网格员
                  - name:
                    # 巡查
                    role:
                  - {}
                staff:
                  # 网格员
                  -
                  # 网格长
                  -
                ---

                <!--
                ## 做法
                -->


                <!--
                一句。
                两句。
                -->


                <!--
                ```chart
                form: bar

                title: 户数
                ```
                -->



                """)
    }

    @Test("the library reads it as a translation in which every text is missing, and as none of its own comments")
    func isRead() async throws {
        let file = SourceTree.File(
            path: "content/practices/panjin/three-grids.md",
            bytes: Fixtures.threeGrids("summary: 一句\nstaff: [网格员, 网格长]\n", body: "## 做法\n\n一共[六万户](obs:x)。\n").bytes)
        let made = try #require(
            TranslationDraft(of: file, .practice, into: "en", from: "zh-Hans").file(head: "head", title: nil))
        let outcome = await Folder {
            Fixtures.inTwoLanguages
            Fixtures.panjin
            File(file.path, bytes: file.bytes)
            File(made.path, bytes: made.bytes)
        }.build()
        #expect(
            outcome.problems.filter { $0.contains("three-grids") && !$0.contains("unknown-reference") } == [
                "\(made.path):16:1 missing-translation the body has no text in English (en)",
                "\(file.path):2:8 missing-translation ‘title’ has no text in English (en)",
                "\(file.path):4:10 missing-translation ‘text’ has no text in English (en)",
                "\(file.path):8:10 missing-translation ‘summary’ has no text in English (en)",
                "\(file.path):9:9 missing-translation ‘text’ has no text in English (en)",
                "\(file.path):9:14 missing-translation ‘text’ has no text in English (en)",
            ])
        #expect(outcome.library.practices.first?.header.body.exact(1) == nil)
    }
}
