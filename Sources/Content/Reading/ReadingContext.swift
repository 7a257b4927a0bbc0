import Diagnostics
import Markdown

/// What readers must know of the site besides the file at hand.
struct ReadingContext: Sendable {
    /// The site's languages; the first is the default.
    var languages: [String]
    var markdown: MarkdownOptions
    /// Numbers with a unit that are names or dates, not figures.
    var allowedNumbers: [String] = []
    /// Whether figures without a row are reported: in practices, cases and places, not in general texts.
    var reportsLooseFigures = false
    /// Languages in which the record at hand has no file of its own, which is reported once as a whole.
    var untranslated: Set<Int> = []
    /// Whether readers are only asked which fields they know: see ``KnownField``.
    var isDescribing = false
}

extension Diagnostic {
    static func notAWord(_ text: String, field: String, of words: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .invalidValue, "‘\(text)’ is not a value of ‘\(field)’", at: span,
            hint: nearest(to: text, among: words).map { "did you mean ‘\($0)’?" }
                ?? "use one of \(words.joined(separator: ", "))")
    }

    static func invalidID(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .invalidId, "‘\(text)’ cannot be an id", at: span,
            hint: "use lower-case ASCII letters, digits and single hyphens")
    }

    static func unknownLanguage(_ tag: String, among languages: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .unknownLanguage, "‘\(tag)’ is not a language of this site", at: span,
            hint: nearest(to: tag, among: languages).map { "did you mean ‘\($0)’?" }
                ?? "exemplar.yaml lists \(languages.joined(separator: ", "))")
    }
}
