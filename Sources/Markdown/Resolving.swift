/// What a page makes of a link or an image.
package enum ResolvedLink: Sendable, Hashable {
    /// An ordinary `<a>` or `<img>`. The address is escaped here; `attributes` is ready HTML that begins with
    /// a space, such as ` class="x"`.
    case anchor(href: String, attributes: String)
    /// The file of an image, as for `anchor`. Alone in its paragraph, its title becomes its caption.
    case picture(source: String, attributes: String)
    /// Ready HTML in place of `<a …>` and `</a>`, or of the whole `<img>`.
    case html(before: String, after: String)
}

extension MarkdownDocument {
    /// Writes the text for one page, asking for each hole.
    ///
    /// - Parameters:
    ///   - link: Resolves `links[index]`, links and images alike. Called once per link.
    ///   - block: The HTML of `blocks[index]`.
    ///   - callout: The HTML of a call-out's title; the English word unless given.
    package func html(
        link: (MarkdownLink, Int) -> ResolvedLink,
        block: (FencedBlock, Int) -> [UInt8],
        callout: (CalloutKind) -> [UInt8] = MarkdownDocument.englishTitle
    ) -> [UInt8] {
        var output: [UInt8] = []
        // Links cannot stand in links (CommonMark 6.3), so one closing tag is all there is to remember.
        var closing = ""
        for piece in pieces {
            switch piece {
            case .html(let bytes):
                output += bytes
            case .linkStart(let index):
                switch link(links[index], index) {
                case .anchor(let href, let attributes), .picture(let href, let attributes):
                    output.append(anchorTo: href, title: links[index].title, attributes: attributes)
                    closing = "</a>"
                case .html(let before, let after):
                    output += before.utf8
                    closing = after
                }
            case .linkEnd:
                output += closing.utf8
            case .image(let index):
                switch link(links[index], index) {
                case .anchor(let href, let attributes), .picture(let href, let attributes):
                    output.append(imageAt: href, of: links[index], attributes: attributes)
                case .html(let before, let after):
                    output += (before + after).utf8
                }
            case .figure(let index):
                output.append(figure: links[index], as: link(links[index], index))
            case .block(let index):
                output += block(blocks[index], index)
            case .callout(let kind):
                output += callout(kind)
            }
        }
        return output
    }

    /// Writes the text with its links as they stand and named blocks as code: what any other Markdown
    /// program would make of it.
    package func plainHTML() -> [UInt8] {
        html(
            link: { link, _ in .anchor(href: link.destination, attributes: "") },
            block: { block, _ in
                var output: [UInt8] = []
                output.append("<pre><code class=\"language-")
                output.append(escaping: Array(block.name.utf8))
                output.append("\">")
                output.append(escaping: Array(block.content.utf8))
                output.append("</code></pre>\n")
                return output
            })
    }

    /// The title of a call-out where there is no site to translate it.
    package static func englishTitle(of kind: CalloutKind) -> [UInt8] {
        Array("<p class=\"callout-title\">\(kind.englishTitle)</p>\n".utf8)
    }
}

extension [UInt8] {
    fileprivate mutating func append(anchorTo href: String, title: String?, attributes: String) {
        append("<a href=\"")
        append(escapingHref: Array(href.utf8))
        if let title {
            append("\" title=\"")
            append(escaping: Array(title.utf8))
        }
        append("\"")
        append(contentsOf: attributes.utf8)
        append(UInt8(ascii: ">"))
    }

    /// A figure with its caption, or the paragraph of CommonMark.
    fileprivate mutating func append(figure link: MarkdownLink, as resolved: ResolvedLink) {
        switch resolved {
        case .picture(let source, let attributes):
            var image = link
            image.title = nil
            append("<figure>")
            append(imageAt: source, of: image, attributes: attributes)
            append("<figcaption>")
            append(escaping: Array((link.title ?? "").utf8))
            append("</figcaption></figure>\n")
        case .anchor(let href, let attributes):
            append("<p>")
            append(imageAt: href, of: link, attributes: attributes)
            append("</p>\n")
        case .html(let before, let after):
            append("<p>")
            append(contentsOf: (before + after).utf8)
            append("</p>\n")
        }
    }

    fileprivate mutating func append(imageAt source: String, of link: MarkdownLink, attributes: String) {
        append("<img src=\"")
        append(escapingHref: Array(source.utf8))
        append("\" alt=\"")
        append(escaping: Array(link.alt.utf8))
        if let title = link.title {
            append("\" title=\"")
            append(escaping: Array(title.utf8))
        }
        append("\"")
        append(contentsOf: attributes.utf8)
        append(" />")
    }
}
