/// A character that has no place in a text, and where it stands.
package struct UnwantedCharacter: Sendable, Equatable {
    package enum Kind: Sendable {
        /// Acts on a terminal, on the order of the line or on nothing at all, and is never seen.
        case control
        /// U+FFFD, which programs write where a character was lost.
        case lost
        /// U+FEFF behind the byte order mark of the file.
        case secondMark
        /// A soft hyphen or a space without width beside a digit: 2000 with one in it is read as 2 and 000.
        case insideNumber
    }

    package var kind: Kind
    package var scalar: Unicode.Scalar
    package var range: Range<Int>
}

/// The characters of well-formed UTF-8 that no text has, at most `limit`: controls but tab and line ends (C0, DEL, C1), line and
/// paragraph separators, embeddings and overrides of direction (Unicode Standard Annex 9), noncharacters and U+FFFD.
package func unwantedCharacters(_ bytes: [UInt8], in part: Range<Int>? = nil, limit: Int = 20) -> [UnwantedCharacter] {
    var found: [UnwantedCharacter] = []
    let part = part ?? 0..<bytes.count
    if part.lowerBound == 0, bytes.count >= 6, bytes[3..<6].elementsEqual(bytes[..<3]), byteOrderMarkLength(bytes) == 3
    {
        found.append(UnwantedCharacter(kind: .secondMark, scalar: "\u{FEFF}", range: 3..<6))
    }
    bytes.withUnsafeBufferPointer { buffer in
        var index = part.lowerBound
        while index < part.upperBound, found.count < limit {
            let byte = buffer[index]
            let length: Int
            switch byte {
            case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE:
                index += 1
                continue
            case 0..<0x20, 0x7F: length = 1
            case 0xC2: length = 2
            case 0xE2, 0xEF: length = 3
            default: length = 4
            }
            guard index + length <= part.upperBound else { return }
            let range = index..<index + length
            index += length
            guard let scalar = String(decoding: buffer[range], as: UTF8.self).unicodeScalars.first else { continue }
            let isInNumber = scalar.isDroppedFromText && isBesideDigit(buffer, range)
            guard let kind = scalar.unwantedKind ?? (isInNumber ? .insideNumber : nil) else { continue }
            found.append(UnwantedCharacter(kind: kind, scalar: scalar, range: range))
        }
    }
    return found
}

/// A byte order mark at the beginning is none.
private func isBesideDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    func isDigit(_ index: Int) -> Bool {
        bytes.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }
    return range.lowerBound > 0 && (isDigit(range.lowerBound - 1) || isDigit(range.upperBound))
}

extension Unicode.Scalar {
    /// Soft hyphens and spaces without width: they only tell a program where a line may break, and get lost among digits unseen.
    package var isDroppedFromText: Bool { [0xAD, 0x200B, 0x2060, 0xFEFF].contains(value) }

    /// Why no text has it; nil if it may stand in one.
    package var unwantedKind: UnwantedCharacter.Kind? {
        switch value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: .control
        case 0xFFFD: .lost
        case _ where value & 0xFFFE == 0xFFFE: .control
        default: nil
        }
    }

    /// Whether nothing shows where it stands, as in “show.hidden”: soft hyphens, joiners, marks of direction and spaces without width.
    package var isInvisible: Bool {
        switch value {
        case 0xAD, 0x34F, 0x61C, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// `U+200B`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
