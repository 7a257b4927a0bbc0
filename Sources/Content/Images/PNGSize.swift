/// The size that the first chunk of a PNG gives (ISO/IEC 15948, 11.2.1). The chunks must lead to the last one,
/// so that a file cut off on its way is told.
func pngSize(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.has("IHDR", at: 12) else { return nil }
    var offset = 8
    while let length = bytes.bigEndian(at: offset, count: 4) {
        // Length, type, data and checksum.
        guard bytes.count - offset >= 12 + length else { return nil }
        if bytes.has("IEND", at: offset + 4) {
            return ImageSize(checking: bytes.bigEndian(at: 16, count: 4), bytes.bigEndian(at: 20, count: 4))
        }
        offset += 12 + length
    }
    return nil
}
