import Testing

@testable import Diagnostics

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
    }
}
