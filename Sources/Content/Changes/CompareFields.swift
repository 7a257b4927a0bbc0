import Markdown
import Text

/// Compares what fields hold, by what a field is and never by which it is, so that a new field needs nothing here.
struct FieldComparison {
    /// The tags of the languages, in the order in which texts have them.
    let old: [String]
    let new: [String]
    private(set) var changes: [FieldChange] = []

    init(old: [String], new: [String]) { (self.old, self.new) = (old, new) }

    /// - Parameter path: the steps to the field, without it.
    mutating func compare(
        _ field: KnownField, _ one: FieldValue, _ other: FieldValue, in path: [FieldChange.Step] = []
    ) {
        // Most of a library stays as it is, which is seen at once.
        if old == new, one.isSame(as: other) { return }
        let here = path + [FieldChange.Step(field)]
        if one.entries != nil || other.entries != nil {
            compareEntries(field, one.entries ?? [], other.entries ?? [], in: path)
        } else if one.prose != nil || other.prose != nil {
            let (one, other) = (one.prose ?? Localized([]), other.prose ?? Localized([]))
            for (tag, one, other) in byLanguage(one, other) {
                compareLines(field, one?.readableLines ?? [], other?.readableLines ?? [], tag, in: path)
            }
        } else if one.localized != nil || other.localized != nil {
            let (one, other) = (one.localized ?? Localized([]), other.localized ?? Localized([]))
            for (tag, one, other) in byLanguage(one, other) { compareTexts(one, other, tag, at: here) }
        } else if field.shape.isList {
            compareTexts(field, one.plainTexts, other.plainTexts, in: path)
        } else {
            compareTexts(one.plainTexts.first, other.plainTexts.first, nil, at: here)
        }
    }

    // MARK: Texts

    private mutating func compareTexts(
        _ one: String?, _ other: String?, _ language: String?, at path: [FieldChange.Step]
    ) {
        let (one, other) = (one ?? "", other ?? "")
        guard one != other else { return }
        let edit: FieldChange.Edit =
            one.isEmpty
            ? .added([Said(text: other)]) : other.isEmpty ? .removed([Said(text: one)]) : .changed(old: one, new: other)
        changes.append(FieldChange(path: path, language: language, edit: edit))
    }

    /// Lists of ids, words or locators: each is known by what it says.
    private mutating func compareTexts(
        _ field: KnownField, _ one: [String], _ other: [String], in path: [FieldChange.Step]
    ) {
        let here = path + [FieldChange.Step(field)]
        func list(_ texts: [String]) -> List { List(said: texts.map { [Said(text: $0)] }) { _ in here } }
        let pairings = aligned(one.map { Alignable($0) }, other.map { Alignable($0) })
        add(pairings, of: list(one), and: list(other)) { comparison, from, to in
            comparison.compareTexts(one[from], other[to], nil, at: here)
        }
    }

    private mutating func compareLines(
        _ field: KnownField, _ one: [ReadableLine], _ other: [ReadableLine], _ language: String?,
        in path: [FieldChange.Step]
    ) {
        let (left, right) = (one.map(\.meaning), other.map(\.meaning))
        guard left != right else { return }
        guard one.count > 1 || other.count > 1 else {
            return compareTexts(one.first?.text, other.first?.text, language, at: path + [FieldChange.Step(field)])
        }
        // A text that is new as a whole is one addition.
        if one.isEmpty || other.isEmpty {
            let said = Said(text: (one + other).map(\.text).joined(separator: "\n"))
            return add(one.isEmpty ? .added([said]) : .removed([said]), language, at: path + [FieldChange.Step(field)])
        }
        func here(_ number: Int) -> [FieldChange.Step] { path + [FieldChange.Step(field, .position(number + 1))] }
        func list(_ lines: [ReadableLine]) -> List { List(said: lines.map { [Said(text: $0.text)] }, path: here) }
        let pairings = aligned(left.map { Alignable($0) }, right.map { Alignable($0) })
        add(pairings, language, of: list(one), and: list(other)) { comparison, from, to in
            guard left[from] != right[to] else { return }
            comparison.compareTexts(one[from].text, other[to].text, language, at: here(to))
        }
    }

    // MARK: Lists

    /// The things of a list in one of the libraries.
    private struct List {
        /// What each of them says.
        let said: [[Said]]
        /// The steps to each of them.
        let path: (Int) -> [FieldChange.Step]
    }

    /// - Parameter compare: what is done with two that are one and do not say the same, or stand elsewhere.
    private mutating func add(
        _ pairings: [Pairing], _ language: String? = nil, of old: List, and new: List,
        compare: (inout Self, _ from: Int, _ to: Int) -> Void
    ) {
        for pairing in pairings {
            switch pairing {
            case .added(let number): add(.added(new.said[number]), language, at: new.path(number))
            case .removed(let number): add(.removed(old.said[number]), language, at: old.path(number))
            case .moved(let from, let to):
                add(.moved(from: from + 1, to: to + 1, new.said[to]), language, at: new.path(to))
                compare(&self, from, to)
            case .kept(let from, let to):
                // Most stay as they are, and need not be looked at part by part.
                if old.said[from] != new.said[to] { compare(&self, from, to) }
            }
        }
    }

    private mutating func add(_ edit: FieldChange.Edit, _ language: String? = nil, at path: [FieldChange.Step]) {
        changes.append(FieldChange(path: path, language: language, edit: edit))
    }

