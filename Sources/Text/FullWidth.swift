/// Full-width forms, as Chinese input methods write Latin letters, digits and signs.
extension Unicode.Scalar {
    /// The ASCII character that a full-width one is a form of, `Ａ`, `１` or `！`; any other character is itself.
    @inlinable
    package var halfWidth: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        default: self
        }
    }

    /// What is meant by a mark of Chinese where only one of ASCII means something; nil for all other characters.
    package var asciiMark: Unicode.Scalar? {
        switch self {
        case "，", "；", "：", "＃", "！", "（", "）", "｛", "｝": halfWidth
        case "、": ","
        case "“", "”": "\""
        case "‘", "’": "'"
        case "\u{3000}": " "
        default: nil
        }
    }
}
