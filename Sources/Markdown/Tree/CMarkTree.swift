import CCmark

/// Of the libcmark that this program runs with, which need not be the one that it was built with.
package var commonMarkVersion: String { String(cString: cmark_version_string()) }

/// Owns the tree that libcmark makes of a text.
struct CMarkTree: ~Copyable {
    let root: CMarkNode

    /// `nil` only if libcmark is out of memory.
    init?(parsing bytes: [UInt8]) {
        let pointer = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
        }
        guard let root = CMarkNode(pointer) else { return nil }
        self.root = root
    }

    deinit { cmark_node_free(root.pointer) }
}

/// Visits a node and all below it, going in and coming out, without recursion: input can nest as deep as it
/// is long.
struct CMarkWalk: ~Copyable {
    private let iterator: OpaquePointer

    init(_ root: CMarkNode) {
        iterator = cmark_iter_new(root.pointer)
    }

    deinit { cmark_iter_free(iterator) }

    /// The next node, and whether it is entered; leaves are entered only.
    mutating func next() -> (node: CMarkNode, entering: Bool)? {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = CMarkNode(cmark_iter_get_node(iterator)) else { return nil }
        return (node, event == CMARK_EVENT_ENTER)
    }

    /// Goes on after a node that was just entered, without its children and without leaving it.
    mutating func skipChildren(of node: CMarkNode) {
        cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
    }

    /// Looks again at what follows a node that was just entered, after its children were changed.
    mutating func childrenChanged(of node: CMarkNode) {
        cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_ENTER)
    }
}
