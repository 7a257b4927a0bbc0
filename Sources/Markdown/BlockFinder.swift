import CCmark

/// Finds tables and footnotes by reading the text with libcmark until nothing new turns up.
///
/// Where they are depends on the blocks around them, and taking them out changes what follows: what libcmark
/// read as a paragraph may end earlier. One reading finds all of them in ordinary texts; a second one shows
/// that there are no more and is the result.
struct BlockFinder {
    private var lines: WorkingLines
    private var layout = BlockLayout()
    private var prefix = ContainerPrefix(leadingLines: 0)
    private var delimiterRows: Set<Int> = []
    private var footnoteLines: Set<Int> = []
    private var hasChanged = false
    /// What stands for `[^x]:`.
    private let footnoteMarker: [UInt8]

    /// Each reading takes out something; texts made to need many get none of the rest.
    private static let mostReadings = 12

    init(_ source: SourceLines, isEnabled: Bool) {
        lines = WorkingLines(source)
        footnoteMarker = FootnoteSyntax.freeListMarker(in: source)
        guard isEnabled else { return }
        for number in stride(from: 1, through: source.count, by: 1) {
            let line = lines[number]
            if TableSyntax.mayBeDelimiterRow(line) { delimiterRows.insert(number) }
            if FootnoteSyntax.mayBeDefinition(line) { footnoteLines.insert(number) }
        }
    }

    /// Whether there is nothing to look for.
    var isIdle: Bool { delimiterRows.isEmpty && footnoteLines.isEmpty }

    /// The tree of the rewritten text, and what was rewritten; `nil` only if libcmark is out of memory.
    mutating func read(marking escapes: EscapeMarks?) -> ParsedText? {
        for _ in 0..<Self.mostReadings where !isIdle {
            let text = text(marking: escapes, disarmed: true)
            guard let tree = CMarkTree(parsing: text) else { return nil }
            hasChanged = false
            prefix = ContainerPrefix(leadingLines: layout.leadingLines)
            let leadingLines = layout.leadingLines
            var walk = CMarkWalk(tree.root)
            while let (node, entering) = walk.next() {
                guard entering, node.isParagraphOrHeading, node.startLine > leadingLines else { continue }
                examine(node, leadingLines: leadingLines)
            }
            if !hasChanged {
                return footnoteLines.isEmpty ? ParsedText(tree: tree, layout: layout) : parse(marking: escapes)
            }
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
        if isIdle, lines.isUnchanged { return escapes?.mark(lines.source.bytes) ?? lines.source.bytes }
        let text = lines.text(after: layout.cellHeadings) { number, line in
            disarmed && footnoteLines.contains(number) ? FootnoteSyntax.disarmed(line) : nil
        }
        return escapes?.mark(text) ?? text
    }

    private mutating func examine(_ block: CMarkNode, leadingLines: Int) {
        let first = block.startLine - leadingLines
        let last = min(block.endLine - leadingLines, lines.source.count)
        guard first <= last, (first...last).contains(where: { isCandidate($0) }) else { return }
        let containers = ContainerPrefix.containers(around: block)
        var hasFootnote = false
        for number in first...last where isCandidate(number) {
            let match = prefix.match(number, containers: containers, in: lines)
            if takeFootnote(number, match.position) {
                hasFootnote = true
            } else if !hasFootnote, number > first, match.isComplete,
                takeTable(delimitedBy: number, match.position, last: last, containers: containers)
            {
                return
            }
        }
    }

    private func isCandidate(_ number: Int) -> Bool {
        delimiterRows.contains(number) || footnoteLines.contains(number)
    }

    private mutating func takeFootnote(_ number: Int, _ position: LinePosition) -> Bool {
        let (start, indent) = position.text
        guard footnoteLines.contains(number), indent <= 3,
            let definition = FootnoteSyntax.definition(at: start, in: lines[number])
        else { return false }
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
        hasChanged = true
        return true
    }
}

extension BlockFinder {
    private mutating func takeTable(
        delimitedBy number: Int, _ delimiter: LinePosition, last: Int, containers: [CMarkNode]
    ) -> Bool {
        let (start, indent) = delimiter.text
        guard delimiterRows.contains(number), indent <= 3,
            let alignments = TableSyntax.alignments(inDelimiterRow: lines[number][start...])
        else { return false }
        let header = prefix.match(number - 1, containers: containers, in: lines)
        let cells = TableSyntax.cells(inRow: lines[number - 1][header.position.text.index...])
        guard cells.count == alignments.count else { return false }

        var table = TableLayout(alignments: alignments, rows: [])
        addRow(cells, ofLine: number - 1, to: &table)
        // A lazy header belongs to the table all the same, but its comment needs the containers' markers.
        let headerPrefix = header.isComplete ? header.position.prefix : delimiter.prefix
        var comments = [(number - 1, headerPrefix), (number, delimiter.prefix)]
        for next in stride(from: number + 1, through: last, by: 1) {
            guard let (position, cells) = row(next, containers: containers) else { break }
            addRow(cells, ofLine: next, to: &table)
            comments.append((next, position.prefix))
        }
        for (line, prefix) in comments {
            lines.replace(line: line, with: prefix + Array("<!---->".utf8))
            layout.commentLines.insert(line)
            delimiterRows.remove(line)
            footnoteLines.remove(line)
        }
        layout.tables[number - 1] = table
        hasChanged = true
        return true
    }

    /// The cells of a line, if it continues a table: neither lazy nor the beginning of another block.
    private mutating func row(
        _ number: Int, containers: [CMarkNode]
    ) -> (position: LinePosition, cells: [TableSyntax.Cell])? {
        let match = prefix.match(number, containers: containers, in: lines)
        let (start, indent) = match.position.text
        let line = lines[number][start...]
        guard match.isComplete, indent <= 3, !line.isEmpty, !BlockProbe.beginsBlock(line) else { return nil }
        if footnoteLines.contains(number), FootnoteSyntax.definition(at: start, in: lines[number]) != nil { return nil }
        let cells = TableSyntax.cells(inRow: line)
        return cells.isEmpty ? nil : (match.position, cells)
    }

    /// Rows are cut or filled up to the width of the header (GFM, example 204).
    private mutating func addRow(_ cells: [TableSyntax.Cell], ofLine number: Int, to table: inout TableLayout) {
        let line = lines[number]
        var row: [TableLayout.Cell] = []
        for cell in cells.prefix(table.alignments.count) {
            let start = lines.sourceIndex(cell.lowerBound, ofLine: number)
            let text = TableSyntax.text(of: line[cell])
            row.append(TableLayout.Cell(range: start..<start + cell.count, heading: nil))
            if !text.isEmpty {
                row[row.count - 1].heading = layout.cellTexts.count
                layout.cellTexts.append(text)
            }
        }
        let end = row.last?.range.upperBound ?? 0
        while row.count < table.alignments.count { row.append(TableLayout.Cell(range: end..<end, heading: nil)) }
        table.rows.append(row)
    }
}
