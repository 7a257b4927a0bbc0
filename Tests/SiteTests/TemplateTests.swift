import Content
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Site

@Suite("A wrong name in a template is found before anything is rendered")
struct TemplateTests {
    @Test("a misspelt variable, partial, string and section: each with line, column and suggestion")
    func unknownNames() async throws {
        let test = try await SiteTest.library(
            "small",
            with: [
                "templates/page.mustache": """
                <h1>{{titel}}</h1>
                {{>note}}
                {{t.hme}} {{#citations}}{{speakr}}{{title}}{{/citations}}
                {{#next}}{{next.hrf}}{{/next}}
                """
            ])
        #expect(
            test.report == """
                templates/page.mustache:1:7: error: ‘titel’ is not in the context ‘page’ [unknown-variable]
                  1 | <h1>{{titel}}</h1>
                    |       ^~~~~
                    = did you mean ‘title’?
                templates/page.mustache:2:4: error: there is no partial ‘note’ [unknown-partial]
                  2 | {{>note}}
                    |    ^~~~
                    = did you mean ‘notes’?
                templates/page.mustache:3:3: error: there is no interface text ‘hme’ [unknown-string]
                  3 | {{t.hme}} {{#citations}}{{speakr}}{{title}}{{/citations}}
                    |   ^~~~~
                    = did you mean ‘t.home’?
                templates/page.mustache:3:27: error: ‘speakr’ is not in the context ‘citation’ [unknown-variable]
                  3 | {{t.hme}} {{#citations}}{{speakr}}{{title}}{{/citations}}
                    |                           ^~~~~~
                    = did you mean ‘speaker’?
                templates/page.mustache:4:12: error: ‘next.hrf’ is not in the context ‘next’ [unknown-variable]
                  4 | {{#next}}{{next.hrf}}{{/next}}
                    |            ^~~~~~~~
                    = did you mean ‘next.href’?

                """)
    }

    @Test(
        "a template whose sections do not close is refused",
        arguments: [
            ("{{#toc}}\n{{title}}\n", "1:4: error: ‘toc’ is never closed"),
            ("{{#toc}}{{/next}}", "1:12: error: ‘next’ is closed while ‘toc’ is open"),
            ("{{/toc}}", "1:4: error: ‘toc’ is closed but was not opened"),
            ("<p>{{title", "1:4: error: a tag is not closed"),
            ("{{=<% %>=}}", "1:4: error: tags beginning with ‘=’ are not used here"),
        ])
    func structure(template: String, message: String) async throws {
        let test = try await SiteTest.library("small", with: ["templates/page.mustache": template])
        #expect(test.report.hasPrefix("templates/page.mustache:\(message) [invalid-template]\n"))
    }

    @Test(
        "a name with nothing before, after or between its dots is no name",
        arguments: [
            (".", "‘.’ is not in the context ‘page’ [unknown-variable]"),
            (".t", "‘.t’ is not in the context ‘page’ [unknown-variable]"),
            ("t.", "there is no interface text ‘’ [unknown-string]"),
            ("t..home", "there is no interface text ‘.home’ [unknown-string]"),
            ("t.home.x", "there is no interface text ‘home.x’ [unknown-string]"),
            ("title.", "‘title.’ is not in the context ‘title’ [unknown-variable]"),
        ])
    func emptyNames(name: String, message: String) async throws {
        for tag in ["{{\(name)}}", "{{&\(name)}}", "{{#\(name)}}x{{/\(name)}}", "{{^\(name)}}x{{/\(name)}}"] {
            let test = try await SiteTest.library("small", with: ["templates/page.mustache": tag])
            let column = tag.hasPrefix("{{\(name)") ? 3 : 4
            #expect(test.report.hasPrefix("templates/page.mustache:1:\(column): error: \(message)\n"), "\(test.report)")
        }
    }

    @Test("what is wrong with a partial is told once, however many templates include it")
    func partialOnce() async throws {
        let test = try await SiteTest.library(
            "small", with: ["templates/partials/title.mustache": "<h1>{{.}}{{titel}}</h1>"])
        #expect(
            test.diagnostics.map { "\($0.code.rawValue) \($0.span.range)" } == [
                "unknown-variable 6..<7", "unknown-variable 11..<16",
            ])
    }

    @Test("a partial that includes itself is refused")
    func recursion() async throws {
        let test = try await SiteTest.library(
            "small",
            with: ["templates/page.mustache": "{{>loop}}", "templates/partials/loop.mustache": "{{title}}{{>loop}}"])
        #expect(
            test.report.contains("templates/partials/loop.mustache:1:13: error: the partial ‘loop’ includes itself"))
    }

    private func problems(of files: [String: String]) async throws -> [String] {
        let test = try await SiteTest.library("small", with: files)
        return test.diagnostics.map { "\($0.span.path) \($0.span.range) \($0.code.rawValue): \($0.message)" }
    }

    @Test("sections and partials within each other come to an end, with the limit and the place")
    func nesting() async throws {
        let deep = String(repeating: "{{#title}}", count: 65) + String(repeating: "{{/title}}", count: 65)
        #expect(
            try await problems(of: ["templates/page.mustache": deep]) == [
                "templates/page.mustache 643..<648 over-limit: more than is read: sections and partials are nested more than 64 levels deep"
            ])
        var files = ["templates/page.mustache": "{{>p0}}"]
        for number in 0..<70 {
            files["templates/partials/p\(number).mustache"] = number < 69 ? "{{>p\(number + 1)}}" : ""
        }
        #expect(
            try await problems(of: files) == [
                "templates/partials/p61.mustache 3..<6 over-limit: more than is read: sections and partials are nested more than 64 levels deep"
            ])
    }

    @Test("partials that each include the next twice are told, not cut off in silence")
    func expansion() async throws {
        var files = ["templates/page.mustache": "<p>{{>p0}}</p>"]
        for number in 0..<25 {
            files["templates/partials/p\(number).mustache"] =
                number < 24 ? "{{>p\(number + 1)}}{{>p\(number + 1)}}" : "x"
        }
        #expect(
            try await problems(of: files) == [
                "templates/page.mustache 6..<8 over-limit: more than is read: with its partials the template has more than 100000 tags"
            ])
    }

    @Test("a list within itself is refused; the same name may be another list further in")
    func listInItself() async throws {
        let page = "{{#toc}}{{title}}{{#toc}}{{title}}{{/toc}}{{/toc}}"
        #expect(
            try await problems(of: ["templates/page.mustache": page]) == [
                "templates/page.mustache 20..<23 invalid-template: the list ‘toc’ stands inside itself"
            ])
        let twice = "{{#toc}}{{title}}{{/toc}}{{#toc}}{{title}}{{/toc}}"
        #expect(try await problems(of: ["templates/page.mustache": twice]) == [])
    }

    @Test("an override of a file that is not in the set is refused")
    func unknownTemplate() async throws {
        let test = try await SiteTest.library("small", with: ["templates/practise.mustache": ""])
        #expect(
            test.report == """
                templates/practise.mustache:1:1: error: ‘practise.mustache’ replaces no file of the set [unknown-template]
                    = did you mean ‘practice.mustache’?

                """)
    }
}
