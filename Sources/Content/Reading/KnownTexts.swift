/// Distinct texts with a value for each, numbered from 0 in the order in which they were first met.
///
/// A table repeats its ids, periods and words from row to row: what a text means is worked out once, and a
/// row keeps its number.
struct KnownTexts<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        /// The lower half of the text's hash, so that few other texts are looked at.
        var hash: UInt32
        /// The number of the text; -1 where the slot is free.
        var number: Int32
    }

    /// The value of each text, by its number.
    private(set) var values: [Value] = []
    /// The texts, one behind the other, and where each of them ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// An open hash table, of which at least half is free.
    private var slots = Array(repeating: Slot(hash: 0, number: -1), count: 16)

    var count: Int { values.count }

    func number(of text: Span<UInt8>) -> Int32? {
        let number = slots[slot(of: text, hash: Self.hash(text))].number
        return number < 0 ? nil : number
    }

    /// The number of a text, which is given this value if it is new.
    mutating func insert(_ value: Value, for text: Span<UInt8>) -> Int32 {
        let hash = Self.hash(text)
        var slot = slot(of: text, hash: hash)
        if slots[slot].number >= 0 { return slots[slot].number }
        if values.count * 2 >= slots.count {
            grow()
            slot = self.slot(of: text, hash: hash)
        }
        slots[slot] = Slot(hash: hash, number: Int32(values.count))
        for index in text.indices { bytes.append(text[index]) }
        ends.append(bytes.count)
        values.append(value)
        return Int32(values.count - 1)
    }

    /// Adds the texts of another table and returns the number that each of them has here.
    mutating func merge(_ other: KnownTexts) -> [Int32] {
        other.values.indices.map { number in
            insert(other.values[number], for: other.bytes.span.extracting(other.range(number)))
        }
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private static func hash(_ text: Span<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: textHash(text)) }

    /// The slot in which a text is, or belongs.
    private func slot(of text: Span<UInt8>, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot.number < 0 { return place }
            if slot.hash == hash, text.equals(bytes.span.extracting(range(Int(slot.number)))) { return place }
            place = (place + 1) & mask
        }
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        var larger = Array(repeating: Slot(hash: 0, number: -1), count: mask + 1)
        for slot in slots where slot.number >= 0 {
            var place = Int(slot.hash) & mask
            while larger[place].number >= 0 { place = (place + 1) & mask }
            larger[place] = slot
        }
        slots = larger
    }
}
