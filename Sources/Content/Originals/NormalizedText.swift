import Crypto
import Foundation

/// Text reduced to what makes two printings of it the same: NFC, full-width ASCII as ASCII, quotation marks
/// and middle dots unified, white space dropped. Fingerprints and figures are compared in this form.
package struct NormalizedText: Sendable, Hashable {
    package let text: String

    package init(_ original: String) {
        var scalars = String.UnicodeScalarView()
        for scalar in original.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            // “ ” „ ‟ « » 「 」 『 』 〝 〞 ＂ and ‘ ’ stay apart as double and single.
            case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: scalars.append("\"")
            case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65, 0x2219: scalars.append("\u{B7}")
            case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default:
                if !scalar.properties.isWhitespace, scalar.value != 0xFEFF { scalars.append(scalar) }
            }
        }
        text = String(scalars)
    }

    package func contains(_ other: NormalizedText) -> Bool {
        !other.text.isEmpty && text.contains(other.text)
    }

    /// The first 16 hex digits of SHA-256 over the UTF-8 of the text.
    package var fingerprint: String {
        String(hexadecimal(SHA256.hash(data: Array(text.utf8))).prefix(16))
    }
}

/// The lower-case hex digits of a hash.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
