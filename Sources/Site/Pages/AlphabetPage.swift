import Content
import Diagnostics
import Search
import Text

extension PageName { static let alphabet = PageName("a-z") }

extension PageKind {
    /// Everything that has a name, by the letter under which one would look for it.
    static let alphabet = PageKind(
        .alphabet, of: { shared, _ in shared },
        pages: { shared in
            let sought = PageKind.all.filter { $0.searchDocument != nil }.flatMap { $0.seeds(shared) }
            return PageSeed.only("a-z.html", what: .pageNamed("a-z")).inParts(
                of: sought.count(where: \.isListed) + shared.terms.count, most: mostNames)
        },
        schemaType: .collectionPage, menu: .item(.find),
        view: View(
            "a-z", pageFields(),
            [
                .list("letters", of: linkView, "the letters, each with the page on which it begins") { _, page in
                    page.letters
                },
                .list("groups", of: letterGroupView, "what stands on the page, by its first letter") { _, page in
                    page.onThisPage(page.names).inRuns(by: \.letter).map {
                        LetterGroup(letter: $0, group: EntryGroup(title: $0, entries: $1.map { page.entry(of: $0) }))
                    }
                },
            ]))

    private static let mostNames = 150
}

private struct LetterGroup {
    var letter: String
    var group: EntryGroup
}

private let letterGroupView = View<LetterGroup>(
    "letter group", entryGroupView.fields { group, _ in group.group },
    [.text("id", "the anchor of the letter") { group, _ in anchor(ofLetter: group.letter) }])

/// Something with a name, wherever it stands.
private struct Name {
    var title: String
    var reading: String
    /// Below the output folder.
    var path: String
    var fragment: String?
    var kind: PageName

    /// Under which one would look for it; numbers and other scripts stand together at the end.
    var letter: String {
        guard let first = reading.utf8.first, (0x61...0x7A).contains(first) else { return "#" }
        return String(decoding: [first - 0x20], as: UTF8.self)
    }
}

private func anchor(ofLetter letter: String) -> String { "page.letter-\(letter == "#" ? "other" : letter)" }

extension PageContext {
    /// In the order of their readings, the same for every page of the list.
    fileprivate var names: [Name] {
        site.lists.list(.page(.alphabet, language: language)) { _ in
            var names: [Name] = []
            for planned in site.plan.pages where planned.language == language && site.isSought(planned) {
                let page = PageContext(planned, of: site)
                // That a draft is one says nothing of where to look for it.
                names.append(
                    Name(
                        title: page.title, reading: site.pinyin.reading(of: page.kind.title(page)), path: planned.path,
                        kind: planned.id.name))
            }
            let glossary = site.plan.path(of: PageID(.glossary), language: language) ?? ""
            for term in library.glossary {
                let name = term.term[language]
                names.append(
                    Name(
                        title: name, reading: site.pinyin.reading(of: name), path: glossary, fragment: term.id,
                        kind: .glossary))
            }
            return names.sorted { left, right in
                let (first, second) = (left.letter, right.letter)
                // What has no letter comes last.
                if first != second { return second == "#" || (first != "#" && first < second) }
                return left.reading == right.reading
                    ? left.title < right.title : left.reading.naturallyPrecedes(right.reading)
            }
        }
    }

    fileprivate func entry(of name: Name) -> Entry {
        let kind = strings[.searchKind, name.kind.text]
        return Entry(
            title: name.title, href: href(name.path) + (name.fragment.map { "#" + $0 } ?? ""), kind: kind, note: kind)
    }

    fileprivate var letters: [Link] {
        let most = page.part?.most ?? .max
        let beginnings = site.lists.list(.letters(language: language)) { _ in
            names.indices.compactMap { index -> (letter: String, place: Int)? in
                let letter = names[index].letter
                return index > 0 && names[index - 1].letter == letter ? nil : (letter, index)
            }
        }
        return beginnings.map { letter, place in
            let number = place / most
            let isHere = number == page.part?.number ?? 0
            let list = isHere ? "" : pageHref(PageID(.alphabet, part: number)) ?? ""
            return Link(title: letter, href: "\(list)#\(anchor(ofLetter: letter))")
        }
    }
}
