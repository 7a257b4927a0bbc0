/// Distinct texts with a value for each, numbered from 0 in the order in which they were first met.
///
/// A table repeats its ids, periods and words from row to row: what a text means is worked out once, and a
/// row keeps its number.
struct KnownTexts<Value: Sendable>: Sendable {
    /// The value of each text, by its number.
    private(set) var values: [Value] = []
    /// The texts, one behind the other, and where each of them ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// An open hash table of numbers; -1 where a slot is free. At least a quarter of the slots are.
    private var slots: [Int32] = Array(repeating: -1, count: 16)

    var count: Int { values.count }

    func number(of text: Span<UInt8>) -> Int32? {
        let number = slots[slot(of: text)]
        return number < 0 ? nil : number
    }

    /// The number of a text, which is given this value if it is new.
    mutating func insert(_ value: Value, for text: Span<UInt8>) -> Int32 {
        if let known = number(of: text) { return known }
        if values.count * 4 >= slots.count * 3 { grow() }
        slots[slot(of: text)] = Int32(values.count)
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

    /// The slot in which a text is, or belongs.
    private func slot(of text: Span<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: textHash(text)) & mask
        while slots[slot] >= 0, !text.equals(bytes.span.extracting(range(Int(slots[slot])))) {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in values.indices {
            slots[slot(of: bytes.span.extracting(range(number)))] = Int32(number)
        }
    }
}
