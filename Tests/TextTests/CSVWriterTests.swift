import Testing
import Text

@Suite("A table is written as spreadsheets and RFC 4180 have it")
struct CSVWriterTests {
    @Test("quotation marks stand where they must, and formulas are defused")
    func rows() {
        var writer = CSVWriter()
        writer.write(["id", "备注", "n"])
        writer.write("a")
        writer.write("=1, \"二\"\n三")
        writer.write(verbatim: "-5")
        writer.endRow()
        writer.write(["", "", ""])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "\u{FEFF}id,备注,n\r\na,\"'=1, \"\"二\"\"\n三\",-5\r\n,,\r\n")
    }

    @Test("a table that is read again keeps its texts as they are")
    func unguarded() {
        var writer = CSVWriter(lineEnd: "\n", guardsFormulas: false)
        writer.write(["=1", "a,b"])
        #expect(writer.bytes == Array("\u{FEFF}=1,\"a,b\"\n".utf8))
    }

    @Test(
        "a text that a spreadsheet would run gets an apostrophe, and taking one away gives it back",
        arguments: [
            ("=1+1", "'=1+1"), ("+86 10", "'+86 10"), ("-5%", "'-5%"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"),
            ("'=1", "''=1"), ("''-", "'''-"), ("=\u{301}1", "'=\u{301}1"),
            ("", ""), ("'", "'"), ("'tis", "'tis"), ("1-1", "1-1"), ("“1+4+N”", "“1+4+N”"), ("2万余人", "2万余人"),
        ])
    func formulas(text: String, expected: String) {
        #expect(FormulaGuard.guarded(text) == expected)
    }
}
