import Content
import Diagnostics
import TestSupport
import Testing

@testable import Site

/// What the templates of these tests may say.
private struct Thing {
    var text: String?
    var things: [String] = []
    var inner: [Thing] = []
}

private let wordView = View<String>("word", [.text("n", "the word") { word, _ in word }])

private let innerView = View<Thing>(
    "inner",
    [
        .text("text", "a text, or none") { thing, _ in thing.text },
        .object("deep", of: wordView, "its first word") { thing, _ in thing.things.first },
    ])

private let thingView = View<Thing>(
    "thing",
    [
        .text("text", "a text, or none") { thing, _ in thing.text },
        .text("outer", "a text of this view only") { _, _ in "o" },
        .html("html", "the text twice") { thing, _, output in
            for _ in 0..<2 { output.write(thing.text ?? "") }
        },
        .flag("is-told", "whether there is a text") { thing, _ in thing.text != nil },
        .list("words", of: wordView, "words") { thing, _ in thing.things },
        .list("inner", of: innerView, "things") { thing, _ in thing.inner },
        .object("first", of: innerView, "the first thing") { thing, _ in thing.inner.first },
        .html("mark", "a citation") { thing, page, output in
            for name in thing.things { if let locator = Locator(name) { page.write(mark: locator, to: &output) } }
        },
        .notes("citations", "the notes"),
        .words,
    ])

@Suite("Templates say what their views give, as the Mustache specification has it")
struct CompiledTemplateTests {
    private func render(
        _ template: String, _ thing: Thing = Thing(), partials: [String: String] = [:]
    ) async throws -> String {
        var diagnostics: [Diagnostic] = []
        var templates = [
            "main": ParsedTemplate(Array(template.utf8), path: "main.mustache", diagnostics: &diagnostics)
        ]
        for (name, text) in partials {
            templates["partials/" + name] = ParsedTemplate(
                Array(text.utf8), path: name, diagnostics: &diagnostics)
        }
        let site = try await SiteTest.library("small").site
        var compiler = TemplateCompiler(
            templates: templates.compactMapValues(\.self), names: Set(templates.keys), strings: site.strings(0))
        let found = compiler.compile("main", against: thingView.scope)
        let compiled = try #require(found)
        #expect(diagnostics + compiler.diagnostics == [])
        let page = PageContext(site.plan.pages[0], of: site)
        var output = HTMLOutput()
        compiled.nodes.render(SubjectFrame(thing, outer: nil), page, into: &output)
        return String(decoding: output.finished(page), as: UTF8.self)
    }

