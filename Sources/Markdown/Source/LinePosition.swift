/// A place in a line while its containers are taken off, with tabs counted as CommonMark counts them (2.2).
struct LinePosition {
    let line: ArraySlice<UInt8>
    /// The next byte. While a tab is taken off in part, this is still the tab.
    private(set) var index: Int
    /// The column of the place, from 0; within a tab it may lie behind the tab's own column.
    private(set) var column = 0

    init(_ line: ArraySlice<UInt8>) {
        self.line = line
        index = line.startIndex
    }

    var byte: UInt8? { index < line.endIndex ? line[index] : nil }

    /// Where the text begins, and how many columns of space there are before it.
    var text: (index: Int, indent: Int) {
        var (next, end) = (index, column)
        while next < line.endIndex, line[next].isSpaceOrTab {
            end += line[next] == 0x09 ? 4 - end % 4 : 1
            next += 1
        }
        return (next, end - column)
    }

    var isBlank: Bool { text.index == line.endIndex }

    /// What comes before the place, with the part of a tab that was taken off written as spaces.
    var prefix: [UInt8] {
        var end = 0
        for byte in line[..<index] { end += byte == 0x09 ? 4 - end % 4 : 1 }
        return Array(line[..<index]) + Array(repeating: 0x20, count: max(0, column - end))
    }

    mutating func skip(columns count: Int) {
        var remaining = count
        while remaining > 0, let byte {
            if byte == 0x09 {
                let width = 4 - column % 4
                let step = min(width, remaining)
                column += step
                remaining -= step
                if step == width { index += 1 }
            } else {
                column += 1
                remaining -= 1
                index += 1
            }
        }
    }

    /// Takes off `>` and the space after it, if the line has one here (CommonMark 5.1).
    mutating func skipQuoteMarker() -> Bool {
        let (start, indent) = text
        guard indent <= 3, start < line.endIndex, line[start] == UInt8(ascii: ">") else { return false }
        skip(columns: indent + 1)
        if byte?.isSpaceOrTab == true { skip(columns: 1) }
        return true
    }

    /// Takes off a list marker and the space after it (CommonMark 5.2).
    ///
    /// - Returns: How far later lines must be indented to belong to the item.
    mutating func skipListMarker() -> Int {
        let (start, indent) = text
        let digits = line[start...].prefix { $0.isASCIIDigit }.count
        skip(columns: indent + digits + 1)
        let beforeSpace = self
        var space = 0
        while space <= 5, byte?.isSpaceOrTab == true {
            skip(columns: 1)
            space += 1
        }
        if space >= 5 || space < 1 || byte == nil {
            self = beforeSpace
            if space > 0 { skip(columns: 1) }
            return indent + digits + 2
        }
        return indent + digits + 1 + space
    }
}
