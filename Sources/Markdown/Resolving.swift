import Text

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

/// What a page does with the holes of a text.
package protocol DocumentPage {
    mutating func write(html: [UInt8])
    /// What becomes of a link or an image. Called once for each.
    mutating func resolve(_ link: MarkdownLink) -> ResolvedLink
    /// Called behind each link and image.
    mutating func close(_ link: MarkdownLink)
    mutating func draw(_ block: FencedBlock)
    /// Writes the title of a call-out.
    mutating func write(_ callout: CalloutKind)
}

extension MarkdownDocument {
    /// Writes the text to a page, which fills each hole as it comes.
    package func write<Page: DocumentPage>(to page: inout Page) {
        // Links cannot stand in links (CommonMark 6.3), so one closing tag is all there is to remember.
        var closing = ""
        for piece in pieces {
            switch piece {
            case .html(let bytes): page.write(html: bytes)
            case .linkStart(let index):
                var tag: [UInt8] = []
                switch page.resolve(links[index]) {
                case .anchor(let href, let attributes), .picture(let href, let attributes):
                    tag.append(anchorTo: href, title: links[index].title, attributes: attributes)
                    closing = "</a>"
                case .html(let before, let after):
                    tag += before.utf8
                    closing = after
                }
                page.write(html: tag)
            case .linkEnd(let index):
                page.write(html: Array(closing.utf8))
                page.close(links[index])
            case .image(let index):
                var tag: [UInt8] = []
                switch page.resolve(links[index]) {
                case .anchor(let href, let attributes), .picture(let href, let attributes):
                    tag.append(imageAt: href, of: links[index], attributes: attributes)
                case .html(let before, let after): tag += (before + after).utf8
                }
                page.write(html: tag)
                page.close(links[index])
            case .figure(let index):
                var figure: [UInt8] = []
                figure.append(figure: links[index], as: page.resolve(links[index]))
                page.write(html: figure)
                page.close(links[index])
            case .block(let index): page.draw(blocks[index])
            case .callout(let kind): page.write(kind)
            }
        }
    }

    /// The text as any other Markdown program would make of it: with its links as they stand and named blocks as code.
    package func plainHTML() -> [UInt8] {
        var page = PlainPage()
        write(to: &page)
        return page.output
    }
}

/// A page without a site around it.
private struct PlainPage: DocumentPage {
    var output: [UInt8] = []

    mutating func write(html: [UInt8]) { output += html }

    func resolve(_ link: MarkdownLink) -> ResolvedLink { .anchor(href: link.destination, attributes: "") }

    func close(_ link: MarkdownLink) {}

    mutating func draw(_ block: FencedBlock) {
        output.append("<pre><code class=\"language-")
        output.append(escaping: Array(block.name.utf8))
        output.append("\">")
        output.append(escaping: Array(block.content.utf8))
        output.append("</code></pre>\n")
    }

    mutating func write(_ callout: CalloutKind) {
        output += "<p class=\"callout-title\">\(callout.englishTitle)</p>\n".utf8
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
