import Testing
import Text

@Suite("The files of a library are found by path and by folder")
struct SourceTreeTests {
    private let tree = SourceTree(
        files: ["content/b.md", "seeds/x", "content/a/c.md", "content.md", "content/a.md", "exemplar.yaml"].map {
            .init(path: $0, bytes: Array($0.utf8))
        })

    @Test func sortsByBytes() {
        #expect(
            tree.files.map(\.path) == [
                "content.md", "content/a.md", "content/a/c.md", "content/b.md", "exemplar.yaml", "seeds/x",
            ])
    }

    @Test func finds() {
        #expect(tree.files.map { tree[$0.path]?.path } == tree.files.map(\.path))
        #expect(tree["content"]?.path == nil && tree[""]?.path == nil && tree["z"]?.path == nil)
        #expect(tree.files(in: "content").map(\.path) == ["content/a.md", "content/a/c.md", "content/b.md"])
        #expect(tree.files(in: "templates").isEmpty)
        #expect(SourceTree(files: []).files(in: "content").isEmpty)
    }
}
