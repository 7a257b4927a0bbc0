import Diagnostics

extension Phrase {
    /// What people call a language, with its tag; the tag alone where the program has no word for it.
    static func language(_ tag: String) -> Phrase {
        switch tag {
        case "en": .english
        case "zh-Hans": .simplifiedChinese
        case "zh-Hant": .traditionalChinese
        default: .otherLanguage(tag)
        }
    }
}
