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
        "\"接诉即办\"", "12345", "网", "Guangzhou 热线",
    ]

    @Test func `the expected page comes first, nearly always`() async throws {
        let url = try #require(
            Bundle.module.url(forResource: "relevance", withExtension: "json", subdirectory: "Fixtures"))
        let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: url))
        #expect(rows.count >= 60)
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
