import Archive

/// A sheet of a workbook to be written: a table of texts under a row of headers.
package struct SheetContent: Sendable {
    package struct Column: Sendable {
        package var header: String
        /// In characters.
        package var width = 16
        /// What may be chosen; anything where it is empty.
        package var choices: [String] = []

        package init(_ header: String, width: Int = 16, choices: [String] = []) {
            (self.header, self.width, self.choices) = (header, width, choices)
        }
    }

    package var name: String
    package var columns: [Column]
    package var rows: [[String]]
    package var isHidden: Bool

    package init(_ name: String, columns: [Column], rows: [[String]], isHidden: Bool = false) {
        (self.name, self.columns, self.rows, self.isHidden) = (name, columns, rows, isHidden)
    }
}

/// The bytes of a workbook (SpreadsheetML, ECMA-376 part 1, 18), the same for the same sheets. Every cell is a text and
/// stays one, so that no program makes a day of 2025-09.
///
/// - Parameter choicesName: the name of the hidden sheet on which what may be chosen stands.
package func workbook(_ sheets: [SheetContent], choicesName: String) throws(ArchiveFailure) -> [UInt8] {
    var lists: [[String]] = []
    let bodies = sheets.map { sheetXML($0, choicesName: choicesName, lists: &lists) }
    var all = sheets.map { (name: $0.name, isHidden: $0.isHidden) }
    var parts = bodies
    if !lists.isEmpty {
        let height = lists.map(\.count).max() ?? 0
        let rows = (0..<height).map { row in lists.map { row < $0.count ? $0[row] : "" } }
        var none: [[String]] = []
        let content = SheetContent(
            choicesName, columns: lists.indices.map { SheetContent.Column("\($0 + 1)") }, rows: rows, isHidden: true)
        parts.append(sheetXML(content, choicesName: "", lists: &none))
        all.append((choicesName, true))
    }
    let archive = try ArchiveWriter()
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let types = all.indices.map {
        "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(main)worksheet+xml\"/>"
    }
    try add(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(main)sheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(main)styles+xml"/>\(types.joined())</Types>
        """, at: "[Content_Types].xml", to: archive)
    try add(relations([("officeDocument", "xl/workbook.xml")]), at: "_rels/.rels", to: archive)
    let entries = all.enumerated().map { index, sheet in
        "<sheet name=\"\(sheet.name.xmlEscaped)\" sheetId=\"\(index + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\(index + 1)\"/>"
    }
    try add(
        "<workbook \(spreadsheet) xmlns:r=\"\(office)\"><sheets>\(entries.joined())</sheets></workbook>",
        at: "xl/workbook.xml", to: archive)
    try add(
        relations(all.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")]),
        at: "xl/_rels/workbook.xml.rels", to: archive)
    try add(styles, at: "xl/styles.xml", to: archive)
    for (index, part) in parts.enumerated() { try add(part, at: "xl/worksheets/sheet\(index + 1).xml", to: archive) }
    return try archive.finish()
}

private let spreadsheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func add(_ xml: String, at path: String, to archive: ArchiveWriter) throws(ArchiveFailure) {
    try archive.add(Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(xml)".utf8), at: path)
}

private func relations(_ targets: [(type: String, path: String)]) -> String {
    let entries = targets.enumerated().map { index, target in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(target.type)\" Target=\"\(target.path)\"/>"
    }
    return
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(entries.joined())</Relationships>"
}

/// Style 1 is a text, style 2 the same in bold; 49 is the number of the format for texts.
private let styles = """
    <styleSheet \(spreadsheet)><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>\
    <xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """

/// - Parameter lists: what may be chosen, gathered for the hidden sheet.
private func sheetXML(_ sheet: SheetContent, choicesName: String, lists: inout [[String]]) -> String {
    func row(_ number: Int, _ texts: [String], style: Int) -> String {
        let cells = texts.enumerated().map { column, text in
            let address = OfficeTable.letters(of: column) + "\(number)"
            guard !text.isEmpty else { return "<c r=\"\(address)\" s=\"\(style)\"/>" }
            // What reads like a character that XML cannot hold is told from one.
            let text = text.replacing(#/_x[0-9A-Fa-f]{4}_/#) { "_x005F" + $0.output }
            return
                "<c r=\"\(address)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text.xmlEscaped)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    let widths = sheet.columns.enumerated().map { index, column in
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" style=\"1\" customWidth=\"1\"/>"
    }
    let rows = sheet.rows.enumerated().map { row($0 + 2, $1, style: 1) }
    let last = sheet.rows.count + 1
    let rules = sheet.columns.enumerated().compactMap { index, column -> String? in
        guard !column.choices.isEmpty else { return nil }
        let list = lists.firstIndex(of: column.choices) ?? lists.count
        if list == lists.count { lists.append(column.choices) }
        let (letters, target) = (OfficeTable.letters(of: index), OfficeTable.letters(of: list))
        return """
            <dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="\(letters)2:\(letters)\(max(2, last))">\
            <formula1>'\(choicesName.xmlEscaped)'!$\(target)$2:$\(target)$\(column.choices.count + 1)</formula1></dataValidation>
            """
    }
    let validations =
        rules.isEmpty ? "" : "<dataValidations count=\"\(rules.count)\">\(rules.joined())</dataValidations>"
    let range = "A1:\(OfficeTable.letters(of: max(0, sheet.columns.count - 1)))\(last)"
    return """
        <worksheet \(spreadsheet)><sheetViews><sheetView workbookViewId="0">\
        <pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>\
        <cols>\(widths.joined())</cols><sheetData>\(row(1, sheet.columns.map(\.header), style: 2))\(rows.joined())</sheetData>\
        \(validations)<ignoredErrors><ignoredError sqref="\(range)" numberStoredAsText="1"/></ignoredErrors></worksheet>
        """
}

extension String {
    /// As text or a value in XML; what XML cannot hold is left out.
    fileprivate var xmlEscaped: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            // A carriage return would be read as a line end.
            case "\r": result += "&#13;"
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
