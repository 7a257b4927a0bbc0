import Content
import Diagnostics
import Site

extension LibraryChanges {
    /// Everything in words, by kind.
    package func page(in language: DiagnosticLanguage) -> ChangesPage {
        let words = ChangeWords(self, in: language)
        var groups: [ChangesPage.Group] = []
        for kind in ComparedKind.all.map(\.kind) {
            let entries = records.filter { $0.kind == kind }.map { entry($0, words) }
            if !entries.isEmpty { groups.append(ChangesPage.Group(words.text(kind.noun).capitalized, entries)) }
        }
        if !addresses.isEmpty {
            groups.append(
                ChangesPage.Group(words.text(.changedAddresses).capitalized, addresses.map { entry($0, words) }))
        }
        if !files.isEmpty {
            groups.append(ChangesPage.Group(words.text(.otherFiles).capitalized, files.map { entry($0, words) }))
        }
        return ChangesPage(
            language: language == .zh ? "zh-Hans" : language.rawValue, title: words.text(.changesTitle),
            subtitle: words.text(.changesBetween(old: old.name, new: new.name)), summary: words.text(summary),
            columns: (words.text(.changesWhat), words.text(.changesBefore), words.text(.changesNow)), groups: groups)
    }

    private var summary: Phrase {
        if areIdentical { return .changesIdentical }
        if isEmpty { return .changesInWritingOnly }
        func count(_ word: String) -> Int { records.count { $0.change.word == word } }
        return .changesCounted(
            added: count("added"), removed: count("removed"), renamed: count("renamed"), changed: count("changed"),
            addresses: addresses.count, files: files.count)
    }

    private func entry(_ change: RecordChange, _ words: ChangeWords) -> ChangesPage.Entry {
        var notes: [Phrase] = change.oldID.map { [.renamedFrom($0)] } ?? []
        switch change.publication {
        case .published: notes.append(.draftPublished)
        case .withdrawn: notes.append(.draftAgain)
        case .draft: notes.append(.isDraft)
        case nil: break
        }
        return ChangesPage.Entry(
            mark: words.text(change.change.phrase), style: change.change.word, name: words.title(of: change),
            path: change.path, note: notes.map(words.text).joined(separator: " · "),
            lines: change.fields.map { words.line($0, in: change.kind) })
    }

    private func entry(_ change: AddressChange, _ words: ChangeWords) -> ChangesPage.Entry {
        ChangesPage.Entry(
            mark: words.text(change.target == nil ? .addressGone : .addressMoved),
            style: change.target == nil ? "removed" : "renamed", name: change.path, path: change.path,
            note: words.text(change.target.map { .addressLeadsTo($0) } ?? .addressLeadsNowhere))
    }

    private func entry(_ change: FileChange, _ words: ChangeWords) -> ChangesPage.Entry {
        let mark: Phrase =
            switch change.change {
            case .added: .changeAdded
            case .removed: .changeRemoved
            case .changed: .changeChanged
            }
        return ChangesPage.Entry(
            mark: words.text(mark), style: change.change.rawValue, name: change.path, path: change.path)
    }
}

extension String {
    /// As a heading begins.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension RecordChange.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .added: .changeAdded
        case .removed: .changeRemoved
        case .changed: .changeChanged
        case .renamed: .changeRenamed
        }
    }
}

extension ChangeWords {
    func line(_ change: FieldChange, in kind: ComparedKind) -> ChangesPage.Line {
        let label = label(of: change, in: kind)
        guard let field = change.path.last?.field else { return ChangesPage.Line(label) }
        let keys = change.path.map(\.field.labelKey)
        func texts(_ said: [Said]) -> [ChangesPage.Text] {
            lines(said, of: field, in: kind, below: keys).map { ChangesPage.Text($0) }
        }
        switch change.edit {
        case .added(let said): return ChangesPage.Line(label, new: texts(said))
        case .removed(let said): return ChangesPage.Line(label, old: texts(said))
        case .changed(let old, let new):
            var (one, other) = (shown(old, of: field), shown(new, of: field))
            // What differs may be just what is not shown: where a link leads.
            if one == other { (one, other) = (old, new) }
            let (left, right) = difference(one, other)
            return ChangesPage.Line(
                label, old: [ChangesPage.Text(one, marking: left)], new: [ChangesPage.Text(other, marking: right)])
        case .moved(let from, let to, let said):
            let words = lines(said, of: field, in: kind, below: keys).first ?? ""
            return ChangesPage.Line(
                label, old: [ChangesPage.Text(text(.placeInList(number: from, text: words)))],
                new: [ChangesPage.Text(text(.placeInList(number: to, text: words)))])
        }
    }

    /// The parts of two texts between what they begin and what they end with alike, as bytes of UTF-8; numbers and words
    /// of letters are not cut.
    private func difference(_ one: String, _ other: String) -> (Range<Int>, Range<Int>) {
        let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x2E80 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                || scalar == "." || scalar == "-"
        }
        func isCut(_ list: [Unicode.Scalar], _ place: Int) -> Bool {
            place > 0 && place < list.count && isPart(list[place - 1]) && isPart(list[place])
        }
        var start = zip(left, right).prefix { $0 == $1 }.count
        while start > 0, isCut(left, start) || isCut(right, start) { start -= 1 }
        let most = min(left.count, right.count) - start
        var end = zip(left.reversed(), right.reversed()).prefix(most).prefix { $0 == $1 }.count
        while end > 0, isCut(left, left.count - end) || isCut(right, right.count - end) { end -= 1 }
        func bytes(_ list: [Unicode.Scalar]) -> Range<Int> {
            func length(_ part: ArraySlice<Unicode.Scalar>) -> Int { part.reduce(0) { $0 + UTF8.width($1) } }
            return length(list[..<start])..<length(list[..<(list.count - end)])
        }
        return (bytes(left), bytes(right))
    }
}
