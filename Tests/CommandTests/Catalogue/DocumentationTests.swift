import Foundation
import TestSupport
import Testing

@testable import compile_catalogue

@Suite("The document of the diagnostics is their catalogue")
struct DiagnosticsDocumentationTests {
    static let introduction = """
        # Diagnostics

        What each problem means, why it is one, and how to fix it; `exemplar explain CODE` says the same.
        Warnings let the site be built, unless `--strict` is given. Under each stands a file that, put into a new
        library (`exemplar init`), has the problem, and what the program says of it.

        This file is written from `Sources/Diagnostics/Catalogue`:
        `EXEMPLAR_RECORD=1 swift test --filter DiagnosticsDocumentationTests`.

        """

    @Test("docs/diagnostics.md explains every diagnostic and shows it")
    func diagnostics() throws {
        let text = Self.introduction + ExampleTests.diagnostics.map(\.documentation).joined()
        let url = Repository.folder.appending(path: "docs/diagnostics.md")
        if ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}

extension Catalogue.Diagnostic {
    fileprivate var documentation: String {
        "\n## \(id)\n\n*\(severity)* – \(title).\n\n\(reason)\n\n\(remedy)\n"
            + examples.map { example in
                example.files.map { "\n`\($0.path)`\n\n\(fence($0.content))" }.joined()
                    + "\n`exemplar \(example.arguments.joined(separator: " "))`\n\n\(fence(example.report))"
            }
            .joined()
    }

    private func fence(_ text: String) -> String {
        let mark = text.contains("```") ? "````" : "```"
        return "\(mark)\n\(text)\(mark)\n"
    }
}

extension Catalogue.Example.File {
    /// Bytes that are no text are shown as the catalogue writes them.
    fileprivate var content: String {
        String(validating: bytes, as: UTF8.self)
            ?? bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ") + "\n"
    }
}
