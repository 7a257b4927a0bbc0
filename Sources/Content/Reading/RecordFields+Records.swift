import Diagnostics
import Markdown

/// One function a kind of record. Each asks for all its fields before it gives up, so that one run
/// reports every missing one.
extension RecordFields {
    mutating func readHome(_ header: Header) -> Home {
        let summary = localized("summary")
        return Home(header: header, summary: summary)
    }

    mutating func readPlace(_ header: Header) -> Place {
        let level = word("level", as: Level.self, required: true)
        let code = text("code")?.value
        let parent = localized("parent")
        return Place(header: header, level: level ?? .city, code: code, parent: parent)
    }

    mutating func readMechanism(_ header: Header) -> Mechanism {
        let kind = word("kind", as: MechanismKind.self, required: true)
        let synonyms = readSynonyms()
        return Mechanism(header: header, mechanismKind: kind ?? .coordination, synonyms: synonyms)
    }

    mutating func readTopic(_ header: Header) -> Topic {
        let kind = word("kind", as: TopicKind.self, required: true)
        let synonyms = readSynonyms()
        let mentions = mentions("named-by")
        return Topic(header: header, topicKind: kind ?? .problem, synonyms: synonyms, mentions: mentions)
    }

    mutating func readPractice(_ header: Header) -> Practice {
        let place = reference("place", required: true)
        let problem = statement("problem", required: true)
        let mechanisms = references("mechanisms", required: true)
        let modality = word("modality", as: Modality.self, required: true)
        let summary = localized("summary")
        let topics = references("topics")
        let brand = localized("brand")
        let levels = attributions("levels", as: Level.self)
        let communities = attributions("communities", as: CommunityType.self)
        let assets = attributions("assets", as: Asset.self)
        var items: [PracticeItem: [Statement]] = [:]
        for item in PracticeItem.statementItems { items[item] = statements(item.rawValue) }
        let steps = steps("steps")
        let actors = actors("who")
        let outcomes = references("outcomes")
        let verifiedBy = references("verified-by")
        return Practice(
            header: header, place: place ?? missingReference, problem: problem ?? missingStatement,
            mechanisms: mechanisms, modality: modality ?? .reported,
            summary: summary, topics: topics, brand: brand, levels: levels, communities: communities,
            assets: assets, statements: items, steps: steps, actors: actors,
            outcomes: outcomes, verifiedBy: verifiedBy)
    }

    mutating func readCase(_ header: Header) -> CaseStudy {
        let practices = references("practice", required: true)
        let period = readPeriod("period")
        let problem = statement("problem", required: true)
        let response = statements("response")
        let result = statements("result")
        let outcomes = references("outcomes")
        let lessons = statements("lessons")
        let wentWrong = statements("went-wrong")
        let topics = references("topics")
        return CaseStudy(
            header: header, practices: practices, period: period, problem: problem ?? missingStatement,
            response: response,
            result: result, outcomes: outcomes, lessons: lessons, wentWrong: wentWrong, topics: topics)
    }

    mutating func readPage(_ header: Header) -> Page {
        let order = integer("order") ?? 0
        let isInMenu = bool("in-menu") ?? false
        return Page(header: header, order: order, isInMenu: isInMenu)
    }

    mutating func readAdoption(_ file: RecordFile, body: Localized<MarkdownDocument>) -> Adoption {
        let practice = reference("practice", required: true)
        let adopter = localized("adopter", required: true)
        let date = date("date")
        let kept = statements("kept")
        let changed = statements("changed")
        let why = statements("why")
        let result = statements("result")
        let locators = references("from", required: true)
        return Adoption(
            id: file.id, path: file.base.path, practice: practice ?? missingReference,
            adopter: adopter ?? Localized("", languages: context.languages.count), date: date, kept: kept,
            changed: changed, why: why, result: result, locators: locators, body: body)
    }

    /// Stands in for a reference that is missing; it is not looked up.
    private var missingReference: Reference {
        Reference(id: "", span: base.source.startSpan(of: base.node))
    }

    private var missingStatement: Statement {
        Statement(text: Localized([]), locators: [], span: base.source.startSpan(of: base.node))
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
