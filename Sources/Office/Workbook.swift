import Text

/// A workbook (SpreadsheetML, ECMA-376 part 1, 18): its sheets, and what they share.
package struct Workbook: Sendable {
    struct Sheet: Sendable {
        var name: String
        var isHidden: Bool
        var part: String
    }

    private let package: OfficePackage
    private(set) var sheets: [Sheet] = []
    private var sharedTexts: [CellText] = []
    private var styles: [CellStyle] = []
    private var countsFrom1904 = false

    init(_ package: OfficePackage, main: String) throws(OfficeRefusal) {
        self.package = package
        let relations = try package.relations(of: main)
        var found: [(sheet: Sheet, id: String)] = []
        var countsFrom1904 = false
        try package.read(main) { event in
            guard case .start(let name, let attributes) = event else { return }
            if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
            if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
                let isHidden = !["visible", nil].contains(attributes["state"])
                found.append((Sheet(name: title, isHidden: isHidden, part: ""), id))
            }
        }
        self.countsFrom1904 = countsFrom1904
        for (sheet, id) in found {
            // Sheets of charts and macros have no cells.
            guard let relation = relations[id], relation.type.hasSuffix("/worksheet") else { continue }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target))
        }
        for relation in relations.values where package.has(relation.target) {
            if relation.type.hasSuffix("/sharedStrings") { sharedTexts = try Self.texts(of: package, relation.target) }
            if relation.type.hasSuffix("/styles") { styles = try Self.styles(of: package, relation.target) }
        }
    }

    /// The texts that cells share. Readings above characters (`rPh`) are no part of them.
    private static func texts(of package: OfficePackage, _ part: String) throws(OfficeRefusal) -> [CellText] {
        var (texts, text, format) = ([CellText](), CellText(), RunFormat())
        var (isText, isReading) = (false, false)
        try package.read(part) { event in
            format.take(event)
            switch event {
            case .start("si", _): text = CellText()
            case .start("rPh", _): isReading = true
            case .end("rPh"): isReading = false
            case .start("t", _): isText = !isReading
            case .end("t"): isText = false
            case .text(let more) where isText: text.append(more, format)
            case .end("si"): texts.append(text)
            default: break
            }
        }
        return texts
    }

    /// What each style of cells does to what is in them.
    private static func styles(of package: OfficePackage, _ part: String) throws(OfficeRefusal) -> [CellStyle] {
        var (codes, styles) = ([Int: String](), [CellStyle]())
        var (isInCells, isInFonts) = (false, false)
        var fontsAreStruck: [Bool] = []
        try package.read(part) { event in
            switch event {
            case .start("fonts", _): isInFonts = true
            case .end("fonts"): isInFonts = false
            case .start("font", _) where isInFonts: fontsAreStruck.append(false)
            case .start("strike", let attributes) where isInFonts && !fontsAreStruck.isEmpty:
                fontsAreStruck[fontsAreStruck.count - 1] = RunFormat.isOn(attributes)
            case .start("numFmt", let attributes):
                if let id = attributes["numFmtId"].flatMap(Int.init) { codes[id] = attributes["formatCode"] }
            case .start("cellXfs", _): isInCells = true
            case .end("cellXfs"): isInCells = false
            case .start("xf", let attributes) where isInCells:
                let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
                let font = attributes["fontId"].flatMap(Int.init) ?? 0
                styles.append(
                    CellStyle(
                        format: NumberFormat(codes[id] ?? NumberFormat.builtIn[id] ?? "General"),
                        isStruck: fontsAreStruck.indices.contains(font) && fontsAreStruck[font]))
            default: break
            }
        }
        return styles
    }

    func table(_ index: Int) throws(OfficeRefusal) -> OfficeTable {
        var reader = SheetReader(
            table: OfficeTable(name: sheets[index].name), sharedTexts: sharedTexts, styles: styles,
            countsFrom1904: countsFrom1904)
        try package.read(sheets[index].part) { event throws(OfficeRefusal) in try reader.take(event) }
        return reader.table
    }

    /// A text of a cell as it is shown: `_x000D_` stands for a character that XML cannot hold, and line ends are one
    /// sign.
    static func plain(_ text: String) -> String {
        guard text.contains("_x") || text.contains("\r") else { return text }
        let characters = text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
            UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.output.0)
        }
        return characters.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

/// What a style does to a cell.
struct CellStyle: Sendable {
    var format = NumberFormat("General")
    /// Whether all of it is struck through.
    var isStruck = false
}

/// The text of a cell, and whether some of it was left out since it is struck through.
struct CellText: Sendable {
    private(set) var text = ""
    private(set) var isStruck = false
    /// Whether its parts have formats of their own.
    private var isRich = false

