import Text

extension BlockFinder {
    private enum Outcome {
        case none, whole, cutShort
    }

    /// - Returns: Whether there were any.
    mutating func takeTables(in root: CMarkNode) -> Bool {
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
            if filledCells > Limits.filledCells { break }
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
        let columns = table.alignments.count
        if let first = cells.dropFirst(columns).first(where: { !$0.isEmpty }), let last = cells.last {
            let start = lines.sourceIndex(first.lowerBound, ofLine: number)
            layout.lostCells.append(
                (start..<start + last.upperBound - first.lowerBound, cells: cells.count, columns: columns))
        }
        if let cut = cells.first(where: { TableSyntax.isCut(line[$0]) }) {
            let start = lines.sourceIndex(cut.lowerBound, ofLine: number)
            layout.cutCells.append(start..<start + cut.count)
        }
        let end = row.last?.range.upperBound ?? 0
        while row.count < table.alignments.count { row.append(TableLayout.Cell(range: end..<end, heading: nil)) }
        table.rows.append(row)
    }
}
