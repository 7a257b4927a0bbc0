import Diagnostics
import Markdown

/// One thing that the library takes from a sentence of a source.
package struct SourceUse: Sendable {
    package enum Taken: Sendable {
        /// A statement of a record.
        case statement(Statement)
        /// A passage of a record's text.
        case passage
        /// Figures, by their indices.
        case figures([Int])
        /// A term, by its index.
        case term(Int)
        /// A task of a plan, by its index.
        case task(Int)
    }

    package var locator: Locator
    package var taken: Taken
    /// The record it is said in; none for figures, terms and tasks.
    package var record: RecordID?
}

extension Checker {
    /// Lists what is taken from each source, in the order of its paragraphs and sentences.
    mutating func collectUses() {
        var uses = [[SourceUse]](repeating: [], count: library.sources.count)
        func add(_ locators: [Reference], _ taken: SourceUse.Taken, _ record: RecordID? = nil) {
            for locator in locators.compactMap({ Locator($0.id) }) {
                guard let index = library.index.sources[locator.source] else { continue }
                uses[index].append(SourceUse(locator: locator, taken: taken, record: record))
            }
        }
        func add(_ statements: [Statement], _ record: RecordID) {
            for statement in statements { add(statement.locators, .statement(statement), record) }
        }
        for (index, practice) in library.practices.enumerated() {
            let record = RecordID(.practice, index)
            add([practice.problem], record)
            for item in PracticeItem.statementItems { add(practice.statements[item] ?? [], record) }
            add(practice.steps.map(\.statement), record)
            add(practice.header.passages, .passage, record)
        }
        for (index, study) in library.cases.enumerated() {
            let record = RecordID(.case, index)
            add([study.problem] + study.response + study.result + study.lessons + study.wentWrong, record)
            add(study.header.passages, .passage, record)
        }
        for (index, place) in library.places.enumerated() {
            add(place.header.passages, .passage, RecordID(.place, index))
        }
        for (index, record) in library.mechanisms.enumerated() {
            add(record.header.passages, .passage, RecordID(.mechanism, index))
        }
        for (index, record) in library.topics.enumerated() {
            add(record.mentions.map(\.statement), RecordID(.topic, index))
            add(record.header.passages, .passage, RecordID(.topic, index))
        }
        for (index, record) in library.pages.enumerated() {
            add(record.header.passages, .passage, RecordID(.page, index))
        }
        for (locator, figures) in figuresByLocator() {
            guard let index = library.index.sources[locator.source] else { continue }
            uses[index].append(SourceUse(locator: locator, taken: .figures(figures)))
        }
        for (index, task) in library.tasks.enumerated() { add(Self.reference(task.source, task.locator), .task(index)) }
        for (index, term) in library.glossary.enumerated() { add(term.locators, .term(index)) }
        // Sorting is stable by the order of collection, which is that of the library.
        library.sourceUses = uses.map { list in
            list.enumerated().sorted { left, right in
                let a = (left.element.locator.paragraph, left.element.locator.sentence ?? 0, left.offset)
                let b = (right.element.locator.paragraph, right.element.locator.sentence ?? 0, right.offset)
                return a < b
            }
            .map(\.element)
        }
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

extension Header {
    /// The citations in the original text, each once.
    fileprivate var passages: [Reference] {
        var seen: Set<String> = []
        return (body.exact(0)?.links ?? []).compactMap { link in
            guard case (.source, let name)? = LinkScheme.split(link.destination), seen.insert(name).inserted else {
                return nil
            }
            return Reference(id: name, span: link.span)
        }
    }
}
