/// Tags of languages, of which people write many forms.
package enum LanguageTag {
    /// Whether a text has the form of a tag (BCP 47). A language with a code of two letters has no other (RFC 5646,
    /// 2.2.1), so eng and zho are none; nor is cn, which is a country.
    package static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy {
            (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
            && (2...3).contains(parts[0].count) && !isNickname(parts[0].lowercased())
    }

    /// The tag that is meant by zh_CN, cn, ZH, 中文 (zh-Hans), zh-TW (zh-Hant), en_US, english (en); the same text where it
    /// cannot be told.
    package static func meant(by text: String) -> String {
        let parts = text.lowercased().split { "-_ ".contains($0) }.map(String.init)
        guard let first = parts.first else { return text }
        let isTraditional = parts.contains { traditional.contains($0) }
        if isTraditional || chinese.contains(first) { return isTraditional ? "zh-Hant" : "zh-Hans" }
        if english.contains(first) { return "en" }
        // Any other language keeps what is said of its script and country.
        let isPlain = parts.count == 1 || text.contains("_")
        return isPlain && isTag(first) ? first : text
    }

    private static func isNickname(_ code: String) -> Bool {
        !["zh", "cmn", "en"].contains(code) && (chinese.contains(code) || english.contains(code))
    }

    private static let chinese: Set<String> = [
        "zh", "cn", "chs", "chi", "zho", "cmn", "chinese", "中文", "汉语", "简体", "简体中文", "简中",
    ]
    private static let traditional: Set<String> = [
        "tw", "hk", "mo", "cht", "hant", "繁体", "繁體", "繁体中文", "繁體中文", "繁中",
    ]
    private static let english: Set<String> = ["en", "eng", "english", "英文", "英语"]
}
