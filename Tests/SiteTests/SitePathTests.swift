import Testing

@testable import Site

@Suite("Links inside the site are relative and name a file")
struct SitePathTests {
    @Test(arguments: [
        ("index.html", "index.html", "index.html"),
        ("index.html", "places/panjin.html", "places/panjin.html"),
        ("places/panjin.html", "index.html", "../index.html"),
        ("places/panjin.html", "places/wuhan.html", "wuhan.html"),
        ("practices/panjin/three-grids.html", "places/panjin.html", "../../places/panjin.html"),
        ("practices/panjin/three-grids.html", "practices/wuhan/annual-loop.html", "../wuhan/annual-loop.html"),
        (
            "practices/panjin/three-grids.html", "en/practices/panjin/three-grids.html",
            "../../en/practices/panjin/three-grids.html"
        ),
        (
            "en/practices/panjin/three-grids.html", "practices/panjin/three-grids.html",
            "../../../practices/panjin/three-grids.html"
        ),
        ("a/b.html", "", "../"),
        ("b.html", "", ""),
        ("places/a.html", "places/javascript:x()-a.pdf", "./javascript:x()-a.pdf"),
        ("places/a.html", "https:evil.example.png", "../https:evil.example.png"),
        ("a.html", "https:evil.example.png", "./https:evil.example.png"),
        ("a.html", "places/data:a.pdf", "places/data:a.pdf"),
    ])
    func relative(from: String, to: String, expected: String) {
        #expect(SitePath.relative(from: from, to: to) == expected)
    }
}
