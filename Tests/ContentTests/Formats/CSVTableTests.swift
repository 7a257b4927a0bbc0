import Diagnostics
import Testing

@testable import Content

@Suite("A table is read by the names of its columns, and problems are shown at their cell")
struct CSVTableTests {
    private enum Column: Int, CSVColumn {
        case id, place, value, date, period, kind, note
        static let required: Set<Self> = [.id, .place]
        static let localized: Set<Self> = [.note]
    }

    private struct Table: Equatable {
        var rows: [[String]] = []
        var problems: [String] = []
        var hints: [String] = []
    }

    private func read(_ text: String, row: (inout CSVRow<Column>) -> [String] = { [$0.text(.id)?.value ?? "–"] })
        -> Table
    {
        let bytes = Array(text.utf8)
        var table = CSVTable<Column>(bytes: bytes, path: "a.csv", context: .bilingual)
        var rows: [[String]] = []
        table.forEachRow { rows.append(row(&$0)) }
        return Table(
            rows: rows, problems: lines(table.diagnostics, in: bytes),
            hints: table.diagnostics.sorted().compactMap { $0.hint?.description })
    }

    @Test("columns may stand in any order, and those not required may be left out")
    func anyOrder() {
        let table = read("place,id\npanjin,a\nwuhan,b\n") {
            [$0.text(.id), $0.text(.place), $0.text(.value)].map { $0?.value ?? "–" }
        }
        #expect(table == Table(rows: [["a", "panjin", "–"], ["b", "wuhan", "–"]]))
    }

