import Testing

@testable import Text

@Suite("A misspelt name finds the one that was meant")
struct NearestNameTests {
    @Test(arguments: [
        ("panjn", "panjin"), ("guangzuo", "guangzhou"), ("gird", "grid"), ("Panjin", "panjin"),
        ("hotline-respons", "hotline-response"),
    ])
    func findsTheName(word: String, expected: String) {
        #expect(nearest(to: word, among: ["grid", "guangzhou", "hotline-response", "panjin"]) == expected)
    }

    @Test("what is too far from everything finds nothing")
    func findsNothing() {
        #expect(nearest(to: "elevator", among: ["grid", "panjin"]) == nil)
        #expect(nearest(to: "grid", among: ["grid"]) == nil)
        #expect(nearest(to: "grid", among: []) == nil)
    }

    @Test("a third of the longer word may differ, and one letter of a short one")
    func limits() {
        #expect(nearest(to: "ab", among: ["ax"]) == "ax")
        #expect(nearest(to: "ab", among: ["xy"]) == nil)
        #expect(nearest(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
        #expect(nearest(to: "abcdef", among: ["abcxyz"]) == nil)
        #expect(nearest(to: "网格员", among: ["网格长"]) == "网格长")
    }

    @Test("swapped neighbours count as one mistake")
    func swaps() {
        #expect(nearest(to: "ba", among: ["ab"]) == "ab")
        #expect(nearest(to: "cba", among: ["abc"]) == nil)
    }

    @Test("the nearest wins, and of equally near ones the first by name")
    func theNearestWins() {
        #expect(nearest(to: "topics", among: ["tropics", "topic", "topics-of"]) == "topic")
        #expect(nearest(to: "lest", among: ["test", "best", "rest"]) == "best")
    }
}
