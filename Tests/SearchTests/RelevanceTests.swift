import Foundation
import TestSupport
import Testing

/// What people look for in the five-city library, and the pages that they expect.
@Suite(.enabled(if: SearchScript.isRunnable, SearchScript.hint))
struct RelevanceTests {
    struct Row: Decodable {
        var query: String
        var language: String
        /// Any of these will do; without the extension.
        var expected: [String]
    }

    /// Queries that have to find an expected page among the first three.
    static let musts = [
        "网格", "楼门院长", "三格", "加装电梯", "一网通办", "經驗", "ＡＩ", "panjin", "tz", "hotline dispatch", "elevater",
        "\"接诉即办\"", "12345", "网", "Guangzhou 热线", "投诉多怎么办", "how do we handle too many complaints",
    ]

    @Test func `the expected page comes first, nearly always`() async throws {
        let url = try #require(
            Bundle.module.url(forResource: "relevance", withExtension: "json", subdirectory: "Fixtures"))
        let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: url))
        #expect(rows.count >= 150)
        let script = try await Self.fiveCities()
        defer { script.removeIndex() }
        let answers = try script.run(.init(queries: rows.map { .init(text: $0.query, language: $0.language) })).queries
        var sum = 0.0
        for (row, answer) in zip(rows, answers) {
            let found = (answer.results ?? []).map { $0.path.replacing(".html", with: "") }
            let place = found.firstIndex { row.expected.contains($0) }
            sum += place.map { 1 / Double($0 + 1) } ?? 0
            if Self.musts.contains(row.query) {
                #expect(place.map { $0 < 3 } == true, "\(row.query): \(found.prefix(3))")
            }
        }
        let reciprocalRank = sum / Double(rows.count)
        #expect(reciprocalRank >= 0.9)
        #expect(Set(Self.musts).subtracting(rows.map(\.query)) == [])
    }

    @Test func `what people ask is answered by practices first, and nothing is said to be missing`() async throws {
        let script = try await Self.fiveCities()
        defer { script.removeIndex() }
        let answers = try script.answers(
            .init(text: "投诉多怎么办"), .init(text: "外卖小哥吃饭难怎么办"),
            .init(text: "where can delivery riders rest", language: "en"))
        let complaints = ["practices/guangzhou/hotline-dispatch.html", "practices/tongzhou/complaint-response.html"]
        #expect(answers[0].results?.prefix(2).map(\.path).sorted() == complaints)
        #expect(answers[0].missing == [] && answers[0].relaxed == false)
        #expect(answers[1].results?.first?.path == "practices/panjin/warm-stations.html")
        #expect(answers[2].results?.first?.path == "en/practices/panjin/warm-stations.html")
    }

    @Test func `a query of two words loads 300 kB at most`() async throws {
        let files = try await SiteTest.fiveCities().build().artifacts
        let script = try await Self.fiveCities()
        defer { script.removeIndex() }
        let core = try #require(files["assets/search-core.js"]).count
        let loaded = try script.run(.init(queries: [.init(text: "热线 投诉")])).loaded
        let index = loaded.reduce(0) { $0 + (files["search/\($1)"]?.count ?? 0) }
        #expect(core + index < 300_000)
        #expect(core < 50_000)
    }

    @Test func `a query that nothing answers says so`() async throws {
        let script = try await Self.fiveCities()
        defer { script.removeIndex() }
        let answers = try script.answers(.init(text: "魑魅魍魉"), .init(text: "xylophone", language: "en"))
        #expect(answers.map(\.total) == [0, 0])
    }

    /// The index of the library of this repository.
    private static func fiveCities() async throws -> SearchScript {
        let files = try await SiteTest.fiveCities().build().artifacts.filter { $0.key.hasPrefix("search/") }
        return try SearchScript(files.map { ($0.key, $0.value) })
    }
}
