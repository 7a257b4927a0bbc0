import CCmark

/// Finds tables and footnotes by reading the text with libcmark until nothing new turns up.
///
/// Where they are depends on the blocks around them, and taking them out changes what follows: what libcmark
/// read as a paragraph may end earlier. In ordinary texts one reading finds the footnotes, one the tables, and
/// the last, which is the result, shows that there are no more; a text that has neither is read once.
struct BlockFinder {
    private var lines: WorkingLines
    private var layout = BlockLayout()
    private var prefix = ContainerPrefix(leadingLines: 0)
    private var delimiterRows: Set<Int> = []
    private var footnoteLines: Set<Int> = []
    /// What stands for `[^x]:`.
    private let footnoteMarker: [UInt8]

    /// Each reading takes out something; texts made to need many get none of the rest.
    private static let mostReadings = 24
    /// Short rows are filled up with empty cells, in a table made for it with very many; the limit of later
    /// versions of cmark-gfm.
    private static let mostFilledCells = 0x80000

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
        if isIdle, lines.isUnchanged { return escapes?.mark(lines.source.bytes) ?? lines.source.bytes }
        let text = lines.text(after: layout.cellHeadings) { number, line in
            disarmed && footnoteLines.contains(number) ? FootnoteSyntax.disarmed(line) : nil
        }
        return escapes?.mark(text) ?? text
    }
}

// MARK: Footnotes

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
    private func sourceLines(of block: CMarkNode, leadingLines: Int) -> ClosedRange<Int>? {
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

// MARK: Tables

extension BlockFinder {
    private enum Outcome {
        case none, whole, cutShort
    }

    /// - Returns: Whether there were any.
    private mutating func takeTables(in root: CMarkNode) -> Bool {
        guard !delimiterRows.isEmpty else { return false }
        let count = layout.tables.count
        let leadingLines = layout.leadingLines
        var walk = CMarkWalk(root)
        while let (block, entering) = walk.next() {
            guard entering, let numbers = sourceLines(of: block, leadingLines: leadingLines),
                numbers.contains(where: delimiterRows.contains)
            else { continue }
            let containers = ContainerPrefix.containers(around: block)
            candidates: for number in numbers.dropFirst() where delimiterRows.contains(number) {
                let match = prefix.match(number, containers: containers, in: lines)
                guard match.isComplete else { continue }
                switch takeTable(delimitedBy: number, match.position, last: numbers.upperBound, containers) {
                case .none: continue
                case .whole: break candidates
                // What comes after it is something else than libcmark took it for.
                case .cutShort: return true
                }
            }
        }
        return layout.tables.count > count
    }

    private mutating func takeTable(
        delimitedBy number: Int, _ delimiter: LinePosition, last: Int, _ containers: [CMarkNode]
    ) -> Outcome {
        let (start, indent) = delimiter.text
        guard delimiterRows.contains(number), indent <= 3,
            let alignments = TableSyntax.alignments(inDelimiterRow: lines[number][start...])
        else { return .none }
        let header = prefix.match(number - 1, containers: containers, in: lines)
        let cells = TableSyntax.cells(inRow: lines[number - 1][header.position.text.index...])
        guard cells.count == alignments.count else { return .none }

        var table = TableLayout(alignments: alignments, rows: [])
        addRow(cells, ofLine: number - 1, to: &table)
        // A lazy header belongs to the table all the same, but its comment needs the containers' markers.
        let headerPrefix = header.isComplete ? header.position.prefix : delimiter.prefix
        var filledCells = 0
        var comments = [(number - 1, headerPrefix), (number, delimiter.prefix)]
        for next in stride(from: number + 1, through: last, by: 1) {
            guard let (position, cells) = row(next, containers: containers) else { break }
            filledCells += max(alignments.count - cells.count, 0)
            if filledCells > Self.mostFilledCells { break }
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
        return number - 1 + comments.count > last ? .whole : .cutShort
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
