import Text

extension PictureFile {
    /// A JPEG (ITU-T T.81, B.1 and B.2), segment by segment up to the end of the picture. Nil if it is not whole, or is
    /// no chain of segments.
    ///
    /// Of the segments of applications those stay that say how the dots are to be shown: JFIF, the colour profile,
    /// Adobe's kind of colours. Behind the end there may be more pictures, such as a film, with data of their own.
    init?(jpeg bytes: [UInt8]) {
        self.init()
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        keep(0..<2)
        var (offset, hasScan, hasExif) = (2, false, false)
        while true {
            let start = offset
            guard bytes.byte(at: offset) == 0xFF else { return nil }
            // Any number of fill bytes may stand before a marker.
            while bytes.byte(at: offset + 1) == 0xFF { offset += 1 }
            guard let marker = bytes.byte(at: offset + 1) else { return nil }
            offset += 2
            if marker == 0xD9 {
                keep(start..<offset)
                guard hasScan, stored != nil else { return nil }
                return
            }
            if marker == 0x01 || (0xD0...0xD7).contains(marker) {
                keep(start..<offset)
                continue
            }
            guard let length = bytes.bigEndian(at: offset, count: 2), length >= 2, offset + length <= bytes.count
            else { return nil }
            let content = offset + 2..<offset + length
            offset += length
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                let height = bytes.bigEndian(at: content.lowerBound + 1, count: 2)
                let width = bytes.bigEndian(at: content.lowerBound + 3, count: 2)
                if stored == nil { stored = ImageSize(checking: width, height) }
                keep(start..<offset)
            case 0xDA:
                guard stored != nil else { return nil }
                hasScan = true
                offset = Self.endOfScan(bytes, from: offset)
                keep(start..<offset)
            case 0xE0 where bytes.has("JFIF\0", at: content.lowerBound) && content.count >= 14:
                if content.count == 14 {
                    keep(start..<offset)
                } else {
                    // Without the small copy of the picture.
                    replace(
                        start..<offset,
                        with: [0xFF, 0xE0] + bigEndian(16, 2) + bytes[content].prefix(12) + [0, 0])
                }
            case 0xE1 where !hasExif && bytes.has("Exif\0\0", at: content.lowerBound):
                hasExif = true
                keepOrientation(bytes, in: content, after: Exif.signature, of: start..<offset) {
                    [0xFF, 0xE1] + bigEndian($0.count + 2, 2) + $0
                }
            case 0xE2 where bytes.has("ICC_PROFILE\0", at: content.lowerBound),
                0xEE where bytes.has("Adobe", at: content.lowerBound):
                keep(start..<offset)
            case 0xE0...0xEF, 0xFE: drop(start..<offset)
            default: keep(start..<offset)
            }
        }
    }

    /// Where the next marker stands: in the coded dots each FF is followed by 00 or by the number of a restart.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var offset = start
            while offset + 1 < buffer.count {
                if buffer[offset] == 0xFF, buffer[offset + 1] != 0, !(0xD0...0xD7).contains(buffer[offset + 1]) {
                    return offset
                }
                offset += 1
            }
            return buffer.count
        }
    }
}
