import Testing

@testable import Site

@Suite("A colour of a style sheet is told from what only looks like one")
struct StyleColourTests {
    @Test(arguments: [
        "#9e2a1f", "#9E2A1F80", "#fff", "#ffff", "navy", "NAVY", "transparent", "CanvasText", "inherit", "var(--ink)",
        "rgb(158 42 31 / 50%)", "light-dark(#fff, #000)",
    ])
    func colours(text: String) { #expect(StyleColour.isColour(Array(text.utf8)[...])) }

    @Test(arguments: [
        "", "#", "#zzzzzz", "#0b539", "#０b5394", "0b5394", "蓝色", "bluu", "rgb(158 42 31", "rgp(1 2 3)", "1px",
        "red blue",
    ])
    func others(text: String) { #expect(!StyleColour.isColour(Array(text.utf8)[...])) }
}
