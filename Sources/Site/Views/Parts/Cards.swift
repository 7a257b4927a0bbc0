import Content

let practiceCardView = View<PracticeRef>(
    "practice card",
    linkFields(title: { $1.title(of: $0) }, href: { $1.href($0.id) }),
    [
        .text("lang", "the language of the title if it is not the page's") { practice, page in
            page.foreignLanguage(practice.record.header.title)
        }
    ],
    placeView.fields { practice, _ in practice.place },
    [
        .text("modality", "reported or proposed, in words") { practice, page in
            page.strings[.modality, practice.record.modality]
        },
        .flag("is-proposed", "whether it is only proposed") { practice, _ in practice.isProposed },
        .text("summary", "one or two sentences") { practice, page in practice.record.summary?[page.language] },
        .text("brand", "the local name") { practice, page in practice.record.brand?[page.language] },
        .text("evidence", "the evidence level, such as E2") { practice, _ in practice.evidence.name },
        .text("evidence-label", "the level in a few words") { practice, page in
            page.strings[.evidence, practice.evidence.name]
        },
    ])

let caseCardView = View<CaseRef>(
    "case card",
    linkFields(title: { $0.record.header.title[$1.language] }, href: { $1.href($0.id) }),
    [
        .text("lang", "the language of the title if it is not the page's") { study, page in
            page.foreignLanguage(study.record.header.title)
        }
    ],
    placeView.fields { study, _ in study.place },
    [
        .text("problem", "the problem as plain text") { study, page in
            page.beginning(of: study.record.problem.text)
        }
    ])

extension PageContext {
    func title(of practice: PracticeRef) -> String { practice.record.header.title[language] }
}

extension [PracticeRef] {
    /// Those that lists show, of one modality or of both.
    func listed(_ modality: Modality? = nil) -> [PracticeRef] {
        filter { $0.isListed && (modality == nil || $0.record.modality == modality) }
    }
}

extension [CaseRef] {
    /// Those that lists show.
    var listed: [CaseRef] { filter(\.isListed) }
}

/// Something to enter a part of the library by: a place, a topic, a mechanism, a list.
struct Entry {
    var title: String
    var href: String
    var kind: String?
    var note: String?
}

let entryView = View<Entry>(
    "entry",
    linkFields(title: { entry, _ in entry.title }, href: { entry, _ in entry.href }),
    [
        .text("kind", "what it is, in words") { entry, _ in entry.kind },
        .text("note", "what there is") { entry, _ in entry.note },
    ])

/// Entries under a heading.
struct EntryGroup {
    var title: String
    var entries: [Entry]
}

let entryGroupView = View<EntryGroup>(
    "entry group",
    [
        .text("title", "the heading") { group, _ in group.title },
        .list("entries", of: entryView, "the entries") { group, _ in group.entries },
    ])

extension PageContext {
    /// How many practices and how many proposals there are, which are not the same; nil for none.
    func countNote(_ practices: [PracticeRef]) -> String? {
        let counts: [(Phrase, Int)] = [
            (.countPractices, practices.listed(.reported).count), (.countProposals, practices.listed(.proposed).count),
        ]
        let notes = counts.filter { $0.1 > 0 }.map { strings.format($0.0, count: $0.1) }
        return notes.isEmpty ? nil : notes.joined(separator: strings[.listSeparator])
    }

    /// The same; that there are no practices where there is nothing.
    func countText(_ practices: [PracticeRef]) -> String {
        countNote(practices) ?? strings.format(.countPractices, count: 0)
    }

    func entry(of place: PlaceRef) -> Entry {
        let cases = place.cases.listed.count
        let counts = [
            countNote(place.practices), cases > 0 ? strings.format(.countCases, count: cases) : nil,
            strings.format(.countFigures, count: place.observations.count),
        ].compactMap(\.self)
        return Entry(
            title: place.record.header.title[language], href: href(place.id),
            kind: strings[.level, place.record.level], note: counts.joined(separator: strings[.listSeparator]))
    }

    func entry(of mechanism: MechanismRef) -> Entry {
        Entry(
            title: mechanism.record.header.title[language], href: href(mechanism.id),
            kind: strings[.mechanismKind, mechanism.record.mechanismKind], note: countNote(mechanism.practices))
    }

    func entry(of topic: TopicRef) -> Entry {
        Entry(
            title: topic.record.header.title[language], href: href(topic.id),
            kind: strings[.topicKind, topic.record.topicKind], note: countNote(topic.practices))
    }
}
