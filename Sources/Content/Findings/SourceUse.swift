import Diagnostics
import Markdown

/// One thing that the library takes from a sentence of a source.
package struct SourceUse: Sendable {
    package enum Taken: Sendable {
        /// A statement of a record; one without a record is a remark of the source.
        case statement(Statement)
        /// A passage of a record's text.
        case passage
        /// An entry of a field that is no statement, such as somebody who takes part, in the texts and words it has;
        /// one without a record belongs to the source's own description.
        case entry(field: String, texts: [Localized<String>], words: [Word], isInferred: Bool)
        /// A field that holds nothing but locators, such as `verified-by`.
        case field(String)
        /// The record as a whole: an adoption.
        case record
        /// Figures, by their indices.
        case figures([Int])
        /// A term, by its index.
        case term(Int)
        /// A task of a plan, by its index.
        case task(Int)
        /// How a task stood on a day, by the checkpoint's index.
        case checkpoint(Int)
    }

    /// A word of a fixed list, as the key of the interface text that says it.
    package typealias Word = String

    package var locator: Locator
    package var taken: Taken
    /// The record it is said in; none for remarks and descriptions of a source, figures, terms, tasks and checkpoints.
    package var record: RecordID?

    /// What is neither a field, which goes by its key, nor a record, which goes by its kind.
    package enum Kind: String, CaseIterable {
        case statement, passage, figure, term, task, checkpoint
    }

    /// One of ``kinds``.
    package var kind: String {
        switch taken {
        case .statement: Kind.statement.rawValue
        case .passage: Kind.passage.rawValue
        case .entry(let field, _, _, _), .field(let field): field
        case .record: record?.kind.rawValue ?? ""
        case .figures: Kind.figure.rawValue
        case .term: Kind.term.rawValue
        case .task: Kind.task.rawValue
        case .checkpoint: Kind.checkpoint.rawValue
        }
    }

    /// What can be taken; fields by their keys. The interface has a word for each: `use-statement`.
    package static var kinds: [String] {
        Kind.allCases.map(\.rawValue) + [RecordKind.adoption.rawValue]
            + RecordKind.allCases.flatMap { $0.type.fieldsTakingFromSources } + Source.fieldsTakingFromSources
    }
}

extension FieldHolder {
    /// The keys of the fields that take something from sources other than as a statement.
    fileprivate static var fieldsTakingFromSources: [String] {
        knownFields.filter { field in
            switch field.shape {
            case .locators: field.key != "from"
            case .entries, .entry:
                field.entries.contains { $0.shape == .locators } && !field.entries.contains { $0.shape == .prose }
            default: false
            }
        }.map(\.key)
    }
}

extension Checker {
    /// Lists what is taken from each source, in the order of its paragraphs and sentences.
    mutating func collectUses() {
        var uses = SourceUses(library)
        // Who does a thing comes before who writes about it.
        for kind in RecordKind.allCases where kind.isGroupedByPlace { uses.add(kind, facts[kind] ?? []) }
        for kind in RecordKind.allCases where !kind.isGroupedByPlace { uses.add(kind, facts[kind] ?? []) }
        for (locator, figures) in figuresByLocator() { uses.add(locator, .figures(figures)) }
        for source in library.sources { uses.add(source) }
        for (index, task) in library.tasks.enumerated() {
            uses.add(Self.reference(task.source, task.locator), .task(index))
        }
        for (index, checkpoint) in library.checkpoints.enumerated() {
            uses.add(Self.reference(checkpoint.source, checkpoint.locator), .checkpoint(index))
        }
        for (index, term) in library.glossary.enumerated() { uses.add(term.locators, .term(index)) }
        library.sourceUses = uses.sorted
    }

    /// The figures of each place in a source, in the order of the places' first figures.
    private func figuresByLocator() -> [(locator: Locator, figures: [Int])] {
        var found: [(locator: Locator, figures: [Int])] = []
        var numbers: [Locator: Int] = [:]
        // Rows repeat their citations; -1 is one that names no place.
        var known = [Int?](repeating: nil, count: library.observations.table.citations.count)
        for (index, row) in library.observations.rows.enumerated() {
            let citation = Int(row.citation)
            if known[citation] == nil {
                let observation = library.observations[index]
                let reference = Self.reference(observation.source, observation.locator).first
                let locator = reference.flatMap { Locator($0.id) }
                known[citation] = locator.map { numbers[$0, default: found.count] } ?? -1
                if let locator, numbers[locator] == nil {
                    numbers[locator] = found.count
                    found.append((locator, []))
                }
            }
            if let number = known[citation], number >= 0 { found[number].figures.append(index) }
        }
        return found
    }

