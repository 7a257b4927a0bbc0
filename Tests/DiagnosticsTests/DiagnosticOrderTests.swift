import Testing
import Text

@testable import Diagnostics

@Suite("Problems come in reading order, however they were found")
struct DiagnosticOrderTests {
    private static let ordered: [Diagnostic] = [
        Diagnostic(.duplicateId, "b", at: .init(path: "content/a.md", range: 0..<0)),
        Diagnostic(.unknownKey, "a", at: .init(path: "content/a.md", range: 0..<0)),
        Diagnostic(.unknownKey, "b", at: .init(path: "content/a.md", range: 0..<0)),
        Diagnostic(.duplicateId, "a", at: .init(path: "content/a.md", range: 0..<4)),
        Diagnostic(.duplicateId, "a", at: .init(path: "content/a.md", range: 9..<10)),
        Diagnostic(.duplicateId, "a", at: .init(path: "content/a.md", range: 10..<11)),
        Diagnostic(.duplicateId, "a", at: .init(path: "content/b.md", range: 0..<1)),
        Diagnostic(.duplicateId, "a", at: .init(path: "exemplar.yaml", range: 0..<1)),
    ]

    @Test("by file, by place, by id, by text")
    func sorts() {
        #expect(Self.ordered.reversed().sorted() == Self.ordered)
        #expect((Self.ordered.dropFirst(3) + Self.ordered.prefix(3)).sorted() == Self.ordered)
    }
}
