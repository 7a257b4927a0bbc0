/// Distinct texts as bytes, numbered from 0 in the order in which they were first met.
package struct ByteTable: Sendable {
    /// The texts, one behind the other, and where each of them begins.
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// At least half of them are free.
    private var slots = HashSlots()

    package init() {}

    package var count: Int { starts.count - 1 }

    /// The text of a number.
    package subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    package func number(of text: Span<UInt8>) -> Int? {
        slots[slot(of: text, hash: Self.hash(text))]
    }

    /// The number of a text, which is added if it is new.
    package mutating func insert(_ text: Span<UInt8>) -> Int {
        if count * 2 >= slots.count { slots.grow() }
        let hash = Self.hash(text)
        let slot = slot(of: text, hash: hash)
        if let known = slots[slot] { return known }
        slots.put(count, hash: hash, in: slot)
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        starts.append(UInt32(bytes.count))
        return count - 1
    }

    private func slot(of text: Span<UInt8>, hash: UInt32) -> Int {
        slots.slot(hash: hash) { text.equals(bytes.span.extracting(range($0))) }
    }

    private func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    private static func hash(_ text: Span<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: textHash(text)) }

    /// The numbers in the order of the bytes of their texts.
    package func sortedNumbers() -> [Int] {
        // Most texts differ in their first eight bytes, which are compared as one number.
        let keys = (0..<count).map { number -> (head: UInt64, number: Int) in
            var head: UInt64 = 0
            let text = self[number]
            for index in 0..<8 {
                head = head << 8 | (index < text.count ? UInt64(text[text.startIndex + index]) : 0)
            }
            return (head, number)
        }
        return keys.sorted { a, b in
            a.head != b.head ? a.head < b.head : self[a.number].lexicographicallyPrecedes(self[b.number])
        }.map(\.number)
    }
}
