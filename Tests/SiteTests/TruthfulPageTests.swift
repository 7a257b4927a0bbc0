import Content
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("Pages of the five-city library call nothing by the name of something else")
struct TruthfulPageTests {
    private func page(_ path: String) async throws -> String {
        try await SiteTest.fiveCities().build().text(path)
    }

    /// What stands between two texts, at each place.
    private func parts(of page: String, from start: String, to end: String) -> [String] {
        page.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    @Test("a number of departments is no goal of a year")
    func goals() async throws {
        let page = try await page("en/tracking.html")
        let goals = parts(of: page, from: "<td data-column=\"Goal\"", to: "</td>")
        #expect(goals.count == 5)
        #expect(goals.allSatisfy { $0.contains("No record in this library") || $0.contains("—") })
        let figures = parts(of: page, from: "<td data-column=\"Figures\"", to: "</td>")
        #expect(figures.count { $0.contains("class=\"figure\"") } == 3)
    }

    /// The columns of the comparison of places.
    private func columns() async throws -> [String: Column] {
        var columns: [String: Column] = [:]
        for number in 0...1 {
            let script = try await page("compare/data/places-\(number).js")
            let json = script.dropFirst("exemplarCompare(".count).prefix { $0 != "\n" }.dropLast(2)
            let file = try JSONDecoder().decode(ComparedPlaces.self, from: Data(json.utf8))
            #expect(file.states["inferred"] == "编者推断" && file.states["proposed"] == "仅有主张")
            for (id, column) in file.columns {
                columns[id] = column
                for (label, row) in zip(file.rows, column.rows) { columns[id]?.told[label] = row }
            }
        }
        return columns
    }

    private struct ComparedPlaces: Decodable {
        var rows: [String]
        var states: [String: String]
        var columns: [String: Column]
    }

    private struct Column: Decodable {
        struct Row: Decodable {
            var state: String
            var lines: [String]
        }
        var level: String
        var rows: [Row]
        var told: [String: Row] = [:]

        enum CodingKeys: CodingKey { case level, rows }
    }

    @Test("a place has a mechanism as the matrix says, and has no figure that may stand beside another level’s")
    func comparedPlaces() async throws {
        let columns = try await columns()
        #expect(columns.count == 5)
        #expect(columns["places/panjin"]?.told["经费"]?.state == "inferred")
        #expect(columns["places/tongzhou"]?.told["数字平台"]?.state == "proposed")
        #expect(columns["places/panjin"]?.told["案例"]?.state == "none")
        #expect(columns["places/tongzhou"]?.told["数字"]?.state == "listed")
        #expect(columns["places/tongzhou"]?.level == "district")
        #expect(columns["places/guangzhou"]?.level == "city")
        // A sentence may say that a place has what no practice of it uses.
        let disputes = columns["places/guangzhou"]?.told["议事与调解"]
        #expect(disputes?.state == "reported")
        #expect(disputes?.lines.contains { $0.contains("mechanisms/dispute-mediation.html") } == true)
    }

    @Test("a mechanism in another state than the strongest of its row says so")
    func mixedRows() async throws {
        let library = try await SiteTest.fiveCities().site.library
        let columns = try await columns()
        for (place, record) in library.places.enumerated() {
            let cells = zip(library.mechanisms, library.matrix).filter { $0.1[place].state != .none }
            let lines = columns["places/" + record.header.id]?.told.values.flatMap(\.lines) ?? []
            for (mechanism, row) in cells where row[place].state == .proposed {
                let line = lines.first { $0.contains("mechanisms/\(mechanism.header.id).html") } ?? ""
                let kind = cells.filter { $0.0.mechanismKind == mechanism.mechanismKind }
                let isAlone = kind.allSatisfy { $0.1[place].state == .proposed }
                #expect(isAlone || line.contains("仅有主张"), "\(record.header.id) \(mechanism.header.id)")
            }
        }
    }

    @Test("practices and proposals are counted apart in the matrix, and where what is known is counted")
    func counts() async throws {
        let matrix = try await page("matrix.html")
        let counts = Set(parts(of: matrix, from: "<span class=\"times\">", to: "</span>"))
        #expect(counts.contains("1条主张") && counts.contains("1条做法，1条主张"))
        #expect(counts.allSatisfy { $0.contains("条做法") || $0.contains("条主张") })
        let known = try await page("evidence.html").components(separatedBy: "id=\"page.s-known\"").last ?? ""
        #expect(parts(of: known, from: "<caption>", to: "</caption>") == ["19条做法", "4条主张"])
        let sums = parts(of: known, from: "<table class=\"known\">", to: "</table>").map { table in
            (table.components(separatedBy: "</tr>").dropFirst().first ?? "").matches(of: /<td>(\d+)<\/td>/)
                .compactMap { Int($0.1) }.reduce(0, +)
        }
        #expect(sums == [19, 4])
    }

    @Test("who takes part has a level where the name is another word, and what they do stands behind a colon")
    func actors() async throws {
        #expect(try await !page("practices/panjin/three-lists.html").contains("社区 <span class=\"level\">社区</span>"))
        #expect(try await page("practices/panjin/three-grids.html").contains("<span class=\"level\">市级</span>"))
        let source = try await page("sources/roundtable-2025.html")
        #expect(source.contains("行业部门：受理、办结网格事件"))
    }

    @Test("search has a word for what a proposal leads to")
    func outlines() async throws {
        #expect(try await page("search/words-zh-Hans.js").contains("\"outline\":\""))
        #expect(try await page("assets/search.js").contains("\"outline\""))
    }

    @Test("a sentence of a source has its name, on which a note arrives")
    func sentences() async throws {
        let source = try await page("sources/roundtable-2025.html")
        #expect(source.contains("<span class=\"sentence\" id=\"P32.S4\">S4</span>"))
    }

    @Test("what is drawn up has another mark than what is being carried out")
    func verdicts() async throws {
        let style = try await page("assets/tracking.css")
        for verdict in ["issued", "under-way", "result-reported"] {
            #expect(style.contains("[data-verdict=\"\(verdict)\"]::before"), "\(verdict)")
        }
    }
}