    mutating func append(_ more: String, _ run: RunFormat) {
        isRich = isRich || run.isGiven
        if run.isLeftOut {
            isStruck = true
        } else {
            text += run.shown(more, behind: text)
        }
    }

    /// Leaves all of it out where the cell is struck through.
    mutating func takeStyle(_ style: CellStyle) {
        if style.isStruck, !isRich, !text.isEmpty { (text, isStruck) = ("", true) }
    }
}

/// Puts the cells of a sheet together.
struct SheetReader {
    var table: OfficeTable
    let sharedTexts: [CellText]
    let styles: [CellStyle]
    let countsFrom1904: Bool

    private var row = 0
    private var column = 0
    private var isRowHidden = false
    private var cells: [OfficeTable.Cell] = []
    private var count = 0
    private var type = "n"
    private var style = 0
    private var value = CellText()
    private var run = RunFormat()
    private var isValue = false
    private var isReading = false
    private var hasFormula = false
    private var hidesRows = false

    init(table: OfficeTable, sharedTexts: [CellText], styles: [CellStyle], countsFrom1904: Bool) {
        (self.table, self.sharedTexts, self.styles) = (table, sharedTexts, styles)
        self.countsFrom1904 = countsFrom1904
    }

    mutating func take(_ event: XMLReader.Event) throws(OfficeRefusal) {
        run.take(event)
        switch event {
        case .text(let text): if isValue { value.append(text, run) }
        case .start("row", let attributes):
            row = attributes["r"].flatMap(Int.init) ?? row + 1
            (column, cells) = (-1, [])
            isRowHidden = hidesRows || ["1", "true"].contains(attributes["hidden"])
        case .end("row"):
            guard !cells.isEmpty else { return }
            table.rows.append(OfficeTable.Row(number: row, isHidden: isRowHidden, cells: cells))
        case .start("c", let attributes):
            column = attributes["r"].flatMap { OfficeTable.place($0)?.column } ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap(Int.init) ?? 0
            (value, hasFormula) = (CellText(), false)
        case .end("c"): try addCell()
        case .start("v", _), .start("t", _): isValue = !isReading
        case .end("v"), .end("t"): isValue = false
        case .start("rPh", _): isReading = true
        case .end("rPh"): isReading = false
        case .start("f", _): hasFormula = true
        case .start("sheetFormatPr", let attributes): hidesRows = ["1", "true"].contains(attributes["zeroHeight"])
        case .start("col", let attributes):
            guard ["1", "true"].contains(attributes["hidden"]), let first = attributes["min"].flatMap(Int.init),
                let last = attributes["max"].flatMap(Int.init), 1 <= first, first <= last
            else { return }
            table.hiddenColumns.append(first - 1...last - 1)
        case .start("mergeCell", let attributes):
            let ends = (attributes["ref"] ?? "").split(separator: ":").compactMap { OfficeTable.place($0) }
            guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return }
            guard table.merges.count < Limits.officeMerges else { throw .tooLarge }
            table.merges.append(
                .init(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
        default: break
        }
    }

    private mutating func addCell() throws(OfficeRefusal) {
        var cell = OfficeTable.Cell(column: column, text: "")
        let style = styles.indices.contains(style) ? styles[style] : CellStyle()
        var content = value
        if type == "s" {
            content = Int(value.text).flatMap { sharedTexts.indices.contains($0) ? sharedTexts[$0] : nil } ?? CellText()
        }
        content.takeStyle(style)
        if content.isStruck { table.struck.append(.init(row: row, column: column)) }
        let written = content.text
        switch type {
        case "b": cell.text = written.isEmpty ? "" : written == "1" ? "TRUE" : "FALSE"
        case "e": (cell.text, cell.fault) = (written, written.isEmpty ? nil : .error)
        case "n":
            cell.text = written.isEmpty ? "" : style.format.text(of: written, countsFrom1904: countsFrom1904)
            cell.isNumber = OfficeTable.Cell.isKept(Double(written), as: cell.text)
        // A text in the cell itself, one of those that cells share, what a formula says, or a date in ISO 8601.
        default: cell.text = Workbook.plain(written)
        }
        if hasFormula, value.text.isEmpty, type != "str" { (cell.text, cell.fault) = ("=", .notCalculated) }
        guard !cell.text.isEmpty else { return }
        guard cells.last.map({ $0.column < column }) ?? true, table.rows.last.map({ $0.number < row }) ?? true else {
            throw .damaged
        }
        count += 1
        guard count <= Limits.officeCells else { throw .tooLarge }
        cells.append(cell)
    }
}
