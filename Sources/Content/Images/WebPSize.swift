/// The size of a WebP picture (RFC 9649), whose first chunk is one of three kinds. A file shorter than it says
/// is broken.
func webpSize(_ bytes: [UInt8]) -> ImageSize? {
    guard let length = bytes.littleEndian(at: 4, count: 4), bytes.count >= 8 + length else { return nil }
    if bytes.has("VP8 ", at: 12) {
        // Lossy: behind the frame tag and the start code, fourteen bits each (RFC 6386, 9.1).
        guard bytes.littleEndian(at: 23, count: 3) == 0x2A019D else { return nil }
        return ImageSize(
            checking: bytes.littleEndian(at: 26, count: 2).map { $0 & 0x3FFF },
            bytes.littleEndian(at: 28, count: 2).map { $0 & 0x3FFF })
    }
    if bytes.has("VP8L", at: 12) {
        // Lossless: one less than the size, fourteen bits each, behind the signature.
        guard bytes.byte(at: 20) == 0x2F, let bits = bytes.littleEndian(at: 21, count: 4) else { return nil }
        return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if bytes.has("VP8X", at: 12) {
        // Extended: one less than the size of the canvas, behind the flags.
        guard let width = bytes.littleEndian(at: 24, count: 3), let height = bytes.littleEndian(at: 27, count: 3) else {
            return nil
        }
        return ImageSize(width: width + 1, height: height + 1)
    }
    return nil
}
