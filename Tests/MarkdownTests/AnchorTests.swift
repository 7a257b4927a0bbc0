import Testing

@testable import Markdown

struct AnchorTests {
    @Test func `anchors are readable, unique and never empty`() {
        var anchors = HeadingAnchors()
        let texts = [
            "做法", "做法", "说了什么，没说什么", "What the source says, and does not", "！？", "……", "fn-1", "A_b-c 2.0",
            "做法-1", "做法 1", "Ünïcode ÉTÉ", "a  b",
        ]
        #expect(
            texts.map { anchors.anchor(for: $0) } == [
                "做法", "做法-1", "说了什么没说什么", "what-the-source-says-and-does-not", "section", "section-1",
                "section-fn-1", "a_b-c-20", "做法-1-1", "做法-1-2", "ünïcode-été", "a--b",
            ])
    }
}
