import Diagnostics
import Markdown

/// One function a kind of record. Each asks for all its fields before it gives up, so that one run
/// reports every missing one.
extension RecordFields {
    mutating func readHome(_ header: Header?) -> Home? {
        let summary = localized("summary")
        return header.map { Home(header: $0, summary: summary) }
    }

    mutating func readPlace(_ header: Header?) -> Place? {
        let level = word("level", as: Level.self, required: true)
        let code = text("code")?.value
        let parent = localized("parent")
        guard let header, let level else { return nil }
        return Place(header: header, level: level, code: code, parent: parent)
    }

    mutating func readMechanism(_ header: Header?) -> Mechanism? {
        let kind = word("kind", as: MechanismKind.self, required: true)
        let synonyms = readSynonyms()
        guard let header, let kind else { return nil }
        return Mechanism(header: header, mechanismKind: kind, synonyms: synonyms)
    }

    mutating func readTopic(_ header: Header?) -> Topic? {
        let kind = word("kind", as: TopicKind.self, required: true)
        let synonyms = readSynonyms()
        guard let header, let kind else { return nil }
        return Topic(header: header, topicKind: kind, synonyms: synonyms)
    }

    mutating func readPractice(_ header: Header?) -> Practice? {
        let place = reference("place", required: true)
        let problem = statement("problem", required: true)
        let mechanisms = references("mechanisms", required: true)
        let modality = word("modality", as: Modality.self, required: true)
        let summary = localized("summary")
        let topics = references("topics")
        let brand = localized("brand")
        var items: [PracticeItem: [Statement]] = [:]
        for item in PracticeItem.statementItems { items[item] = statements(item.rawValue) }
        let steps = steps("steps")
        let actors = actors("who")
        let outcomes = references("outcomes")
        guard let header, let place, let problem, let modality else { return nil }
        return Practice(
            header: header, place: place, problem: problem, mechanisms: mechanisms, modality: modality,
            summary: summary, topics: topics, brand: brand, statements: items, steps: steps, actors: actors,
            outcomes: outcomes)
    }

    mutating func readCase(_ header: Header?) -> CaseStudy? {
        let practices = references("practice", required: true)
        let period = readPeriod("period")
        let problem = statement("problem", required: true)
        let response = statements("response")
        let result = statements("result")
        let outcomes = references("outcomes")
        let lessons = statements("lessons")
        let wentWrong = statements("went-wrong")
        let topics = references("topics")
        guard let header, let problem else { return nil }
        return CaseStudy(
            header: header, practices: practices, period: period, problem: problem, response: response,
            result: result, outcomes: outcomes, lessons: lessons, wentWrong: wentWrong, topics: topics)
    }

    mutating func readPage(_ header: Header?) -> Page? {
        let order = integer("order") ?? 0
        let isInMenu = bool("in-menu") ?? false
        return header.map { Page(header: $0, order: order, isInMenu: isInMenu) }
    }

    mutating func readAdoption(_ file: RecordFile, body: Localized<MarkdownDocument>) -> Adoption? {
        let practice = reference("practice", required: true)
        let adopter = localized("adopter", required: true)
        let date = date("date", required: true)
        let kept = statements("kept")
        let changed = statements("changed")
        let why = statements("why")
        let result = statements("result")
        let locators = references("from", required: true)
        guard let practice, let adopter, let date else { return nil }
        return Adoption(
            id: file.id, path: file.base.path, practice: practice, adopter: adopter, date: date, kept: kept,
            changed: changed, why: why, result: result, locators: locators, body: body)
    }

    /// Other names, each a text or a map by language; a translation may list its own.
    private mutating func readSynonyms() -> [Localized<String>] {
        objects("synonyms", shorthand: "name") { $0.localized("name", isProse: false) }
    }

    private mutating func readPeriod(_ key: String) -> Period? {
        guard let (text, span) = text(key) else { return nil }
        if let period = Period(text) { return period }
        report(
            .invalidPeriod, "‘\(text)’ is not an ISO 8601 period", at: span,
            hint: "write 2025, 2025-Q3, 2025-09 or 2025-01/.., or leave it out if it is not stated")
        return nil
    }
}
