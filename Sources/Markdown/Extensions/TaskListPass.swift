import CCmark

/// Whether the task of a list item is done: GFM 5.3.
enum TaskState {
    case open, done
}

/// Finds the items of task lists: their first block is a paragraph that begins with `[ ]` or `[x]` and a space.
enum TaskListPass {
    /// Marks them for the renderer and takes the box away.
    static func run(on root: CMarkNode, source: SourceLines, layout: BlockLayout) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_ITEM, layout.footnote(at: node) == nil,
                let state = removeBox(of: node, source: source, layout: layout)
            else { continue }
            node.mark = state == .open ? 1 : 2
            walk.childrenChanged(of: node)
        }
    }

    static func state(of item: CMarkNode) -> TaskState? {
        switch item.mark {
        case 1: .open
        case 2: .done
        default: nil
        }
    }

    private static func removeBox(of item: CMarkNode, source: SourceLines, layout: BlockLayout) -> TaskState? {
        guard let block = item.firstChild, block.isParagraphOrHeading, block.startLine == item.startLine,
            let text = block.firstChild, text.type == CMARK_NODE_TEXT
        else { return nil }
        let literal = text.literal
        guard literal.count >= 3, literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]") else { return nil }
        let state: TaskState
        switch literal[1] {
        case UInt8(ascii: " "): state = .open
        case UInt8(ascii: "x"), UInt8(ascii: "X"): state = .done
        default: return nil
        }
        let rest = literal.dropFirst(3).drop(while: \.isTableSpace)
        if rest.startIndex > 3 {
            let string = rest.map(CChar.init(bitPattern:)) + [0]
            cmark_node_set_literal(text.pointer, string)
        } else {
            // Space at the end of a line is not in the tree.
            let line = source.bytes[source.content(block.startLine - layout.leadingLines)]
            guard literal.count == 3, text.next == nil, line.last?.isTableSpace == true else { return nil }
            text.unlinkAndFree()
        }
        return state
    }
}
