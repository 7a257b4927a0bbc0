import Text

extension PictureFile {
    /// A GIF (GIF89a), block by block up to its end. Nil if it is not whole.
    ///
    /// Comments are left out, and so is what programs add for themselves; only how often a film is shown again, and a
    /// colour profile, are for everybody.
    init?(gif bytes: [UInt8]) {
        self.init()
        guard let flags = bytes.byte(at: 10) else { return nil }
        stored = ImageSize(checking: bytes.littleEndian(at: 6, count: 2), bytes.littleEndian(at: 8, count: 2))
        var offset = 13 + Self.colours(flags)
        guard offset <= bytes.count else { return nil }
        keep(0..<offset)
        while let block = bytes.byte(at: offset) {
            let start = offset
            switch block {
            case 0x3B:
                keep(start..<start + 1)
                return
            case 0x2C:
                guard let flags = bytes.byte(at: start + 9),
                    let end = Self.endOfBlocks(bytes, from: start + 11 + Self.colours(flags))
                else { return nil }
                offset = end
                keep(start..<end)
            case 0x21:
                guard let label = bytes.byte(at: start + 1), let end = Self.endOfBlocks(bytes, from: start + 2)
                else { return nil }
                offset = end
                let isForAll = ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { bytes.has($0, at: start + 3) }
                if label == 0xFE || label == 0xFF && !isForAll { drop(start..<end) } else { keep(start..<end) }
            default: return nil
            }
        }
        return nil
    }

    /// How many bytes a table of colours takes.
    private static func colours(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

    /// Behind the empty block that ends a chain of them.
    private static func endOfBlocks(_ bytes: [UInt8], from start: Int) -> Int? {
        var offset = start
        while let length = bytes.byte(at: offset) {
            offset += 1 + length
            if length == 0 { return offset }
        }
        return nil
    }
}
