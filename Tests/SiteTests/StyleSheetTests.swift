import Testing

@testable import Site

@Suite struct `A style sheet is published without what is said to its editors` {
    @Test(arguments: [
        ("/* head */\na { b: c } /* tail */\n\n/* two\nlines */\nd { e: f }\n", "a {b: c } \nd {e: f }\n"),
        (
            "@media print {\n  a { b: c }\n\n  d::after { content: \"  \\\n  x\" }\n}\n",
            "@media print {a {b: c }\nd::after {content: \"  \\\n  x\" }\n}\n"
        ),
        ("/*! Licence */\na { b: c }", "/*! Licence */\na {b: c }"),
        ("a::before { content: \"/* no \\\" comment */\" }/*x*/", "a::before {content: \"/* no \\\" comment */\" }"),
        ("a { background: url(/*/b.png) } /* c */", "a {background: url(/*/b.png) } "),
        ("a { b: c } /* without an end", "a {b: c } "),
        ("a { content: '/* without an end", "a {content: '/* without an end"),
        ("a/**/b { c: calc(1px/2) }", "a/**/b {c: calc(1px/2) }"),
        ("a {\n  b: c;\n  --d: url(e; f); g: \"h; i\";\n}\n", "a {b: c;--d: url(e; f);g: \"h; i\";}\n"),
    ])
    func comments(_ sheet: String, _ published: String) {
        #expect(String(decoding: StyleSheet.published(Array(sheet.utf8)), as: UTF8.self) == published)
    }
}
