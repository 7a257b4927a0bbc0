import Content
import Diagnostics
import Testing
import Text

@testable import Authoring

@Suite("A source record is worked out from its document")
struct SourceDocumentTests {
    private static let text = "\u{FEFF}楼道议事情况\r\n\r\n第一句。第二句：“有 # 号”。\r\n没有句号\n"

    @Test("paragraphs have the numbers, sentences and fingerprints that check --originals finds")
    func confirmed() async throws {
        let document = try #require(SourceDocument(name: "notice.txt", bytes: Array(Self.text.utf8)))
        let form = RecordForm(.source, id: "notice", title: "情况", library: LibraryNames(languages: ["zh-Hans"]))
        let text = form.sourceFile(of: document).text.replacing("outlet: 【待填】谁发布的", with: "outlet: 简报")
        let settings = NewFile(path: "exemplar.yaml", text: "title: 库\nlanguages: [zh-Hans]\n")
        let reading = await Reading([settings, NewFile(path: form.path, text: text)])
        #expect(reading.problems == [])
        let source = try #require(reading.library.sources.first)
        #expect(source.paragraphs.map(\.number) == [1, 3, 4])
        #expect(source.paragraphs.map(\.sentences) == [1, 2, 1])
        #expect(source.file == "notice.txt" && source.paragraphs.allSatisfy { $0.text == nil })
        var diagnostics: [Diagnostic] = []
        let original = SourceTree.File(path: "originals/notice.txt", bytes: document.bytes)
        let report = checkOriginals(reading.library, files: [original], diagnostics: &diagnostics)
        #expect(diagnostics == [])
        #expect(report.paragraphs == 3 && report.identicalFiles == 1)
    }

    @Test("a document that is not UTF-8 text is refused")
    func refused() {
        #expect(SourceDocument(name: "a.txt", bytes: [0xB1, 0xEA, 0xCC, 0xE2]) == nil)
        #expect(SourceDocument(name: "a.docx", bytes: Array("PK".utf8) + [0, 0]) == nil)
    }
}
