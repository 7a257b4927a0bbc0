import Content
import Diagnostics
import Text

/// Reads the interface texts of each language: those in the binary, with a library's own in their place key by key.
struct StringsReader {
    /// Only unused texts in the library's own files are reported.
    let files: TemplateFiles
    /// What the library's own texts may publish.
    let contacts: PublishedContacts?
    /// The keys that templates print.
    let askedByTemplates: Set<String>
    /// The keys that the program asks for.
    let askedByProgram: Set<String>
    /// What a language may have: what is asked for, and words of its own for figures.
    private let known: Set<String>
    /// Where the settings name each language.
    let languageSpans: [String: SourceSpan]
    private(set) var diagnostics: [Diagnostic] = []

    init(
        files: TemplateFiles, contacts: PublishedContacts?, askedByTemplates: Set<String>, kinds: PageKinds,
        languageSpans: [String: SourceSpan]
    ) {
        (self.files, self.contacts, self.askedByTemplates) = (files, contacts, askedByTemplates)
        self.languageSpans = languageSpans
        askedByProgram = SearchText.interfaceKeys.union(Phrase.allCases.map(\.rawValue))
            .union(PhraseFamily.allCases.flatMap(\.keys)).union(kinds.list.flatMap(\.phraseKeys))
        known = askedByProgram.union(askedByTemplates).union(FigureWords.keys)
    }

    /// - Parameter first: The texts of the default language. What templates print and it lacks is told at the
    ///   template.
    mutating func read(_ language: String, first: Strings?) -> Strings {
        let name = TemplateFiles.strings(of: language)
        guard let file = files.all[name] else {
            let known = files.all.keys.filter { $0.hasPrefix(TemplateFiles.strings) }
                .map { String($0.dropFirst(TemplateFiles.strings.count).dropLast(".yaml".count)) }.sorted()
            // zh-CN is zh-Hans to everybody but the standard (BCP 47).
            let meant = LanguageTag.meant(by: language)
            let near =
                meant != language
                ? meant : known.first { $0.prefix { $0 != "-" } == language.prefix { $0 != "-" } }
            let added = meant == language || known.contains(meant) ? name : TemplateFiles.strings(of: meant)
            diagnostics.append(
                Diagnostic(
                    .noStrings(language),
                    at: languageSpans[language] ?? SourceSpan(path: Configuration.fileName, range: 0..<0),
                    hint: near.map { .languageOrStrings(language: $0, file: LibraryPath.templates + added) }
                        ?? .addStrings(LibraryPath.templates + added)))
            return Strings(language: language, texts: [:])
        }
        var texts: [String: String] = [:]
        for entry in entries(files.embedded[name]) { texts[entry.key] = entry.value }
        let originals = texts
        for entry in files.own.contains(name) ? entries(file, publishing: contacts) : [] {
            if entry.value.isEmpty, texts[entry.key]?.isEmpty == false {
                diagnostics.append(
                    Diagnostic(
                        .missingString(key: entry.key, language: language), at: entry.span, hint: .fillOrRemove))
                continue
            }
            if !isAsked(entry.key) {
                diagnostics.append(
                    Diagnostic(
                        .unknownString(entry.key), at: entry.span,
                        hint: Self.shown(entry.key, in: originals) ?? .nearest(to: entry.key, among: known)))
            }
            if !entry.key.hasSuffix("-one"), let original = originals[entry.key] {
                diagnostics += Self.lostHoles(of: original, in: entry.value, at: entry.span)
            }
            texts[entry.key] = entry.value
        }
        let required = askedByProgram.union(askedByTemplates.filter { first?.texts[$0] != nil })
        for key in required.sorted() where texts[key] == nil {
            diagnostics.append(
                Diagnostic(
                    .missingString(key: key, language: language), at: SourceSpan(path: file.path, range: 0..<0),
                    hint: .addLine(key)))
        }
        return Strings(language: language, texts: texts)
    }

    /// The keys whose text somebody wrote in the place of one, `做法: 经验`.
    private static func shown(_ text: String, in originals: [String: String]) -> Diagnostic.Hint? {
        let keys = originals.filter { $0.value == text }.keys.sorted()
        return keys.isEmpty ? nil : .useOneOf(keys.prefix(5).map { Diagnostics.Phrase.wordAlone($0) })
    }

    /// What the original has the program put in and the library's text has not.
    private static func lostHoles(of original: String, in text: String, at span: SourceSpan) -> [Diagnostic] {
        let (known, written) = (Strings.holes(in: original), Strings.holes(in: text))
        let lost = known.filter { !written.contains($0) }
        return lost.map { hole in
            let hint: Diagnostic.Hint =
                if lost.count == 1, let wrong = written.first(where: { !known.contains($0) }) {
                    .writeText(text.replacing(wrong, with: hole))
                } else if lost.count == 1, original.hasPrefix(hole) {
                    .writeText(hole + text)
                } else if lost.count == 1, original.hasSuffix(hole) {
                    .writeText(text + hole)
                } else {
                    .originalText(original)
                }
            return Diagnostic(.lostHole(hole), at: span, hint: hint)
        }
    }

    /// A key `…-one` is the text for a count of 1.
    private func isAsked(_ key: String) -> Bool {
        known.contains(key) || key.hasSuffix("-one") && isAsked(String(key.dropLast(4)))
    }

    private mutating func entries(
        _ file: SourceTree.File?, publishing contacts: PublishedContacts? = nil
    ) -> [(key: String, value: String, span: SourceSpan)] {
        file.map { readTextMap($0, publishing: contacts, diagnostics: &diagnostics) } ?? []
    }
}
