import Content

/// The home page and the lists of all records of a kind.
extension PageBuilder {
    mutating func homeContext() -> Context {
        Context([
            "summary": .optional(library.home?.summary?[language]),
            "finder-href": .optional(site.plan.path(of: .finder, language: language).map(href)),
            "problems": .list(topicEntries(.problem)), "groups": .list(topicEntries(.targetGroup)),
            "places": .list(placeEntries()), "mechanisms": .list(mechanismEntries()),
            "practice-count": .text(strings.format("count-practices", count: library.practices.count)),
            "case-count": .text(strings.format("count-cases", count: library.cases.count)),
            "figure-count": .text(strings.format("count-figures", count: library.observations.count)),
            "evidence": .list(evidenceGroups(withPractices: false)),
            "latest-corrections": .list(library.corrections.indices.prefix(3).map { correctionContext($0) }),
            "data-date": .optional(library.latestReview.map { strings.date($0) }),
        ])
    }

    func placeEntries() -> [Context] {
        library.places.indices.map { index in
            let place = library.places[index]
            let counts = [
                strings.format("count-practices", count: library.relations.practicesOfPlace[index].count),
                strings.format("count-cases", count: library.relations.casesOfPlace[index].count),
                strings.format("count-figures", count: library.relations.observationsOfPlace[index].count),
            ]
            return entry(
                place.header.title[language], RecordID(.place, index), kind: strings["level-\(place.level.rawValue)"],
                note: counts.joined(separator: strings["list-separator"]))
        }
    }

    func placeGroups() -> [Context] {
        library.places.indices.map { index in
            var group = link(library.places[index].header.title[language], to: RecordID(.place, index))
            let isPractices = page.kind == .practices
            group["practices"] = .list(isPractices ? practiceCards(library.relations.practicesOfPlace[index]) : [])
            group["cases"] = .list(isPractices ? [] : caseCards(library.relations.casesOfPlace[index]))
            return group
        }
    }

    func mechanismEntries(_ kind: MechanismKind? = nil) -> [Context] {
        library.mechanisms.indices.compactMap { index in
            let mechanism = library.mechanisms[index]
            guard kind == nil || mechanism.mechanismKind == kind else { return nil }
            return entry(
                mechanism.header.title[language], RecordID(.mechanism, index),
                kind: strings["mechanism-kind-\(mechanism.mechanismKind.rawValue)"],
                note: countNote(practices: library.relations.practicesOfMechanism[index].count))
        }
    }

    func mechanismGroups() -> [Context] {
        MechanismKind.allCases.compactMap { kind in
            group(strings["mechanism-kind-\(kind.rawValue)"], mechanismEntries(kind))
        }
    }

    func topicEntries(_ kind: TopicKind) -> [Context] {
        library.topics.indices.compactMap { index in
            let topic = library.topics[index]
            guard topic.topicKind == kind else { return nil }
            return entry(
                topic.header.title[language], RecordID(.topic, index), kind: strings["topic-kind-\(kind.rawValue)"],
                note: countNote(practices: library.relations.practicesOfTopic[index].count))
        }
    }

    func topicGroups() -> [Context] {
        TopicKind.allCases.compactMap { group(strings["topic-kind-\($0.rawValue)"], topicEntries($0)) }
    }

    /// The lists of all kinds, for readers who took a wrong turning.
    func indexEntries() -> [Context] {
        PageKind.indexes.compactMap { kind, _ in
            guard let path = site.plan.path(of: kind, language: language) else { return nil }
            return Context([
                "title": .text(strings["\(kind.rawValue)-title"]), "href": .text(href(path)), "kind": .absent,
                "note": .absent,
            ])
        }
    }

    private func countNote(practices count: Int) -> String? {
        count == 0 ? nil : strings.format("count-practices", count: count)
    }

    private func group(_ title: String, _ entries: [Context]) -> Context? {
        entries.isEmpty ? nil : Context(["title": .text(title), "entries": .list(entries)])
    }
}
