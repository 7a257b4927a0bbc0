import Testing

@testable import Office

@Suite("A document with tracked changes is read as it is now")
struct TrackedChangesTests {
    @Test("in running text: what was moved stands at its new place, and former styles and bold are over")
    func paragraphs() throws {
        let moved = "<w:r><w:t>先登记</w:t></w:r>"
        let office = try officeDocument(
            """
            <w:p><w:pPr><w:outlineLvl w:val="0"/><w:pPrChange w:id="1" w:author="a"><w:pPr><w:outlineLvl w:val="3"/></w:pPr>\
            </w:pPrChange></w:pPr><w:r><w:t>一、标题</w:t></w:r></w:p>
            <w:p><w:moveFrom w:id="2" w:author="a">\(moved)</w:moveFrom><w:del w:id="3" w:author="a"><w:r><w:tab/><w:br/>\
            <w:delText>旧</w:delText></w:r></w:del><w:r><w:t>每周</w:t></w:r><w:ins w:id="4"><w:r><w:t>碰头</w:t></w:r></w:ins></w:p>
            <w:p><w:moveTo w:id="5" w:author="a">\(moved)</w:moveTo></w:p>
            <w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="6"><w:rPr><w:b w:val="0"/></w:rPr></w:rPrChange></w:rPr>\
            <w:t>粗</w:t></w:r></w:p>
            """)
        #expect(
            try office.paragraphs() == [
                OfficeParagraph(number: 1, text: "一、标题", outline: 1), OfficeParagraph(number: 2, text: "每周碰头"),
                OfficeParagraph(number: 3, text: "先登记"), OfficeParagraph(number: 4, text: "粗", isBold: true),
            ])
    }

    @Test("a paragraph knows how many tables stand above it; tables within tables are no others")
    func tablesAbove() throws {
        func text(_ line: String) -> String { "<w:p><w:r><w:t>\(line)</w:t></w:r></w:p>" }
        func table(_ cell: String) -> String { "<w:tbl><w:tr><w:tc>\(cell)</w:tc></w:tr></w:tbl>" }
        let office = try officeDocument(
            text("上") + table(table(text("内"))) + text("中") + "<w:p><w:r><w:txbxContent>" + table(text("框"))
                + "</w:txbxContent></w:r></w:p>" + text("下"))
        #expect(try office.paragraphs().map { "\($0.text) \($0.tablesAbove)" } == ["上 0", "中 1", "下 2"])
        #expect(office.tables.count == 2)
    }

    @Test(
        "a row that was taken away, the reading above a text and soft hyphens are left out; notes and pictures are told"
    )
    func leftOut() throws {
        func cell(_ content: String) -> String { "<w:tc><w:p>\(content)</w:p></w:tc>" }
        func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
        let ruby =
            "<w:r><w:ruby><w:rt>\(run("lǎo"))</w:rt><w:rubyBase>\(run("老"))</w:rubyBase></w:ruby></w:r>\(run("城"))"
        let office = try officeDocument(
            """
            <w:tbl><w:tr>\(cell(run("甲")))</w:tr><w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>\(cell(run("旧")))</w:tr>\
            <w:tr><w:trPr><w:ins w:id="2" w:author="a"/></w:trPr>\(cell(ruby))\(cell(run("2\u{AD}000\u{200B}件")))</w:tr>\
            <w:tr>\(cell(run("丙") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))\(cell("<w:r><w:drawing/></w:r>"))</w:tr></w:tbl>\
            <w:p>\(ruby)\(run("1\u{2060}2\u{FEFF}件"))</w:p>
            """)
        let table = try office.table(0)
        #expect(
            table.rows.map(\.cells) == [
                [.init(column: 0, text: "甲")], [.init(column: 0, text: "老城"), .init(column: 1, text: "2000件")],
                [.init(column: 0, text: "丙")],
            ])
        #expect(table.rows.map(\.number) == [1, 3, 4])
        #expect(table.incomplete == [.init(row: 4, column: 0), .init(row: 4, column: 1)])
        #expect(try office.paragraphs().map(\.text) == ["老城12件"])
    }

    @Test("in tables: former widths and merges of cells are over, and so is what was moved away")
    func tables() throws {
        let office = try officeDocument(
            """
            <w:tbl><w:tr><w:tc><w:tcPr><w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr></w:tcPrChange>\
            </w:tcPr><w:p><w:moveFrom w:id="2"><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:t>甲</w:t></w:r></w:p></w:tc>\
            <w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """)
        let table = try office.table(0)
        #expect(table.merges == [])
        #expect(table.rows.map(\.cells) == [[.init(column: 0, text: "甲"), .init(column: 1, text: "乙")]])
    }
}
