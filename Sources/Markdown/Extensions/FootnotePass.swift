import CCmark
import Diagnostics

/// Which footnotes a text uses, in the order of their first marks: the number readers see.
struct FootnoteIndex {
    struct Used {
        /// An index into the layout's footnotes.
        var footnote: Int
        /// How many marks point to it.
        var references: Int
    }

    private(set) var used: [Used] = []
    private var positions: [Int: Int] = [:]

    /// Counts a mark.
    ///
    /// - Returns: The number of the footnote and that of the mark among its marks, both from 1.
    mutating func refer(to footnote: Int) -> (number: Int, reference: Int) {
        let position = positions[footnote] ?? used.count
        if position == used.count {
            positions[footnote] = position
            used.append(Used(footnote: footnote, references: 0))
        }
        used[position].references += 1
        return (position + 1, used[position].references)
    }

    func isUsed(_ footnote: Int) -> Bool { positions[footnote] != nil }
}

/// Makes references of the marks `[^x]` in the texts of a tree, as cmark-gfm does (`inlines.c`, `blocks.c`).
struct FootnotePass {
    private var index = FootnoteIndex()
    private var byLabel: [String: Int] = [:]
    private var diagnostics: [Diagnostic] = []
    private let layout: BlockLayout
    private let source: SourceLines

    /// Numbers follow the order of the text, footnotes included, each where it stands in the source.
    static func run(
        on parsed: borrowing ParsedText, source: SourceLines, diagnostics: inout [Diagnostic]
    ) -> FootnoteIndex {
        var pass = FootnotePass(layout: parsed.layout, source: source)
        parsed.forEachLeaf(in: source) { leaf, range in pass.visit(leaf, range) }
        pass.reportUnused()
        diagnostics += pass.diagnostics
        return pass.index
    }

    private init(layout: BlockLayout, source: SourceLines) {
        self.layout = layout
        self.source = source
        // The layout lists them as they were found, and a later reading may find an earlier one.
        let inOrder = layout.footnotes.indices.sorted {
            layout.footnotes[$0].range.lowerBound < layout.footnotes[$1].range.lowerBound
        }
        for index in inOrder {
            let key = FootnoteSyntax.key(of: layout.footnotes[index].label)
            // The first of several with one label counts, as with link reference definitions.
            if byLabel[key] == nil { byLabel[key] = index }
        }
    }

    private mutating func visit(_ leaf: CMarkNode, _ range: Range<Int>) {
        var leafSource = LeafSource(range, in: source)
        var walk = CMarkWalk(leaf)
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_TEXT else { continue }
            replaceMarks(in: node, &leafSource)
        }
    }

    private mutating func replaceMarks(in node: CMarkNode, _ leafSource: inout LeafSource) {
        var start = 0
        var written = 0
        let text = Array(node.literal)
        text.withUnsafeBufferPointer { text in
            while let (mark, label) = FootnoteSyntax.reference(in: text, from: start) {
                start = mark.upperBound
                let key = FootnoteSyntax.key(of: text[label])
                guard !key.isEmpty, !key.contains(where: \.isWhitespace) else { continue }
                let found = leafSource.nextText(UnsafeBufferPointer(rebasing: text[mark]), in: source)
                guard let footnote = byLabel[key] else {
                    reportUndefined(key, at: found)
                    continue
                }
                insertText(text[written..<mark.lowerBound], before: node)
                insertReference(to: footnote, before: node)
                written = mark.upperBound
            }
        }
        guard written > 0 else { return }
        insertText(text[written...], before: node)
        node.unlinkAndFree()
    }

    private func insertText(_ text: some Collection<UInt8>, before node: CMarkNode) {
        guard !text.isEmpty, let new = CMarkNode(cmark_node_new(CMARK_NODE_TEXT)) else { return }
        let string = text.map(CChar.init(bitPattern:)) + [0]
        cmark_node_set_literal(new.pointer, string)
        cmark_node_insert_before(node.pointer, new.pointer)
    }

    private mutating func insertReference(to footnote: Int, before node: CMarkNode) {
        guard let new = CMarkNode(cmark_node_new(CMARK_NODE_CUSTOM_INLINE)) else { return }
        let (number, reference) = index.refer(to: footnote)
        var html: [UInt8] = []
        html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
        html.append(escapingHref: layout.footnotes[footnote].label)
        html.append("\" id=\"fnref-")
        html.append(escapingHref: layout.footnotes[footnote].label)
        if reference > 1 { html += "-\(reference)".utf8 }
        html.append("\" data-footnote-ref>")
        html += String(number).utf8
        html.append("</a></sup>")
        cmark_node_set_on_enter(new.pointer, html.map(CChar.init(bitPattern:)) + [0])
        cmark_node_insert_before(node.pointer, new.pointer)
    }

    private mutating func reportUndefined(_ label: String, at range: Range<Int>) {
        diagnostics.append(
            Diagnostic(.undefinedFootnote(label), at: source.span(range), hint: .addFootnote(label)))
    }

    private mutating func reportUnused() {
        for (position, footnote) in layout.footnotes.enumerated() where !index.isUsed(position) {
            let label = String(decoding: footnote.label, as: UTF8.self)
            diagnostics.append(
                Diagnostic(.unusedFootnote(label), at: source.span(footnote.range), hint: .addFootnoteMark(label)))
        }
    }
}
