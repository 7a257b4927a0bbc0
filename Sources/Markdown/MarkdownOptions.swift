/// How a text is read.
package struct MarkdownOptions: Sendable, Hashable {
    /// Whether raw HTML is passed through (`raw-html: true` in exemplar.yaml). Dangerous addresses are
    /// refused either way: trusting an author's tags is not trusting every link that was pasted.
    package var allowsRawHTML: Bool
    /// Whether the syntax beyond CommonMark is read: tables, strikethrough, task lists, footnotes,
    /// call-outs, named blocks and heading anchors.
    package var extensions: Bool

    package init(allowsRawHTML: Bool = false, extensions: Bool = true) {
        self.allowsRawHTML = allowsRawHTML
        self.extensions = extensions
    }
}
