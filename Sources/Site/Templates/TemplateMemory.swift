import Content
import Diagnostics
import Text

/// The last set of templates, which is the same for as long as a library's own files and languages are.
struct TemplateMemory: Sendable {
    private var files: [SourceTree.File] = []
    private var languages: [String] = []
    private var contacts: PublishedContacts?
    private var languageSpans: [String: SourceSpan] = [:]
    private var last: (set: TemplateSet, diagnostics: [Diagnostic])?

    mutating func set(
        of tree: SourceTree, _ configuration: Configuration, kinds: PageKinds, diagnostics: inout [Diagnostic]
    ) -> TemplateSet {
        let files = Array(tree.files(in: "templates"))
        let (languages, contacts) = (configuration.languages, configuration.contacts)
        let languageSpans = configuration.languageSpans
        if let last, files == self.files, languages == self.languages, contacts == self.contacts,
            languageSpans == self.languageSpans
        {
            diagnostics += last.diagnostics
            return last.set
        }
        var problems: [Diagnostic] = []
        let set = TemplateSet(
            overrides: tree, languages: languages, kinds: kinds, contacts: contacts, languageSpans: languageSpans,
            diagnostics: &problems)
        (self.files, self.languages, self.contacts, last) = (files, languages, contacts, (set, problems))
        self.languageSpans = languageSpans
        diagnostics += problems
        return set
    }
}
