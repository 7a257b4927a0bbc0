import Foundation
import Testing

@testable import Text

@Suite("JSON is written the same way every time and is safe inside a script element")
struct JSONTests {
    @Test(arguments: [
        ("盘锦 é 𠮷", "\"盘锦 é 𠮷\""), ("a\"b\\c/d", #""a\"b\\c/d""#), ("一\n二", #""一\n二""#),
        ("\r\t\u{0}\u{1F}", #""\u000D\u0009\u0000\u001F""#), ("</script>&", #""\u003C/script\u003E\u0026""#),
        ("\r\n", #""\u000D\n""#), ("", "\"\""),
    ])
    func escapes(text: String, expected: String) throws {
        #expect(JSON.string(text).text() == expected)
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(expected)]".utf8)) == [text])
    }

    @Test("names are escaped like values")
    func escapesNames() {
        #expect(JSON.object(["a\"<": 1]).text() == #"{"a\"\u003C":1}"#)
    }

    @Test("members keep their order, and those without a value are left out")
    func keepsTheOrder() {
        let value: JSON = .object([
            "z": 1, "a": nil, "m": .array(["一", true, .null, .number(0.5)]), "b": .object([]), "c": [],
        ])
        #expect(value.text() == #"{"z":1,"m":["一",true,null,0.5],"b":{},"c":[]}"#)
    }

    @Test("indented text has two spaces a level; empty brackets stay together")
    func indents() {
        let value: JSON = .object(["城市": .array([.object(["id": "panjin"]), []]), "n": -3])
        #expect(
            value.text(indented: true) == """
                {
                  "城市": [
                    {
                      "id": "panjin"
                    },
                    []
                  ],
                  "n": -3
                }
                """)
    }

    @Test("a long list is written value by value as it would be as a whole", arguments: [0, 1, 3])
    func lists(count: Int) {
        let values = (0..<count).map { JSON.object(["path": .string("第\($0)页"), "empty": []]) }
        let whole: JSON = .object(["version": 1, "drafts": nil, "made": .object(["a": "b"]), "files": .array(values)])
        #expect(
            JSON.bytes(["version": 1, "drafts": nil, "made": .object(["a": "b"])], listing: "files", values)
                == whole.bytes(indented: true))
    }
}
