/// Every Latin word of the site in the form in which it is written, for correcting typing errors and completing
/// beginnings. A word is its difference from the one before and a digit for how often it is used.
struct WordList {
    struct Part: Sendable {
        var file: IndexFile
        var first: [UInt8]
    }

    private static let fullPart = 30_000

    /// - Parameters:
    ///   - table: What the files are named for.
    ///   - words: In order.
    static func parts(of table: ShardedTable, _ words: [(word: [UInt8], count: Int)]) -> [Part] {
        var parts: [Part] = []
        var packed: [UInt8] = []
        var first: [UInt8] = []
        var previous: [UInt8] = []
        func part() -> Part { Part(file: .script(table.fileName(parts.count), packed: packed), first: first) }
        for (word, count) in words {
            if packed.count > fullPart {
                parts.append(part())
                packed = []
            }
            if packed.isEmpty { (first, previous) = (word, []) }
            packed.appendFrontCoded(word, after: previous)
            packed.appendDigit(UInt32(Int.bitWidth - count.leadingZeroBitCount))
            previous = word
        }
        if !packed.isEmpty { parts.append(part()) }
        return parts
    }

    /// The words spelt backwards, so that an error in the first letters is found too.
    static func reversed(_ words: [(word: [UInt8], count: Int)]) -> [(word: [UInt8], count: Int)] {
        words.map { (word: $0.word.reversed(), count: $0.count) }.sorted { $0.word.lexicographicallyPrecedes($1.word) }
    }
}
