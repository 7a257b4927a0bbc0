import CCmark

/// Tells whether a line that libcmark took for the continuation of a paragraph begins a block where there is
/// no paragraph, as after a table: a list that does not begin with 1, a lone tag, a thematic break.
enum BlockProbe {
    static func beginsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        // Only these beginnings depend on what comes before; libcmark knows the rules, so it is asked.
        guard let first = line.first, first.isASCIIDigit || "-+*_<".utf8.contains(first),
            let tree = CMarkTree(parsing: Array(line)), let block = tree.root.firstChild
        else { return false }
        return block.type != CMARK_NODE_PARAGRAPH
    }
}
