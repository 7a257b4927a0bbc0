import Content

/// A level of evidence with the practices that reach it.
struct EvidenceGroup {
    var level: EvidenceLevel
    var practices: [PracticeRef]

    /// All levels, the lowest first.
    static func all(_ shared: SharedLibrary) -> [EvidenceGroup] {
        let practices = Dictionary(grouping: shared.practices, by: \.evidence)
        return EvidenceLevel.allCases.map { EvidenceGroup(level: $0, practices: practices[$0] ?? []) }
    }
}

let evidenceGroupView = View<EvidenceGroup>(
    "evidence group",
    [
        .text("name", "the level, such as E2") { group, _ in group.level.name },
        .text("label", "the level in a few words") { group, page in page.strings[.evidence, group.level.name] },
        .text("meaning", "what it takes to reach it") { group, page in
            page.strings[.evidenceMeaning, group.level.name]
        },
        .text("count", "how many practices") { group, page in
            page.countText(group.practices)
        },
        .text("href", "the group on the page of evidence levels") { group, page in
            (page.pageHref(PageID(.evidence)) ?? "") + "#" + group.level.name
        },
        .list("practices", of: practiceCardView, "the practices of the level") { group, _ in
            Array(group.practices.listed().prefix(PracticeOwner.most))
        },
        .object("all-practices", of: linkView, "the list of all of them; absent where all are here") { group, page in
            page.linkToAllPractices(of: .evidence(group.level))
        },
    ])

/// The level of a practice, with what it means and what is missing for the next.
func evidenceFields() -> [ViewField<PracticeRef>] {
    [
        .text("evidence", "the evidence level, such as E2") { practice, _ in practice.evidence.name },
        .text("evidence-label", "the level in a few words") { practice, page in
            page.strings[.evidence, practice.evidence.name]
        },
        .text("evidence-reason", "what the level means and what is missing") { practice, page in
            let level = practice.evidence
            let meaning = page.strings[.evidenceMeaning, level.name]
            let gaps = practice.evidenceGaps
            guard level == .figure, !gaps.isEmpty else { return meaning }
            let missing = page.enumerated(gaps.map { page.strings[.gap, $0] })
            return meaning + page.strings[.separatorReason]
                + page.strings.format(.evidenceMissing, ["missing": missing])
        },
        .text("evidence-meaning", "what the level means") { practice, page in
            page.strings[.evidenceMeaning, practice.evidence.name]
        },
        .text("evidence-next", "what it would take to reach the next level; absent at the highest") { practice, page in
            page.nextLevel(of: practice)
        },
        .list("rungs", of: rungView, "all levels, the lowest first") { practice, _ in
            EvidenceLevel.allCases.map { Rung(level: $0, isReached: $0 == practice.evidence) }
        },
        .text("evidence-href", "the page of evidence levels") { _, page in page.pageHref(PageID(.evidence)) },
    ]
}

/// A level of evidence as a rung of a ladder.
private struct Rung {
    var level: EvidenceLevel
    var isReached: Bool
}

private let rungView = View<Rung>(
    "rung",
    [
        .text("name", "the level, such as E2") { rung, _ in rung.level.name },
        .text("label", "the level in a few words") { rung, page in page.strings[.evidence, rung.level.name] },
        .flag("is-reached", "whether the practice stands on it") { rung, _ in rung.isReached },
    ])

extension PageContext {
    /// What is missing for the level above: of figures what the best of them lack, else what the level asks for.
    fileprivate func nextLevel(of practice: PracticeRef) -> String? {
        guard let next = EvidenceLevel(rawValue: practice.evidence.rawValue + 1) else { return nil }
        let gaps = practice.evidence == .figure ? practice.evidenceGaps : []
        let missing =
            gaps.isEmpty ? strings[.evidenceLacks, next.name] : enumerated(gaps.map { strings[.gap, $0] })
        return strings.format(.evidenceNext, ["level": next.name, "missing": missing])
    }
}

extension Ref where Record == Place {
    /// The sections of the sources in which somebody speaks for a place, but nobody for this one.
    var gaps: [Source.Section] {
        shared.sources.filter { $0.record.speakers.contains { $0.place?.id == record.header.id } }.flatMap { source in
            source.sections(of: { $0.place != nil }, without: { $0.place?.id == record.header.id })
        }
    }
}

extension Ref where Record == Source {
    /// The sections in which some speakers are heard, but none of those who are missed.
    func sections(
        of isHeard: (Source.Speaker) -> Bool, without isMissed: (Source.Speaker) -> Bool
    ) -> [Source.Section] {
        record.sections.filter { section in
            let speakers = record.paragraphs.filter { $0.section.id == section.id }
                .compactMap { $0.speaker.flatMap { record.speaker($0.id) } }.filter(isHeard)
            return !speakers.isEmpty && !speakers.contains(where: isMissed)
        }
    }
}

let sectionNameView = View<Source.Section>(
    "section name",
    [
        .text("section", "the heading") { section, page in section.title[page.language] },
        .text("asks", "what it asks") { section, page in section.asks?[page.language] },
    ])

let correctionView = View<CorrectionRef>(
    "correction",
    [
        .text("date", "the day of the correction") { correction, page in page.strings.date(correction.record.date) },
        .text("date-iso", "the same as YYYY-MM-DD") { correction, _ in correction.record.date.description },
        .text("object", "what was corrected") { correction, page in page.corrected(correction).title },
        .text("href", "its page") { correction, page in page.corrected(correction).href },
        .text("old", "what stood there") { correction, page in correction.record.old[page.language] },
        .text("new", "what stands there now") { correction, page in correction.record.new[page.language] },
        .text("reason", "why") { correction, page in correction.record.reason[page.language] },
    ])

extension PageContext {
    /// What a correction is about: a record, a figure, or an entry of a list.
    func corrected(_ correction: CorrectionRef) -> (title: String, href: String?) {
        let name = correction.record.object.id
        if let record = library.index.records[LibraryPath.record(name)] {
            return (site.shared.header(of: record)?.title[language] ?? name, href(record))
        }
        guard let thing = RecordName.split(name), let number = library.number(of: thing) else { return (name, nil) }
        switch thing.kind {
        case .observation:
            let figure = ObservationRef(site.shared, number)
            return (
                figure.metric?.record.name[language] ?? name, figure.place.map { href($0.id) + "#figure." + thing.id }
            )
        case .metric: return pair(link(to: MetricRef(site.shared, number)))
        case .task: return pair(link(to: TaskRef(site.shared, number)))
        case .term:
            let term = library.glossary[number]
            return (term.term[language], href(ofTerm: term))
        case .source: return (library.sources[number].title[language], href(PageID(.source, number)))
        default: return (name, nil)
        }
    }

    private func pair(_ link: Link) -> (title: String, href: String?) { (link.title, link.href) }
}
