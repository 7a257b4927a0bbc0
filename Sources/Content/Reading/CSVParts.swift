extension CSVTable {
    /// Parts of the file of about the same size, each beginning where a row seems to begin.
    func parts(of size: Int) -> [Range<Int>] {
        var starts = [body]
        var offset = body + size
        while offset < bytes.count {
            if let start = likelyRow(in: offset..<min(offset + size, bytes.count)) { starts.append(start) }
            offset += size
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
    }

    /// The first place behind a line break at which two rows of the right width can be read.
    private func likelyRow(in range: Range<Int>) -> Int? {
        var tries = 0
        for offset in range where bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") {
            var scanner = CSVScanner(bytes: bytes, path: path, from: offset + 1)
            let start = scanner.nextRow()
            var fields: [CSVScanner.Field] = []
            let areRows = (0..<2).allSatisfy { _ in !scanner.readRow(into: &fields) || fields.count == width }
            if areRows, scanner.diagnostics.isEmpty, range.contains(start) { return start }
            tries += 1
            if tries == 32 { return nil }
        }
        return nil
    }
}
