/// Estimates of how wide a text is. Nobody knows the reader's fonts, so they err on the wide side.
enum TextMeasure {
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems($1) } * size * (isBold ? 1.06 : 1)
    }

    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "t", "f", "r", "I", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "-", "/":
            0.34
        case "m", "w", "M", "W", "%", "@": 0.88
        case "A"..."Z": 0.68
        case "\u{21}"..."\u{7E}": 0.56
        case "\u{2014}", "\u{2026}": 1
        case "\u{2018}"..."\u{201D}": 0.8
        default: isWide(scalar) ? 1 : isInvisible(scalar) ? 0 : 0.62
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: true
        default: false
        }
    }
}
