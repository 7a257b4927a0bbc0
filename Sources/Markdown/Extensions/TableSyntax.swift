/// How a column is aligned: GFM 4.10, the colons of the delimiter row.
enum TableAlignment: Hashable {
    case none, left, center, right
}

/// The rows of pipe tables, read as cmark-gfm's `table.c` and `ext_scanners.re` read them.
enum TableSyntax {
    /// A stretch between two pipes without the space around it.
    typealias Cell = Range<Int>

    /// The columns of a delimiter row: cells of hyphens with optional colons, nothing else on the line.
    ///
    /// One cell needs a pipe or a colon only in effect: a bare `---` under text is a heading already.
    static func alignments(inDelimiterRow row: ArraySlice<UInt8>) -> [TableAlignment]? {
        var row = row
        while let last = row.last, last.isTableSpace { row.removeLast() }
        if row.first == UInt8(ascii: "|") { row.removeFirst() }
        if row.last == UInt8(ascii: "|") { row.removeLast() }
        guard !row.isEmpty else { return nil }
        var alignments: [TableAlignment] = []
        for cell in row.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
            var marker = cell.drop(while: \.isTableSpace)
            while let last = marker.last, last.isTableSpace { marker.removeLast() }
            let isLeft = marker.first == UInt8(ascii: ":")
            if isLeft { marker.removeFirst() }
            let isRight = marker.last == UInt8(ascii: ":")
            if isRight { marker.removeLast() }
            guard !marker.isEmpty, marker.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            switch (isLeft, isRight) {
            case (true, true): alignments.append(.center)
            case (true, false): alignments.append(.left)
            case (false, true): alignments.append(.right)
            case (false, false): alignments.append(.none)
            }
        }
        return alignments
    }

    /// The cells of a row; empty only for a lone pipe, which is no row.
    ///
    /// A pipe after a backslash never ends a cell, not even after two: cmark-gfm scans for the longest cell.
    static func cells(inRow row: ArraySlice<UInt8>) -> [Cell] {
        var cells: [Cell] = []
        var index = row.startIndex
        if row.first == UInt8(ascii: "|") { index = afterPipe(index, in: row) }
        while index < row.endIndex {
            var end = index
            while end < row.endIndex, row[end] != UInt8(ascii: "|") {
                let escapesPipe =
                    row[end] == UInt8(ascii: "\\") && end + 1 < row.endIndex
                    && row[end + 1] == UInt8(ascii: "|")
                end += escapesPipe ? 2 : 1
            }
            cells.append(trimmed(index..<end, in: row))
            guard end < row.endIndex else { break }
            index = afterPipe(end, in: row)
        }
        return cells
    }

    /// Whether a bar ends a cell within code or the words of a link: `` `a|b` ``, `[楼|栋](a.md)`.
    static func isCut(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.contains(UInt8(ascii: "`")) || cell.contains(UInt8(ascii: "[")) else { return false }
        var brackets = 0
        var index = cell.startIndex
        while index < cell.endIndex {
            switch cell[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: "`"):
                guard let end = endOfCode(in: cell[index...]) else { return true }
                index = end - 1
            default: break
            }
            index += 1
        }
        return brackets > 0
    }

    /// Where the code ends that a text begins with: behind as many backticks as it begins with; nil if there are none.
    private static func endOfCode(in text: ArraySlice<UInt8>) -> Int? {
        let count = text.prefix { $0 == UInt8(ascii: "`") }.count
        var rest = text.dropFirst(count)
        while let mark = rest.firstIndex(of: UInt8(ascii: "`")) {
            let length = rest[mark...].prefix { $0 == UInt8(ascii: "`") }.count
            if length == count { return mark + length }
            rest = rest[(mark + length)...]
        }
        return nil
    }

    /// The text of a cell: `\|` is a pipe in it, in code as well (GFM, example 200).
    static func text(of cell: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(cell.count)
        for (index, byte) in zip(cell.indices, cell) {
            let next = index + 1
            if byte == UInt8(ascii: "\\"), next < cell.endIndex, cell[next] == UInt8(ascii: "|") { continue }
            text.append(byte)
        }
        return text
    }

    /// Whether a line could end in a delimiter row, whatever containers it stands in; quick to tell.
    static func mayBeDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        var (hasHyphen, hasMark) = (false, false)
        for byte in line.reversed() {
            switch byte {
            case UInt8(ascii: "-"): hasHyphen = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
            case _ where byte.isTableSpace: break
            default: return hasHyphen && hasMark
            }
        }
        return hasHyphen && hasMark
    }

    private static func afterPipe(_ pipe: Int, in row: ArraySlice<UInt8>) -> Int {
        row[(pipe + 1)...].firstIndex { !$0.isTableSpace } ?? row.endIndex
    }

    private static func trimmed(_ range: Range<Int>, in row: ArraySlice<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, row[start].isASCIIWhitespace { start += 1 }
        while end > start, row[end - 1].isASCIIWhitespace { end -= 1 }
        return start..<end
    }
}

extension UInt8 {
    /// `spacechar` of cmark-gfm's scanners: white space within a line.
    var isTableSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}
