/// How titles and names can be typed in Latin letters: `tongzhou`, or `tz`.
package struct Pinyin: Sendable {
    /// The readings of each character of the basic plane, as indices of `syllables`.
    private var readings: [UInt16: [Int]] = [:]
    private var syllables: [[UInt8]] = []
    /// Phrases whose reading is known, the longest first, with a syllable for each character.
    private var spellings: [(phrase: [UInt16], syllables: [[UInt8]])] = []

    /// How many syllables a key has at most: enough to tell titles apart, and short enough to keep them few.
    static let longestKey = 6

    /// - Parameter spellings: Readings of names that the table would get wrong, with spaces between the
    ///   syllables: `["重庆": "chong qing"]`.
    package init(spellings: [String: String] = [:]) {
        for line in (PinyinTable.firstReadings + "\n" + PinyinTable.otherReadings).split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            let syllable = Array(line[..<space].utf8)
            if syllables.last != syllable { syllables.append(syllable) }
            for character in line[line.index(after: space)...].utf16 {
                readings[character, default: []].append(syllables.count - 1)
            }
        }
        for (phrase, spelling) in spellings.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) }) {
            let parts = spelling.split(separator: " ").map { Array($0.utf8) }
            let characters = Array(phrase.utf16)
            if parts.count == characters.count { self.spellings.append((characters, parts)) }
        }
    }

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
        let choices = syllableChoices(run)
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
    /// reading.
    package func reading(of title: String) -> String {
        var sink = ReadingSink(pinyin: self)
        var scanner = TermScanner()
        scanner.scan(title, into: &sink)
        return String(decoding: sink.letters, as: UTF8.self)
    }

    private struct ReadingSink: TermSink {
        let pinyin: Pinyin
        var letters: [UInt8] = []
        private var run: [UInt16] = []

        init(pinyin: Pinyin) { self.pinyin = pinyin }

        mutating func gramCharacter(_ character: UInt16) { run.append(character) }

        mutating func endRun() {
            for (character, choices) in zip(run, pinyin.syllableChoices(run)) {
                letters += choices.first ?? Array(String(decoding: [character], as: UTF16.self).utf8)
            }
            run = []
        }

        mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) { letters += bytes }
    }

    private func syllableChoices(_ run: [UInt16]) -> [[[UInt8]]] {
        var choices = run.map { character in (readings[character] ?? []).map { syllables[$0] } }
        for (phrase, parts) in spellings where phrase.count <= run.count {
            for start in 0...(run.count - phrase.count) where run[start..<(start + phrase.count)].elementsEqual(phrase)
            {
                for (offset, part) in parts.enumerated() { choices[start + offset] = [part] }
            }
        }
        return choices
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
