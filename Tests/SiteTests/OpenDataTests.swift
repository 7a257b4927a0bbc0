import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Content
@testable import Site

@Suite("The library’s tables can be taken away")
struct OpenDataTests {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test("a table of a small library, whole")
    func figures() async throws {
        let built = try await SiteTest.library("small").build()
        let rows = [
            "id,metric,place,period,start,end,printed,value,qualifier,lower,upper,unit,unit.en,role,baseline,target,"
                + "source,locator,speaker,flags,note,note.en",
            "yibin-talks,talks,yibin,2025,2025-01-01,2025-12-31,20余次,20,more-than,20,,次,,action,,,"
                + "talk,P1.S2,li,self-reported,\"没有说每次多久，\"\"够久\"\" 而已\","
                + "\"How long is not said, only \"\"long enough\"\"\"",
        ]
        let expected = Self.mark + rows.flatMap { Array($0.utf8) + [0x0D, 0x0A] }
        #expect(built.artifacts["data/observations.csv"] == expected)
    }

    @Test("a figure as JSON has its names in words, and null for what is not reported")
    func json() async throws {
        let built = try await SiteTest.library("small").build()
        let expected = """
            [
            {"id":"yibin-talks",\
            "metric":{"id":"talks","name":{"zh-Hans":"议事次数","en":"Talks"},"kind":"count","unit":{"zh-Hans":"次"}},\
            "place":{"id":"yibin","name":{"zh-Hans":"宜滨市","en":"Yibin"}},\
            "period":{"text":"2025","start":"2025-01-01","end":"2025-12-31",\
            "words":{"zh-Hans":"2025年","en":"2025"}},\
            "printed":"20余次","value":20,"qualifier":"more-than","lower":20,"upper":null,"role":"action",\
            "baseline":null,"target":null,\
            "source":{"id":"talk","title":{"zh-Hans":"楼道谈话","en":"A talk in the stairwell"},\
            "outlet":{"zh-Hans":"楼道报","en":"The Stairwell"},"locator":"P1.S2",\
            "words":{"zh-Hans":"第1段第2句","en":"paragraph 1, sentence 2"}},\
            "speaker":{"id":"li","name":{"zh-Hans":"李某","en":"Li"},"office":{"zh-Hans":"楼长","en":"steward"}},\
            "flags":["self-reported"],\
            "note":{"zh-Hans":"没有说每次多久，\\"够久\\" 而已",\
            "en":"How long is not said, only \\"long enough\\""}}
            ]

            """
        #expect(built.text("data/observations.json") == expected)
    }

    @Test("all 21 figures keep value, qualifier and bounds")
    func roundTable() async throws {
        let test = try await SiteTest.fiveCities()
        let written = try #require(test.tree["content/metrics/roundtable-2025.csv"]?.bytes)
        let published = try await test.build().artifacts["data/observations.csv"] ?? []
        let names = ["printed", "value", "qualifier", "lower", "upper", "period", "role", "locator", "flags"]
        let expected = try Self.columns(["id"] + names, of: written)
        #expect(expected.count == 21)
        #expect(try Self.columns(["id"] + names, of: published.dropFirst(3)) == expected)
    }

    /// The fields of some columns, row by row.
    private static func columns(_ names: [String], of bytes: some Collection<UInt8>) throws -> [[String]] {
        // What is written by hand may end its lines with LF alone.
        let lines = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : $0 == 0x0D ? [] : [$0] }
        let rows = try #require(CSVReader.rows(lines))
        let columns = try names.map { try #require(rows[0].firstIndex(of: $0), "\($0)") }
        return rows.dropFirst().map { row in columns.map { row[$0] } }
    }

