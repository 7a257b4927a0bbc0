import CCmark

/// Finds block quotes that GitHub reads as call-outs: the first line is `[!NOTE]`, TIP, IMPORTANT, WARNING or
/// CAUTION and nothing else.
enum CalloutPass {
    /// Marks them for the renderer and takes the line away.
    static func run(on root: CMarkNode) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_BLOCK_QUOTE, let kind = removeTitle(of: node) else { continue }
            node.mark = 1 + (CalloutKind.allCases.firstIndex(of: kind) ?? 0)
            walk.childrenChanged(of: node)
        }
    }

    static func kind(of node: CMarkNode) -> CalloutKind? {
        let index = node.mark - 1
        return CalloutKind.allCases.indices.contains(index) ? CalloutKind.allCases[index] : nil
    }

    private static func removeTitle(of quote: CMarkNode) -> CalloutKind? {
        guard let paragraph = quote.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
            let text = paragraph.firstChild, text.type == CMARK_NODE_TEXT, let kind = kind(named: text.literal)
        else { return nil }
        if let lineBreak = text.next {
            guard lineBreak.isBreak else { return nil }
            lineBreak.unlinkAndFree()
            text.unlinkAndFree()
        } else {
            paragraph.unlinkAndFree()
        }
        return kind
    }

    private static func kind(named text: UnsafeBufferPointer<UInt8>) -> CalloutKind? {
        guard text.starts(with: "[!".utf8), text.last == UInt8(ascii: "]") else { return nil }
        return CalloutKind(rawValue: String(decoding: text.dropFirst(2).dropLast(), as: UTF8.self).lowercased())
    }
}
