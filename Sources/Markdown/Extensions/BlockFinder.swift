import CCmark
import Text

/// Finds tables and footnotes by reading the text with libcmark until nothing new turns up.
///
/// Where they are depends on the blocks around them, and taking them out changes what follows: what libcmark
/// read as a paragraph may end earlier. In ordinary texts one reading finds the footnotes, one the tables, and
/// the last, which is the result, shows that there are no more; a text that has neither is read once.
struct BlockFinder {
    var lines: WorkingLines
    var layout = BlockLayout()
    var prefix = ContainerPrefix(leadingLines: 0)
    var delimiterRows: Set<Int> = []
    var footnoteLines: Set<Int> = []
    private let isEnabled: Bool
    /// What stands for `[^x]:`.
    private var footnoteMarker: [UInt8] = []

    init(_ source: SourceLines, isEnabled: Bool) {
        lines = WorkingLines(source)
        self.isEnabled = isEnabled
        guard isEnabled else { return }
        for number in stride(from: 1, through: source.count, by: 1) {
            let line = lines[number]
            if TableSyntax.mayBeDelimiterRow(line) { delimiterRows.insert(number) }
            if FootnoteSyntax.mayBeDefinition(line) { footnoteLines.insert(number) }
        }
        if !footnoteLines.isEmpty { footnoteMarker = FootnoteSyntax.freeListMarker(in: source) }
    }

    /// Whether there is nothing to look for.
    var isIdle: Bool { delimiterRows.isEmpty && footnoteLines.isEmpty }

    /// The tree of the rewritten text, and what was rewritten; `nil` only if libcmark is out of memory.
    mutating func read(marking escapes: EscapeMarks?) -> ParsedText? {
        // Each reading takes something out. A text that is made to need more keeps the rest as it is.
        for _ in 0..<Limits.markdownReadings where !isIdle {
            guard let tree = CMarkTree(parsing: text(marking: escapes, disarmed: true)) else { return nil }
            prefix = ContainerPrefix(leadingLines: layout.leadingLines)
            if takeFootnotes(in: tree.root) || takeTables(in: tree.root) { continue }
            return footnoteLines.isEmpty ? ParsedText(tree: tree, layout: layout) : parse(marking: escapes)
        }
        return parse(marking: escapes)
    }

    private func parse(marking escapes: EscapeMarks?) -> ParsedText? {
        guard let tree = CMarkTree(parsing: text(marking: escapes, disarmed: false)) else { return nil }
        return ParsedText(tree: tree, layout: layout)
    }

    /// While footnotes are looked for, `[^x]:` must not be read as a link reference definition, which would
    /// leave no trace in the tree: its colon is put out of action.
    private func text(marking escapes: EscapeMarks?, disarmed: Bool) -> [UInt8] {
        if isIdle, lines.isUnchanged { return marked(lines.source.bytes, escapes) }
        let text = lines.text(after: layout.cellHeadings) { number, line in
            disarmed && footnoteLines.contains(number) ? FootnoteSyntax.disarmed(line) : nil
        }
        return marked(text, escapes)
    }

    private func marked(_ text: [UInt8], _ escapes: EscapeMarks?) -> [UInt8] {
        let text = escapes?.mark(text) ?? text
        return isEnabled ? EmphasisMarks.mark(text) ?? text : text
    }
}

extension BlockFinder {
    /// Footnotes come first: what follows one may belong to it, and so be no table where it seemed to be one.
    ///
    /// - Returns: Whether there were any.
    private mutating func takeFootnotes(in root: CMarkNode) -> Bool {
        guard !footnoteLines.isEmpty else { return false }
        let count = layout.footnotes.count
        let leadingLines = layout.leadingLines
        var walk = CMarkWalk(root)
        while let (block, entering) = walk.next() {
            guard entering, let numbers = sourceLines(of: block, leadingLines: leadingLines),
                numbers.contains(where: footnoteLines.contains)
            else { continue }
            let containers = ContainerPrefix.containers(around: block)
            for number in numbers where footnoteLines.contains(number) {
                let match = prefix.match(number, containers: containers, in: lines)
                takeFootnote(number, match.position)
            }
        }
        return layout.footnotes.count > count
    }

    /// The lines of a paragraph or heading of the text.
    func sourceLines(of block: CMarkNode, leadingLines: Int) -> ClosedRange<Int>? {
        let first = block.startLine - leadingLines
        let last = min(block.endLine - leadingLines, lines.source.count)
        return block.isParagraphOrHeading && first >= 1 && first <= last ? first...last : nil
    }

    private mutating func takeFootnote(_ number: Int, _ position: LinePosition) {
        let (start, indent) = position.text
        guard footnoteLines.contains(number), indent <= 3,
            let definition = FootnoteSyntax.definition(at: start, in: lines[number])
        else { return }
        let markStart = lines.sourceIndex(start, ofLine: number)
        let markEnd = lines.sourceIndex(definition.mark.upperBound, ofLine: number)
        let head = position.prefix + footnoteMarker
        let footnote = BlockLayout.Footnote(label: Array(lines[number][definition.label]), range: markStart..<markEnd)
        layout.add(footnote, at: BlockLayout.Place(line: number, column: position.prefix.count + 1))
        if definition.text == lines[number].endIndex {
            lines.replace(line: number, with: head + Array("<!---->".utf8))
            layout.commentLines.insert(number)
        } else {
            lines.replace(upTo: definition.text, ofLine: number, with: head)
        }
        if !FootnoteSyntax.mayBeDefinition(lines[number]) { footnoteLines.remove(number) }
    }
}
