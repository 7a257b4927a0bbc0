import Content
import Diagnostics
import Embedded
import Text

extension Site {
    /// The interface texts in a language of the program: the library's own where its site has that language, else those
    /// that came with the program.
    package func strings(in language: DiagnosticLanguage) -> Strings {
        if let own = templates.strings.first(where: { language.matches($0.language) }) { return own }
        let name = embeddedTemplates.map(\.path).first {
            $0.hasPrefix(TemplateFiles.strings) && language.matches(String($0.dropFirst(TemplateFiles.strings.count)))
        }
        let file = embeddedTemplates.first { $0.path == name }
        var problems: [Diagnostic] = []
        let texts = file.map {
            readTextMap(.init(path: $0.path, bytes: Array($0.text.utf8)), diagnostics: &problems)
        }
        return Strings(
            language: language.rawValue,
            texts: Dictionary((texts ?? []).map { ($0.key, $0.value) }) { _, last in last })
    }
}
