import Testing

@testable import Office

@Suite struct `What is struck through, hidden or raised is read as somebody sees it` {
    @Test func `in cells of a workbook`() throws {
        let raised = "<rPr><vertAlign val=\"superscript\"/></rPr>"
        let struck = "<rPr><strike/></rPr>"
        let office = try officeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><r><t>5</t></r><r>\(struck)<t>0</t></r></is></c>\
                <c r="B2" s="1"><v>300</v></c><c r="C2" s="1" t="s"><v>3</v></c><c r="D2"><v>7</v></c></row>
                """,
            shared: """
                <si><r><t>10</t></r><r>\(raised)<t>5</t></r></si>
                <si><r>\(struck)<t>280</t></r><r><rPr><strike val="0"/></rPr><t>290</t></r></si>
                <si><r><t>100m</t></r><r>\(raised)<t>2</t></r></si>
                <si><r><rPr/><t>还在</t></r></si>
                """,
            styles: """
                <fonts><font/><font><strike/></font></fonts>
                <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>
                """)
        let table = try office.table(0)
        #expect(
            table.rows.map { $0.cells.map(\.text) } == [["10⁵", "290", "100m²"], ["5", "还在", "7"]])
        #expect(table.struck == [.init(row: 1, column: 1), .init(row: 2, column: 0), .init(row: 2, column: 1)])
    }

    @Test func `in tables and paragraphs of a document`() throws {
        let raised = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
        let lowered = "<w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr>"
        let body = """
            <w:p><w:r><w:t>全年办结320</w:t></w:r><w:r>\(raised)<w:t>1</w:t></w:r><w:r><w:t>件，PM</w:t></w:r>\
            <w:r>\(lowered)<w:t>2.5</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>下降</w:t></w:r>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>达标</w:t></w:r></w:p>
            """
        let office = try officeDocument(body + "<w:tbl><w:tr><w:tc>\(body)</w:tc></w:tr></w:tbl>")
        let text = "全年办结320¹件，PM2.5达标"
        #expect(try office.paragraphs().map(\.text) == [text])
        #expect(try office.table(0).rows.map { $0.cells.map(\.text) } == [[text]])
        #expect(try office.table(0).struck == [.init(row: 1, column: 0)])
    }
}
