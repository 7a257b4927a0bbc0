import CCmark
import Text

/// Makes links of addresses that stand bare in a text: `见 https://www.gov.cn/a.htm，` (after GFM 6.9, extended autolinks).
///
/// An address ends where a character stands that none has: a space, Chinese, full-width punctuation. Punctuation at its end
/// belongs to the sentence.
enum AddressPass {
    static func run(on root: CMarkNode) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            if node.isLinkOrImage {
                walk.skipChildren(of: node)
            } else if node.type == CMARK_NODE_TEXT, let address = firstAddress(in: node.literal, from: 0) {
                split(node, first: address)
            }
        }
    }

    private static func split(_ node: CMarkNode, first: Range<Int>) {
        let text = Array(node.literal)
        var (written, next) = (0, Optional(first))
        while let address = next {
            insert(CMarkNode.text(text[written..<address.lowerBound]), before: node)
            if let link = CMarkNode(cmark_node_new(CMARK_NODE_LINK)), let label = CMarkNode.text(text[address]) {
                link.setURL(text[address])
                cmark_node_append_child(link.pointer, label.pointer)
                insert(link, before: node)
            }
            written = address.upperBound
            next = text.withUnsafeBufferPointer { firstAddress(in: $0, from: written) }
        }
        // The node itself keeps the rest, so that the walk goes on behind it.
        node.setLiteral(text[written...])
    }

    private static func insert(_ new: CMarkNode?, before node: CMarkNode) {
        guard let new else { return }
        cmark_node_insert_before(node.pointer, new.pointer)
    }

    private static func firstAddress(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var from = start
        while let place = text.position(of: "://", from: from) {
            let scheme = place..<place + 3
            from = scheme.upperBound
            for name in ["https", "http"] {
                let begin = scheme.lowerBound - name.utf8.count
                guard begin >= start, text[begin..<scheme.lowerBound].elementsEqual(name.utf8),
                    begin == 0 || !text[begin - 1].isASCIIAlphanumeric
                else { continue }
                let end = end(of: text, from: scheme.upperBound)
                if end > scheme.upperBound { return begin..<end }
            }
        }
        return nil
    }

    private static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = text[start...].firstIndex { !$0.isOfAddress } ?? text.endIndex
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: ")"):
                let address = text[start..<end]
                let opening = address.count { $0 == UInt8(ascii: "(") }
                guard address.count(where: { $0 == UInt8(ascii: ")") }) > opening else { return end }
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"):
                break
            default: return end
            }
            end -= 1
        }
        return end
    }
}

extension UInt8 {
    /// RFC 3986, section 2.
    var isOfAddress: Bool {
        isASCIIAlphanumeric || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(self)
    }
}