    @Test("hostile titles are harmless in every table, and negative numbers stay numbers")
    func hostile() async throws {
        let test = try await SiteTest.library(
            "small",
            with: [
                "content/topics/x.md": "---\ntitle: '=HYPERLINK(\"http://x\",\"y\")'\nkind: problem\n---\n",
                "content/topics/x.en.md": "---\ntitle: '@x, y'\n---\n",
                "content/metrics/more.csv": """
                id,metric,place,value,qualifier,role,note
                fewer-talks,talks,yibin,-2.5,exact,action,-少了

                """,
            ])
        let built = try await test.build()
        #expect(
            built.text("data/topics.csv").contains(
                "\r\nx,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",\"'@x, y\",problem,"))
        #expect(
            built.text("data/observations.csv").contains(
                "\r\nfewer-talks,talks,yibin,,,,,-2.5,exact,,,次,,action,,,,,,,'-少了,\r\n"))
    }

    @Test("every table of both libraries is RFC 4180 with a byte order mark, and says what its rows hold")
    func wholeTables() async throws {
        for test in [try await SiteTest.library("small"), try await SiteTest.fiveCities()] {
            let site = test.site
            for name in DataTable.Name.allCases {
                let table = DataTable(name, of: site.library)
                let bytes = site.render(DataFile.table(name))
                #expect(bytes.starts(with: Self.mark))
                let rows = try #require(CSVReader.rows(bytes.dropFirst(3)), "\(name)")
                #expect(rows[0] == table.fields.map(\.name))
                #expect(rows.dropFirst() == (0..<table.count).map { table.row($0).map(Self.text) }[...])
            }
        }
    }

    private static func text(_ cell: DataCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): FormulaGuard.guarded(text)
        case .number(let number): number.plainDigits
        case .integer(let number): String(number)
        case .bool(let flag): String(flag)
        }
    }

    @Test("keys tell rows apart, references lead to rows, required cells are filled, and words are of their vocabulary")
    func constraints() async throws {
        let library = try await SiteTest.fiveCities().site.library
        var ids: [DataTable.Name: Set<String>] = [:]
        let tables = DataTable.Name.allCases.map { DataTable($0, of: library) }
        for table in tables where table.primaryKey == ["id"] {
            ids[table.name] = Set((0..<table.count).map { Self.text(table.row($0)[0]) })
        }
        for table in tables {
            let columns = Dictionary(uniqueKeysWithValues: table.fields.enumerated().map { ($1.name, $0) })
            var keys: Set<[String]> = []
            for row in (0..<table.count).map({ table.row($0).map(Self.text) }) {
                let key = table.primaryKey.map { row[columns[$0] ?? 0] }
                #expect(key.isEmpty || keys.insert(key).inserted, "\(table.name) \(key)")
                for reference in table.foreignKeys {
                    let id = row[columns[reference.field] ?? 0]
                    #expect(id.isEmpty || ids[reference.table]?.contains(id) == true, "\(table.name) \(id)")
                }
                for (field, value) in zip(table.fields, row) {
                    #expect(!field.isRequired || !value.isEmpty, "\(table.name) \(field.name) \(key)")
                    let words = field.isList ? value.split(separator: ";").map(String.init) : [value]
                    let known = field.words.map(\.value) + [""]
                    #expect(field.words.isEmpty || words.allSatisfy(known.contains), "\(table.name) \(value)")
                }
            }
        }
    }

    @Test("the matrix has a row for each pair, with what says so")
    func matrix() async throws {
        let library = try await SiteTest.fiveCities().site.library
        let table = DataTable(.matrix, of: library)
        #expect(table.count == 24 * 5)
        let rows = (0..<table.count).map { table.row($0).map(Self.text) }
        #expect(rows.contains(["annual-plan", "tongzhou", "none", "", ""]))
        #expect(
            rows.contains(
                ["grid", "panjin", "reported", "panjin/three-grids", "roundtable-2025#P25.S4;roundtable-2025#P32.S4"]))
        #expect(
            rows.contains(
                [
                    "supervision-appraisal", "changzhou", "proposed", "changzhou/follow-up-tools",
                    "roundtable-2025#P21.S2",
                ]))
    }

    @Test("a text without a translation leaves the translation’s cell empty")
    func untranslated() async throws {
        let built = try await SiteTest.library("small", without: ["content/topics/lifts.en.md"]).build()
        #expect(built.text("data/topics.csv").hasSuffix("\r\nlifts,加装电梯,,problem,,,,,,published\r\n"))
    }

    @Test("the data package describes every table with its fields, in both languages")
    func package() async throws {
        let site = try await SiteTest.fiveCities().site
        let bytes = site.render(DataFile.package)
        let package = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(package["title"] as? String == "城市基层治理经验库")
        #expect(package["title@en"] as? String == "Neighbourhood governance: a practice library")
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.map { $0["path"] as? String } == DataTable.Name.allCases.map { $0.rawValue + ".csv" })
        for (name, resource) in zip(DataTable.Name.allCases, resources) {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.map { $0["name"] as? String } == DataTable(name, of: site.library).fields.map(\.name))
            #expect(fields.allSatisfy { $0["description"] != nil && $0["description@en"] != nil })
        }
    }

    private struct Surprise: FieldHolder {
        var surprises: [Statement] = []
        static let fields: [Field<Surprise>] = [.statements("surprises", \.surprises)]
    }

    @Test("a field that is added to a list of fields is a column in each language")
    func addedField() async throws {
        let library = try await SiteTest.library("small").site.library
        let rows = [Surprise(surprises: library.cases[0].response), Surprise()]
        var table = DataTableBuilder(.cases, rows: rows, of: library)
        table.fields { $0 }
        #expect(table.table().fields.map(\.name) == ["surprises", "surprises.en"])
        #expect(table.table().fields.map(\.meaning.rawValue) == ["surprises", "surprises"])
        #expect(table.table().row(0).contains { $0 != .empty })
        #expect(table.table().row(1) == [.empty, .empty])
    }
}
