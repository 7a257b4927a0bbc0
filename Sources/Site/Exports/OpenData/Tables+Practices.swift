import Content
import Markdown

/// The tables of practices, of what is known about each, and of cases.
extension DataTable {
    static func practices(_ library: Library) -> DataTable {
        let relations = library.relations
        // By index, since the relations of a practice are found by it.
        var table = DataTableBuilder(.practices, rows: library.practices.indices, of: library)
        let practice: @Sendable (Int) -> Practice = { library.practices[$0] }
        table.id { library.practices[$0].header.id }
        table.fields("place", of: practice)
        table.fields("title", of: practice)
        table.fields("modality", of: practice)
        table.word(.evidence, of: EvidenceLevel.allCases.map(\.name), labels: "evidence") {
            library.evidenceLevels[$0].name
        }
        table.fields(except: ["place", "title", "modality", "outcomes"] + state, of: practice)
        table.list(.judged) { index in
            let practice = library.practices[index]
            return judged(practice.levels) + judged(practice.communities) + judged(practice.assets)
        }
        table.list(.cases) { relations.casesOfPractice[$0].map { library.cases[$0].header.id } }
        table.fields("outcomes", of: practice)
        table.integer(.stated) { library.itemStates[$0].count(of: .stated) }
        table.integer(.inferred) { library.itemStates[$0].count(of: .inferred) }
        table.integer(.added) { library.itemStates[$0].count(of: .added) }
        table.integer(.unknown) { library.itemStates[$0].count(of: .unknown) }
        table.state(practice)
        return table.table()
    }

    /// The words that no source says of the practice.
    private static func judged<Word>(_ attributions: [Attribution<Word>]) -> [String] {
        attributions.filter { $0.origin.state != .stated }.map(\.word.rawValue)
    }

    /// The seventeen items of each practice, a row for each.
    static func practiceItems(_ library: Library) -> DataTable {
        let items = PracticeItem.allCases
        let rows = library.practices.indices.flatMap { practice in items.indices.map { (practice, number: $0) } }
        var table = DataTableBuilder(.practiceItems, rows: rows, of: library)
        table.reference(.practice, to: .practices, isRequired: true) { library.practices[$0.0].header.id }
        table.integer(.number) { $0.number + 1 }
        table.word(.item, of: items.map(\.rawValue), labels: "item") { items[$0.number].rawValue }
        table.word(.state, of: ItemState.allCases.map(\.rawValue), labels: "state") {
            library.itemStates[$0.0][items[$0.number]].rawValue
        }
        // A practice is looked at where it lies, seventeen times for each column.
        table.texts(.text) { row, language in
            texts(of: items[row.number], in: library.practices.address(of: row.0), language).joined(separator: "\n")
        }
        table.locators { locators(of: items[$0.number], in: library.practices.address(of: $0.0)) }
        return table.table(key: ["practice", "item"])
    }

    static func adoptions(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.adoptions, rows: library.adoptions, of: library)
        table.id { $0.id }
        table.fields { $0 }
        return table.table()
    }

    /// Who names a problem or group without reporting or proposing a practice for it.
    static func mentions(_ library: Library) -> DataTable {
        let rows = library.topics.flatMap { topic in topic.mentions.map { (topic, mention: $0) } }
        var table = DataTableBuilder(.mentions, rows: rows, of: library)
        table.reference(.topic, to: .topics, isRequired: true) { $0.0.header.id }
        table.fields { $0.mention }
        return table.table()
    }

    static func cases(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.cases, rows: library.cases, of: library)
        table.id { $0.header.id }
        table.reference(.place, to: .places, isRequired: true) { $0.placeID }
        table.fields(except: ["outcomes"] + state) { $0 }
        table.fields("outcomes") { $0 }
        table.locators { $0.statementLocators }
        table.state { $0 }
        return table.table()
    }
}

/// What stands for an item in a language. Results are figures, which have a table of their own.
private func texts(of item: PracticeItem, in practice: UnsafePointer<Practice>, _ language: Int) -> [String] {
    switch item {
    case .name: [practice.pointee.header.title.exact(language)].compactMap(\.self)
    case .who:
        practice.pointee.actors.compactMap { actor in
            guard let name = actor.name.exact(language) else { return nil }
            return [name, actor.role?.exact(language)].compactMap(\.self).joined(separator: ": ")
        }
    default: statements(of: item, in: practice).compactMap { $0.text.exact(language)?.plainText }
    }
}

private func locators(of item: PracticeItem, in practice: UnsafePointer<Practice>) -> [Reference] {
    (item == .who
        ? practice.pointee.actors.flatMap(\.locators) : statements(of: item, in: practice).flatMap(\.locators))
        + (practice.pointee.absent.entry(for: item)?.locators ?? [])
}

private func statements(of item: PracticeItem, in practice: UnsafePointer<Practice>) -> [Statement] {
    switch item {
    case .why: [practice.pointee.problem]
    case .steps: practice.pointee.steps.map(\.statement)
    default: practice.pointee.statements[item] ?? []
    }
}
