/// How Han characters are read: pinyin without tones, the same in ids, in lists and in search.
///
///     HanReadings().syllables(of: Array("重庆".utf16)).map(\.first)  // chong, qing
package struct HanReadings: Sendable {
    private struct Phrase {
        let characters: [UInt16]
        /// None where each character is read as it is alone.
        let syllables: [[UInt8]]
    }

    /// The readings of each character of the basic plane, as indices of `syllables`.
    private var readings: [UInt16: [Int]] = [:]
    private var syllables: [[UInt8]] = []
    /// Words by their last character, the longest first.
    private var phrases: [UInt16: [Phrase]] = [:]
    /// What the library says of its names, the shortest first, so that the longest has the last word.
    private var spellings: [Phrase] = []

    /// - Parameter spellings: Readings of names that the table would get wrong, with spaces between the
    ///   syllables: `["六合": "lu he"]`.
    package init(spellings: [String: String] = [:]) {
        for line in (PinyinTable.firstReadings + "\n" + PinyinTable.otherReadings).split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            let syllable = Array(line[..<space].utf8)
            if syllables.last != syllable { syllables.append(syllable) }
            for character in line[line.index(after: space)...].utf16 {
                readings[character, default: []].append(syllables.count - 1)
            }
        }
        let words = PhraseReadings.special.split { $0 == " " || $0 == "\n" }
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            add(Phrase(characters: Array(words[index].utf16), syllables: Self.parts(of: words[index + 1], by: "-")))
        }
        for word in PhraseReadings.usual.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            add(Phrase(characters: Array(word.utf16), syllables: []))
        }
        for character in phrases.keys { phrases[character]?.sort { $0.characters.count > $1.characters.count } }
        for (phrase, spelling) in spellings.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
            let phrase = Phrase(characters: Array(phrase.utf16), syllables: Self.parts(of: spelling, by: " "))
            if phrase.syllables.count == phrase.characters.count { self.spellings.append(phrase) }
        }
    }

    private mutating func add(_ phrase: Phrase) {
        guard let last = phrase.characters.last else { return }
        phrases[last, default: []].append(phrase)
    }

    private static func parts(of text: some StringProtocol, by separator: Character) -> [[UInt8]] {
        text.split(separator: separator).map { Array($0.utf8) }
    }

    /// The syllables that each character of a run may have, the one that its word gives it first; none for what is not in
    /// the table. A spelling of the library leaves that one alone.
    package func syllables(of run: [UInt16]) -> [[[UInt8]]] {
        var choices = run.map { character in (readings[character] ?? []).map { syllables[$0] } }
        // The longest word from the end on, which goes wrong less often in Chinese than from the beginning.
        var end = run.count
        while end > 0 {
            guard let phrase = phrases[run[end - 1]]?.first(where: { run[..<end].ends(with: $0.characters) }) else {
                end -= 1
                continue
            }
            end -= phrase.characters.count
            for (offset, syllable) in phrase.syllables.enumerated() {
                choices[end + offset].removeAll { $0 == syllable }
                choices[end + offset].insert(syllable, at: 0)
            }
        }
        for phrase in spellings where phrase.characters.count <= run.count {
            for start in 0...(run.count - phrase.characters.count)
            where run[start...].starts(with: phrase.characters) {
                for (offset, syllable) in phrase.syllables.enumerated() { choices[start + offset] = [syllable] }
            }
        }
        return choices
    }
}

extension ArraySlice<UInt16> {
    fileprivate func ends(with characters: [UInt16]) -> Bool { suffix(characters.count).elementsEqual(characters) }
}
