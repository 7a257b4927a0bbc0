import Text

/// Distinct texts with a value for each, numbered from 0 in the order in which they were first met.
///
/// A table repeats its ids, periods and words from row to row: what a text means is worked out once, and a
/// row keeps its number.
struct KnownTexts<Value: Sendable>: Sendable {
    /// The value of each text, by its number.
    private(set) var values: [Value] = []
    private var texts = ByteTable()

    var count: Int { values.count }

    func number(of text: Span<UInt8>) -> Int32? { texts.number(of: text).map(Int32.init) }

    /// The number of a text, which is given this value if it is new.
    mutating func insert(_ value: Value, for text: Span<UInt8>) -> Int32 {
        let number = texts.insert(text)
        if number == values.count { values.append(value) }
        return Int32(number)
    }

    /// Adds the texts of another table and returns the number that each of them has here.
    mutating func merge(_ other: KnownTexts) -> [Int32] {
        other.values.indices.map { insert(other.values[$0], for: other.texts[$0].span) }
    }
}
