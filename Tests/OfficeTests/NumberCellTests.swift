import Testing

@testable import Office

@Suite struct `A cell says whether it is a number` {
    @Test func `as it is kept, and not a date or a text`() throws {
        let office = try officeWorkbook(
            rows: """
                <row r="1"><c r="A1"><v>2025.1</v></c><c r="B1" t="inlineStr"><is><t>2025.10</t></is></c>\
                <c r="C1" t="str"><v>2025.1</v></c></row>
                """)
        let cells = try office.table(0).rows[0].cells
        #expect(cells.map(\.text) == ["2025.1", "2025.10", "2025.1"])
        #expect(cells.map(\.isNumber) == [true, false, false])
    }
}
