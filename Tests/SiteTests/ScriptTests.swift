import Testing

@testable import Site

@Suite struct `A script is published without what is said to whoever changes it` {
    @Test(arguments: [
        (
            "/** Adds.\n  * @param a A number. */\nfunction add(a, b) {\n  // Both.\n\n  return a + b; // sum\n}\n",
            "function add(a, b) {\nreturn a + b; // sum\n}\n"
        ),
        ("/*! Licence */\na();\r\n\tb();", "/*! Licence */\na();\nb();\n"),
        ("/* one */ a();\n  /* two */\nb();", "a();\nb();\n"),
        ("try { a(); } catch (e) { /* nothing */ }\n", "try { a(); } catch (e) { /* nothing */ }\n"),
        ("var a = \"http://b\", c = /[/]/;\n", "var a = \"http://b\", c = /[/]/;\n"),
        ("", ""),
    ])
    func comments(_ script: String, _ published: String) {
        #expect(String(decoding: Script.published(Array(script.utf8)), as: UTF8.self) == published)
    }

    @Test(arguments: [
        "var a = `one\n  // two\n`;\n", "a(); /* one\n  /* two */ b();\n", "var a = 'one \\\n  two';\n",
        "// head\nvar a = '/*';\n  b();\n",
    ])
    func `one that may have a text or a comment of several lines is published as it is`(_ script: String) {
        #expect(String(decoding: Script.published(Array(script.utf8)), as: UTF8.self) == script)
    }
}
