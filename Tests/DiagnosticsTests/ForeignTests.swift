import Testing

@testable import Diagnostics

@Suite("What other programs say is told in the language of the reader")
struct ForeignTests {
    @Test(
        "known by its words, with names in it and with another sentence in it; what is not known stays",
        arguments: [
            ("found unexpected end of stream", "到末尾还没有结束，多半是少了引号或者括号"),
            ("Error: Unknown option '--a b'", "错误：没有“--a b”这个选项"),
            (
                "Error: The value 'x' is invalid for '--y'. Please provide one of 'a', 'b' or 'c'.",
                "错误：“--y”不能写“x”；可以写：“a”、“b”、“c”"
            ),
            ("Missing value for 'open'", "“open”后面没有写内容"),
            ("3 unexpected arguments: 'a', 'b', 'c'", "有3项不认得：“a”、“b”、“c”"),
            ("  --lang <tag>  用哪种语言 (values: en, zh)", "  --lang <tag>  用哪种语言（可以写：en, zh）"),
            ("The operation could not be completed. The file doesn’t exist.", "没有这个文件"),
            ("the sea is calm", "the sea is calm"), ("", ""),
        ])
    func told(words: String, chinese: String) {
        #expect(Foreign(words).text(in: .zh) == chinese)
        #expect(Foreign(words).text(in: .en) == words)
    }
}
