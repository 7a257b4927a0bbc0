import Foundation
import Text

/// A name that is free, with the first number behind it where it needs one: `unit`, `unit-2`.
package func freeName(_ base: String, _ isFree: (String) -> Bool) -> String {
    var (name, number) = (base, 1)
    while !isFree(name) {
        number += 1
        name = "\(base)-\(number)"
    }
    return name
}

/// The longest id made of a title, in bytes: short enough to read aloud.
private let longestSlug = 48

/// An id made of a title: pinyin for Chinese, read as lists and search read it, Latin letters for other scripts, words
/// joined by hyphens. Empty if the title has no letter or digit.
///
/// - Parameter readings: how the library reads its names.
package func slug(of title: String, readings: HanReadings) -> String {
    let known = inPinyin(title, readings)
    let latin = known.applyingTransform(.toLatin, reverse: false) ?? known
    let plain = (latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin).lowercased()
    var words: [String] = []
    let all = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    for word in all {
        let length = words.reduce(0) { $0 + $1.utf8.count + 1 } + word.utf8.count
        guard length <= longestSlug else { break }
        words.append(String(word))
    }
    if words.isEmpty, let first = all.first {
        words = [String(first.prefix(longestSlug))]
    }
    return words.joined(separator: "-")
}

/// The text with pinyin in the place of each character that has a reading.
private func inPinyin(_ text: String, _ readings: HanReadings) -> String {
    let characters = Array(text.utf16)
    let written = zip(characters, readings.syllables(of: characters)).flatMap { character, syllables in
        syllables.first.map { syllable in Array(" \(String(decoding: syllable, as: UTF8.self)) ".utf16) } ?? [character]
    }
    return String(decoding: written, as: UTF16.self)
}