    /// Each language of either library, with the texts in it.
    private func byLanguage<Value>(
        _ one: Localized<Value>, _ other: Localized<Value>
    ) -> [(tag: String, one: Value?, other: Value?)] {
        (new + old.filter { !new.contains($0) }).map { tag in
            (
                tag, old.firstIndex(of: tag).flatMap { one.exact($0) },
                new.firstIndex(of: tag).flatMap { other.exact($0) }
            )
        }
    }

    // MARK: Entries

    private mutating func compareEntries(
        _ field: KnownField, _ one: [FieldEntryValues], _ other: [FieldEntryValues], in path: [FieldChange.Step]
    ) {
        let (left, right) = (one.map { $0.said(in: old) }, other.map { $0.said(in: new) })
        // One statement, one imprint: there is nothing to find again.
        if !field.shape.isList, let first = left.first, let second = right.first {
            if first != second { compareParts(one[0], other[0], at: path + [FieldChange.Step(field)]) }
            return
        }
        let identity = field.identityOfEntries
        func alignable(_ entries: [FieldEntryValues], _ said: [[Said]], _ languages: [String]) -> [Alignable] {
            zip(entries, said).map { entry, said in
                let first = said.filter { $0.language == languages.first }
                return Alignable(
                    said.map { "\($0.language ?? ""):\($0.text)" }.joined(separator: "\n"),
                    words: (first.isEmpty ? said : first).map(\.text).joined(separator: "\n"),
                    identity: identity.flatMap { entry.values[$0].plainTexts.first })
            }
        }
        let (oldItems, newItems) = (alignable(one, left, old), alignable(other, right, new))
        let isNamed = [oldItems, newItems].allSatisfy { Set($0.compactMap(\.identity)).count == $0.count }
        func list(_ entries: [FieldEntryValues], _ said: [[Said]]) -> List {
            List(said: said) { number in
                guard field.shape.isList else { return path + [FieldChange.Step(field)] }
                let name = isNamed ? identity.flatMap { entries[number].values[$0].plainTexts.first } : nil
                return path + [FieldChange.Step(field, name.map { .name($0) } ?? .position(number + 1))]
            }
        }
        let (oldList, newList) = (list(one, left), list(other, right))
        add(aligned(oldItems, newItems), of: oldList, and: newList) { comparison, from, to in
            comparison.compareParts(one[from], other[to], at: newList.path(to))
        }
    }

    private mutating func compareParts(
        _ one: FieldEntryValues, _ other: FieldEntryValues, at path: [FieldChange.Step]
    ) {
        for (number, part) in other.fields.enumerated() {
            compare(part, one.values[number], other.values[number], in: path)
        }
    }
}

extension FieldShape {
    /// Whether there may be several of what it holds.
    fileprivate var isList: Bool {
        switch self {
        case .texts, .references, .locators, .statements, .entries: true
        case .text, .word, .date, .period, .year, .integer, .decimal, .boolean, .figure, .reference, .localized,
            .prose, .statement, .entry, .body:
            false
        }
    }
}

extension KnownField {
    /// The field of its entries by which they are known: the first, where that is an id, a number or a word. Statements
    /// are known by their text, which may change, but for those that a place makes.
    var identityOfEntries: Int? {
        guard let first = entries.first, first.isRequired, !first.isTranslatable else { return nil }
        switch first.shape {
        case .text, .integer, .reference: return 0
        case .word: return entries.contains { $0.shape == .prose } ? nil : 0
        default: return nil
        }
    }

    /// Everything that a value of the field says, text by text.
    func said(_ value: FieldValue, in languages: [String]) -> [Said] {
        func texts(_ texts: Localized<String>) -> [Said] {
            languages.enumerated().compactMap { number, tag in
                texts.exact(number).flatMap { $0.isEmpty ? nil : Said(language: tag, text: $0) }
            }
        }
        switch value {
        case .localized(let text): return texts(text)
        case .prose(let text):
            return texts(text.map { $0.readableLines.map(\.text).joined(separator: "\n") })
        case .entries(let entries): return entries.flatMap { $0.said(in: languages) }
        case .none, .text, .texts, .integer, .decimal, .boolean, .references:
            return value.plainTexts.filter { !$0.isEmpty }.map { Said(text: $0) }
        }
    }
}

extension FieldEntryValues {
    /// Everything that the entry says, with the fields that say it. What is false unless somebody says otherwise is
    /// left out.
    func said(in languages: [String]) -> [Said] {
        zip(fields, values).flatMap { field, value in
            if case .boolean(false) = value { return [Said]() }
            return field.said(value, in: languages).map { said in
                Said(fields: [field] + said.fields, language: said.language, text: said.text)
            }
        }
    }
}

extension FieldValue {
    /// Whether it holds the same, word for word and mark for mark; if not, it may say the same all the same.
    fileprivate func isSame(as other: FieldValue) -> Bool {
        switch (self, other) {
        case (.localized(let one), .localized(let other)): one == other
        case (.prose(let one), .prose(let other)): one.isSame(as: other) { $0.isSame(as: $1) }
        case (.entries(let one), .entries(let other)):
            one.elementsEqual(other) { $0.values.elementsEqual($1.values) { $0.isSame(as: $1) } }
        case (.localized, _), (.prose, _), (.entries, _), (_, .localized), (_, .prose), (_, .entries): false
        default: plainTexts == other.plainTexts
        }
    }

    fileprivate var entries: [FieldEntryValues]? { if case .entries(let entries) = self { entries } else { nil } }
    fileprivate var prose: Localized<MarkdownDocument>? { if case .prose(let text) = self { text } else { nil } }
    fileprivate var localized: Localized<String>? { if case .localized(let text) = self { text } else { nil } }
}
