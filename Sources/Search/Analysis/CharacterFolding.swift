import Foundation
import Text

/// What a character counts as in search.
enum CharacterClass {
    /// Ends words and runs.
    case separator
    /// Skipped inside a run of Han characters: quotation marks, the middle dot.
    case transparent
    case apostrophe
    case fullStop
    case comma
    case digit
    case letter
    /// A character of a script that is written without spaces.
    case gram
    /// An accent that stands on its own behind its letter, or a character that nobody sees: it disappears.
    case mark
}

/// Brings a character to the form in which it is compared: compatibility decomposition without accents, lower
/// case, half width, simplified. The table of the script in the browser is the same rule in its language.
enum CharacterFolding {
    static let simplified: [UInt16] = {
        var table = (0...UInt16.max).map { $0 }
        let characters = Array(TraditionalTable.pairs.utf16)
        for index in stride(from: 0, to: characters.count - 1, by: 2) {
            table[Int(characters[index])] = characters[index + 1]
        }
        return table
    }()

    /// The class of a folded character.
    static func characterClass(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x30...0x39: .digit
        case 0x61...0x7A: .letter
        case 0x27, 0x2019: .apostrophe
        case 0x2E: .fullStop
        case 0x2C: .comma
        case 0x22, 0x2018, 0x201C, 0x201D, 0xB7, 0x2022, 0x30FB, 0x300A...0x300F: .transparent
        case 0..<0x80: .separator
        case 0x0300...0x036F, 0xFE00...0xFE0F: .mark
        case _ where isGram(scalar): .gram
        default: isLetter(scalar) ? .letter : Unicode.Scalar(scalar)?.isInvisible == true ? .mark : .separator
        }
    }

    /// Han characters of the basic plane, their iteration mark and zero, and kana.
    static func isGram(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
            || (0x3041...0x3096).contains(scalar) || (0x30A1...0x30FA).contains(scalar)
            || scalar == 0x3005 || scalar == 0x3007
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }

    /// The folded characters of one character; the rare ones go through Foundation's tables.
    static func folded(_ scalar: UInt32) -> [UInt32] {
        switch scalar {
        case 0x41...0x5A: return [scalar + 32]
        case 0..<0x80: return [scalar]
        case 0x3400...0x9FFF: return [UInt32(simplified[Int(scalar)])]
        // Kana would fall apart into a letter and its voicing mark.
        case 0x3000...0x30FF: return scalar == 0x3000 ? [0x20] : [scalar]
        // Hangul would fall apart into letters.
        case 0xAC00...0xD7A3: return [scalar]
        default: break
        }
        guard let value = Unicode.Scalar(scalar) else { return [] }
        if value.halfWidth != value { return folded(value.halfWidth.value) }
        let decomposed = String(Character(value)).decomposedStringWithCompatibilityMapping
        return decomposed.unicodeScalars.flatMap { part -> [UInt32] in
            if (0x0300...0x036F).contains(part.value) { return [] }
            return part.properties.lowercaseMapping.unicodeScalars.compactMap {
                (0x0300...0x036F).contains($0.value)
                    ? nil : $0.value <= 0xFFFF ? UInt32(simplified[Int($0.value)]) : $0.value
            }
        }
    }
}
