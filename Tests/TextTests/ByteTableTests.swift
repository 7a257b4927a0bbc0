import Testing
import Text

@Suite("Texts are numbered as they come, each once")
struct ByteTableTests {
    private func table(_ texts: [String]) -> (ByteTable, [Int]) {
        var table = ByteTable()
        let numbers = texts.map { table.insert(Array($0.utf8).span) }
        return (table, numbers)
    }

    @Test("through many doublings every text keeps its number and its bytes")
    func many() {
        let texts = (0..<5000).map { "字-\($0 * 7919 % 3000)" }
        let (table, numbers) = table(texts)
        #expect(table.count == 3000)
        #expect(zip(texts, numbers).allSatisfy { Array(table[$1]) == Array($0.utf8) })
        #expect(texts.map { table.number(of: Array($0.utf8).span) } == numbers)
        #expect(table.number(of: Array("字-3000".utf8).span) == nil)
    }

    @Test("in order by bytes, whatever the first eight of them are")
    func order() {
        let (table, _) = table(["b", "", "aaaaaaaab", "aaaaaaaa", "a", "aaaaaaaaa", "电"])
        #expect(
            table.sortedNumbers().map { String(decoding: table[$0], as: UTF8.self) } == [
                "", "a", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaab", "b", "电",
            ])
    }
}

@Suite("Texts are decoded and escaped in one way")
struct EscapingTests {
    @Test(arguments: [
        ("%E7%94%B5梯", "电梯"), ("a%20b", "a b"), ("100%", "100%"), ("%4", "%4"), ("%+5%zz", "%+5%zz"), ("", ""),
    ])
    func percent(encoded: String, text: String) {
        #expect(encoded.percentDecoded == text)
    }

    @Test(arguments: [("a<b>&\"c\"'", "a&lt;b&gt;&amp;&quot;c&quot;'"), ("&&", "&amp;&amp;"), ("电梯", "电梯"), ("", "")])
    func html(text: String, escaped: String) {
        #expect(text.htmlEscaped == escaped)
        var bytes = Array("x".utf8)
        bytes.append(escaping: Array(text.utf8))
        #expect(bytes == Array(("x" + escaped).utf8))
    }
}
