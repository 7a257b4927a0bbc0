import Text

extension PictureFile {
    /// A PNG (ISO/IEC 15948), chunk by chunk up to the last. Nil if one of them is damaged, or is none of a picture.
    ///
    /// Those chunks stay that a picture cannot be shown without, or that say how: colours, size of the dots, films.
    init?(png bytes: [UInt8]) {
        self.init()
        guard bytes.has("IHDR", at: 12) else { return nil }
        keep(0..<8)
        var (offset, hasData) = (8, false)
        while let length = bytes.bigEndian(at: offset, count: 4) {
            // Length, type, data and checksum.
            guard bytes.count - offset >= 12 + length else { return nil }
            let chunk = offset..<offset + 12 + length
            let content = offset + 8..<chunk.upperBound - 4
            guard
                bytes.bigEndian(at: content.upperBound, count: 4) == Int(crc32(bytes[offset + 4..<content.upperBound]))
            else { return nil }
            let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
            offset = chunk.upperBound
            if type == "eXIf" {
                keepOrientation(bytes, in: content, of: chunk) { data in
                    let body = Array("eXIf".utf8) + data
                    return bigEndian(data.count, 4) + body + bigEndian(Int(crc32(body[...])), 4)
                }
                continue
            }
            if type == "IDAT", !hasData, length > 0 {
                guard Self.beginsZlib(bytes, at: content) else { return nil }
                hasData = true
            }
            if Self.shown.contains(type) { keep(chunk) } else { drop(chunk) }
            if type == "IEND" {
                guard hasData else { return nil }
                stored = ImageSize(checking: bytes.bigEndian(at: 16, count: 4), bytes.bigEndian(at: 20, count: 4))
                return
            }
        }
        return nil
    }

    private static let shown: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
        "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ]

    /// The two bytes that compressed data begin with (RFC 1950, 2.2).
    private static func beginsZlib(_ bytes: [UInt8], at range: Range<Int>) -> Bool {
        guard let head = bytes.bigEndian(at: range.lowerBound, count: 2), range.count >= 2 else {
            return range.count == 1
        }
        return head >> 8 & 0xF == 8 && head.isMultiple(of: 31)
    }
}

/// The checksum of the chunks of a PNG (ISO/IEC 15948, annex D).
func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    crcTable.withUnsafeBufferPointer { table in
        bytes.withUnsafeBufferPointer { buffer in
            var crc: UInt32 = 0xFFFF_FFFF
            for byte in buffer { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8 }
            return crc ^ 0xFFFF_FFFF
        }
    }
}

private let crcTable: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
}
