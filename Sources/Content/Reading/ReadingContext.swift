import Diagnostics
import Markdown
import Text
import Yams

/// Site settings that the parsers need.
struct ReadingContext: Sendable, Equatable {
    /// The site's languages; the first is the default.
    var languages: [String]
    var markdown: MarkdownOptions
    /// Numbers with a unit that are names or dates, not figures.
    var allowedNumbers: [String] = []
    /// Whether figures without a row are reported: in practices, cases and places, not in general texts.
    var reportsLooseFigures = false
    /// Languages in which the record at hand has no file of its own, which is reported once as a whole.
    var untranslated: Set<Int> = []
    /// The numbers and addresses that may be published; nil where texts are not looked through for others.
    var contacts: PublishedContacts?
    /// The words and titles of the house, if it has lists of them.
    var house: HouseWords?
    /// Whether all that is read is quoted: what a source says.
    var isQuoting = false
    /// Whether drafts are read as if they were published.
    var includesDrafts = false
    /// Which version of its original each translation renders, if that is kept.
    var confirmed: ConfirmedTranslations?
    /// Whether the texts of originals are kept beside their translations.
    var comparesTranslations = false
    /// What people call fields and words.
    var terminology = TerminologySource.none

    /// The same for the texts of a file with a list of contacts of its own.
    func publishing(contactsOf layer: FieldReader.Layer) -> ReadingContext {
        guard let node = layer[PublishedContacts.key] else { return self }
        let nodes = node.sequence.map(Array.init) ?? [node]
        var context = self
        context.contacts = contacts?.adding(nodes.compactMap(\.string), path: layer.source.path)
        return context
    }
}

extension Diagnostic {
    static func unknownLanguage(_ tag: String, among languages: [String], at span: SourceSpan) -> Diagnostic {
        let meant = LanguageTag.meant(by: tag)
        return Diagnostic(
            .unknownLanguage(tag), at: span,
            hint: languages.contains(meant)
                ? .didYouMean(meant) : .nearest(to: tag, among: languages) ?? .languagesOfSite(languages))
    }
}
