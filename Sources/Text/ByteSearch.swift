extension Collection<UInt8> {
    /// Whether some bytes stand in a row in these. The general search of the standard library takes a hundred times as long.
    package func holds(_ text: StaticString) -> Bool {
        guard text.utf8CodeUnitCount > 0 else { return true }
        let sought = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return withContiguousStorageIfAvailable { Self.holds(sought, in: $0) } ?? Array(self).holds(text)
    }

    private static func holds(_ sought: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start + sought.count <= bytes.count {
            var length = 0
            while length < sought.count, bytes[start + length] == sought[length] { length += 1 }
            if length == sought.count { return true }
            start += 1
        }
        return false
    }
}
