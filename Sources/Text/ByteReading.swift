/// Numbers inside a file. Each is nil where the file ends before it, so that a cut-off file cannot be read
/// beyond its end.
extension [UInt8] {
    package func byte(at offset: Int) -> Int? {
        indices.contains(offset) ? Int(self[offset]) : nil
    }

    /// The least significant byte first, as in GIF, WebP and TIFF of Intel's order.
    package func littleEndian(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset <= self.count - count else { return nil }
        return self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The most significant byte first, as in PNG and JPEG.
    package func bigEndian(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset <= self.count - count else { return nil }
        return self[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    package func has(_ text: String, at offset: Int) -> Bool {
        offset >= 0 && offset <= count && self[offset...].starts(with: text.utf8)
    }
}
