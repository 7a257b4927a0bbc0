import Authoring
import Content
import Diagnostics
import Site
import Text

/// How changes are told to people who have never seen the files of a library: what fields and words are called, and
/// what ids stand for.
struct ChangeWords {
    let language: DiagnosticLanguage
    private let guide: AuthorGuide
    private let author: AuthorLanguage
    private let strings: Strings
    /// The tag of the language in which records are told first; it need not be said.
    private let first: String
    /// The titles of all that ids name, by kind and id.
    private var titles: [String: String] = [:]
    private let hasManySources: Bool

    init(_ changes: LibraryChanges, in language: DiagnosticLanguage) {
        self.language = language
        var problems: [Diagnostic] = []
        guide = AuthorGuide(overrides: changes.new.tree, diagnostics: &problems)
        author = AuthorLanguage(tag: language.rawValue)
        strings = changes.new.site.strings(in: language)
        hasManySources = Set([changes.old, changes.new].flatMap { $0.library.sources.map(\.id) }).count > 1
        first = changes.new.library.languages.first ?? ""
        for library in [changes.old.library, changes.new.library] {
            let number = library.languages.firstIndex { language.matches($0) } ?? 0
            for record in library.comparedRecords { titles[record.kind.name + ":" + record.id] = record.title[number] }
        }
    }

    func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

    func title(of change: RecordChange) -> String {
        titles[change.kind.name + ":" + change.id] ?? change.title[0]
    }

    // MARK: Where

    /// Which field, which of its things, in which language: `步骤第3项：由谁做（英文）`.
    func label(of change: FieldChange, in kind: ComparedKind) -> String {
        var keys: [String] = []
        var label: Phrase?
        for step in change.path {
            keys.append(step.field.labelKey)
            let part = self.part(step, called: guide.label(of: keys, in: kind.name, language: author))
            label = label.map { .changedPart(whole: $0, part: part) } ?? part
        }
        return text(inLanguage(label ?? .words(""), change.language))
    }

    private func part(_ step: FieldChange.Step, called name: String) -> Phrase {
        switch step.item {
        case nil: .words(name)
        case .position(let number):
            step.field.entries.isEmpty
                ? .changedLine(field: name, number: number) : .changedItem(field: name, number: number)
        case .name(let id): .changedNamed(field: name, name: shown(id, of: step.field.entries.first))
        }
    }

    /// Nothing is said of the language in which records are written first.
    private func inLanguage(_ phrase: Phrase, _ tag: String?) -> Phrase {
        guard let tag, tag != first else { return phrase }
        return .changedLanguage(text: phrase, language: name(ofLanguage: tag))
    }

    private func name(ofLanguage tag: String) -> Phrase {
        switch DiagnosticLanguage.allCases.first(where: { $0.matches(tag) }) {
        case .en: .languageEnglish
        case .zh: .languageChinese
        case nil: .words(tag)
        }
    }

    // MARK: What

    /// Everything that something says, a line each; a field is named unless the words speak for themselves.
    func lines(_ said: [Said], of field: KnownField, in kind: ComparedKind, below keys: [String]) -> [String] {
        said.map { said in
            let words = shown(said.text, of: said.fields.last ?? field)
            if let inner = said.fields.last, inner.shape != .prose, inner.key != field.shorthand {
                let name = guide.label(
                    of: keys + said.fields.map(\.labelKey), in: kind.name, language: author)
                return text(.changedPart(whole: inLanguage(.words(name), said.language), part: words))
            }
            guard let tag = said.language, tag != first else { return words }
            return text(.changedPart(whole: name(ofLanguage: tag), part: words))
        }
    }

    /// A value as people read it.
    func shown(_ value: String, of field: KnownField?) -> String {
        guard let field else { return value }
        switch field.shape {
        case .word, .texts:
            let key = field.wordLabels + "-" + value
            let label = strings.text(key)
            return label == key ? value : label
        case .boolean: return text(value == "true" ? .yes : .no)
        case .date: return CalendarDate(value).map { strings.date($0) } ?? value
        case .period: return Period(value).map { strings.period($0) } ?? value
        case .locators: return locator(value)
        case .reference, .references:
            guard let kind = field.reference else { return locator(value) }
            guard let title = titles[kind.rawValue + ":" + value] else { return value }
            return text(.namedWithID(name: title, id: value))
        case .prose, .body: return value.asRead
        default: return value
        }
    }

    private func locator(_ value: String) -> String {
        guard let place = Locator(value) ?? Locator(value, source: "") else { return value }
        let words: Phrase =
            place.sentence.map { .sentenceOfParagraph(paragraph: place.paragraph, sentence: $0) }
            ?? .paragraphNumber(place.paragraph)
        // With one source, its long title would say nothing.
        guard hasManySources, let source = titles["source:" + place.source] else { return text(words) }
        return text(.placeInSource(source: source, place: words))
    }
}

extension String {
    /// A line of Markdown as a page shows it: `- [2万余人](obs:stewards)` is `• 2万余人`; marks of sources stay in brackets.
    fileprivate var asRead: String {
        var result = ""
        var rest = hasPrefix("- ") ? "• " + dropFirst(2) : self[...]
        while let middle = rest.ranges(of: "](").first, let end = rest[middle.upperBound...].firstIndex(of: ")"),
            let start = rest[..<middle.lowerBound].lastIndex(of: "[")
        {
            let text = rest[rest.index(after: start)..<middle.lowerBound]
            result += rest[..<start] + (rest[middle.upperBound...].hasPrefix("src:") ? "[\(text)]" : text)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
