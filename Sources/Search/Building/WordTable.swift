/// Gives each word a number, in the order in which words come.
struct WordTable: Sendable {
    private var slots = [Int32](repeating: -1, count: 1 << 10)
    private var hashes: [UInt32] = []
    private var starts: [UInt32] = [0]
    private var bytes: [UInt8] = []

    var count: Int { hashes.count }

    func word(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(starts[number])..<Int(starts[number + 1])]
    }

    func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        let found = slots[slot(of: word, hash: Self.hash(word))]
        return found < 0 ? nil : Int(found)
    }

    mutating func number(of word: some Collection<UInt8>) -> Int {
        word.withContiguousStorageIfAvailable { number(of: $0) }
            ?? Array(word).withUnsafeBufferPointer { number(of: $0) }
    }

    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        let slot = slot(of: word, hash: hash)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(hashes.count)
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        hashes.append(hash)
        if hashes.count * 2 > slots.count { grow() }
        return hashes.count - 1
    }

    /// The slot that a word has, or would get.
    private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while case let number = slots[slot], number >= 0 {
            if hashes[Int(number)] == hash, isEqual(Int(number), word) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<word.count where bytes[start + index] != word[index] { return false }
            return true
        }
    }

    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// The numbers of the words in the order of their bytes.
    func sortedNumbers() -> [Int] {
        // Most words differ in their first eight bytes, which are compared as one number.
        let keys = (0..<count).map { number -> (head: UInt64, number: Int) in
            var head: UInt64 = 0
            let word = word(number)
            for index in 0..<8 {
                head = head << 8 | (index < word.count ? UInt64(word[word.startIndex + index]) : 0)
            }
            return (head, number)
        }
        return keys.sorted { a, b in
            a.head != b.head ? a.head < b.head : word(a.number).lexicographicallyPrecedes(word(b.number))
        }.map(\.number)
    }
}
