import Text

extension PictureFile {
    /// A WebP picture (RFC 9649), whose first chunk is one of three kinds. Nil if the file is shorter than it says, or
    /// its chunks are.
    ///
    /// Those chunks stay that hold dots, transparency, films or a colour profile.
    init?(webp bytes: [UInt8]) {
        self.init()
        guard let length = bytes.littleEndian(at: 4, count: 4), bytes.count >= 8 + length, length >= 12 else {
            return nil
        }
        keep(0..<12)
        var (offset, hasDots) = (12, false)
        while offset < 8 + length {
            guard let count = bytes.littleEndian(at: offset + 4, count: 4), offset + 8 + count <= 8 + length
            else { return nil }
            let content = offset + 8..<offset + 8 + count
            // A chunk of odd length has a byte behind it.
            let chunk = offset..<min(content.upperBound + count % 2, 8 + length)
            let type = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
            if offset == 12 {
                stored = Self.webpSize(bytes, type)
                guard stored != nil else { return nil }
            }
            offset = chunk.upperBound
            if ["VP8 ", "VP8L", "ANMF"].contains(type) { hasDots = true }
            if type == "EXIF" {
                keepOrientation(bytes, in: content, of: chunk) {
                    Array("EXIF".utf8) + littleEndian($0.count, 4) + $0
                }
            } else if Self.shown.contains(type) {
                keep(chunk)
            } else {
                drop(chunk)
            }
        }
        guard hasDots else { return nil }
        settleHead(bytes)
    }

    private static let shown: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

    private static func webpSize(_ bytes: [UInt8], _ type: String) -> ImageSize? {
        switch type {
        case "VP8 ":
            // Lossy: behind the frame tag and the start code, fourteen bits each (RFC 6386, 9.1).
            guard bytes.littleEndian(at: 23, count: 3) == 0x2A019D else { return nil }
            return ImageSize(
                checking: bytes.littleEndian(at: 26, count: 2).map { $0 & 0x3FFF },
                bytes.littleEndian(at: 28, count: 2).map { $0 & 0x3FFF })
        case "VP8L":
            // Lossless: one less than the size, fourteen bits each, behind the signature.
            guard bytes.byte(at: 20) == 0x2F, let bits = bytes.littleEndian(at: 21, count: 4) else { return nil }
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        case "VP8X":
            // Extended: one less than the size of the canvas, behind the flags.
            guard let width = bytes.littleEndian(at: 24, count: 3), let height = bytes.littleEndian(at: 27, count: 3)
            else { return nil }
            return ImageSize(width: width + 1, height: height + 1)
        default: return nil
        }
    }

    /// Gives the head the length of what is published, and the extended head the flags of the chunks that stay.
    private mutating func settleHead(_ bytes: [UInt8]) {
        let length = parts.reduce(0) { $0 + ($1.replacement?.count ?? $1.range.count) } - 8
        guard parts.contains(where: { $0.replacement != nil }) else { return }
        parts[0].replacement = Array("RIFF".utf8) + littleEndian(length, 4) + Array("WEBP".utf8)
        guard bytes.has("VP8X", at: 12), parts.count > 1 else { return }
        var head = Array(bytes[parts[1].range])
        head[8] &= ~0x0C
        if orientation != 1 { head[8] |= 0x08 }
        parts[1].replacement = head
    }
}
