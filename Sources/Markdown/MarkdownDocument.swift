import Diagnostics

/// A text that was read once and can be written on many pages.
///
/// What is the same everywhere is HTML already; what depends on the page (the address of a link, the words
/// of the interface, the blocks drawn by the site) is a hole between two pieces.
package struct MarkdownDocument: Sendable, Hashable {
    package enum Piece: Sendable, Hashable {
        case html([UInt8])
        /// Before and after the content of `links[index]`.
        case linkStart(Int)
        case linkEnd(Int)
        /// The whole of the image `links[index]`.
        case image(Int)
        /// The whole of a paragraph that holds nothing but the image `links[index]`, which has a title.
        case figure(Int)
        /// The whole of `blocks[index]`.
        case block(Int)
        /// The title of a call-out, right after its opening tag.
        case callout(CalloutKind)
    }

    package var pieces: [Piece]
    /// Links and images in the order in which they are written.
    package var links: [MarkdownLink]
    package var blocks: [FencedBlock]
    package var headings: [MarkdownHeading]
    package var sections: [MarkdownSection]

    /// Reads a text of blocks.
    ///
    /// - Parameters:
    ///   - path: The file, for the spans of links, blocks and diagnostics.
    ///   - offset: Where in that file the bytes begin, so that a body after front matter has true spans.
    package init(
        parsing bytes: [UInt8], options: MarkdownOptions = MarkdownOptions(), path: String, offset: Int = 0,
        diagnostics: inout [Diagnostic]
    ) {
        self.init(
            parsing: bytes, options: options, path: path, offset: offset, inline: false, diagnostics: &diagnostics)
    }

    /// Reads the text of a one-line field: a single paragraph is written without `<p>`, anything else as blocks.
    package init(
        parsingInline bytes: [UInt8], options: MarkdownOptions = MarkdownOptions(), path: String, offset: Int = 0,
        diagnostics: inout [Diagnostic]
    ) {
        self.init(parsing: bytes, options: options, path: path, offset: offset, inline: true, diagnostics: &diagnostics)
    }

    package init(
        pieces: [Piece], links: [MarkdownLink], blocks: [FencedBlock], headings: [MarkdownHeading],
        sections: [MarkdownSection]
    ) {
        self.pieces = pieces
        self.links = links
        self.blocks = blocks
        self.headings = headings
        self.sections = sections
    }

    /// Whether another text is the same on every page, wherever in their files both stand.
    package func isSame(as other: MarkdownDocument) -> Bool {
        pieces == other.pieces
            && links.elementsEqual(other.links) {
                ($0.destination, $0.title, $0.alt) == ($1.destination, $1.title, $1.alt)
            } && blocks.elementsEqual(other.blocks) { ($0.name, $0.content) == ($1.name, $1.content) }
    }

    /// The text of all sections, without headings.
    package var plainText: String {
        sections.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
