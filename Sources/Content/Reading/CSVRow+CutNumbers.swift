import Diagnostics
import Text

/// A number of thousands whose comma parts columns: `1,320件` without quotation marks.
extension CSVRow {
    /// Tells of a row that has more fields than the header had, as many as its numbers were cut. Empty cells at its end
    /// would hide that, and what was read would stand in the wrong columns.
    func cutNumber() -> Diagnostic? {
        let surplus = fields.count - table.writtenWidth
        guard surplus > 0 else { return nil }
        var (commas, first): (Int, Range<Int>?) = (0, nil)
        var place = 0
        while place < fields.count - 1 {
            var end = place
            while end + 1 < fields.count, isCut(at: end, from: place) { end += 1 }
            if end > place {
                first = first ?? fields[place].range.lowerBound..<fields[end].range.upperBound
                commas += end - place
            }
            place = end + 1
        }
        guard let first, commas >= surplus else { return nil }
        return Diagnostic(
            .cutByThousands(surplus), at: SourceSpan(path: table.path, range: first),
            hint: .quoteNumber(String(decoding: table.bytes[first], as: UTF8.self)))
    }

    /// Whether a field goes on with the thousands of the next. Two columns of plain numbers side by side are no such thing
    /// where nothing but empty cells is left over.
    private func isCut(at place: Int, from start: Int) -> Bool {
        let (head, tail) = (fields[place], fields[place + 1])
        guard !head.isQuoted, !tail.isQuoted else { return false }
        let (before, behind) = (table.bytes[head.range], table.bytes[tail.range])
        let digits = before.suffix(while: isDigit).count
        guard place == start ? (1...3).contains(digits) : digits == 3 && before.count == 3,
            behind.prefix(while: isDigit).count == 3
        else { return false }
        let arePlain = before.count == digits && behind.count == 3 && place + 1 < table.width
        return
            !(arePlain && table.holdsFigure[place] && table.holdsFigure[place + 1]
            && fields[table.width...].allSatisfy(\.content.isEmpty))
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension ArraySlice<UInt8> {
    fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
