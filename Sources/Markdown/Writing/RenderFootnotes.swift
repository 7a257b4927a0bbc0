import CCmark

extension HTMLRenderer {
    /// Writes the footnotes in the order of their first marks, as cmark-gfm does.
    mutating func renderFootnotes() {
        var isOpen = false
        for (position, used) in footnotes.used.enumerated() {
            guard let item = footnoteItems[used.footnote] else { continue }
            if !isOpen {
                beginLine()
                output.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
                isOpen = true
            }
            output.append("<li id=\"fn-")
            output.append(escapingHref: layout.footnotes[used.footnote].label)
            output.append("\">\n")
            pendingBackReferences = (position, item.lastChild)
            for child in item.children { render(child) }
            beginLine()
            if pendingBackReferences != nil {
                appendBackReferences()
                output.append(0x0A)
            }
            output.append("</li>\n")
        }
        if isOpen { output.append("</ol>\n</section>\n") }
    }

    /// The way back stands at the end of a footnote's last paragraph, or after its last block of another kind.
    mutating func appendBackReferences(endingParagraph node: CMarkNode) {
        guard let pending = pendingBackReferences, pending.last == node else { return }
        output.append(0x20)
        appendBackReferences()
    }

    private mutating func appendBackReferences() {
        guard let pending = pendingBackReferences else { return }
        pendingBackReferences = nil
        let used = footnotes.used[pending.position]
        for reference in 1...max(used.references, 1) {
            if reference > 1 { output.append(0x20) }
            output.append("<a href=\"#fnref-")
            output.append(escapingHref: layout.footnotes[used.footnote].label)
            if reference > 1 { output += "-\(reference)".utf8 }
            output.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
            if reference > 1 { output += "<sup class=\"footnote-ref\">\(reference)</sup>".utf8 }
            output.append("</a>")
        }
    }
}
