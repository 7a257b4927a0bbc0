import CCmark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A node of libcmark's tree; valid as long as the ``CMarkTree`` that owns it.
struct CMarkNode: Hashable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    var parent: CMarkNode? { CMarkNode(cmark_node_parent(pointer)) }
    var firstChild: CMarkNode? { CMarkNode(cmark_node_first_child(pointer)) }
    var lastChild: CMarkNode? { CMarkNode(cmark_node_last_child(pointer)) }
    var next: CMarkNode? { CMarkNode(cmark_node_next(pointer)) }
    var previous: CMarkNode? { CMarkNode(cmark_node_previous(pointer)) }

    /// Lines and columns as libcmark counts them: from 1, columns in bytes.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// The bytes stay valid until the node changes or the tree ends.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    var info: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }
    var customStart: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_enter(pointer)) }
    var customEnd: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_on_exit(pointer)) }

    /// A number that a pass leaves on a node for the renderer; 0 unless set.
    var mark: Int {
        get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
        nonmutating set { _ = cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    func unlinkAndFree() {
        cmark_node_unlink(pointer)
        cmark_node_free(pointer)
    }

    /// libcmark keeps NUL-terminated strings and replaces NUL in its input, so `strlen` is exact.
    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: string, count: strlen(string)).assumingMemoryBound(to: UInt8.self)
    }
}

extension CMarkNode {
    var children: some Sequence<CMarkNode> {
        sequence(state: firstChild) { node in
            defer { node = node?.next }
            return node
        }
    }

    var isLinkOrImage: Bool { type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE }
    var isBreak: Bool { type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK }
    var isParagraphOrHeading: Bool { type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING }
}
