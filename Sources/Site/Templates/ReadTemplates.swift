import Content
import Diagnostics
import Text

/// The templates of a library with what is wrong with them, and what they were read from: they are the same for as long
/// as a library's own files and languages are.
struct ReadTemplates: Sendable {
    let set: TemplateSet
    let diagnostics: [Diagnostic]
    private let origin: Origin

    /// All that a set depends on, but for the kinds of pages.
    private struct Origin: Sendable, Equatable {
        var files: [SourceTree.File]
        var languages: [String]
        var contacts: PublishedContacts?
        var languageSpans: [String: SourceSpan]
    }

    /// - Parameter last: those of the last time, with the same kinds of pages.
    init(of tree: SourceTree, _ configuration: Configuration, kinds: PageKinds, last: ReadTemplates?) {
        let origin = Origin(
            files: Array(tree.files(in: SourceTree.templatesFolder)), languages: configuration.languages,
            contacts: configuration.contacts, languageSpans: configuration.languageSpans)
        if let last, last.origin == origin {
            self = last
            return
        }
        var diagnostics: [Diagnostic] = []
        set = TemplateSet(
            overrides: tree, languages: origin.languages, kinds: kinds, contacts: origin.contacts,
            languageSpans: origin.languageSpans, diagnostics: &diagnostics)
        (self.diagnostics, self.origin) = (diagnostics, origin)
    }
}
