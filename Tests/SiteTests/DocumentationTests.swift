import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The documents that list what the program knows are what the program knows")
struct DocumentationTests {
    static let introduction = """
        # Templates

        [中文](templates.zh.md)

        Pages are Mustache templates in `templates/`. The whole set is in the binary. A library replaces a file of it
        with a file of the same name in its own `templates/`, and may add partials, assets and languages.

        - **Interface texts** (`templates/strings/`) are replaced key by key: a library's file has only the keys that it
          words differently. A key that nothing prints is an error with a suggestion. A language that the program does
          not have needs every key.
        - **What authors are told** (`templates/authoring/`) is replaced key by key too.
        - **A long script or style sheet** is a folder with its name, such as `assets/search.js/`: its files are joined in the order of
          their names. A library replaces one part, or the whole script with a file of the folder's name.

        Of Mustache, `{{name}}`, `{{{name}}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{>partial}}` and
        `{{! comment}}` are used. Names are bound before anything is rendered: one that is not in the list of its
        context below is an error with the template's line and column, whether a page reaches it or not. A name that
        the inner context lacks is looked for further out. `{{t.key}}` is an interface text. HTML is written with three
        braces, text with two.

        A value is made only if the template prints it. Notes are numbered in the order in which the finished page cites,
        wherever the template prints them.

        `layout.mustache` is the document around every page; it is given the page as `main`.

        This file is written from the code: `EXEMPLAR_RECORD=1 swift test --filter DocumentationTests`.

        """

    @Test("docs/templates.md lists every name of every context")
    func templates() throws {
        try compare(Self.introduction + TemplateSet.documentation, with: "docs/templates.md")
    }

    @Test("docs/templates.zh.md leads from every template to its names")
    func chinese() throws {
        let text = try String(contentsOf: Repository.folder.appending(path: "docs/templates.zh.md"), encoding: .utf8)
        for line in TemplateSet.documentation.split(separator: "\n") where line.hasSuffix(".mustache") {
            let name = line.dropFirst("## ".count).dropLast(".mustache".count)
            #expect(text.contains("[`\(name)`](templates.md#\(name)mustache)"), "\(name)")
        }
    }

    @Test("a document in two languages names the same commands and options in both")
    func commands() throws {
        let docs = try FileManager.default.contentsOfDirectory(
            atPath: Repository.folder.appending(path: "docs").path(percentEncoded: false))
        // The Chinese page of templates leads to the English list of names.
        let chinese = docs.filter { $0.hasSuffix(".zh.md") && $0 != "templates.zh.md" }.map { "docs/" + $0 }
        #expect(chinese.count > 10)
        for name in ["README.zh.md"] + chinese {
            #expect(try commands(in: name) == commands(in: name.replacing(".zh.md", with: ".md")), "\(name)")
        }
    }

    private func commands(in document: String) throws -> Set<String> {
        let text = try String(contentsOf: Repository.folder.appending(path: document), encoding: .utf8)
        return Set(
            text.matches(of: /exemplar [a-z][a-z-]*|script\/[a-z][a-z-]*|--[a-z][a-z-]*/.asciiOnlyCharacterClasses())
                .map { String($0.output) })
    }

    private func compare(_ text: String, with path: String) throws {
        let url = Repository.folder.appending(path: path)
        if Repository.isRecording { try text.write(to: url, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}
