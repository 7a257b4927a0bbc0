import Content

/// The languages in which the program explains records to their authors: one file of `templates/authoring/` each.
package enum AuthorLanguage: String, CaseIterable, Sendable {
    case chinese = "zh-Hans"
    case english = "en"

    /// The language for authors of a library whose default language has this BCP 47 tag: Chinese for every kind
    /// of Chinese, else English.
    package init(tag: String) {
        self = tag == "zh" || tag.hasPrefix("zh-") ? .chinese : .english
    }

    /// What a text begins with that is still to be written.
    var placeholder: String { self == .chinese ? Placeholder.chinese : Placeholder.english }
}
