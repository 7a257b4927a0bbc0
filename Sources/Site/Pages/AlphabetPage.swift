import Content
import Diagnostics
import Search

extension PageName { static let alphabet = PageName("a-z") }

extension PageKind {
    /// Everything that has a name, by the letter under which one would look for it.
    static let alphabet = PageKind(
        .alphabet, of: { shared, _ in shared }, pages: { _ in [.only("a-z.html", what: .pageNamed("a-z"))] },
        schemaType: .collectionPage, menu: .item(.find),
        view: View(
            "a-z", pageFields(),
            [
                .list("groups", of: letterGroupView, "everything by its first letter") { _, page in
                    page.letterGroups
                }
            ]))
}

private struct LetterGroup {
    var letter: String
    var group: EntryGroup
}

private let letterGroupView = View<LetterGroup>(
    "letter group", entryGroupView.fields { group, _ in group.group },
    [
        .text("id", "the anchor of the letter") { group, _ in
            "page.letter-\(group.letter == "#" ? "other" : group.letter)"
        }
    ])

extension PageContext {
    fileprivate var letterGroups: [LetterGroup] {
        var entries: [(reading: String, entry: Entry)] = []
        func add(_ title: String, under name: String, _ href: String, kind: PageName) {
            let kind = strings[.searchKind, kind.text]
            entries.append((site.pinyin.reading(of: name), Entry(title: title, href: href, kind: kind, note: kind)))
        }
        for planned in site.plan.pages where planned.language == language && site.isSought(planned) {
            let page = PageContext(planned, of: site)
            // That a draft is one says nothing of where to look for it.
            add(page.title, under: page.kind.title(page), href(planned.path), kind: planned.id.name)
        }
        let glossary = pageHref(PageID(.glossary)) ?? ""
        for term in library.glossary {
            let name = term.term[language]
            add(name, under: name, "\(glossary)#\(term.id)", kind: .glossary)
        }
        entries.sort { ($0.reading, $0.entry.title) < ($1.reading, $1.entry.title) }
        let members = Dictionary(grouping: entries, by: { Self.letter(of: $0.reading) })
        return Self.letters.compactMap { letter in
            members[letter].map {
                LetterGroup(letter: letter, group: EntryGroup(title: letter, entries: $0.map(\.entry)))
            }
        }
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init) + ["#"]

    /// Numbers and other scripts stand together at the end.
    private static func letter(of reading: String) -> String {
        guard let first = reading.utf8.first, (0x61...0x7A).contains(first) else { return "#" }
        return String(decoding: [first - 0x20], as: UTF8.self)
    }
}
