/// The offset of the first byte that is not well-formed UTF-8 (Unicode 16, table 3-7), in a part of a file or in
/// the whole.
package func firstInvalidByte(_ bytes: [UInt8], in part: Range<Int>? = nil) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
        var index = part?.lowerBound ?? 0
        let end = part?.upperBound ?? buffer.count
        let raw = UnsafeRawBufferPointer(buffer)
        while index < end {
            while index + 8 <= end,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            guard index < end else { return nil }
            let lead = buffer[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard index + length <= end, second.contains(buffer[index + 1]) else { return index }
            for offset in 2..<max(length, 2) where buffer[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}

/// How many bytes a UTF-8 byte order mark takes at the start, 0 or 3.
package func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// Whether bytes look like UTF-16 without a byte order mark: each separator and line end has a zero for its upper half, nearly
/// all on one side.
package func seemsUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count.isMultiple(of: 2), bytes.contains(0) else { return false }
    let zeros = bytes.indices.reduce(into: (even: 0, odd: 0)) { count, index in
        guard bytes[index] == 0 else { return }
        if index % 2 == 0 { count.even += 1 } else { count.odd += 1 }
    }
    let (own, others) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    // Chinese has few zeros, and in UTF-16 is no UTF-8; a lone zero may be in any file.
    return others * 8 <= own && own * 64 >= bytes.count && (own * 4 >= bytes.count || firstInvalidByte(bytes) != nil)
}
