import CCmark
import Diagnostics
import Text

extension CMarkNode {
    /// The text at one end of an inline; nil where something else stands there.
    fileprivate func textAtEdge(_ child: KeyPath<CMarkNode, CMarkNode?>) -> UnsafeBufferPointer<UInt8>? {
        var node = self
        while let inner = node[keyPath: child], node.type != CMARK_NODE_IMAGE { node = inner }
        return node.type == CMARK_NODE_TEXT ? node.literal : nil
    }
}

extension HTMLRenderer {
    /// Writes what begins or ends with an inline.
    mutating func renderInline(_ node: CMarkNode, entering: Bool) -> Continuation {
        switch node.type {
        case CMARK_NODE_TEXT:
            output.append(escaping: node.literal)
            sectionText.append(node.literal)
        case CMARK_NODE_LINEBREAK:
            output.append("<br />\n")
            sectionText.appendBreak()
        case CMARK_NODE_SOFTBREAK:
            if !options.extensions || !joinsLines(node) { output.append(0x0A) }
            sectionText.appendBreak()
        case CMARK_NODE_CODE:
            output.append("<code>")
            output.append(escaping: node.literal)
            output.append("</code>")
            sectionText.append(node.literal)
        case CMARK_NODE_HTML_INLINE: renderInlineHTML(node)
        case CMARK_NODE_CUSTOM_INLINE: output += entering ? node.customStart : node.customEnd
        case CMARK_NODE_STRONG: entering ? output.append("<strong>") : output.append("</strong>")
        case CMARK_NODE_EMPH: entering ? output.append("<em>") : output.append("</em>")
        case CMARK_NODE_LINK: renderLink(node, entering: entering)
        case CMARK_NODE_IMAGE:
            renderImage(node)
            return .skipChildren
        default: break
        }
        return .goOn
    }

    /// Whether the line ends between Chinese characters, so that browsers must not make a space of it.
    private func joinsLines(_ softBreak: CMarkNode) -> Bool {
        guard let before = softBreak.previous?.textAtEdge(\.lastChild),
            let after = softBreak.next?.textAtEdge(\.firstChild)
        else { return false }
        return before.joinsLine(before: after)
    }

    private mutating func renderInlineHTML(_ node: CMarkNode) {
        guard !options.allowsRawHTML else {
            output += node.literal
            return
        }
        // The one tag that nothing in Markdown stands for in the cell of a table.
        let tag = String(decoding: node.literal, as: UTF8.self).lowercased()
        if options.extensions, ["<br>", "<br/>", "<br />"].contains(tag) {
            output.append("<br />")
            sectionText.appendBreak()
            _ = leaf.nextMarkup(node.literal, in: source)
            return
        }
        output.append("<!-- raw HTML omitted -->")
        reportRawHTML(at: leaf.nextMarkup(node.literal, in: source))
    }

    private mutating func renderLink(_ node: CMarkNode, entering: Bool) {
        guard entering else {
            // Destinations stand after their texts, so they are found in the order of closing brackets.
            let range = leaf.nextDestination(node.url, in: source)
            if let index = openLink {
                append(.linkEnd(index))
                links[index].span = source.span(range)
                openLink = nil
            } else {
                output.append("</a>")
                reportIfDangerous(node, at: range)
            }
            return
        }
        let kind = AddressKind(of: node.url)
        if kind == .dependent {
            openLink = links.count
            append(.linkStart(links.count))
            links.append(
                MarkdownLink(
                    destination: String(decoding: node.url, as: UTF8.self),
                    title: title(of: node).map { String(decoding: $0, as: UTF8.self) },
                    text: PlainText.of(node), span: source.span(leaf.firstLine)))
            return
        }
        output.append("<a href=\"")
        if kind != .dangerous { output.append(escapingHref: node.url) }
        appendTitle(of: node)
        output.append("\">")
    }

    private mutating func renderImage(_ node: CMarkNode) {
        // Addresses inside the description are passed over, so that those after it are found in their places.
        var walk = CMarkWalk(node)
        while let (inner, entering) = walk.next() {
            if !entering, inner.isLinkOrImage, inner != node { _ = leaf.nextDestination(inner.url, in: source) }
        }
        let range = leaf.nextDestination(node.url, in: source)
        let alt = PlainText.alternative(of: node)
        sectionText.append(alt)
        if alt.allSatisfy(\.isASCIIWhitespace) { reportMissingAlt(at: range) }
        if isHole(node) {
            let alt = String(decoding: alt, as: UTF8.self)
            if node == captionedImage {
                append(.figure(links.count))
                sectionText.endLine()
                sectionText.append(node.title)
            } else {
                append(.image(links.count))
            }
            links.append(
                MarkdownLink(
                    destination: String(decoding: node.url, as: UTF8.self),
                    title: title(of: node).map { String(decoding: $0, as: UTF8.self) },
                    text: alt, span: source.span(range), isImage: true, alt: alt))
            return
        }
        reportIfDangerous(node, at: range)
        output.append("<img src=\"")
        if AddressKind(of: node.url) != .dangerous { output.append(escapingHref: node.url) }
        output.append("\" alt=\"")
        output.append(escaping: alt)
        appendTitle(of: node)
        output.append("\" />")
    }

    /// Whether an image is left to the site: it says whether a page may show a picture of another site; `data:`
    /// asks nobody.
    func isHole(_ image: CMarkNode) -> Bool {
        switch AddressKind(of: image.url) {
        case .dependent: true
        case .independent: image.url.first.map { $0 | 0x20 } != UInt8(ascii: "d")
        case .dangerous: false
        }
    }

    private mutating func reportMissingAlt(at range: Range<Int>) {
        // CommonMark has nothing to say about it.
        guard options.extensions else { return }
        diagnostics.append(
            Diagnostic(.missingAlt, at: source.span(range), hint: .describeImage))
    }

    private mutating func reportIfDangerous(_ node: CMarkNode, at range: Range<Int>) {
        guard AddressKind(of: node.url) == .dangerous else { return }
        diagnostics.append(
            Diagnostic(
                .dangerousURL(String(decoding: node.url, as: UTF8.self)), at: source.span(range), hint: .removeLink))
    }

    private mutating func appendTitle(of node: CMarkNode) {
        guard let title = title(of: node) else { return }
        output.append("\" title=\"")
        output.append(escaping: title)
    }

    /// libcmark answers "" both for no title and for an empty one, but writes the empty one, so it is asked
    /// to write the link where the source has something like an empty title at all.
    private func title(of node: CMarkNode) -> UnsafeBufferPointer<UInt8>? {
        let title = node.title
        guard title.isEmpty else { return title }
        guard source.mayHoldEmptyTitles, let html = cmark_render_html(node.pointer, CMARK_OPT_UNSAFE) else {
            return nil
        }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        let text = String(cString: html)
        let isWritten =
            node.type == CMARK_NODE_IMAGE
            ? text.hasSuffix("\" title=\"\" />")
            : text.prefix { $0 != ">" }.hasSuffix("\" title=\"\"")
        return isWritten ? title : nil
    }
}
