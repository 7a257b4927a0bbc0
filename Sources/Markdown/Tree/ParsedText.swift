import CCmark

/// libcmark's tree of a text, and what the extensions take out of it: the inlines of table cells and the texts
/// of footnotes.
struct ParsedText: ~Copyable {
    let tree: CMarkTree
    let layout: BlockLayout
    /// Headings that hold the inlines of cells.
    let cells: [CMarkNode]
    /// The items that hold the texts of footnotes, once they were taken out.
    private(set) var footnotes: [Int: CMarkNode] = [:]
    /// They own what was taken out.
    private let cellRoot: CMarkNode?
    private let footnoteRoot: CMarkNode?

    /// Takes the headings of cells out of the tree.
    init(tree: consuming CMarkTree, layout: BlockLayout) {
        var cells: [CMarkNode] = []
        cellRoot = layout.leadingLines == 0 ? nil : CMarkNode(cmark_node_new(CMARK_NODE_DOCUMENT))
        footnoteRoot = layout.footnotes.isEmpty ? nil : CMarkNode(cmark_node_new(CMARK_NODE_LIST))
        if let cellRoot {
            for _ in 0..<layout.leadingLines {
                guard let heading = tree.root.firstChild, heading.type == CMARK_NODE_HEADING else { break }
                cmark_node_append_child(cellRoot.pointer, heading.pointer)
                cells.append(heading)
            }
        }
        self.tree = tree
        self.layout = layout
        self.cells = cells
    }

    deinit {
        if let cellRoot { cmark_node_free(cellRoot.pointer) }
        if let footnoteRoot { cmark_node_free(footnoteRoot.pointer) }
    }

    /// The tree and the roots of what was taken out of it.
    var roots: [CMarkNode] { [tree.root, cellRoot, footnoteRoot].compactMap { $0 } }

    /// Takes the texts of footnotes out of the tree, those inside others as well.
    mutating func takeOutFootnotes() {
        guard let footnoteRoot else { return }
        var walk = CMarkWalk(tree.root)
        while let (node, entering) = walk.next() {
            if entering, let footnote = layout.footnote(at: node) { footnotes[footnote] = node }
        }
        for footnote in layout.footnotes.indices {
            guard let item = footnotes[footnote], let list = item.parent else { continue }
            cmark_node_append_child(footnoteRoot.pointer, item.pointer)
            if list.firstChild == nil { list.unlinkAndFree() }
        }
    }

    /// Every paragraph, heading and cell's heading, with the range of its source.
    func forEachLeaf(in source: SourceLines, _ body: (CMarkNode, Range<Int>) -> Void) {
        var walk = CMarkWalk(tree.root)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            let line = node.startLine - layout.leadingLines
            if node.isParagraphOrHeading {
                body(node, source.lines(line, through: max(line, node.endLine - layout.leadingLines)))
                // Its inlines may be others now.
                walk.skipChildren(of: node)
            } else if node.type == CMARK_NODE_HTML_BLOCK, let table = layout.tables[line] {
                for cell in table.rows.joined() {
                    if let heading = cell.heading, cells.indices.contains(heading) { body(cells[heading], cell.range) }
                }
            }
        }
    }
}
