import Testing

@testable import Site

@Suite("Templates are rendered as the Mustache specification says")
struct CompiledTemplateTests {
    private func render(_ template: String, _ context: Context = Context(), partials: [String: String] = [:]) -> String
    {
        var renderer = TemplateRenderer()
        for (name, text) in partials { renderer.templates["partials/" + name] = CompiledTemplate(Array(text.utf8)) }
        renderer.templates["main"] = CompiledTemplate(Array(template.utf8))
        return String(decoding: renderer.render("main", context), as: UTF8.self)
    }

    @Test("variables are escaped with two braces and not with three or an ampersand")
    func interpolation() {
        let context = Context(["x": .text("& \" < >")])
        #expect(
            render("{{x}}|{{{x}}}|{{&x}}|{{ x }}", context)
                == "&amp; &quot; &lt; &gt;|& \" < >|& \" < >|&amp; &quot; &lt; &gt;")
    }

    @Test("sections follow what their value is")
    func sections() {
        let context = Context([
            "yes": .flag(true), "no": .flag(false), "none": .absent, "text": .text("t"), "empty": .list([]),
            "list": .list([Context(["n": .text("1")]), Context(["n": .text("2")])]),
            "object": .object(Context(["n": .text("o"), "deep": .object(Context(["n": .text("d")]))])),
            "n": .text("outer"),
        ])
        #expect(
            render("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{#none}}n{{/none}}{{#text}}{{text}}{{/text}}", context) == "yt")
        #expect(
            render(
                "{{^yes}}y{{/yes}}{{^no}}n{{/no}}{{^none}}0{{/none}}{{^empty}}e{{/empty}}{{^list}}l{{/list}}", context)
                == "n0e")
        #expect(render("{{#list}}{{n}}{{yes}},{{/list}}{{n}}", context) == "1,2,outer")
        #expect(render("{{#object}}{{n}}{{#deep}}{{n}}{{/deep}}{{/object}}{{object.deep.n}}", context) == "odd")
    }

    @Test("a tag alone on its line takes the line with it; others leave the text around them")
    func standaloneLines() {
        let context = Context(["a": .flag(true), "b": .flag(false)])
        #expect(render("| This Is\n{{#a}}\n|\n{{/a}}\n| A Line\n", context) == "| This Is\n|\n| A Line\n")
        #expect(render("| This Is\r\n  {{#a}}  \r\n|\r\n  {{/a}}\r\n| A Line", context) == "| This Is\r\n|\r\n| A Line")
        #expect(render(" | {{#a}}YES{{/a}} | \n", context) == " | YES | \n")
        #expect(render("  {{#a}}\n#{{/a}}\n/\n", context) == "#\n/\n")
        #expect(render("{{#a}}\n{{#b}}\n{{/b}}\n{{/a}}\nend", context) == "end")
        #expect(render("a {{! comment }} b\n{{! alone }}\nc\n") == "a  b\nc\n")
    }

    @Test("partials see the context they are included in")
    func partials() {
        let context = Context([
            "list": .list([Context(["n": .text("1")]), Context(["n": .text("2")])]), "z": .text("z"),
        ])
        #expect(
            render("{{#list}}\n  {{>item}}\n{{/list}}\n", context, partials: ["item": "<{{n}}{{z}}>\n"])
                == "<1z>\n<2z>\n")
        #expect(render("a {{>item}} b", context, partials: ["item": "<{{z}}>"]) == "a <z> b")
    }
}
