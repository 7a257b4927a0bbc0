import CCmark

/// Takes the markers of block quotes and list items off the lines of a paragraph.
///
/// libcmark tells where a paragraph begins but not where its text begins on later lines, nor which of these
/// are lazy (CommonMark 5.1): that is worked out again here, for the few lines that may belong to a table or
/// a footnote.
struct ContainerPrefix {
    struct Match {
        var position: LinePosition
        /// Whether markers of all containers were there; otherwise the line is a lazy continuation.
        var isComplete: Bool
    }

    private let leadingLines: Int
    /// How far the lines of an item must be indented.
    private var indents: [CMarkNode: Int] = [:]

    init(leadingLines: Int) {
        self.leadingLines = leadingLines
    }

    /// The quotes and items around a node, outermost first.
    static func containers(around node: CMarkNode) -> [CMarkNode] {
        var containers: [CMarkNode] = []
        var parent = node.parent
        while let node = parent {
            if node.type == CMARK_NODE_BLOCK_QUOTE || node.type == CMARK_NODE_ITEM { containers.append(node) }
            parent = node.parent
        }
        return containers.reversed()
    }

    /// Takes the containers' markers off a line of a block inside them.
    mutating func match(_ number: Int, containers: [CMarkNode], in lines: WorkingLines) -> Match {
        learnIndents(of: containers, in: lines)
        return take(containers[...], off: LinePosition(lines[number]), number: number)
    }

    private func take(_ containers: ArraySlice<CMarkNode>, off start: LinePosition, number: Int) -> Match {
        var position = start
        for container in containers {
            if container.type == CMARK_NODE_BLOCK_QUOTE {
                guard position.skipQuoteMarker() else { return Match(position: position, isComplete: false) }
            } else if container.startLine - leadingLines == number {
                _ = position.skipListMarker()
            } else {
                let (_, indent) = position.text
                let required = indents[container] ?? 0
                guard indent >= required else { return Match(position: position, isComplete: position.isBlank) }
                position.skip(columns: required)
            }
        }
        return Match(position: position, isComplete: true)
    }

    private mutating func learnIndents(of containers: [CMarkNode], in lines: WorkingLines) {
        // Items that begin on the same line are read in one go, so that a line of 1,000 markers is read once.
        var current: (number: Int, position: LinePosition)?
        for (index, container) in containers.enumerated() {
            let number = container.startLine - leadingLines
            if container.type == CMARK_NODE_ITEM, indents[container] == nil {
                var position: LinePosition
                if let current, current.number == number {
                    position = current.position
                } else {
                    position = take(containers[..<index], off: LinePosition(lines[number]), number: number).position
                }
                indents[container] = position.skipListMarker()
                current = (number, position)
            } else if var known = current, known.number == number {
                if container.type == CMARK_NODE_BLOCK_QUOTE {
                    _ = known.position.skipQuoteMarker()
                } else {
                    _ = known.position.skipListMarker()
                }
                current = known
            }
        }
    }
}
