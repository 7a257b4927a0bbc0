import Text

/// The words of the whole site in order. A word's place in it is its term, so that words are merged as numbers.
struct SiteWords: Sendable {
    private let table: ByteTable
    private let numbers: [Int]
    /// How often each word, by its place, is written in just this form.
    private var uses: [Int]
    /// For each run of pages the place of each of its words.
    private(set) var places: [[UInt32]] = []

    var count: Int { numbers.count }

    init(_ parts: [(words: ByteTable, uses: [UInt32])]) {
        var table = ByteTable()
        let numbersOfParts = parts.map { part in (0..<part.words.count).map { table.insert(part.words[$0].span) } }
        self.table = table
        numbers = table.sortedNumbers()
        var placeOf = [UInt32](repeating: 0, count: numbers.count)
        for (place, number) in numbers.enumerated() { placeOf[number] = UInt32(place) }
        uses = [Int](repeating: 0, count: numbers.count)
        for (part, numbers) in zip(parts, numbersOfParts) {
            let places = numbers.map { placeOf[$0] }
            for (place, count) in zip(places, part.uses) { uses[Int(place)] += Int(count) }
            self.places.append(places)
        }
    }

    subscript(place: UInt32) -> ArraySlice<UInt8> { table[numbers[Int(place)]] }

    /// The Latin words as they are written, with the number of their uses, for correcting typing errors and completing
    /// beginnings.
    var forms: [(word: [UInt8], count: Int)] {
        (0..<UInt32(count)).compactMap { place in
            let word = self[place]
            guard uses[Int(place)] > 0, (3...24).contains(word.count), word.allSatisfy({ (0x61...0x7A).contains($0) })
            else { return nil }
            return (Array(word), uses[Int(place)])
        }
    }
}
