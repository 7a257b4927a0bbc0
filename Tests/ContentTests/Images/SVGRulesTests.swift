import Diagnostics
import Testing

@testable import Content

/// What may stand in an SVG, line by line: as drawing programs write it, and as an attacker would.
struct SVGRulesTests {
    private static let declarations = [
        "xlink": "http://www.w3.org/1999/xlink", "inkscape": "http://www.inkscape.org/namespaces/inkscape",
        "sodipodi": "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "cc": "http://creativecommons.org/ns#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
        "i": "http://ns.adobe.com/AdobeIllustrator/10.0/", "sketch": "http://www.bohemiancoding.com/sketch/ns",
        "serif": "http://www.serif.com/", "h": "http://www.w3.org/1999/xhtml",
        "m": "http://www.w3.org/1998/Math/MathML",
        "ev": "http://www.w3.org/2001/xml-events", "z": "https://example.org/z",
    ]

    /// What is wrong with a picture that holds this, without the places.
    private func problems(_ content: String) async -> [String] {
        let used = Self.declarations.sorted { $0.key < $1.key }.filter { content.contains("\($0.key):") }
        let attributes = used.map { "xmlns:\($0.key)=\"\($0.value)\"" }.joined(separator: " ")
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/practices/panjin/map.svg",
                bytes: Pictures.svg("width=\"9\" height=\"9\" \(attributes)", content))
        }.build()
        return outcome.diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    }

    @Test(
        "what draws, and the notes of drawing programs, may stand",
        arguments: [
            "<rect width=\"1\" height=\"1\" rx=\"1\" fill=\"#fff\" stroke-width=\".5\"/>",
            "<path d=\"M0 0h9v9z\" fill-rule=\"evenodd\" transform=\"rotate(45)\"/>",
            "<circle cx=\"1\" cy=\"1\" r=\"1\" vector-effect=\"non-scaling-stroke\"/><ellipse rx=\"1\" ry=\"2\"/>",
            "<line x1=\"0\" x2=\"1\" y1=\"0\" y2=\"1\"/><polyline points=\"0,0 1,1\"/><polygon points=\"0,0 1,1 2,0\"/>",
            "<text x=\"1\" y=\"2\" font-family=\"sans-serif\" text-anchor=\"middle\">图<tspan dy=\"1em\">表</tspan></text>",
            "<text xml:space=\"preserve\" xml:lang=\"zh\" writing-mode=\"vertical-rl\"> 图 </text>",
            "<defs><linearGradient id=\"g\" gradientUnits=\"userSpaceOnUse\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>",
            "<rect fill=\"url(#g)\" style=\"mask:url('#m');stroke:none\"/>",
            "<clipPath id=\"c\" clipPathUnits=\"objectBoundingBox\"><rect/></clipPath><g clip-path=\"url(#c)\"/>",
            "<mask id=\"m\" maskUnits=\"userSpaceOnUse\"/><pattern id=\"p\" patternTransform=\"scale(2)\"/>",
            "<marker id=\"a\" orient=\"auto\" markerWidth=\"3\" refX=\"0\"/><path marker-end=\"url(#a)\"/>",
            "<filter id=\"f\"><feGaussianBlur in=\"SourceGraphic\" stdDeviation=\"2\"/><feMerge><feMergeNode/></feMerge></filter>",
            "<symbol id=\"s\" viewBox=\"0 0 1 1\"/><use href=\"#s\"/><use xlink:href=\"#s\" xlink:type=\"simple\"/>",
            "<a href=\"#s\"><title>去</title></a><a xlink:href=\"#s\" target=\"_top\"/>",
            "<image href=\"data:image/png;base64,AA\" preserveAspectRatio=\"none\"/>",
            "<image xlink:href=\"data:image/jpeg;base64,AA\" image-rendering=\"pixelated\"/>",
            "<style type=\"text/css\">.a{fill:red} @media print{.a{fill:#000}}</style><g class=\"a\"/>",
            "<style>@font-face{font-family:a;src:url(\"data:font/woff2;base64,AA\")}</style>",
            "<animate attributeName=\"opacity\" values=\"0;1\" dur=\"1s\" repeatCount=\"indefinite\"/>",
            "<animateTransform attributeName=\"transform\" type=\"rotate\" from=\"0\" to=\"9\"/>",
            "<animateMotion dur=\"1s\"><mpath href=\"#p\"/></animateMotion><set attributeName=\"fill\" to=\"red\"/>",
            "<g id=\"layer1\" inkscape:label=\"图层\" inkscape:groupmode=\"layer\" sodipodi:insensitive=\"true\"/>",
            "<sodipodi:namedview pagecolor=\"#fff\" inkscape:zoom=\"1\"><inkscape:grid type=\"xygrid\"/></sodipodi:namedview>",
            "<metadata><rdf:RDF><cc:Work rdf:about=\"\"><dc:type rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/></cc:Work></rdf:RDF></metadata>",
            "<g i:layer=\"yes\" i:extraneous=\"self\"/><i:pgf id=\"a\">AA</i:pgf>",
            "<g sketch:type=\"MSPage\"/><g serif:id=\"a\"/>",
            "<g role=\"img\" aria-label=\"图\" data-name=\"Layer 1\" tabindex=\"0\"/><desc>说明</desc>",
            "<switch><g systemLanguage=\"zh\"/><g/></switch><flowRoot><flowRegion/></flowRoot>",
            "<g xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
            "<svg x=\"1\" overflow=\"visible\"><g/></svg>",
        ])
    func allowed(content: String) async {
        #expect(await problems(content) == [])
    }

    @Test(
        "everything else is refused",
        arguments: [
            // The ten that acted though they were let in.
            ("<h:button formaction=\"javascript:x()\"/>", "<h:button> is not SVG, but belongs to \(xhtml)"),
            ("<h:form action=\"https://e.example\"/>", "<h:form> is not SVG, but belongs to \(xhtml)"),
            ("<h:meta http-equiv=\"refresh\" content=\"0;url=x\"/>", "<h:meta> is not SVG, but belongs to \(xhtml)"),
            ("<h:img srcset=\"https://e.example/a.png 1x\"/>", "<h:img> is not SVG, but belongs to \(xhtml)"),
            ("<h:source srcset=\"https://e.example/a.png\"/>", "<h:source> is not SVG, but belongs to \(xhtml)"),
            ("<h:table background=\"https://e.example/a.png\"/>", "<h:table> is not SVG, but belongs to \(xhtml)"),
            ("<h:input type=\"password\"/>", "<h:input> is not SVG, but belongs to \(xhtml)"),
            ("<h:a href=\"#x\" ping=\"https://e.example\"/>", "<h:a> is not SVG, but belongs to \(xhtml)"),
            ("<a href=\"#x\" ping=\"https://e.example\"/>", "‘ping’ is no attribute of a drawing"),
            ("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<p> is not SVG, but belongs to \(xhtml)"),
            // Elements.
            ("<script/>", "<script> could run code"), ("<foreignObject/>", "<foreignObject> could run code"),
            ("<handler/>", "<handler> could run code"), ("<iframe/>", "<iframe> could run code"),
            ("<Script/>", "<Script> is no element that draws"), ("<form/>", "<form> is no element that draws"),
            ("<meta/>", "<meta> is no element that draws"),
            ("<font-face-uri/>", "<font-face-uri> is no element that draws"),
            ("<g xmlns=\"\"/>", "<g> is not SVG, but belongs to xmlns=\"\""),
            ("<m:math/>", "<m:math> is not SVG, but belongs to http://www.w3.org/1998/Math/MathML"),
            ("<ev:listener/>", "<ev:listener> is not SVG, but belongs to http://www.w3.org/2001/xml-events"),
            ("<z:a/>", "<z:a> is not SVG, but belongs to https://example.org/z"),
            // Attributes.
            ("<g onclick=\"x()\"/>", "‘onclick’ could run code"), ("<g onBegin=\"x()\"/>", "‘onBegin’ could run code"),
            ("<g z:a=\"1\"/>", "‘z:a’ is no attribute of a drawing"),
            ("<g ev:event=\"click\"/>", "‘ev:event’ is no attribute of a drawing"),
            ("<g src=\"a.png\"/>", "‘src’ is no attribute of a drawing"),
            ("<g srcset=\"a.png\"/>", "‘srcset’ is no attribute of a drawing"),
            ("<a href=\"#a\" download=\"a.exe\"/>", "‘download’ is no attribute of a drawing"),
            ("<g action=\"a\"/>", "‘action’ is no attribute of a drawing"),
            ("<g xml:base=\"https://e.example/\"/>", "‘xml:base’ leads out of the picture"),
            // Addresses.
            ("<a href=\"https://e.example\"/>", "‘https://e.example’ leads out of the picture"),
            ("<a href=\" java&#115;cript:x()\"/>", "‘javascript:x()’ leads out of the picture"),
            ("<use href=\"other.svg#a\"/>", "‘other.svg#a’ leads out of the picture"),
            ("<use xlink:href=\"data:image/svg+xml,x\"/>", "‘data:image/svg+xml,x’ leads out of the picture"),
            ("<image xlink:href=\"//e.example/a.png\"/>", "‘//e.example/a.png’ leads out of the picture"),
            ("<feImage href=\"a.png\"/>", "‘a.png’ leads out of the picture"),
            ("<animate attributeName=\"href\" to=\"x\"/>", "‘href’ is changed, which could run code"),
            ("<set attributeName=\"xlink:href\" to=\"x\"/>", "‘xlink:href’ is changed, which could run code"),
            ("<set attributeName=\"onclick\" to=\"x\"/>", "‘onclick’ is changed, which could run code"),
            (
                "<animate attributeName=\"fill\" to=\"url(https://e.example)\"/>",
                "‘url(https://e.example)’ leads out of the picture"
            ),
            // Styles.
            ("<style>@import 'a.css';</style>", "‘@import’ in a style could lead out of the picture"),
            ("<style>g{fill:url(https://e.example)}</style>", "‘url(https://e.example)’ leads out of the picture"),
            (
                "<style>g{fill:url(data:image/svg+xml,x)}</style>",
                "‘url(data:image/svg+xml,x)’ leads out of the picture"
            ),
            (
                "<g style=\"background:image-set('a.png' 1x)\"/>",
                "‘image-set(’ in a style could lead out of the picture"
            ),
            ("<g style=\"cursor:\\75rl(a)\"/>", "‘\\’ in a style could lead out of the picture"),
            ("<g mask=\"url(other.svg#m)\"/>", "‘url(other.svg#m)’ leads out of the picture"),
        ])
    func refused(content: String, message: String) async {
        #expect(await problems(content) == ["dangerous-image: \(message)"])
    }

    @Test("a prefix stands for what is declared around it, and for nothing behind its element")
    func scopes() async {
        #expect(await problems("<g xmlns:s=\"http://www.w3.org/2000/svg\"><s:path/></g>") == [])
        #expect(
            await problems("<g xmlns:s=\"http://www.w3.org/2000/svg\"/><s:path/>") == [
                "invalid-image: this SVG cannot be read: the prefix of ‘s:path’ is not declared with xmlns"
            ])
        #expect(
            await problems("<g k:a=\"1\"/>") == [
                "invalid-image: this SVG cannot be read: the prefix of ‘k:a’ is not declared with xmlns"
            ])
    }

    @Test("a picture whose root is no SVG is none, whatever else is declared in it")
    func root() async {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/practices/panjin/map.svg",
                "<svg xmlns=\"\(xhtml)\" xmlns:s=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>")
        }.build()
        #expect(
            outcome.diagnostics.map { "\($0.message)" } == [
                "this SVG cannot be read: <svg> has no xmlns=\"http://www.w3.org/2000/svg\""
            ])
    }
}

private let xhtml = "http://www.w3.org/1999/xhtml"
