import CCmark

/// A pipe table as found in the source.
struct TableLayout {
    struct Cell {
        /// The cell's text in the source.
        var range: Range<Int>
        /// Which of the headings put before the text holds its inlines; `nil` if it is empty.
        var heading: Int?
    }

    var alignments: [TableAlignment]
    /// The header first; every row has as many cells as there are alignments.
    var rows: [[Cell]]
}

/// What the extensions found in the source, and the text that libcmark is to read in its place.
///
/// libcmark knows neither tables nor footnotes, and its tree keeps too little to find them afterwards: a
/// table reads as a paragraph, a footnote as a link reference definition. So they are rewritten before
/// libcmark reads the text, line for line, as blocks that behave the same towards their surroundings:
///
/// - Each line of a table becomes an empty comment, which like a table interrupts a paragraph and takes no
///   lazy continuation. The text of its cells goes before the document as headings, one a line. That way
///   libcmark itself reads the inlines of cells, with the reference definitions of the whole text in scope,
///   however deep in lists or quotes either stands; a heading keeps its text as it is, whatever it begins with.
/// - The mark of a footnote's text, `[^x]:`, becomes the marker of a list item with the same indentation.
struct BlockLayout {
    /// Where libcmark says that a rewritten footnote begins.
    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    struct Footnote {
        var label: [UInt8]
        /// The mark in the source, `[^x]`.
        var range: Range<Int>
    }

    /// By the line of the header.
    var tables: [Int: TableLayout] = [:]
    /// The inlines of cells, without the heading marks.
    var cellTexts: [[UInt8]] = []
    /// Lines that are nothing but an empty comment now.
    var commentLines: Set<Int> = []
    /// Rows with more cells than the header, whose last ones nobody would see: those cells in the source.
    var lostCells: [(range: Range<Int>, cells: Int, columns: Int)] = []
    /// Cells that end within code or the words of a link.
    var cutCells: [Range<Int>] = []
    var footnotes: [Footnote] = []
    private var footnotesByPlace: [Place: Int] = [:]
    private var footnoteLines: Set<Int> = []

    /// Lines put before the source.
    var leadingLines: Int { cellTexts.count }

    mutating func add(_ footnote: Footnote, at place: Place) {
        footnotesByPlace[place] = footnotes.count
        footnoteLines.insert(place.line)
        footnotes.append(footnote)
    }

    /// Whether a footnote begins on a line of the source.
    func hasFootnote(onLine line: Int) -> Bool { footnoteLines.contains(line) }

    /// The footnote whose text a list item holds.
    func footnote(at item: CMarkNode) -> Int? {
        guard !footnotes.isEmpty, item.type == CMARK_NODE_ITEM else { return nil }
        return footnotesByPlace[Place(line: item.startLine - leadingLines, column: item.startColumn)]
    }

    /// The cells as headings. The closing mark keeps a mark at the end of a cell's own text from being
    /// read as one (CommonMark 4.2).
    var cellHeadings: [UInt8] {
        cellTexts.reduce(into: []) { text, cell in
            text += "# ".utf8
            text += cell
            text += " #\n".utf8
        }
    }
}
