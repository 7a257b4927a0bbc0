import CCmark
import Diagnostics
import Text

extension MarkdownDocument {
    /// Reads a text: finds the blocks of extensions, has libcmark read the rest, passes over its tree, writes it.
    init(
        parsing bytes: [UInt8], options: MarkdownOptions, path: String, offset: Int, inline: Bool,
        diagnostics: inout [Diagnostic]
    ) {
        let source = SourceLines(bytes, path: path, offset: offset)
        if let problem = TextBounds.problem(in: source) {
            diagnostics.append(problem)
            self.init(pieces: [], links: [], blocks: [], headings: [], sections: [])
            return
        }
        var finder = BlockFinder(source, isEnabled: options.extensions)
        let escapes = options.extensions ? EscapeMarks(for: bytes) : nil
        guard var parsed = finder.read(marking: escapes) else {
            self.init(pieces: [], links: [], blocks: [], headings: [], sections: [])
            return
        }
        var footnotes = FootnoteIndex()
        if options.extensions {
            let mayHoldEmphasis = bytes.contains(UInt8(ascii: "*"))
            if mayHoldEmphasis { for root in parsed.roots { EmphasisMarks.unmark(root) } }
            TaskListPass.run(on: parsed.tree.root, source: source, layout: parsed.layout)
            CalloutPass.run(on: parsed.tree.root)
            footnotes = FootnotePass.run(on: parsed, source: source, diagnostics: &diagnostics)
            parsed.takeOutFootnotes()
            let mayHoldTildes = bytes.contains(UInt8(ascii: "~"))
            let mayHoldAddresses = bytes.holds("://")
            diagnostics += MarkdownLint.problems(in: parsed, source: source, isField: inline)
            for root in parsed.roots {
                if mayHoldAddresses { AddressPass.run(on: root) }
                if mayHoldTildes { StrikethroughPass.run(on: root) }
                escapes?.unmark(root)
            }
        }
        var renderer = HTMLRenderer(
            source: source, options: options, layout: parsed.layout, footnotes: footnotes, cells: parsed.cells,
            footnoteItems: parsed.footnotes)
        if inline, parsed.layout.footnotes.isEmpty, let only = parsed.tree.root.firstChild, only.next == nil,
            only.type == CMARK_NODE_PARAGRAPH
        {
            renderer.bareParagraph = only
        }
        renderer.render(parsed.tree.root)
        renderer.finish()
        diagnostics += renderer.diagnostics
        self.init(
            pieces: renderer.pieces, links: renderer.links, blocks: renderer.blocks, headings: renderer.headings,
            sections: renderer.sections)
    }
}
