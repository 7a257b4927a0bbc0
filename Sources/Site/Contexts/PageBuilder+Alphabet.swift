import Content
import Search

/// Everything that has a name, by the letter under which one would look for it.
extension PageBuilder {
    func alphabetContext() -> Context {
        var entries: [(reading: String, title: String, entry: Context)] = []
        func add(_ title: String, _ href: String, kind: PageKind) {
            let entry = Context([
                "title": .text(title), "href": .text(href), "kind": .text(strings["search-kind-\(kind.rawValue)"]),
                "note": .text(strings["search-kind-\(kind.rawValue)"]),
            ])
            entries.append((site.pinyin.reading(of: title), title, entry))
        }
        for page in site.plan.pages where page.language == language && site.isSought(page) {
            add(PageBuilder(site: site, page: page).title, href(page.path), kind: page.kind)
        }
        let glossary = site.plan.path(of: .glossary, language: language).map(href) ?? ""
        for term in library.glossary { add(term.term[language], "\(glossary)#\(term.id)", kind: .glossary) }
        entries.sort { ($0.reading, $0.title) < ($1.reading, $1.title) }

        var groups: [Context] = []
        for letter in Self.letters {
            let members = entries.filter { Self.letter(of: $0.reading) == letter }.map(\.entry)
            guard !members.isEmpty else { continue }
            groups.append(
                Context([
                    "id": .text("page.letter-\(letter == "#" ? "other" : letter)"), "title": .text(letter),
                    "entries": .list(members),
                ]))
        }
        return Context(["groups": .list(groups)])
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init) + ["#"]

    /// Numbers and other scripts stand together at the end.
    private static func letter(of reading: String) -> String {
        guard let first = reading.utf8.first, (0x61...0x7A).contains(first) else { return "#" }
        return String(decoding: [first - 0x20], as: UTF8.self)
    }
}