    @Test(
        "a stray quotation mark is shown in its row, with the way to write it",
        arguments: [
            ("a,5\" 管\n", "2:4 invalid-csv a quotation mark inside a field that does not begin with one"),
            ("a,\"五\"寸\n", "2:6 invalid-csv text after the closing quotation mark"),
            ("a,\"五\n", "2:3 invalid-csv a quoted field that is never closed"),
        ])
    func quotes(row: String, problem: String) {
        let table = read("id,place\n" + row)
        #expect(
            table
                == Table(
                    rows: [["a"]], problems: [problem],
                    hints: ["double the quotation marks inside a quoted field: \"\""]))
    }

    @Test("columns of a text in other languages carry a suffix")
    func languages() {
        let table = read("id,place,note,note.en\na,panjin,约,about\nb,panjin,约,\nc,panjin,,only\nd,panjin,,\n") {
            $0.localized(.note)?.pair.map { $0 ?? "–" } ?? []
        }
        #expect(table == Table(rows: [["约", "about"], ["约", "–"], ["–", "only"], []]))
        #expect(read("id,place,note.zh-Hans\na,b,约\n") { [$0.localized(.note)?[0] ?? "–"] } == Table(rows: [["约"]]))
    }

    @Test(arguments: [
        ("id,place,plce\n", ["1:10 unknown-column unknown column ‘plce’"], ["did you mean ‘place’?"]),
        (
            "id,place,电梯\n", ["1:10 unknown-column unknown column ‘电梯’"],
            ["known columns are id, place, value, date, period, kind, note"]
        ),
        (
            "id,place,id.en\n", ["1:10 unknown-column unknown column ‘id.en’"],
            ["known columns are id, place, value, date, period, kind, note"]
        ),
        (
            "id,place,note.fr\n", ["1:10 unknown-language ‘fr’ is not a language of this site"],
            ["exemplar.yaml lists zh-Hans, en"]
        ),
        ("id,place,\"id\"\n", ["1:10 duplicate-key the column ‘id’ appears twice in the header"], []),
        (
            "id,place,note,note.zh-Hans\n",
            ["1:15 duplicate-key the column ‘note.zh-Hans’ appears twice in the header"], []
        ),
        ("id,value\n", ["1:1 missing-column the column ‘place’ is missing"], []),
        (
            "", ["1:1 missing-column the column ‘id’ is missing", "1:1 missing-column the column ‘place’ is missing"],
            []
        ),
    ])
    func badHeaders(text: String, problems: [String], hints: [String]) {
        #expect(read(text) == Table(problems: problems, hints: hints))
    }

    @Test("a row too long or too short is shown and left out; the others are read")
    func wrongLengths() {
        let table = read("id,place,note\na,panjin,一,二,三\nb,panjin\nc,panjin,好\n")
        #expect(
            table
                == Table(
                    rows: [["c"]],
                    problems: [
                        "2:12 field-count the row has 5 fields, the header has 3",
                        "3:1 field-count the row has 2 fields, the header has 3",
                    ], hints: ["put a text with commas between double quotes", "add the missing commas"]))
    }

    @Test(
        "a row that the commas of a number shift is told by that, even where empty cells at its end hide it",
        arguments: [
            ("a,panjin,1,320件,x,,\n", "1", "2:10", "1,320件"), ("a,panjin,约1,320,x,,\n", "1", "2:10", "约1,320"),
            ("a,panjin,1,234,567元,x,,\n", "2", "2:10", "1,234,567元"),
            ("a,panjin,1,320件,x,y,\n", "1", "2:10", "1,320件"),
        ])
    func cutNumbers(row: String, count: String, place: String, text: String) {
        #expect(
            read("id,place,value,kind,note,note.en\n" + row)
                == Table(
                    problems: [
                        "\(place) field-count the row has \(count) fields more than the header, most likely by the commas of "
                            + "a number"
                    ], hints: ["write \"\(text)\""]))
    }

    @Test("empty cells behind a table are no surplus, whatever numbers stand side by side")
    func emptyCellsBehind() {
        #expect(read("id,place,value,kind\na,panjin,1,320,\n").problems.count == 1)
        #expect(read("id,place,value,kind,,\na,panjin,1,320,,\n") == Table(rows: [["a"]]))
        #expect(read("id,place,value,kind\na,panjin,\"1,320\",,,\n") == Table(rows: [["a"]]))
    }

    @Test("semicolons that part columns are told of", arguments: ["a;panjin;五\n", "a,panjin;五\n"])
    func semicolons(row: String) {
        #expect(read("id,place,value\n" + row).hints == ["where semicolons part columns, write commas"])
    }

    @Test("a required cell must not be empty; any other may")
    func emptyCells() {
        let table = read("id,place,note\n,panjin,\n\"\",panjin,\n")
        #expect(
            table
                == Table(
                    rows: [["–"], ["–"]],
                    problems: [
                        "2:1 missing-field the field ‘id’ is empty", "3:1 missing-field the field ‘id’ is empty",
                    ]))
    }

    @Test("lines are counted right after fields of several lines", arguments: ["\n", "\r\n"])
    func afterFieldsOfSeveralLines(ending: String) {
        let rows = ["id,place,note,value", "a,panjin,\"一\(ending)二\(ending)三\",1", "b,panjin,\"约\",两万", ""]
        let table = read(rows.joined(separator: ending)) { [$0.decimal(.value).map { "\($0)" } ?? "–"] }
        #expect(
            table
                == Table(
                    rows: [["1.0"], ["–"]], problems: ["5:14 invalid-number ‘两万’ is not a plain number"],
                    hints: ["write digits only, without units or separators: 327000"]))
    }

    @Test("columns are counted in characters, with a byte order mark before the first")
    func columnsAfterChineseText() {
        #expect(read("\u{FEFF}id,place,x\n").problems == ["1:11 unknown-column unknown column ‘x’"])
        #expect(
            read("id,place,note,date\n一,盘锦,他说：“好”,2025-02-30\n") { ["\($0.date(.date)?.description ?? "–")"] }.problems
                == ["2:13 invalid-date ‘2025-02-30’ is not a day of the calendar"])
    }

    @Test(
        arguments: [
            ("327000", 327_000.0), ("-2.5", -2.5), ("0", 0), ("007", 7), (".5", 0.5), ("", nil), ("32.7万", nil),
            ("1e5", nil), ("3,000", nil), ("+5", nil), ("0x10", nil), ("nan", nil), ("inf", nil), ("-", nil),
            ("1-2", nil),
            (" 5", nil), ("５", nil),
        ] as [(String, Double?)])
    func numbersArePlain(text: String, expected: Double?) {
        var number: Double?
        let table = read("id,place,value\na,b,\"\(text)\"\n") { row in
            number = row.decimal(.value)
            return []
        }
        #expect(number == expected)
        let isProblem = expected == nil && !text.isEmpty
        #expect(table.problems == (isProblem ? ["2:5 invalid-number ‘\(text)’ is not a plain number"] : []))
    }

    @Test("words, dates and periods are checked in their cells")
    func typedCells() {
        let table = read("id,place,kind,date,period\na,b,counts,2025-08-28,2025-Q5\n") { row in
            let kind = row.word(.kind, as: MetricKind.self)
            return [kind?.rawValue ?? "–", row.date(.date)?.description ?? "–", row.period(.period)?.text ?? "–"]
        }
        #expect(
            table
                == Table(
                    rows: [["–", "2025-08-28", "–"]],
                    problems: [
                        "2:5 invalid-value ‘counts’ is not a value of ‘kind’",
                        "2:23 invalid-period ‘2025-Q5’ is not an ISO 8601 period",
                    ],
                    hints: [
                        "did you mean ‘count’?",
                        "write 2025, 2025-Q3, 2025-09 or 2025-01/.., or leave it empty if it is not stated",
                    ]))
    }

    @Test("a month as Excel shows it, and a word in Chinese quotation marks, are told with what was meant")
    func slips() {
        let table = read("id,place,kind,period\na,b,“count”,Sep-25\n") { row in
            [row.word(.kind, as: MetricKind.self)?.rawValue ?? "–", row.period(.period)?.text ?? "–"]
        }
        #expect(table.hints == ["leave out the quotation marks; write count", "did you mean ‘2025-09’?"])
    }

    @Test(
        "empty columns behind a table and empty rows below it are passed over, and so is the line in which Excel names its separator"
    )
    func emptyCellsBehindAndBelow() {
        let table = read("sep=,\nid,place,note,,\na,panjin,,,\n,,,,\nb,wuhan,一,,\nc,wuhan,一,二,\n,,\n , ,\n\u{3000},,\n")
        {
            [$0.text(.id), $0.text(.place), $0.text(.note)].map { $0?.value ?? "–" }
        }
        #expect(table.rows == [["a", "panjin", "–"], ["b", "wuhan", "一"]])
        #expect(table.problems == ["6:11 field-count the row has 5 fields, the header has 3"])
    }

    @Test(
        "a table that tabs, semicolons or bars part is told so, once",
        arguments: [
            "id;place;value\na;b;c\n", "id\tplace\tvalue\na\tb\tc\n", "sep=;\nid;place\na;b\n",
            "id|place|value\na|b|c\n",
        ])
    func otherDialects(text: String) {
        let table = read(text)
        #expect(table.problems == ["1:1 invalid-csv the columns are not separated by commas"])
        #expect(table.hints == ["save the table as “CSV UTF-8 (comma delimited)”"])
        #expect(table.rows == [])
    }
}
