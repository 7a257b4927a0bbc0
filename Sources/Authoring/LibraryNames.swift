import Content
import Diagnostics
import Text

/// What a library has names for: enough to propose, find and check references while writing.
package struct LibraryNames: Sendable {
    package var languages: [String]
    /// How names are read in ids.
    let readings: HanReadings
    /// What the library's authors are told.
    package var guide = AuthorGuide.embedded
    /// By what it is; nothing under what nobody refers to in a file that ``AuthoredKind`` knows.
    private var entries: [ReferenceKind: [NamedThing]] = [:]
    /// The ids that a text may mean, by kind and the text: an id itself, a title in small letters, and for places what
    /// is left of it without rank.
    private var byID: [ReferenceKind: Set<String>] = [:]
    private var byTitle: [ReferenceKind: [String: [String]]] = [:]
    private var placesByName: [String: [String]] = [:]
    /// The source records, with what they are made of.
    private(set) var sources: [Source] = []
    /// Every file of the library.
    var paths: Set<String> = []

    package init(languages: [String]) {
        self.languages = languages
        readings = HanReadings()
    }

    /// The names in a library with its drafts, however many problems it has.
    package init(reading tree: SourceTree) async {
        var problems: [Diagnostic] = []
        let raw = await read(tree, includesDrafts: true, jobs: 1, diagnostics: &problems)
        self.init(await check(raw, diagnostics: &problems), tree: tree)
    }

    init(_ library: Library, tree: SourceTree) {
        languages = library.languages
        readings = HanReadings(spellings: library.configuration.spellings)
        let kinds: [ReferenceKind] = [.place, .mechanism, .topic, .practice, .observation, .source, .metric]
        entries = Dictionary(uniqueKeysWithValues: kinds.map { ($0, library.named($0)) })
        for (kind, entries) in entries {
            byID[kind] = Set(entries.map(\.id))
            byTitle[kind] = Self.ids(entries) { $0.lowercased() }
        }
        placesByName = Self.ids(entries(of: .place), by: Self.withoutRank)
        sources = library.sources
        paths = Set(tree.files.map(\.path))
        // Its problems are for `check` to tell.
        var problems: [Diagnostic] = []
        guide = AuthorGuide(overrides: tree, diagnostics: &problems)
    }

    /// The language in which records are explained to the library's authors.
    package var language: AuthorLanguage { AuthorLanguage(tag: languages.first ?? "") }

    package func hasFile(_ path: String) -> Bool { paths.contains(path) }

    /// The ids of all things of a kind.
    package func names(of kind: ReferenceKind) -> [String] { entries(of: kind).map(\.id) }

    func entries(of kind: ReferenceKind) -> [NamedThing] { entries[kind] ?? [] }

    /// The ids of what somebody may mean by a text: an id, or else a title. Places are also known without their
    /// rank and without remarks in brackets: 盘锦 for 盘锦市.
    func find(_ text: String, _ kind: ReferenceKind) -> [String] {
        if byID[kind]?.contains(text) == true { return [text] }
        let exact = byTitle[kind]?[text.lowercased()] ?? []
        guard exact.isEmpty, kind == .place else { return exact }
        return placesByName[Self.withoutRank(text)] ?? []
    }

    /// The id of the one thing that a text means; nil after telling that there is none, or that there are several.
    func resolve(
        _ text: String, _ kind: ReferenceKind, at span: SourceSpan, _ diagnostics: inout [Diagnostic]
    ) -> String? {
        let found = find(text, kind)
        if found.count == 1 { return found[0] }
        let problem =
            found.isEmpty
            ? Diagnostic(.unknownReference(kind: kind.noun, id: text), at: span, hint: adding(text, kind))
            : Diagnostic(.ambiguousName(name: text, kind: kind.noun), at: span, hint: .writeID(found))
        diagnostics.append(problem)
        return nil
    }

    /// What to do about a name that the library does not have.
    private func adding(_ text: String, _ kind: ReferenceKind) -> Diagnostic.Hint {
        let names = entries(of: kind).flatMap { [$0.id] + $0.titles }
        return .nearest(to: text, among: names) ?? .makeRecord(kind: kind.rawValue, name: text)
    }

    private static func ids(_ entries: [NamedThing], by name: (String) -> String) -> [String: [String]] {
        var ids: [String: [String]] = [:]
        for entry in entries {
            for name in Set(entry.titles.map(name)) { ids[name, default: []].append(entry.id) }
        }
        return ids
    }

    /// The id of the one place that somebody may mean.
    package func place(named text: String) -> String? {
        let found = find(text, .place)
        return found.count == 1 ? found[0] : nil
    }

    private static func withoutRank(_ text: String) -> String {
        let name = ImportField.folded(text)
        guard let last = name.last, name.count > 2, "省市区县".contains(last) else { return name }
        return String(name.dropLast())
    }
}
