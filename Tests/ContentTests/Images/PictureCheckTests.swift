import Testing

@testable import Content

@Suite("Pictures are checked before they are published")
struct PictureCheckTests {
    private func build(_ path: String, _ bytes: [UInt8], body: String = "") async -> Outcome {
        await Folder {
            Fixtures.panjin
            File("content/practices/panjin/\(path)", bytes: bytes)
            Fixtures.threeGrids(body: body)
        }.build()
    }

    private func svg(_ content: String) async -> [String] {
        await build("map.svg", Pictures.svg("width=\"9\" height=\"9\"", content)).problems.map {
            String($0.dropFirst("content/practices/panjin/map.svg:".count))
        }
    }

    @Test("a broken picture is told at its file, whether a page shows it or not")
    func broken() async {
        let short = await build("map.png", Array(Pictures.png(3, 3).dropLast()))
        #expect(
            short.problems == ["content/practices/panjin/map.png:1:1 invalid-image this is no whole PNG picture"])
        let renamed = await build("map.png", Pictures.gif(3, 3))
        #expect(
            renamed.problems == [
                "content/practices/panjin/map.png:1:1 invalid-image this is a GIF picture with the name of another format"
            ])
        let unsized = await build("map.svg", Pictures.svg(""))
        #expect(
            unsized.advice == ["the picture has no size → give <svg> a width and a height, or a viewBox"])
    }

    @Test("a document cannot be shown as a picture")
    func document() async {
        let outcome = await build("plan.pdf", [0x25], body: "![计划](plan.pdf)")
        #expect(outcome.advice == ["‘plan.pdf’ is not a picture → write [计划](plan.pdf) to link to it"])
    }

    @Test("an image without a description is reported, in brackets of any kind")
    func alt() async {
        let outcome = await build(
            "map.png", Pictures.png(3, 3), body: "![](map.png)\n\n![ ][m]\n\n![图][m]\n\n[m]: map.png")
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:9:5 missing-alt the image has no description",
                "content/practices/panjin/three-grids.md:15:6 missing-alt the image has no description",
            ])
    }

    @Test("the SVG that drawing programs write is fine")
    func plain() async {
        let drawing = await build(
            "map.svg",
            Pictures.svg(
                "width='9' height='9' xmlns:xlink='http://www.w3.org/1999/xlink' "
                    + "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'",
                """
                <!-- made by hand --><title>图 &amp; 表 &#x56FE;</title>
                <style><![CDATA[ .a > .b { fill: url(#g); src: none } @font-face { src: url('data:font/woff2;base64,AA') } ]]></style>
                <defs><linearGradient id='g'/></defs>
                <use href="#g" xlink:href='#g'/><image href="data:image/png;base64,AA"/>
                <g inkscape:label="C:\\a (1)" style="fill:url( &quot;#g&quot; )" aria-label="只"><text>http://a.b</text></g>
                """))
        #expect(drawing.problems == [])
        #expect(
            await build(
                "map.svg",
                Array(
                    """
                    \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                    <svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="1" height="1"><svg:path/></svg:svg>
                    """.utf8)
            ).problems == [])
    }

    @Test(
        "an SVG that could act is refused",
        arguments: [
            ("<script>x()</script>", "<script> could run code"),
            ("<Script/>", "<Script> is no element that draws"),
            ("<foreignObject/>", "<foreignObject> could run code"),
            ("<g onload=\"x()\"/>", "‘onload’ could run code"),
            ("<a href=\"javascript:x()\"/>", "‘javascript:x()’ leads out of the picture"),
            ("<a href=\"&#106;avascript:x()\"/>", "‘javascript:x()’ leads out of the picture"),
            ("<image href=\"//a.b/c.png\"/>", "‘//a.b/c.png’ leads out of the picture"),
            ("<image href=\"data:image/svg+xml,x\"/>", "‘data:image/svg+xml,x’ leads out of the picture"),
            ("<set attributeName=\"xlink:href\" to=\"x\"/>", "‘xlink:href’ is changed, which could run code"),
            ("<g xml:base=\"http://a.b/\"/>", "‘xml:base’ leads out of the picture"),
            ("<g fill=\"url(http://a.b/c#d)\"/>", "‘url(http://a.b/c#d)’ leads out of the picture"),
            ("<g style=\"fill:url( 'c.svg#d')\"/>", "‘url(c.svg#d')’ leads out of the picture"),
            ("<g style=\"fill:u\\72l(c)\"/>", "‘\\’ in a style could lead out of the picture"),
            ("<style>@IMPORT 'a.css';</style>", "‘@import’ in a style could lead out of the picture"),
            ("<style>a<desc/>@import 'a.css';</style>", "‘@import’ in a style could lead out of the picture"),
        ])
    func dangerous(content: String, reason: String) async {
        let attribute =
            content.hasPrefix("<style") || !content.contains(" ") ? 0 : content.prefix { $0 != " " }.count + 1
        #expect(await svg(content) == ["1:\(62 + attribute) dangerous-image \(reason)"])
    }

    @Test(
        "an SVG that readers could understand in different ways cannot be read",
        arguments: [
            ("<g>", 65, "</svg> closes nothing"), ("</g>", 62, "</g> closes nothing"),
            ("<g a=b/>", 65, "the value of ‘a’ is not in quotation marks"),
            ("<g a/>", 65, "the attribute ‘a’ has no value"), ("<g a=\"<\"/>", 65, "the value of ‘a’ does not end"),
            ("<!-- ", 62, "a comment does not end"), ("&nbsp;", 62, "‘&’ does not begin a character reference"),
            ("<?xml-stylesheet href=\"a.css\"?>", 62, "‘<?xml-stylesheet href=\"a.css\"?>’ is not understood"),
            ("< g/>", 63, "a tag or an attribute has no name"),
        ])
    func malformed(content: String, column: Int, reason: String) async {
        #expect(await svg(content) == ["1:\(column) invalid-image this SVG cannot be read: \(reason)"])
    }

    @Test(
        "nor one that is none, or declares entities",
        arguments: [
            ("<html/>", "it does not begin with <svg>"), ("", "it does not begin with <svg>"),
            ("<svg xmlns=\"http://www.w3.org/2000/svg\">", "<svg> is never closed"),
            ("<svg/>", "<svg> has no xmlns=\"http://www.w3.org/2000/svg\""),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "it declares entities of its own"),
            (
                "<?xml version='1.0' encoding='UTF-7'?><svg/>",
                "‘<?xml version='1.0' encoding='utf-7'?>’ is not understood"
            ),
        ])
    func others(text: String, reason: String) async {
        let outcome = await build("map.svg", Array(text.utf8))
        #expect(
            outcome.problems == [
                "content/practices/panjin/map.svg:1:1 invalid-image this SVG cannot be read: \(reason)"
            ])
    }
}
