import CCmark
import Text

/// Finds struck-out text, `~x~` and `~~x~~` (GFM 6.5), among the inlines of a tree.
///
/// Runs of tildes open and close by the rules for emphasis (CommonMark 6.2), as in cmark-gfm. They are paired
/// among siblings, after libcmark has paired asterisks and underscores; so emphasis that overlaps a struck-out
/// stretch wins, where cmark-gfm would give it to the one that closes first. Beside Chinese they bind as asterisks do
/// (``EmphasisMarks``), and a single tilde behind a digit or a Chinese letter opens nothing: 3~5天, 周一~周五.
enum StrikethroughPass {
    static func run(on root: CMarkNode) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering, node.mayHoldTildes else { continue }
            let runs = runs(in: node)
            guard runs.count > 1 else { continue }
            let pairs = pairs(of: runs)
            guard !pairs.isEmpty else { continue }
            replace(runs, pairs)
            walk.childrenChanged(of: node)
        }
    }

    private struct Run {
        var node: CMarkNode
        /// The tildes in the node's text.
        var range: Range<Int>
        var canOpen: Bool
        var canClose: Bool
        var count: Int { range.count }
    }

    private enum Tag {
        case opening, closing
    }

    private static func runs(in parent: CMarkNode) -> [Run] {
        var runs: [Run] = []
        for node in parent.children where node.type == CMARK_NODE_TEXT {
            let text = node.literal
            var index = 0
            while index < text.count {
                guard text[index] == UInt8(ascii: "~") else {
                    index += 1
                    continue
                }
                let start = index
                while index < text.count, text[index] == UInt8(ascii: "~") { index += 1 }
                guard index - start <= 2 else { continue }
                let (last, next) = (text[..<start].lastScalar, text[index...].firstScalar)
                let before = last.map { Flank($0) } ?? Flank(before: node)
                let after = next.map { Flank($0) } ?? Flank(after: node)
                let isBesideWide = last?.isWide == true || next?.isWide == true
                let isOfRange = index - start == 1 && before == .letter && last?.isOfRange == true
                let canOpen =
                    !isOfRange && after != .space
                    && (after != .punctuation || before != .letter || isBesideWide)
                let canClose = before != .space && (before != .punctuation || after != .letter || isBesideWide)
                if canOpen || canClose {
                    runs.append(Run(node: node, range: start..<index, canOpen: canOpen, canClose: canClose))
                }
            }
        }
        return runs
    }

    /// Pairs each closing run with the nearest opening one of its length, as `process_emphasis` does.
    private static func pairs(of runs: [Run]) -> [Int: Tag] {
        var tags: [Int: Tag] = [:]
        var openers: [Int] = []
        // Below these nothing pairs with a closing run of that kind, so that long texts take no longer.
        var bottoms = [0, 0, 0, 0]
        for (index, run) in runs.enumerated() {
            if run.canClose {
                let kind = (run.count - 1) * 2 + (run.canOpen ? 1 : 0)
                let bottom = min(bottoms[kind], openers.count)
                if let position = openers[bottom...].lastIndex(where: { canPair(runs[$0], run) }) {
                    if runs[openers[position]].count == run.count {
                        tags[openers[position]] = .opening
                        tags[index] = .closing
                        // What was opened in between can close no more.
                        openers.removeSubrange(position...)
                        bottoms = bottoms.map { min($0, openers.count) }
                        continue
                    }
                } else {
                    bottoms[kind] = openers.count
                }
            }
            if run.canOpen { openers.append(index) }
        }
        return tags
    }

    /// The rule of three (CommonMark 6.2, rules 9 and 10).
    private static func canPair(_ opener: Run, _ closer: Run) -> Bool {
        !(closer.canOpen || opener.canClose) || closer.count % 3 == 0 || (opener.count + closer.count) % 3 != 0
    }

    private static func replace(_ runs: [Run], _ tags: [Int: Tag]) {
        var index = 0
        while index < runs.count {
            let node = runs[index].node
            let text = Array(node.literal)
            var written = 0
            while index < runs.count, runs[index].node == node {
                if let tag = tags[index] {
                    insert(CMARK_NODE_TEXT, text[written..<runs[index].range.lowerBound], before: node)
                    let html = tag == .opening ? "<del>" : "</del>"
                    insert(CMARK_NODE_CUSTOM_INLINE, html.utf8, before: node)
                    written = runs[index].range.upperBound
                }
                index += 1
            }
            if written > 0 {
                insert(CMARK_NODE_TEXT, text[written...], before: node)
                node.unlinkAndFree()
            }
        }
    }

    private static func insert(_ type: cmark_node_type, _ bytes: some Collection<UInt8>, before node: CMarkNode) {
        guard !bytes.isEmpty, let new = CMarkNode(cmark_node_new(type)) else { return }
        CMarkNode.withCString(bytes) { string in
            if type == CMARK_NODE_TEXT {
                cmark_node_set_literal(new.pointer, string)
            } else {
                cmark_node_set_on_enter(new.pointer, string)
            }
        }
        cmark_node_insert_before(node.pointer, new.pointer)
    }
}

extension Unicode.Scalar {
    /// Whether a tilde behind it may stand for “to”.
    fileprivate var isOfRange: Bool { ("0"..."9").contains(self) || isWide }
}

extension CMarkNode {
    fileprivate var mayHoldTildes: Bool {
        switch type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK,
            CMARK_NODE_IMAGE:
            true
        default: false
        }
    }
}
