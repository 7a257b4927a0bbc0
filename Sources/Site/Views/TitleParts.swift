extension HTMLOutput {
    /// A title whose lines break after its punctuation where they can: Chinese has no spaces, and browsers would break
    /// words apart. What stands between two marks and is longer than a line breaks within, as any text.
    mutating func write(titleParts title: String) {
        let parts = title.partsByPunctuation
        guard parts.count > 1 else { return write(title) }
        for part in parts {
            write(html: "<span class=\"title-part\">")
            write(part)
            write(html: "</span>")
        }
    }
}

extension String {
    /// The text cut after each mark that ends something and is followed by Chinese, with the marks that follow it; not so
    /// that a character or two would stand alone.
    var partsByPunctuation: [String] {
        var parts: [String] = []
        var part = ""
        var isAfterMark = false
        for character in self {
            let isMark = character.unicodeScalars.first.map(Self.endsPart) ?? false
            if isAfterMark && !isMark && !character.isASCII && part.count > 2 {
                parts.append(part)
                part = ""
            }
            part.append(character)
            isAfterMark = isMark
        }
        if part.count < 3, let last = parts.popLast() { return parts + [last + part] }
        return parts + [part]
    }

    private static func endsPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "、", "；", "：", "。", "！", "？", "”", "’", "》", "〉", "」", "』", "）", "】", "…", "—": true
        default: false
        }
    }
}
