import Foundation
import Text

/// Text reduced to what makes two printings of it the same: NFC, full-width ASCII as ASCII, quotation marks
/// and middle dots unified, white space dropped. Fingerprints and figures are compared in this form.
package struct NormalizedText: Sendable, Hashable {
    package let text: String

    package init(_ original: String) {
        var scalars = String.UnicodeScalarView()
        let composed =
            original.unicodeScalars.allSatisfy(\.isSurelyComposed)
            ? original : original.precomposedStringWithCanonicalMapping
        for scalar in composed.unicodeScalars {
            switch scalar.value {
            // “ ” „ ‟ « » 「 」 『 』 〝 〞 ＂ and ‘ ’ stay apart as double and single.
            case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: scalars.append("\"")
            case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65, 0x2219: scalars.append("\u{B7}")
            default:
                if !scalar.isWhitespace, scalar.value != 0xFEFF { scalars.append(scalar.halfWidth) }
            }
        }
        text = String(scalars)
    }

    package func contains(_ other: NormalizedText) -> Bool {
        !other.text.isEmpty && text.contains(other.text)
    }

    /// The first 16 hex digits of SHA-256 over the UTF-8 of the text.
    package var fingerprint: String {
        sha256(text.utf8, digits: 16)
    }
}

extension Unicode.Scalar {
    /// White space (Unicode's property), without a look into its tables for what texts mostly consist of.
    var isWhitespace: Bool {
        switch value {
        case 0x21...0x7E, 0x4E00...0x9FFF, 0xFF01...0xFF5E: false
        default: properties.isWhitespace
        }
    }

    /// Whether a text of such characters alone is in NFC: they have no decomposition, and none composes with another.
    /// Latin, general punctuation up to the prime, marks of Chinese up to the hangzhou numerals, ideographs, full-width ASCII.
    fileprivate var isSurelyComposed: Bool {
        switch value {
        case 0x00...0x2FF, 0x2010...0x2031, 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }
}
