import Content
import Markdown

/// The tables of practices, of what is known about each, and of cases.
extension DataTable {
    static func practices(_ library: Library) -> DataTable {
        let relations = library.relations
        // By index, since the relations of a practice are found by it.
        var table = DataTableBuilder(.practices, rows: library.practices.indices, of: library)
        table.id { library.practices[$0].header.id }
        table.reference(.place, to: .places, isRequired: true) { library.practices[$0].place.id }
        table.localized(.title) { library.practices[$0].header.title }
        table.word(.modality, labels: "modality") { library.practices[$0].modality }
        table.word(.evidence, of: EvidenceLevel.allCases.map(\.name), labels: "evidence") {
            library.evidence(ofPractice: $0).name
        }
        table.localized(.brand) { library.practices[$0].brand }
        table.localized(.summary) { library.practices[$0].summary }
        table.statements(.problem) { [library.practices[$0].problem] }
        table.list(.mechanisms) { relations.mechanismsOfPractice[$0].map { library.mechanisms[$0].header.id } }
        table.list(.topics) { relations.topicsOfPractice[$0].map { library.topics[$0].header.id } }
        table.words(.levels, labels: "level") { library.practices[$0].levels.map(\.word) }
        table.words(.communities, labels: "community") { library.practices[$0].communities.map(\.word) }
        table.words(.assets, labels: "asset") { library.practices[$0].assets.map(\.word) }
        table.list(.cases) { relations.casesOfPractice[$0].map { library.cases[$0].header.id } }
        table.list(.outcomes) { relations.outcomesOfPractice[$0].map { library.observations[$0].id } }
        table.integer(.stated) { library.practices[$0].count(of: .stated) }
        table.integer(.added) { library.practices[$0].count(of: .added) }
        table.integer(.unknown) { library.practices[$0].count(of: .unknown) }
        table.state { library.practices[$0].header }
        return table.table()
    }

    /// The seventeen items of each practice, a row for each.
    static func practiceItems(_ library: Library) -> DataTable {
        let items = PracticeItem.allCases
        let rows = library.practices.flatMap { practice in items.indices.map { (practice, number: $0) } }
        var table = DataTableBuilder(.practiceItems, rows: rows, of: library)
        table.reference(.practice, to: .practices, isRequired: true) { $0.0.header.id }
        table.integer(.number) { $0.number + 1 }
        table.word(.item, of: items.map(\.rawValue), labels: "item") { items[$0.number].rawValue }
        table.word(.state, of: ItemState.allCases.map(\.rawValue), labels: "state") {
            $0.0.state(of: items[$0.number]).rawValue
        }
        table.texts(.text) { $0.0.texts(of: items[$0.number], in: $1).joined(separator: "\n") }
        table.locators { $0.0.locators(of: items[$0.number]) }
        return table.table(key: ["practice", "item"])
    }

    static func adoptions(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.adoptions, rows: library.adoptions, of: library)
        table.id { $0.id }
        table.reference(.practice, to: .practices, isRequired: true) { $0.practice.id }
        table.localized(.adopter) { $0.adopter }
        table.date(.day, name: "date") { $0.date }
        table.statements(.kept) { $0.kept }
        table.statements(.changed) { $0.changed }
        table.statements(.why) { $0.why }
        table.statements(.result) { $0.result }
        table.locators { $0.locators }
        return table.table()
    }

    /// Who names a problem or group without reporting a practice for it.
    static func mentions(_ library: Library) -> DataTable {
        let rows = library.topics.flatMap { topic in topic.mentions.map { (topic, mention: $0) } }
        var table = DataTableBuilder(.mentions, rows: rows, of: library)
        table.reference(.topic, to: .topics, isRequired: true) { $0.0.header.id }
        table.reference(.place, to: .places, isRequired: true) { $0.mention.place.id }
        table.statements(.text) { [$0.mention.statement] }
        table.locators { $0.mention.statement.locators }
        return table.table()
    }

    static func cases(_ library: Library) -> DataTable {
        let relations = library.relations
        var table = DataTableBuilder(.cases, rows: library.cases.indices, of: library)
        table.id { library.cases[$0].header.id }
        table.reference(.place, to: .places, isRequired: true) { library.cases[$0].placeID }
        table.localized(.title) { library.cases[$0].header.title }
        table.list(.practices) { relations.practicesOfCase[$0].map { library.practices[$0].header.id } }
        table.list(.topics) { relations.topicsOfCase[$0].map { library.topics[$0].header.id } }
        table.text(.period) { library.cases[$0].period?.text }
        table.statements(.problem) { [library.cases[$0].problem] }
        table.statements(.response) { library.cases[$0].response }
        table.statements(.result) { library.cases[$0].result }
        table.statements(.lessons) { library.cases[$0].lessons }
        table.statements(.wentWrong) { library.cases[$0].wentWrong }
        table.list(.outcomes) { relations.outcomesOfCase[$0].map { library.observations[$0].id } }
        table.locators { index in
            let study = library.cases[index]
            let statements = [study.problem] + study.response + study.result + study.lessons + study.wentWrong
            return statements.flatMap(\.locators)
        }
        table.state { library.cases[$0].header }
        return table.table()
    }
}

extension Practice {
    /// What stands for an item in a language. Results are figures, which have a table of their own.
    fileprivate func texts(of item: PracticeItem, in language: Int) -> [String] {
        switch item {
        case .name: [header.title.exact(language)].compactMap(\.self)
        case .who:
            actors.compactMap { actor in
                guard let name = actor.name.exact(language) else { return nil }
                return [name, actor.role?.exact(language)].compactMap(\.self).joined(separator: ": ")
            }
        default: statements(of: item).compactMap { $0.text.exact(language)?.plainText }
        }
    }

    fileprivate func locators(of item: PracticeItem) -> [Reference] {
        item == .who ? actors.flatMap(\.locators) : statements(of: item).flatMap(\.locators)
    }

    private func statements(of item: PracticeItem) -> [Statement] {
        switch item {
        case .why: [problem]
        case .steps: steps.map(\.statement)
        default: statements[item] ?? []
        }
    }
}
