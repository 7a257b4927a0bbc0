import Content
import Diagnostics

// The pages that list all records of a kind.

extension PageName {
    static let practices = PageName("practices")
    static let cases = PageName("cases")
    static let places = PageName("places")
    static let mechanisms = PageName("mechanisms")
    static let topics = PageName("topics")
}

extension PageKind {
    static let practices = list(
        .practices, of: .practice, in: .find,
        .list("groups", of: placeGroupView, "practices by place") { shared, _ in
            shared.places.map { PlaceGroup(place: $0, practices: $0.practices.listed(), cases: []) }
        })

    static let cases = list(
        .cases, of: .case, in: .cases,
        .list("groups", of: placeGroupView, "cases by place") { shared, _ in
            shared.places.map { PlaceGroup(place: $0, practices: [], cases: $0.cases.listed) }
        })

    static let places = list(
        .places, of: .place, in: .places,
        .list("entries", of: entryView, "the places") { _, page in page.placeEntries() })

    static let mechanisms = list(
        .mechanisms, of: .mechanism, in: .find,
        .list("groups", of: entryGroupView, "mechanisms by kind") { _, page in
            MechanismKind.allCases.map {
                EntryGroup(title: page.strings[.mechanismKind, $0], entries: page.mechanismEntries($0))
            }.filter { !$0.entries.isEmpty }
        })

    static let topics = list(
        .topics, of: .topic, in: .find,
        .list("groups", of: entryGroupView, "topics by kind") { _, page in
            TopicKind.allCases.map {
                EntryGroup(title: page.strings[.topicKind, $0], entries: page.topicEntries($0))
            }.filter { !$0.entries.isEmpty }
        })

    private static func list(
        _ name: PageName, of kind: RecordKind, in section: MenuSection, _ field: ViewField<SharedLibrary>
    ) -> PageKind {
        PageKind(
            name, of: { shared, _ in shared },
            pages: { _ in [.only("\(kind.folder)/index.html", what: .listOfAll(kind.folder))] },
            schemaType: .collectionPage, menu: .item(section), view: View(name.text, pageFields(), [field]))
    }
}

/// The practices or cases of a place.
private struct PlaceGroup {
    var place: PlaceRef
    var practices: [PracticeRef]
    var cases: [CaseRef]
}

private let placeGroupView = View<PlaceGroup>(
    "place group",
    linkFields(title: { $0.place.record.header.title[$1.language] }, href: { $1.href($0.place.id) }),
    [
        .list("practices", of: practiceCardView, "the practices of the place") { group, _ in group.practices },
        .list("cases", of: caseCardView, "its cases") { group, _ in group.cases },
    ])
