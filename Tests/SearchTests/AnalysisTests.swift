import Foundation
import Testing

@testable import Search

/// One table of texts and terms for both sides: the builder of the index and the script that reads it.
struct AnalysisTests {
    struct Row: Decodable, CustomTestStringConvertible {
        var text: String
        var terms: [String]
        var testDescription: String { text }
    }

    static let table: [Row] = {
        let url = Bundle.module.url(forResource: "analysis", withExtension: "json", subdirectory: "Fixtures")
        return url.flatMap { try? JSONDecoder().decode([Row].self, from: Data(contentsOf: $0)) } ?? []
    }()

    @Test func `the table is there`() {
        #expect(Self.table.count > 30)
    }

    @Test(arguments: table) func `the builder cuts a text into the terms of the table`(row: Row) {
        #expect(terms(of: row.text) == row.terms)
    }

    @Test(.enabled(if: SearchScript.isRunnable, SearchScript.hint))
    func `the script cuts a text into the same terms`() async throws {
        let page = SearchDocument(path: "a.html", language: 0, title: Self.table.map(\.text).joined(separator: "\n"))
        let script = try await SearchScript([page], settings: SearchSettings(languages: ["zh-Hans"]))
        defer { script.removeIndex() }
        let terms = try script.run(.init(terms: Self.table.map(\.text))).terms
        for (row, terms) in zip(Self.table, terms) { #expect(terms == row.terms, "\(row.text)") }
        #expect(terms.count == Self.table.count)
    }

    /// The terms of a text as the index has them, written readably.
    private func terms(of text: String) -> [String] {
        var sink = TermList()
        var scanner = TermScanner()
        scanner.scan(text, into: &sink)
        return sink.terms
    }
}

/// Collects pairs of characters, single ones that stand alone, and stems.
private struct TermList: TermSink {
    var terms: [String] = []
    private var run: [UInt16] = []

    mutating func gramCharacter(_ character: UInt16) { run.append(character) }

    mutating func endRun() {
        let pairs = zip(run, run.dropFirst()).map { String(decoding: [$0, $1], as: UTF16.self) }
        terms += run.count == 1 ? [String(decoding: run, as: UTF16.self)] : pairs
        run = []
    }

    mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) {
        let (length, addsY) = LightStem.stem(bytes)
        terms.append(String(decoding: bytes[..<length], as: UTF8.self) + (addsY ? "y" : ""))
    }
}
