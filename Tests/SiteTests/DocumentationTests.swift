import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("The documents that list what the program knows are what the program knows")
struct DocumentationTests {
    static let introduction = """
        # Templates

        The pages are Mustache templates in `templates/`. The whole set is in the binary; a library replaces any
        file of it by a file of the same name in its own `templates/`, and may add partials, assets and languages.

        Of Mustache, `{{name}}`, `{{{name}}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{>partial}}` and
        `{{! comment}}` are used. Every name is checked before anything is rendered: one that is not in this
        document is an error with the template's line and column. A name that the inner context lacks is looked
        up further out. `{{t.key}}` is an interface text from `templates/strings/`; every key must be there in
        every language. HTML is written with three braces, text with two.

        `layout.mustache` is the document around every page; it is given the page as `main`.

        This file is written from the code: `EXEMPLAR_RECORD=1 swift test --filter DocumentationTests`.

        """

    @Test("docs/templates.md lists every name of every context")
    func templates() throws {
        try compare(Self.introduction + Schemas.documentation, with: "docs/templates.md")
    }

    @Test("docs/diagnostics.md explains every diagnostic")
    func diagnostics() throws {
        var text = """
            # Diagnostics

            What each problem means, why it is one, and how to mend it; `exemplar explain CODE` says the same.
            Warnings let the site be built, unless `--strict` is given.

            This file is written from the code: `EXEMPLAR_RECORD=1 swift test --filter DocumentationTests`.

            """
        for code in DiagnosticCode.allCases {
            let explanation = code.explanation
            text += "\n## \(code.rawValue)\n\n*\(code.severity.rawValue)* – \(explanation.title).\n\n"
            text += "\(explanation.reason)\n\n\(explanation.remedy)\n"
        }
        try compare(text, with: "docs/diagnostics.md")
    }

    private func compare(_ text: String, with path: String) throws {
        let url = SiteTest.repository.appending(path: path)
        if isRecording { try text.write(to: url, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}
