import CCmark
import Text

/// Text without markup, as bytes.
struct PlainText {
    private var bytes: [UInt8] = []
    /// A line break inside a paragraph, written once the next text shows whether it needs a space.
    private var breakIsPending = false

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard !text.isEmpty else { return }
        if breakIsPending {
            breakIsPending = false
            // Chinese is written without spaces, so a line may end anywhere in it.
            if !bytes.joinsLine(before: text) { bytes.append(0x20) }
        }
        bytes += text
    }

    mutating func append(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { append($0) }
    }

    mutating func appendBreak() {
        breakIsPending = !bytes.isEmpty && bytes.last != 0x0A
    }

    /// Parts the cells of a row.
    mutating func appendSpace() {
        if let last = bytes.last, !last.isASCIIWhitespace { bytes.append(0x20) }
    }

    /// Ends a paragraph, cell row or code line.
    mutating func endLine() {
        breakIsPending = false
        while bytes.last?.isSpaceOrTab == true { bytes.removeLast() }
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// The text without space around it; begins anew.
    mutating func take() -> String {
        defer { self = PlainText() }
        let start = bytes.firstIndex { !$0.isASCIIWhitespace } ?? bytes.endIndex
        let end = bytes.lastIndex { !$0.isASCIIWhitespace } ?? start - 1
        return String(decoding: bytes[start..<(end + 1)], as: UTF8.self)
    }
}

extension PlainText {
    /// The text below a node, as readers see it.
    static func of(_ root: CMarkNode) -> String {
        var text = PlainText()
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: text.append(node.literal)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.appendBreak()
            default: break
            }
        }
        return text.take()
    }

    /// The text for an image's `alt`, as cmark writes it (before escaping): raw HTML included, breaks as spaces.
    static func alternative(of image: CMarkNode) -> [UInt8] {
        var bytes: [UInt8] = []
        var walk = CMarkWalk(image)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: bytes += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(0x20)
            default: break
            }
        }
        return bytes
    }
}
