import CCmark

extension CMarkNode {
    /// A new node with a text, not in a tree yet; nil only if libcmark is out of memory.
    static func text(_ bytes: some Collection<UInt8>) -> CMarkNode? {
        guard let node = CMarkNode(cmark_node_new(CMARK_NODE_TEXT)) else { return nil }
        withCString(bytes) { _ = cmark_node_set_literal(node.pointer, $0) }
        return node
    }

    func setLiteral(_ bytes: some Collection<UInt8>) {
        Self.withCString(bytes) { _ = cmark_node_set_literal(pointer, $0) }
    }

    func setURL(_ bytes: some Collection<UInt8>) {
        Self.withCString(bytes) { _ = cmark_node_set_url(pointer, $0) }
    }

    /// Gives each text below the node – words, code, addresses, titles – to `rewrite`, and puts what that returns in its
    /// place. Of code and HTML it is told that escapes mean nothing there.
    func rewriteTexts(_ rewrite: (UnsafeBufferPointer<UInt8>, _ isVerbatim: Bool) -> [UInt8]?) {
        var walk = CMarkWalk(self)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            func put(
                _ text: UnsafeBufferPointer<UInt8>, isVerbatim: Bool = false,
                _ set: (OpaquePointer?, UnsafePointer<CChar>?) -> Int32
            ) {
                guard let text = rewrite(text, isVerbatim) else { return }
                Self.withCString(text) { _ = set(node.pointer, $0) }
            }
            switch node.type {
            case CMARK_NODE_TEXT: put(node.literal, cmark_node_set_literal)
            case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
                put(node.literal, isVerbatim: true, cmark_node_set_literal)
            case CMARK_NODE_CODE_BLOCK:
                put(node.literal, isVerbatim: true, cmark_node_set_literal)
                put(node.info, cmark_node_set_fence_info)
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                put(node.url, cmark_node_set_url)
                put(node.title, cmark_node_set_title)
            default: break
            }
        }
    }

    static func withCString(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Void) {
        let string = bytes.map(CChar.init(bitPattern:)) + [0]
        string.withUnsafeBufferPointer { buffer in
            if let address = buffer.baseAddress { body(address) }
        }
    }
}
