import Foundation
import TestSupport
import Testing

@testable import Authoring

@Suite("The guides for authors list what import knows", .serialized)
struct AuthoringDocumentationTests {
    /// The fields that columns can fill, with the headers that mean them, as a Markdown table.
    private func table(_ kind: ImportKind) -> String {
        ImportField.fields(of: kind, LibraryNames(languages: ["zh-Hans"])).map { field in
            "| `\(field.key)` | \(field.headers.dropFirst().joined(separator: ", ")) |\n"
        }.joined()
    }

    @Test(
        "every header is in the table of its kind; EXEMPLAR_RECORD=1 writes the tables",
        arguments: ["authoring.md", "authoring.zh.md"], ImportKind.allCases)
    func headers(name: String, kind: ImportKind) throws {
        let file = Repository.folder.appending(path: "docs/" + name)
        var text = try String(contentsOf: file, encoding: .utf8)
        let article = kind == .observation ? "an" : "a"
        let mark = "<!-- columns of \(article) \(kind.rawValue), written by AuthoringTests -->\n"
        let start = try #require(text.range(of: mark)?.upperBound)
        // The head of the table takes two lines.
        let rows = try #require(text[start...].firstRange(of: "|---|---|\n")?.upperBound)
        let end = try #require(text[rows...].firstRange(of: "\n\n")?.lowerBound).utf16Offset(in: text) + 1
        let range = rows..<String.Index(utf16Offset: end, in: text)
        if Repository.isRecording {
            text.replaceSubrange(range, with: table(kind))
            try text.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text[range] == table(kind))
        }
    }
}
