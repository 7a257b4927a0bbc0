import Text

/// A paragraph of the running text of a document: outside tables, and with something in it.
package struct OfficeParagraph: Sendable, Equatable {
    /// Counted from 1.
    package var number: Int
    package var text = ""
    /// What Word itself puts before it, which is no text: `一、`, `（二）`, `3.`
    package var label: String?
    /// 1 for a heading of the first order; nil for what is no heading.
    package var outline: Int?
    /// Whether all of it is bold.
    package var isBold = false
    /// How many tables stand before it.
    package var tablesAbove = 0
}

/// A document, of which tables are read at once and running text when somebody asks for it.
package struct OfficeDocument: Sendable {
    private let package: OfficePackage
    private let main: String
    let tables: [OfficeTable]

    init(_ package: OfficePackage, main: String) throws(OfficeRefusal) {
        (self.package, self.main) = (package, main)
        tables = try documentTables(of: package, main: main)
    }

    /// The running text (WordprocessingML, ECMA-376 part 1, 17.3), with the numbers of its lists. A line end within a
    /// paragraph ends it; text boxes, tables of contents, what tracked changes took away, and what is struck through or hidden
    /// are left out.
    func paragraphs() throws(OfficeRefusal) -> [OfficeParagraph] {
        var styles = DocumentStyles()
        var numbering = DocumentNumbering()
        for relation in try package.relations(of: main).values where package.has(relation.target) {
            if relation.type.hasSuffix("/styles") {
                try package.read(relation.target) { event in styles.take(event) }
            } else if relation.type.hasSuffix("/numbering") {
                try package.read(relation.target) { event in numbering.take(event) }
            }
        }
        var reader = ParagraphReader(styles: styles, numbering: numbering)
        try package.readCurrent(main) { event throws(OfficeRefusal) in try reader.take(event) }
        return reader.paragraphs
    }
}

private struct ParagraphReader {
    let styles: DocumentStyles
    var numbering: DocumentNumbering
    private(set) var paragraphs: [OfficeParagraph] = []
    /// How many elements are open whose text is none of the running text.
    private var passedOver = 0
    /// How many tables are open, one in the other, and how many began that stand in none.
    private var openTables = 0
    private var tables = 0
    private var properties = ParagraphProperties()
    private var style = ParagraphProperties()
    private var isPassedOver = false
    private var isInRun = false
    private var isRunBold: Bool?
    private var run = RunFormat()
    private var isText = false
    private var text = ""
    private var label: String?
    /// Whether some of the text is not bold.
    private var hasPlain = false

    init(styles: DocumentStyles, numbering: DocumentNumbering) {
        (self.styles, self.numbering) = (styles, numbering)
    }

    mutating func take(_ event: XMLReader.Event) throws(OfficeRefusal) {
        run.take(event)
        switch event {
        case .start("tbl", _):
            tables += openTables == 0 ? 1 : 0
            (passedOver, openTables) = (passedOver + 1, openTables + 1)
        case .end("tbl"): (passedOver, openTables) = (passedOver - 1, openTables - 1)
        case .start("txbxContent", _): passedOver += 1
        case .end("txbxContent"): passedOver -= 1
        case _ where passedOver > 0: return
        case .start("p", _): (properties, style, label, isPassedOver) = (.init(), .init(), nil, false)
        case .end("pPr"): settle()
        case .end("p"): try endLine()
        case .start("r", _): (isInRun, isRunBold) = (true, nil)
        case .end("r"): isInRun = false
        case .start("t", _): isText = true
        case .end("t"): isText = false
        case .start("tab", _) where isInRun: text += text.isEmpty ? "" : " "
        case .start("br", _), .start("cr", _): try endLine()
        case .start("noBreakHyphen", _): text += "-"
        case .start("rStyle", let attributes) where isInRun:
            isRunBold = isRunBold ?? attributes["val"].flatMap { styles.resolved($0).isBold }
        case .start("b", let attributes) where isInRun: isRunBold = ParagraphProperties.isOn(attributes)
        case .start(let name, let attributes) where !isInRun: properties.take(name, attributes)
        case .text(let more) where isText && !run.isLeftOut:
            text += run.shown(more, behind: text)
            if !(isRunBold ?? style.isBold ?? false), more.contains(where: { !$0.isWhitespace }) { hasPlain = true }
        default: return
        }
    }

    /// Works out what the style and the list say of the paragraph that begins.
    private mutating func settle() {
        style = properties.style.map { styles.resolved($0) } ?? .init()
        isPassedOver = style.isContents
        guard let list = properties.list ?? style.list else { return }
        label = numbering.label(list: list, level: properties.level ?? style.level ?? 0)
    }

    private mutating func endLine() throws(OfficeRefusal) {
        defer { (text, label, hasPlain) = ("", nil, false) }
        guard !isPassedOver, text.contains(where: { !$0.isWhitespace }) else { return }
        guard paragraphs.count < Limits.officeCells else { throw .tooLarge }
        paragraphs.append(
            OfficeParagraph(
                number: paragraphs.count + 1, text: text, label: label, outline: properties.outline ?? style.outline,
                isBold: !hasPlain, tablesAbove: tables))
    }
}