    private static func reference(_ source: Reference?, _ locator: Reference?) -> [Reference] {
        guard let source, let locator else { return [] }
        return [Reference(id: source.id + "#" + locator.id, span: locator.span)]
    }
}

/// What is taken from each source, while it is collected.
private struct SourceUses {
    private let library: Library
    private var uses: [[SourceUse]]

    init(_ library: Library) {
        self.library = library
        uses = Array(repeating: [], count: library.sources.count)
    }

    mutating func add(_ locator: Locator, _ taken: SourceUse.Taken, _ record: RecordID? = nil) {
        guard let index = library.index.sources[locator.source] else { return }
        uses[index].append(SourceUse(locator: locator, taken: taken, record: record))
    }

    mutating func add(_ locators: [Reference], _ taken: SourceUse.Taken, _ record: RecordID? = nil) {
        for locator in locators.compactMap({ Locator($0.id) }) { add(locator, taken, record) }
    }

    /// What the records of a kind take.
    mutating func add(_ kind: RecordKind, _ facts: [RecordFacts]) {
        for (index, facts) in facts.enumerated() {
            for use in facts.uses { add(use.locator, use.taken, RecordID(kind, index)) }
        }
    }

    /// What a source says of itself, such as the remarks of its speakers.
    mutating func add(_ source: Source) {
        for field in Source.fields {
            for use in field.known.uses(of: field.value(source)) { add(use.locator, use.taken) }
        }
    }

    /// By paragraph and sentence. Sorting is stable by the order of collection, which is that of the library.
    var sorted: [[SourceUse]] {
        uses.map { list in
            // Uses are large, so their places are sorted instead of them.
            let places = list.enumerated().map { offset, use in
                (use.locator.paragraph, use.locator.sentence ?? 0, offset)
            }
            return places.sorted(by: <).map { list[$0.2] }
        }
    }
}

extension KnownField {
    /// What a field that holds a value takes from sources.
    func uses(of value: FieldValue) -> [(locator: Locator, taken: SourceUse.Taken)] {
        func uses(_ locators: [Reference], _ taken: SourceUse.Taken) -> [(Locator, SourceUse.Taken)] {
            locators.compactMap { Locator($0.id) }.map { ($0, taken) }
        }
        switch value {
        case .references(let locators) where shape == .locators:
            return uses(locators, key == "from" ? .record : .field(key))
        case .entries(let entries):
            return entries.flatMap { entry in
                let locators = entry.locators
                guard let text = entry.prose else {
                    return uses(
                        locators,
                        .entry(field: key, texts: entry.texts, words: entry.words, isInferred: entry.isInferred))
                }
                let origin = Origin(locators: locators, isInferred: entry.isInferred)
                return uses(locators, .statement(Statement(text: text, origin: origin)))
            }
        default: return []
        }
    }
}

extension FieldEntryValues {
    /// The reason of an inference is the editor's, and not taken from the source.
    fileprivate var texts: [Localized<String>] {
        zip(fields, values).compactMap { field, value in
            if field.key != "reason", case .localized(let text) = value { text } else { nil }
        }
    }

    fileprivate var words: [SourceUse.Word] {
        zip(fields, values).compactMap { field, value in
            guard field.shape == .word, case .text(let word) = value else { return nil }
            return "\(field.wordLabels)-\(word)"
        }
    }
}

extension Localized<MarkdownDocument> {
    /// The citations in the original text, each once.
    var passages: [Reference] {
        var seen: Set<String> = []
        return (exact(0)?.links ?? []).compactMap { link in
            guard case (.source, let name)? = LinkScheme.split(link.destination), seen.insert(name).inserted else {
                return nil
            }
            return Reference(id: name, span: link.span)
        }
    }
}
