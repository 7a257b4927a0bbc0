import CCmark
import Diagnostics
import Text

/// Writes libcmark's tree as HTML, byte for byte as `cmark_render_html` does where no extension is involved.
///
/// It is written anew rather than called because the output has holes, and because anchors, tables and
/// footnotes come in while it is written. The tree is walked, never recursed into.
struct HTMLRenderer {
    let source: SourceLines
    let options: MarkdownOptions
    let layout: BlockLayout
    let footnotes: FootnoteIndex
    /// The items that hold the texts of footnotes.
    let footnoteItems: [Int: CMarkNode]
    /// The headings that hold the inlines of table cells.
    let cells: [CMarkNode]

    var output: [UInt8] = []
    var pieces: [MarkdownDocument.Piece] = []
    var links: [MarkdownLink] = []
    var blocks: [FencedBlock] = []
    var headings: [MarkdownHeading] = []
    var sections: [MarkdownSection] = []
    var diagnostics: [Diagnostic] = []

    var anchors = HeadingAnchors()
    var sectionText = PlainText()
    /// The source of the paragraph, heading or cell that is being written.
    var leaf: LeafSource
    /// The link being written, if it is a hole: links cannot stand in links.
    var openLink: Int?
    /// The paragraph whose tags are left out, because a one-line field is written.
    var bareParagraph: CMarkNode?

    /// The image whose paragraph is a hole as a whole.
    var captionedImage: CMarkNode?

    /// The footnote whose way back is not written yet, and its last block.
    var pendingBackReferences: (position: Int, last: CMarkNode?)?

    init(
        source: SourceLines, options: MarkdownOptions, layout: BlockLayout, footnotes: FootnoteIndex,
        cells: [CMarkNode], footnoteItems: [Int: CMarkNode]
    ) {
        self.source = source
        leaf = LeafSource(0..<0, in: source)
        self.options = options
        self.layout = layout
        self.footnotes = footnotes
        self.cells = cells
        self.footnoteItems = footnoteItems
    }

    /// Writes a node and all below it.
    mutating func render(_ root: CMarkNode) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            if node.type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue {
                renderBlock(node, entering: entering)
            } else if renderInline(node, entering: entering) == .skipChildren {
                walk.skipChildren(of: node)
            }
        }
    }

    enum Continuation {
        case goOn, skipChildren
    }

    /// Begins a line, as cmark's `cr`. What fills a block's hole ends its line itself.
    mutating func beginLine() {
        if let last = output.last {
            if last != 0x0A { output.append(0x0A) }
        } else if case .linkStart? = pieces.last {
            output.append(0x0A)
        } else if case .linkEnd? = pieces.last {
            output.append(0x0A)
        } else if case .image? = pieces.last {
            output.append(0x0A)
        }
    }

    /// Leaves a hole.
    mutating func append(_ piece: MarkdownDocument.Piece) {
        endPiece()
        pieces.append(piece)
    }

    /// Keeps what was written since the last hole, in as many bytes as it has: the room to write in is larger, and used again.
    private mutating func endPiece() {
        guard !output.isEmpty else { return }
        pieces.append(.html(output.fitted))
        output.removeAll(keepingCapacity: true)
    }

    /// Ends the section before a heading, or the last one.
    mutating func endSection() {
        let text = sectionText.take()
        let heading = headings.isEmpty ? nil : headings.count - 1
        if heading != nil || !text.isEmpty { sections.append(MarkdownSection(heading: heading, text: text)) }
    }

    /// Writes what stands at the end of the text.
    mutating func finish() {
        renderFootnotes()
        endSection()
        endPiece()
        (pieces, links, sections) = (pieces.fitted, links.fitted, sections.fitted)
    }

    /// The line of the source a node begins on.
    func line(of node: CMarkNode) -> Int { node.startLine - layout.leadingLines }

    /// The lines of the source a paragraph or heading stands on, with what stands before it.
    func lines(of node: CMarkNode) -> Range<Int> {
        source.lines(line(of: node), through: max(line(of: node), node.endLine - layout.leadingLines))
    }

    /// Where a block begins, behind the markers of what it stands in.
    func start(of node: CMarkNode) -> Int {
        let content = source.content(line(of: node))
        // Behind the mark of a footnote, which was rewritten, columns are not those of the source.
        if layout.hasFootnote(onLine: line(of: node)) { return content.lowerBound }
        return min(content.lowerBound + max(node.startColumn - 1, 0), content.upperBound)
    }
}
