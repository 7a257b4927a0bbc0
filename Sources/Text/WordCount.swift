/// How long a text is as Word counts it (字数): each Chinese character and each full-width sign, and each word or number
/// in other scripts.
package func wordCount(_ text: String) -> Int {
    var (count, isInWord) = (0, false)
    for scalar in text.unicodeScalars {
        if isCountedAlone(scalar) {
            (count, isInWord) = (count + 1, false)
        } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
            isInWord = false
        } else if !isInWord {
            (count, isInWord) = (count + 1, true)
        }
    }
    return count
}

/// Chinese and Japanese characters, signs of their width, and quotation marks, dashes and dots as Chinese sets them.
private func isCountedAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3001...0x30FF, 0x3100...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
        0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
        true
    case 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2460...0x24FF: true
    default: false
    }
}
