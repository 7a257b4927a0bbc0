/// Words that are looked up at a place of a text: the longest that stands there is found, by its first character.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let scalars: [Unicode.Scalar]
        let value: Value
    }

    private let entries: [Unicode.Scalar: [Entry]]

    init(_ words: [(String, Value)]) {
        var entries: [Unicode.Scalar: [Entry]] = [:]
        for (word, value) in words {
            let scalars = Array(word.unicodeScalars)
            if let first = scalars.first { entries[first, default: []].append(Entry(scalars: scalars, value: value)) }
        }
        self.entries = entries.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The word that stands here and the place after it.
    func match(_ text: FigureText, at place: Int) -> (value: Value, end: Int)? {
        guard let first = text[place], let candidates = entries[first] else { return nil }
        for entry in candidates where text.stands(entry.scalars, at: place) {
            return (entry.value, place + entry.scalars.count)
        }
        return nil
    }
}

extension WordTable<Bool> {
    /// Words that say no more than that they stand there.
    init(_ words: [String]) { self.init(words.map { ($0, true) }) }

    func end(_ text: FigureText, at place: Int) -> Int? { match(text, at: place)?.end }
}
