/// The bytes of one file, with the table of its lines.
///
/// Lines end at LF, CRLF or a lone CR. Columns count Unicode scalars from 1, as SARIF's
/// `unicodeCodePoints` does and as most editors show them.
package struct SourceText: Sendable {
    package let bytes: [UInt8]
    /// The offset of the first byte of each line; never empty.
    package let lineStarts: [Int]
    /// What its lines are called where they are not numbered; see ``SourceTree/File/lineNames``.
    package private(set) var lineNames: [String] = []
    /// How many scalars begin before each stretch of the bytes, so that a place in a line of a megabyte is found without
    /// counting from its beginning; empty where no line is long.
    private let scalarsBefore: [Int]
    private static let stretch = 512

    package init(_ file: SourceTree.File) {
        self.init(file.bytes)
        lineNames = file.lineNames
    }

    /// - Parameter breaksAtUnicodeSeparators: whether U+0085, U+2028 and U+2029 end lines too.
    package init(_ bytes: [UInt8], breaksAtUnicodeSeparators: Bool = false) {
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            let raw = UnsafeRawBufferPointer(buffer)
            var index = 0
            while index < buffer.count {
                // Lines are long, so most words of eight bytes end none.
                while index + 8 <= raw.count,
                    !mayEndLine(
                        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), orUnicode: breaksAtUnicodeSeparators)
                {
                    index += 8
                }
                guard index < buffer.count else { break }
                let byte = buffer[index]
                index += 1
                if byte == UInt8(ascii: "\r"), index < buffer.count, buffer[index] == UInt8(ascii: "\n") {
                    index += 1
                    starts.append(index)
                } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    starts.append(index)
                } else if breaksAtUnicodeSeparators, byte == 0xC2 || byte == 0xE2 {
                    let rest = buffer[index...].prefix(2)
                    if byte == 0xC2, rest.first == 0x85 { starts.append(index + 1) }
                    if byte == 0xE2, rest.elementsEqual([0x80, 0xA8]) || rest.elementsEqual([0x80, 0xA9]) {
                        starts.append(index + 2)
                    }
                }
            }
        }
        lineStarts = starts
        let isLong = zip(starts, starts.dropFirst() + [bytes.count]).contains { $1 - $0 > 8 * Self.stretch }
        scalarsBefore = isLong ? Self.counts(of: bytes) : []
    }

    private static func counts(of bytes: [UInt8]) -> [Int] {
        var (counts, count) = ([Int](), 0)
        counts.reserveCapacity(bytes.count / stretch + 1)
        for (index, byte) in bytes.enumerated() {
            if index % stretch == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return counts
    }

    /// A place in a file as people name it. Both numbers start at 1.
    package struct Position: Hashable, Sendable {
        package var line: Int
        package var column: Int
    }

    /// The line and column of the byte at `offset`; past the end it is the place after the last byte.
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        return Position(line: line + 1, column: scalarCount(lineStarts[line]..<offset) + 1)
    }

    /// The same, counted on from a place at or before it that is known already.
    package func position(of offset: Int, after known: (offset: Int, position: Position)) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        guard line + 1 == known.position.line, known.offset <= offset else { return position(of: offset) }
        return Position(line: line + 1, column: known.position.column + scalarCount(known.offset..<offset))
    }

    /// The offset of the byte at a line and a column counted in Unicode scalars, both from 1.
    package func offset(line: Int, column: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= lineStarts.count else { return bytes.count }
        var offset = lineStarts[line - 1]
        var remaining = column - 1
        let end = lineRange(line - 1).upperBound
        if remaining > Self.stretch, !scalarsBefore.isEmpty {
            let sought = scalars(before: offset) + remaining
            let stretch = Self.last(in: scalarsBefore) { $0 <= sought }
            offset = min(end, max(offset, stretch * Self.stretch))
            while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining = sought - scalars(before: offset)
        }
        while remaining > 0, offset < end {
            offset += 1
            while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }

    /// The text of a line (counted from 1) without its ending; broken UTF-8 shows as U+FFFD.
    package func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        return String(decoding: bytes[lineRange(number - 1)], as: UTF8.self)
    }

    /// The line that a span starts in; of a line that is longer than a screenful, the part around the span,
    /// with the number of scalars before it.
    package func excerpt(around range: Range<Int>) -> (text: String, offset: Int) {
        let line = lineRange(lineIndex(of: min(max(range.lowerBound, 0), bytes.count)))
        guard line.count > 1000 else { return (String(decoding: bytes[line], as: UTF8.self), 0) }
        func boundary(_ offset: Int) -> Int {
            var offset = min(max(offset, line.lowerBound), line.upperBound)
            while offset > line.lowerBound, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            return offset
        }
        let lower = boundary(range.lowerBound - 250)
        let upper = boundary(max(lower, min(range.upperBound, range.lowerBound + 400)) + 250)
        return (String(decoding: bytes[lower..<upper], as: UTF8.self), scalarCount(line.lowerBound..<lower))
    }

    /// How many Unicode scalars begin in a range of bytes.
    package func scalarCount(_ range: Range<Int>) -> Int {
        guard range.count > 2 * Self.stretch, !scalarsBefore.isEmpty else { return counted(range) }
        return scalars(before: range.upperBound) - scalars(before: range.lowerBound)
    }

    private func counted(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }

    private func scalars(before offset: Int) -> Int {
        let stretch = min(offset / Self.stretch, scalarsBefore.count - 1)
        return scalarsBefore[stretch] + counted(stretch * Self.stretch..<offset)
    }

    /// The last of sorted numbers that is not too large; the first if all are.
    private static func last(in numbers: [Int], where isSmall: (Int) -> Bool) -> Int {
        max(numbers.partitioningIndex { !isSmall($0) } - 1, 0)
    }

    /// The end of a line (counted from 1), before its ending.
    package func lineEnd(_ number: Int) -> Int {
        number >= 1 && number <= lineStarts.count ? lineRange(number - 1).upperBound : bytes.count
    }

    private func lineIndex(of offset: Int) -> Int {
        Self.last(in: lineStarts) { $0 <= offset }
    }

    private func lineRange(_ index: Int) -> Range<Int> {
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return start..<end
    }
}

/// Whether one of eight bytes is CR or LF, or begins a separator of Unicode; rarely true for others too.
private func mayEndLine(_ word: UInt64, orUnicode: Bool) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    /// The highest bit of each byte that is zero; see “Bit Twiddling Hacks”, haszero.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones << 7) }
    var found = zeros(word ^ ones &* 0x0A) | zeros(word ^ ones &* 0x0D)
    if orUnicode { found |= zeros(word ^ ones &* 0xC2) | zeros(word ^ ones &* 0xE2) }
    return found != 0
}
