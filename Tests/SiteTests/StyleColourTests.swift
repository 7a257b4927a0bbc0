import Testing

@testable import Site

@Suite("A colour of a style sheet is told from what only looks like one")
struct StyleColourTests {
    /// What stands behind `--seal`.
    private func read(_ value: String) -> StyleColour {
        let bytes = Array("--seal\(value)".utf8)
        return StyleColour(behind: 0..<6, in: bytes)
    }

    @Test(arguments: [
        ": #9e2a1f;", ":#9E2A1F80}", " : #fff", ":\n    #ffff;", ": navy !important;", ": NAVY",
        ": #0b5394 /* a; b */;",
        ": CanvasText;", ": inherit\n}", ": red;\n  --ink: #000", ": windowtext;",
    ])
    func colours(value: String) { #expect(read(value) == .colour) }

    @Test(arguments: [
        ": var(--ink);", ": rgb(158 42 31 / 50%);", ": contrast-color(red);", ": light-dark(#fff, #000);", ":;", ": ;",
        ":",
        ": /* blue */ #0b5394;", ": \"a\";", ":　#fff;",
    ])
    func unknown(value: String) { #expect(read(value) == .unknown) }

    @Test(arguments: [
        (": #zzzzzz;", 8..<15), (": #0b539 ;", 8..<14), (": 0b5394;", 8..<14), (": 蓝色;", 8..<14), (":bluu}", 7..<11),
        (": 1px solid;", 8..<11), (": 蓝色；", 8..<14),
    ])
    func others(value: String, place: Range<Int>) { #expect(read(value) == .other(place)) }

    @Test func `a colour without its semicolon is told at its end`() {
        #expect(read(": #0b5394\n  --paper: #fff;") == .unfinished(14))
        #expect(read(": #0b5394\r\ncolor:red;") == .unfinished(14))
        #expect(read(": #0b5394\n}") == .colour)
    }

    @Test func `of a value that never ends only as much is read as a colour can have`() {
        #expect(read(": " + String(repeating: "x", count: 100_000)) == .other(8..<72))
    }
}
