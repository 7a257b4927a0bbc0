extension CSVScanner {
    /// Parts of a file of about the same size, each beginning where a row of `width` fields seems to begin, so that
    /// several threads can read it.
    ///
    /// - Parameter start: where the first row may begin.
    package static func parts(of bytes: [UInt8], from start: Int, width: Int, size: Int) -> [Range<Int>] {
        var starts = [start]
        var offset = start + size
        while offset < bytes.count {
            let part = offset..<min(offset + size, bytes.count)
            if let row = likelyRow(of: bytes, in: part, width: width) { starts.append(row) }
            offset += size
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
    }

    /// The first place behind a line break at which two rows of the right width can be read.
    private static func likelyRow(of bytes: [UInt8], in range: Range<Int>, width: Int) -> Int? {
        var tries = 0
        for offset in range where bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") {
            var scanner = CSVScanner(bytes, from: offset + 1)
            let start = scanner.nextRow()
            var fields: [Field] = []
            let areRows = (0..<2).allSatisfy { _ in !scanner.readRow(into: &fields) || fields.count == width }
            if areRows, scanner.faults.isEmpty, range.contains(start) { return start }
            tries += 1
            if tries == 32 { return nil }
        }
        return nil
    }
}
