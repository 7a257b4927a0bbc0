import CCmark
import Diagnostics
import Text

extension HTMLRenderer {
    /// Writes what begins or ends with a block.
    mutating func renderBlock(_ node: CMarkNode, entering: Bool) {
        switch node.type {
        case CMARK_NODE_BLOCK_QUOTE: renderQuote(node, entering: entering)
        case CMARK_NODE_LIST: renderList(node, entering: entering)
        case CMARK_NODE_ITEM: renderItem(node, entering: entering)
        case CMARK_NODE_HEADING: renderHeading(node, entering: entering)
        case CMARK_NODE_CODE_BLOCK: renderCode(node)
        case CMARK_NODE_HTML_BLOCK: renderHTMLBlock(node)
        case CMARK_NODE_THEMATIC_BREAK:
            beginLine()
            output.append("<hr />\n")
        case CMARK_NODE_PARAGRAPH: renderParagraph(node, entering: entering)
        default: break
        }
    }

    private mutating func renderQuote(_ node: CMarkNode, entering: Bool) {
        beginLine()
        if let kind = CalloutPass.kind(of: node) {
            guard entering else {
                output.append("</aside>\n")
                return
            }
            output.append("<aside class=\"callout callout-")
            output += kind.rawValue.utf8
            output.append("\" data-callout=\"")
            output += kind.rawValue.utf8
            output.append("\">\n")
            append(.callout(kind))
        } else if entering {
            output.append("<blockquote>\n")
        } else {
            output.append("</blockquote>\n")
        }
    }

    /// Headings get an anchor with extensions on; without, they are as cmark writes them.
    private mutating func renderHeading(_ node: CMarkNode, entering: Bool) {
        let level = Int(cmark_node_get_heading_level(node.pointer))
        let digit = UInt8(ascii: "0") + UInt8(clamping: level)
        guard entering else {
            output.append("</h")
            output.append(digit)
            output.append(">\n")
            // What the walk collected is the heading's own text, which is no part of its section.
            sectionText = PlainText()
            return
        }
        beginLine()
        endSection()
        let range = lines(of: node)
        leaf = LeafSource(range, in: source)
        let span = source.span(source.trimmed(start(of: node)..<range.upperBound))
        let text = PlainText.of(node)
        output.append("<h")
        output.append(digit)
        if options.extensions {
            let id = anchors.anchor(for: text)
            output.append(" id=\"")
            output.append(escaping: Array(id.utf8))
            output.append("\"")
            headings.append(MarkdownHeading(level: level, id: id, text: text, span: span))
        } else {
            headings.append(MarkdownHeading(level: level, id: "", text: text, span: span))
        }
        output.append(UInt8(ascii: ">"))
        if level == 1 {
            diagnostics.append(Diagnostic(.topHeading(text), at: span, hint: .beginWithSecondLevel))
        }
    }

    /// Paragraphs of tight lists have no tags of their own (CommonMark 5.3).
    private mutating func renderParagraph(_ node: CMarkNode, entering: Bool) {
        if entering {
            leaf = LeafSource(lines(of: node), in: source)
        }
        let isBare = node == bareParagraph || isTight(node)
        if entering {
            guard !isBare else { return }
            beginLine()
            captionedImage = captionedImage(of: node)
            if captionedImage == nil { output.append("<p>") }
        } else {
            sectionText.endLine()
            appendBackReferences(endingParagraph: node)
            if !isBare, captionedImage == nil { output.append("</p>\n") }
            captionedImage = nil
        }
    }

    /// The image that is all a paragraph holds and that has words for a caption. The last paragraph of a footnote
    /// holds the way back as well.
    private func captionedImage(of paragraph: CMarkNode) -> CMarkNode? {
        guard options.extensions, let image = paragraph.firstChild, image.type == CMARK_NODE_IMAGE, image.next == nil,
            !image.title.allSatisfy(\.isASCIIWhitespace), isHole(image), pendingBackReferences?.last != paragraph
        else { return nil }
        return image
    }

    private func isTight(_ paragraph: CMarkNode) -> Bool {
        guard let item = paragraph.parent, let list = item.parent, list.type == CMARK_NODE_LIST else { return false }
        return cmark_node_get_list_tight(list.pointer) != 0
    }

    private mutating func renderCode(_ node: CMarkNode) {
        beginLine()
        let info = node.info
        let name = info.prefix { !$0.isASCIIWhitespace }
        if options.extensions, !name.isEmpty {
            let word = String(decoding: name, as: UTF8.self)
            if FencedBlock.names.contains(word) {
                renderNamedBlock(node, name: word)
                return
            }
        }
        if name.isEmpty, info.isEmpty {
            output.append("<pre><code>")
        } else {
            output.append("<pre><code class=\"language-")
            output.append(escaping: UnsafeBufferPointer(rebasing: name))
            output.append("\">")
        }
        output.append(escaping: node.literal)
        output.append("</code></pre>\n")
        sectionText.append(node.literal)
        sectionText.endLine()
    }

    private mutating func renderNamedBlock(_ node: CMarkNode, name: String) {
        let first = line(of: node) + 1
        let content = node.literal
        let lineCount = content.count { $0 == 0x0A }
        let start = source.whole(first).lowerBound
        let end = lineCount == 0 ? start : source.whole(first + lineCount - 1).upperBound
        append(.block(blocks.count))
        blocks.append(
            FencedBlock(
                name: name, content: String(decoding: content, as: UTF8.self), span: source.span(start..<end)))
    }

    private mutating func renderHTMLBlock(_ node: CMarkNode) {
        if layout.commentLines.contains(line(of: node)) {
            if let table = layout.tables[line(of: node)] { renderTable(table) }
            return
        }
        beginLine()
        if options.allowsRawHTML {
            output += node.literal
        } else {
            output.append("<!-- raw HTML omitted -->")
            let lineCount = node.literal.count { $0 == 0x0A }
            let first = line(of: node)
            let start = start(of: node)
            let end = source.trimmed(first + max(lineCount, 1) - 1).upperBound
            reportRawHTML(at: source.trimmed(start..<max(start, end)))
        }
        beginLine()
    }

    mutating func reportRawHTML(at range: Range<Int>) {
        diagnostics.append(Diagnostic(.rawHTML, at: source.span(range), hint: .writeMarkdown))
    }
}
