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

    /// Whether the text is another one in which some words became a link, and everything else is what it was.
    ///
    /// - Parameter destination: of the new link alone.
    package func isSame(as other: MarkdownDocument, butForLinkTo destination: String) -> Bool {
        let new = links.indices.filter { links[$0].destination == destination && !links[$0].isImage }
        guard new.count == 1, let added = new.first else { return false }
        var rest = self
        rest.links.remove(at: added)
        rest.pieces = pieces.compactMap { $0.without(added) }.joiningHTML
        var joined = other
        joined.pieces = other.pieces.joiningHTML
        return rest.isSame(as: joined)
    }

    /// The text of all sections, without headings.
    package var plainText: String {
        sections.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension MarkdownDocument.Piece {
    /// The piece in a text without one of its links; nil for the ends of that link.
    fileprivate func without(_ link: Int) -> Self? {
        func number(_ index: Int) -> Int { index > link ? index - 1 : index }
        switch self {
        case .linkStart(link), .linkEnd(link): return nil
        case .linkStart(let index): return .linkStart(number(index))
        case .linkEnd(let index): return .linkEnd(number(index))
        case .image(let index): return .image(number(index))
        case .figure(let index): return .figure(number(index))
        case .html, .block, .callout: return self
        }
    }
}

extension [MarkdownDocument.Piece] {
    fileprivate var joiningHTML: [MarkdownDocument.Piece] {
        reduce(into: []) { pieces, piece in
            if case .html(let bytes) = piece, case .html(let before)? = pieces.last {
                pieces[pieces.count - 1] = .html(before + bytes)
            } else {
                pieces.append(piece)
            }
        }
    }
}
