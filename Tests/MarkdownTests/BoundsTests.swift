import Diagnostics
import Testing
import Text

@testable import Markdown

/// What libcmark would take minutes for is refused before it is asked, with the limit and the place; what people write
/// is far from it.
struct BoundsTests {
    private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func `lists and quotes may be a hundred levels deep, and no deeper`() {
        #expect(Reading(times("- ", 100) + "a\n\n\n\n").problems == [])
        #expect(Reading(times(">", 100) + "a").problems == [])
        for opening in ["- ", "+ ", "1. ", "> ", "* "] {
            let reading = Reading(times(opening, 101) + "a")
            #expect(reading.diagnostics.map(\.span.range.lowerBound) == [100 * opening.utf8.count])
            #expect(reading.diagnostics.map(\.code) == [.overLimit])
        }
    }

    @Test func `levels that lines add one by one are counted as well`() {
        let nested = (0...100).map { times("  ", $0) + "- a\n" }.joined()
        let reading = Reading("# a\n" + nested)
        #expect(
            reading.diagnostics.map { "\($0.message)" } == [
                "more than is read: lists and quotes are nested more than 100 levels deep"
            ])
        #expect(reading.document.pieces.isEmpty)
        // A marker further left closes what stood further right.
        #expect(Reading(times("- a\n  - b\n    - c\n\nd\n", 200)).problems == [])
        #expect(Reading(times("> a\n> - b\n", 200)).problems == [])
    }

    @Test func `rules of many signs are no lists`() {
        #expect(Reading("a\n\n" + times("- ", 300) + "\n\n" + times("*", 300) + "\n").problems == [])
    }

    @Test func `images that are begun and never end are counted in each paragraph`() {
        #expect(Reading(times("![[]()", 1_000)).problems == [])
        let reading = Reading(times("![[]()", 1_001))
        #expect(reading.diagnostics.map(\.span.range) == [6_000..<6_002])
        #expect(
            reading.diagnostics.map { "\($0.message)" } == [
                "more than is read: more than 1000 ‘![’ in one paragraph are not closed"
            ])
        #expect(Reading(times("![[]()", 600) + "\n\n" + times("![[]()", 600)).problems == [])
        #expect(Reading(times("![a](b.png) ", 1_500)).problems == [])
        #expect(Reading(times("\\![a ", 1_500)).problems == [])
    }
}
