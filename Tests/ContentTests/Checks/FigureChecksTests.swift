import Testing

@testable import Content

@Suite("A figure is what its source prints")
struct FigureChecksTests {
    private func problems(_ row: String, kind: String = "count") async -> [String] {
        await Folder {
            Fixtures.panjin
            File("content/metrics/metrics.yaml", "m:\n  name: 数\n  definition: 数\n  kind: \(kind)\n")
            File(
                "content/metrics/x.csv",
                "id,metric,place,role,printed,value,qualifier,lower,upper\nx,m,panjin,action,\(row)\n")
        }.build().problems
    }

    @Test("what a row leaves empty is worked out from what is printed")
    func filledIn() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
        }.build()
        let row = outcome.library.observations[0]
        #expect([row.value, row.lower, row.upper] == [60_000, 60_000, nil])
        #expect(row.qualifier == .moreThan)
    }

    @Test(
        "columns that disagree with the print are told",
        arguments: [
            ("33家,33,exact,33,33", nil),
            ("33家,34,,,", "the row gives ‘33家’ the value 34, not 33"),
            ("2万余人,20000,exact,,", "the row gives ‘2万余人’ ‘exact’, not ‘more-than’"),
            ("2万余人,20000,more-than,20000,29999", "the row gives ‘2万余人’ the upper bound 29999, not none"),
            ("32.7万件,327000,rounded,326500,327499", nil),
            ("24小时内,24,at-most,,24", nil),
            ("很多,,,,", "‘很多’ cannot be read as a figure"), ("十几次,12,,,", "‘十几次’ cannot be read as a figure"),
            ("十几次,11,range,11,19", nil), ("三分之二,66.7,about,,", nil),
        ])
    func agreement(row: String, message: String?) async {
        let found = await problems(row)
        #expect(found.map { String($0.split(separator: " ", maxSplits: 2)[2]) } == [message].compactMap(\.self))
    }

    @Test("a share stays within 0 and 100, a change need not")
    func shares() async {
        #expect(
            await problems("120%,,,,", kind: "share") == [
                "content/metrics/x.csv:2:19 share-out-of-range a share lies within 0 and 100, not at 120"
            ])
        #expect(await problems("120%,,,,", kind: "change") == [])
    }

    @Test("a change is printed for a metric of change, a level for all others")
    func changes() async {
        func message(_ printed: String, kind: String) async -> [String] {
            await problems("\(printed),,,,", kind: kind).map { String($0.split(separator: " ", maxSplits: 2)[2]) }
        }
        #expect(await message("下降5%", kind: "change") == [])
        #expect(await message("由80%提高到95%", kind: "change") == [])
        #expect(await message("由80%提高到95%", kind: "share") == [])
        #expect(
            await message("增长300个", kind: "count") == ["‘增长300个’ is a change, but the metric ‘m’ is of another kind"])
        #expect(
            await message("提高到95%", kind: "change")
                == ["‘提高到95%’ is a level that was reached, but ‘m’ is a metric of change"])
    }

    @Test("a noun of the library's own is a unit once a metric has it")
    func ownUnits() async {
        func outcome(_ unit: String) async -> Outcome {
            await Folder {
                Fixtures.panjin
                File("content/metrics/metrics.yaml", "m:\n  name: 数\n  definition: 数\n  kind: count\n\(unit)")
                File("content/metrics/x.csv", "id,metric,place,role,printed\nx,m,panjin,action,12灶\n")
            }.build()
        }
        #expect(
            await outcome("").problems == [
                "content/metrics/x.csv:2:19 unreadable-figure ‘12灶’ cannot be read as a figure"
            ])
        let outcome = await outcome("  unit: 灶\n")
        #expect(outcome.problems == [] && outcome.library.observations[0].value == 12)
    }

    @Test("a number is kept as it is written, or refused")
    func exactNumbers() async {
        for (text, value) in [("9007199254740992", 0x1p53), ("-0.000012", -0.000012), ("12.50000000000000000", 12.5)] {
            let outcome = await Folder {
                Fixtures.panjin
                File("content/metrics/metrics.yaml", "m:\n  name: 数\n  definition: 数\n  kind: money\n")
                File("content/metrics/x.csv", "id,metric,place,role,value\nx,m,panjin,action,\(text)\n")
            }.build()
            #expect(outcome.problems == [] && outcome.library.observations[0].value == value)
        }
        for text in ["9007199254740993", "123456789012345678901234567890", "0.12345678901234567891"] {
            #expect(
                await problems(",\(text),,,").map { String($0.split(separator: " ", maxSplits: 2)[2]) } == [
                    "‘\(text)’ has more digits than can be kept exactly"
                ])
        }
    }

    @Test("a translation may word a figure its own way, but not change it")
    func translations() async {
        func problems(_ text: String) async -> [String] {
            await Folder {
                Fixtures.inTwoLanguages
                File(
                    "content/pages/a.md",
                    "---\ntitle: {zh-Hans: 页, en: Page}\nin-menu: true\n---\n[6万余户](obs:panjin-households)\n")
                File("content/pages/a.en.md", "---\n---\n[\(text)](obs:panjin-households)\n")
                Fixtures.panjin
                Fixtures.households
            }.build().problems.filter { $0.contains("a.en.md") }
        }
        #expect(await problems("more than 60,000 households") == [])
        #expect(
            await problems("60,000 households")
                == [
                    "content/pages/a.en.md:3:16 figure-mismatch the text says ‘60,000 households’ but the row says ‘6万余户’"
                ].map { $0.replacing("3:16", with: "3:21") })
        #expect(await problems("more than 80,000 households").count == 1)
    }

    @Test("a number with a unit that leads to no row is told, unless it is a name")
    func looseFigures() async {
        let outcome = await Folder {
            File("exemplar.yaml", "title: 库\nlanguages: [zh-Hans]\nallowed-numbers: [\"三格\"]\n")
            Fixtures.panjin
            Fixtures.households
            Fixtures.threeGrids(body: "“三格”覆盖[6万余户](obs:panjin-households)，第三部分说有300个网格。\n")
        }.build()
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:9:43 loose-figure the figure ‘300个’ leads to no row"
            ])
        #expect(outcome.marked == ["300个"])
    }
}
