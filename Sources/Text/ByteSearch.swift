#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Words sought in bytes. The general search of the standard library takes a hundred times as long for them.
extension Collection<UInt8> where Index == Int {
    /// Where a text first stands at or behind `start`.
    package func position(of text: StaticString, from start: Int? = nil) -> Int? {
        let start = start ?? startIndex
        return withContiguousStorageIfAvailable { bytes in
            Self.position(of: text, in: UnsafeRawBufferPointer(bytes), from: start - startIndex).map { $0 + startIndex }
        } ?? nil
    }

    package func holds(_ text: StaticString) -> Bool { position(of: text) != nil }

    private static func position(
        of text: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let length = text.utf8CodeUnitCount
        var position = start
        while position + length <= bytes.count,
            let found = memchr(base + position, Int32(text.utf8Start[0]), bytes.count - length - position + 1)
        {
            position = UnsafeRawPointer(found) - base
            if memcmp(found, text.utf8Start, length) == 0 { return position }
            position += 1
        }
        return nil
    }
}

/// The characters at the ends of some bytes of UTF-8.
extension BidirectionalCollection<UInt8> {
    package var firstScalar: Unicode.Scalar? {
        if let first, first < 0x80 { return Unicode.Scalar(first) }
        return String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first
    }

    package var lastScalar: Unicode.Scalar? {
        if let last, last < 0x80 { return Unicode.Scalar(last) }
        return String(decoding: suffix(4), as: UTF8.self).unicodeScalars.last
    }

    /// Whether a line that ends with these bytes goes on with the next without a space.
    package func joinsLine(before next: some BidirectionalCollection<UInt8>) -> Bool {
        guard let last = lastScalar, let first = next.firstScalar else { return false }
        return last.joinsLine(before: first)
    }
}
