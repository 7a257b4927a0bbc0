import Testing

@testable import Text

@Suite("CSV is cut into rows and fields as RFC 4180 says")
struct CSVScannerTests {
    private struct Scan: Equatable {
        var rows: [[String]]
        var faults: [CSVScanner.Fault] = []
    }

    private func scan(_ text: String) -> Scan {
        let bytes = Array(text.utf8)
        var scanner = CSVScanner(bytes)
        var fields: [CSVScanner.Field] = []
        var rows: [[String]] = []
        while scanner.readRow(into: &fields) { rows.append(fields.map(scanner.string)) }
        return Scan(rows: rows, faults: scanner.faults)
    }

    @Test(arguments: [
        ("a,b\n一,二\n", [["a", "b"], ["一", "二"]]), ("a,b\n一,二", [["a", "b"], ["一", "二"]]),
        ("a,b\r\n一,二\r\n", [["a", "b"], ["一", "二"]]), ("a,b\r一,二", [["a", "b"], ["一", "二"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]), ("", []), ("\n\r\n", []), ("\u{FEFF}", []),
        ("\na\n\n\r\n一\n", [["a"], ["一"]]), (",\n,,\n", [["", ""], ["", "", ""]]), ("a,", [["a", ""]]),
        (" a , b ", [[" a ", " b "]]), ("a;b\tc", [["a;b\tc"]]),
    ])
    func plainFields(text: String, rows: [[String]]) {
        #expect(scan(text) == Scan(rows: rows))
    }

    @Test(arguments: [
        (#""一","二""#, [["一", "二"]]), (#""一,二",三"#, [["一,二", "三"]]), (#""",x"#, [["", "x"]]),
        (#""他说""好""。",x"#, [["他说\"好\"。", "x"]]), (#""""""#, [["\""]]), (#""""""""#, [["\"\""]]),
        ("\"一\n二\r\n三\",x\ny,z", [["一\n二\r\n三", "x"], ["y", "z"]]), ("\u{FEFF}\"a\",b", [["a", "b"]]),
        ("\"a\"\r\n\"b\"\n", [["a"], ["b"]]), ("\"a\",", [["a", ""]]),
    ])
    func quotedFields(text: String, rows: [[String]]) {
        #expect(scan(text) == Scan(rows: rows))
    }

    @Test(
        "a stray quotation mark is shown, and the other fields are read",
        arguments: [
            ("a,b\n5\" 管,二\n", .init(kind: .quoteInsideField, range: 5..<6)),
            ("a,b\n\"五\"寸,二\n", .init(kind: .textBehindQuote, range: 9..<10)),
            ("a,b\n\"五\" ,二\n", .init(kind: .textBehindQuote, range: 9..<10)),
        ] as [(String, CSVScanner.Fault)])
    func strayQuotes(text: String, fault: CSVScanner.Fault) {
        let result = scan(text + "三,四\n")
        #expect(result.faults == [fault])
        #expect(result.rows.map(\.count) == [2, 2, 2])
        #expect(result.rows.map { $0[1] } == ["b", "二", "四"])
        // Told as it stands, with its last character.
        #expect(result.rows[1][0] == String(text.dropFirst("a,b\n".count).prefix { $0 != "," }))
    }

    @Test("a quotation that is never closed is shown where it opens, and the rows below are read")
    func unclosedQuotes() {
        let result = scan("a,b\n一,\"二\n三,四\n")
        #expect(result.faults == [.init(kind: .unclosedQuote, range: 8..<9)])
        #expect(result.rows == [["a", "b"], ["一", "二"], ["三", "四"]])
        #expect(scan("\"").faults == [.init(kind: .unclosedQuote, range: 0..<1)])
    }

    @Test("what is written by the rules is read back, whatever is in it")
    func roundTrip() {
        let rows = [["id", "note"], ["一\"二", "a,b"], ["\r\n", "\""], ["", " x "], ["\"\"", ",\n,"]]
        let text = rows.map { row in
            row.map {
                "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            }
            .joined(separator: ",") + "\r\n"
        }
        #expect(scan(text.joined()) == Scan(rows: rows))
    }
}
