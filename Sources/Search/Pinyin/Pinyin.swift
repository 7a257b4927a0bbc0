import Text

/// How titles and names can be typed in Latin letters: `tongzhou`, or `tz`.
package struct Pinyin: Sendable {
    private let readings: HanReadings

    /// How many syllables a key has at most: enough to tell titles apart, and short enough to keep them few.
    static let longestKey = 6

    /// - Parameter spellings: Readings of names that the table would get wrong, with spaces between the
    ///   syllables: `["六合": "lu he"]`.
    package init(spellings: [String: String] = [:]) { readings = HanReadings(spellings: spellings) }

    /// A key under which a text can be found.
    struct Key: Hashable {
        /// Where in the text it begins: with the whole text, at its beginning, or inside.
        enum Position: Int { case whole, start, inside }
        var letters: [UInt8]
        var isInitials: Bool
        var position: Position

        /// As the key stands among the words of the index, behind a sign that no word begins with.
        var packed: [UInt8] { [UInt8(ascii: isInitials ? "#" : "!")] + letters }
    }

    /// The keys of a run of folded characters: from each character on, in full and as initials. Of characters
    /// with several readings each is tried while there are few.
    func keys(of run: [UInt16]) -> [Key] {
        let choices = readings.syllables(of: run)
        var keys: [Key] = []
        for start in choices.indices where !choices[start].isEmpty {
            let end =
                choices[start...].prefix(Self.longestKey).firstIndex(where: \.isEmpty)
                ?? min(
                    start + Self.longestKey, choices.count)
            let isWhole = start == 0 && end == choices.count
            for spelling in Self.spellings(choices[start..<end]) {
                let position: Key.Position = isWhole ? .whole : start == 0 ? .start : .inside
                keys.append(Key(letters: spelling.flatMap(\.self), isInitials: false, position: position))
                if end - start >= 2 {
                    let initials = spelling.compactMap(\.first)
                    keys.append(Key(letters: initials, isInitials: true, position: position))
                }
            }
        }
        return keys
    }

    /// A title as it is read, folded and without spaces, for putting titles in order: each Han character by its first
    /// reading, or by that of its word.
    package func reading(of title: String) -> String {
        var sink = ReadingSink(readings: readings)
        var scanner = TermScanner()
        scanner.scan(title, into: &sink)
        return String(decoding: sink.letters, as: UTF8.self)
    }

    private struct ReadingSink: TermSink {
        let readings: HanReadings
        var letters: [UInt8] = []
        private var run: [UInt16] = []

        init(readings: HanReadings) { self.readings = readings }

        mutating func gramCharacter(_ character: UInt16) { run.append(character) }

        mutating func endRun() {
            for (character, choices) in zip(run, readings.syllables(of: run)) {
                letters += choices.first ?? Array(String(decoding: [character], as: UTF16.self).utf8)
            }
            run = []
        }

        mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) { letters += bytes }
    }

    /// Every way to read the characters, at most eight.
    private static func spellings(_ choices: ArraySlice<[[UInt8]]>) -> [[[UInt8]]] {
        var spellings: [[[UInt8]]] = [[]]
        for options in choices {
            let few = spellings.count * options.count <= 8 ? options : Array(options.prefix(1))
            spellings = spellings.flatMap { spelling in few.map { spelling + [$0] } }
        }
        return spellings
    }
}
