import Content
import Markdown

/// What tells how far a page can be trusted: evidence, gaps, corrections, reviews.
extension PageBuilder {
    /// What the level means, and what keeps it from the next.
    func evidenceReason(_ practice: Int) -> String {
        let level = library.evidence(ofPractice: practice)
        let meaning = strings["evidence-meaning-\(level.name)"]
        let gaps = library.gaps(ofPractice: practice)
        guard level == .figure, !gaps.isEmpty else { return meaning }
        let missing = gaps.map { strings["gap-\($0.rawValue)"] }.joined(separator: strings["enumeration-separator"])
        return meaning + strings["separator-reason"] + strings.format("evidence-missing", ["missing": missing])
    }

    func evidenceGroups(withPractices: Bool) -> [Context] {
        let levels = library.practices.indices.map { library.evidence(ofPractice: $0) }
        let target = site.plan.path(of: .evidence, language: language).map(href) ?? ""
        return EvidenceLevel.allCases.map { level in
            let members = levels.indices.filter { levels[$0] == level }
            return Context([
                "name": .text(level.name), "label": .text(strings["evidence-\(level.name)"]),
                "meaning": .text(strings["evidence-meaning-\(level.name)"]),
                "count": .text(strings.format("count-practices", count: members.count)),
                "href": .text(target + "#" + level.name),
                "practices": .list(withPractices ? practiceCards(members) : []),
            ])
        }
    }

    /// The sections of each source in which somebody speaks, but nobody for this place.
    func gaps(ofPlace place: Place) -> [Context] {
        library.sources.flatMap { source -> [Context] in
            let placeOfSpeaker = Dictionary(
                source.speakers.map { ($0.id, $0.place?.id) }, uniquingKeysWith: { first, _ in first })
            guard placeOfSpeaker.values.contains(place.header.id) else { return [] }
            return source.sections.compactMap { section in
                let places = source.paragraphs.filter { $0.section.id == section.id }
                    .compactMap { $0.speaker.flatMap { placeOfSpeaker[$0.id] } ?? nil }
                guard !places.isEmpty, !places.contains(place.header.id) else { return nil }
                return Context([
                    "section": .text(section.title[language]), "asks": .optional(section.asks?[language]),
                    "source": .text(source.title[language]),
                ])
            }
        }
    }

    func correctionContext(_ index: Int) -> Context {
        let correction = library.corrections[index]
        let name = correction.object.id
        var title = name
        var target: String?
        if let record = library.index.records["content/\(name).md"] {
            title = library.header(of: record)?.title[language] ?? name
            target = href(record)
        } else if case (.observation, let id)? = LinkScheme.split(name), let row = library.index.observations[id] {
            let metric = library.relations.metricOfObservation[row]
            let place = library.relations.placeOfObservation[row]
            if metric >= 0 { title = library.metrics[metric].name[language] }
            if place >= 0 { target = href(RecordID(.place, place)) + "#figure." + id }
        }
        return Context([
            "date": .text(strings.date(correction.date)), "date-iso": .text(correction.date.description),
            "object": .text(title), "href": .optional(target), "old": .text(correction.old[language]),
            "new": .text(correction.new[language]), "reason": .text(correction.reason[language]),
        ])
    }

    /// A notice where the last review is more than twelve months before today.
    func reviewNotice(_ header: Header?) -> Context.Value {
        guard let reviewed = header?.reviewed, let today = site.options.today, reviewed.isOverdue(on: today) else {
            return .absent
        }
        return .text(strings.format("review-overdue", ["date": strings.date(reviewed)]))
    }
}