    @Test("variables are escaped with two braces and not with three or an ampersand")
    func interpolation() async throws {
        let thing = Thing(text: "& \" < >")
        #expect(
            try await render("{{text}}|{{{text}}}|{{&text}}|{{ text }}", thing)
                == "&amp; &quot; &lt; &gt;|& \" < >|& \" < >|&amp; &quot; &lt; &gt;")
        #expect(
            try await render("{{{html}}}|{{#html}}{{{html}}}{{/html}}|{{html}}", Thing(text: "<"))
                == "&lt;&lt;|&lt;&lt;|&amp;lt;&amp;lt;")
    }

    @Test("sections follow what their value is")
    func sections() async throws {
        let full = Thing(text: "t", things: ["1", "2"], inner: [Thing(text: "i", things: ["d"]), Thing()])
        let told = "{{#is-told}}y{{/is-told}}{{^is-told}}n{{/is-told}}"
        let text = "{{#text}}[{{text}}]{{/text}}{{^text}}0{{/text}}"
        let html = "{{#html}}<{{{html}}}>{{/html}}{{^html}}-{{/html}}"
        let list = "{{#words}}{{n}}{{outer}},{{/words}}{{^words}}e{{/words}}"
        #expect(try await render(told + text + html + list, full) == "y[t]<tt>1o,2o,")
        #expect(try await render(told + text + html + list) == "n0-e")
        #expect(try await render(text, Thing(text: "")) == "0")
        #expect(try await render("{{#first}}{{text}}{{#deep}}{{n}}{{/deep}}{{/first}}{{first.deep.n}}", full) == "idd")
        #expect(try await render("{{#first}}!{{/first}}{{^first}}none{{/first}}{{first.text}}") == "none")
    }

    @Test("what an inner view lacks is bound further out; what it has but is absent hides the outer one")
    func scopes() async throws {
        let thing = Thing(text: "T", inner: [Thing(text: "i"), Thing()])
        #expect(
            try await render(
                "{{#text}}{{#inner}}{{outer}}[{{text}}]{{#is-told}}!{{/is-told}}{{/inner}}{{text}}{{/text}}", thing)
                == "o[i]!o[]!T")
        // A list of the outer view: within it, what surrounds the section is further in than what has the list.
        let twice = Thing(text: "T", things: ["1", "2"], inner: [Thing(text: "a", things: ["x"]), Thing(text: "b")])
        #expect(
            try await render("{{#inner}}{{#words}}{{n}}{{text}}{{outer}} {{/words}}{{/inner}}", twice)
                == "1ao 2ao 1bo 2bo ")
        #expect(
            try await render("{{#inner}}{{#first.deep}}{{n}}{{text}} {{/first.deep}}{{/inner}}", twice) == "xa xb ")
    }

    @Test("a tag alone on its line takes the line with it; others leave the text around them")
    func standaloneLines() async throws {
        let thing = Thing(text: "t")
        #expect(
            try await render("| This Is\n{{#is-told}}\n|\n{{/is-told}}\n| A Line\n", thing)
                == "| This Is\n|\n| A Line\n")
        #expect(
            try await render("| This Is\r\n  {{#is-told}}  \r\n|\r\n  {{/is-told}}\r\n| A Line", thing)
                == "| This Is\r\n|\r\n| A Line")
        #expect(try await render(" | {{#is-told}}YES{{/is-told}} | \n", thing) == " | YES | \n")
        #expect(try await render("  {{#is-told}}\n#{{/is-told}}\n/\n", thing) == "#\n/\n")
        #expect(try await render("{{#is-told}}\n{{#words}}\n{{/words}}\n{{/is-told}}\nend", thing) == "end")
        #expect(try await render("a {{! comment }} b\n{{! alone }}\nc\n") == "a  b\nc\n")
    }

    @Test("partials see what is around their tag")
    func partials() async throws {
        let thing = Thing(text: "z", things: ["1", "2"])
        #expect(
            try await render("{{#words}}\n  {{>item}}\n{{/words}}\n", thing, partials: ["item": "<{{n}}{{text}}>\n"])
                == "<1z>\n<2z>\n")
        #expect(try await render("a {{>item}} b", thing, partials: ["item": "<{{text}}>"]) == "a <z> b")
    }

    @Test("notes are numbered in the order of the page, wherever the template lists them")
    func notes() async throws {
        let thing = Thing(things: ["talk#P1.S2", "talk#P1.S1", "talk#P1.S2"])
        let list = "{{#citations}}{{number}}={{locator}}{{outer}} {{/citations}}{{^citations}}none{{/citations}}"
        let page = try await render(list + "|{{{mark}}}", thing)
        #expect(page.hasPrefix("1=P1.S2o 2=P1.S1o |<sup class=\"mark\" id=\"ref.1\"><a href=\"#note.1\""))
        #expect(page.matches(of: /id="ref/).count == 2)
        #expect(page.matches(of: /<sup/).count == 3)
        #expect(try await render(list) == "none")
        // Told apart by a section, a mark counts once and only if it is printed.
        #expect(try await render("{{#mark}}{{/mark}}" + list, thing) == "none")
        #expect(try await render("{{#mark}}{{{mark}}}{{/mark}}", thing) == render("{{{mark}}}", thing))
    }
}
