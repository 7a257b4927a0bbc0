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
        .practices, of: .practice, in: .find, entries: { placed($0) { $0.practices.listed() } },
        showing: { here in
            .list("groups", of: placeGroupView, "practices by place") { _, page in
                here(page).inRuns(by: \.place).map {
                    PlaceGroup(place: $0, practices: $1.compactMap(\.entry), cases: [])
                }
            }
        })

    static let cases = list(
        .cases, of: .case, in: .cases, entries: { placed($0) { $0.cases.listed } },
        showing: { here in
            .list("groups", of: placeGroupView, "cases by place") { _, page in
                here(page).inRuns(by: \.place).map {
                    PlaceGroup(place: $0, practices: [], cases: $1.compactMap(\.entry))
                }
            }
        })

    static let places = list(
        .places, of: .place, in: .places, styles: { Portraits.fit($0.site.shared.places) ? ["board.css"] : [] },
        entries: { $0.places },
        showing: { here in
            .list("entries", of: entryView, "the places") { _, page in here(page).map { page.entry(of: $0) } }
        },
        besides: [
            .object("portraits", of: portraitsView, "who acts at which level, where the places are few") {
                shared, page in
                Portraits(shared.places, in: page.language)
            }
        ])

    static let mechanisms = list(
        .mechanisms, of: .mechanism, in: .find, entries: { $0.mechanisms.grouped { $0.record.mechanismKind } },
        showing: { here in
            .list("groups", of: entryGroupView, "mechanisms by kind") { _, page in
                here(page).inRuns { $0.record.mechanismKind }.map { kind, mechanisms in
                    EntryGroup(
                        title: page.strings[.mechanismKind, kind], entries: mechanisms.map { page.entry(of: $0) })
                }
            }
        })

    static let topics = list(
        .topics, of: .topic, in: .find, entries: { $0.topics.grouped { $0.record.topicKind } },
        showing: { here in
            .list("groups", of: entryGroupView, "topics by kind") { _, page in
                here(page).inRuns { $0.record.topicKind }.map { kind, topics in
                    EntryGroup(title: page.strings[.topicKind, kind], entries: topics.map { page.entry(of: $0) })
                }
            }
        })

    /// - Parameters:
    ///   - entries: All that is listed, in order.
    ///   - field: What a page shows of the entries that stand on it.
    private static func list<Entry: Sendable>(
        _ name: PageName, of kind: RecordKind, in section: MenuSection,
        styles: @escaping @Sendable (PageContext) -> [String] = { _ in [] },
        entries: @escaping @Sendable (SharedLibrary) -> [Entry],
        showing field: (_ here: @escaping @Sendable (PageContext) -> [Entry]) -> ViewField<SharedLibrary>,
        besides fields: [ViewField<SharedLibrary>] = []
    ) -> PageKind {
        PageKind(
            name, of: { shared, _ in shared },
            pages: { shared in
                PageSeed.only("\(kind.folder)/index.html", what: .listOfAll(kind.folder)).inParts(
                    of: entries(shared).count, most: mostEntries)
            },
            styles: styles, schemaType: .collectionPage, menu: .item(section),
            view: View(
                name.text, pageFields(),
                [field { page in page.onThisPage(page.site.lists.list(.page(name), entries)) }],
                fields
            ))
    }

    /// Some fifteen screens of a phone.
    private static let mostEntries = 60

    /// What lists show of each place; a place with nothing has a line of its own.
    private static func placed<Record>(
        _ shared: SharedLibrary, _ records: (PlaceRef) -> [Record]
    ) -> [Placed<Record>] {
        shared.places.flatMap { place in
            let records = records(place)
            return records.isEmpty
                ? [Placed(place: place, entry: nil)] : records.map { Placed(place: place, entry: $0) }
        }
    }
}

/// A record in a list by places.
private struct Placed<Record: Sendable>: Sendable {
    var place: PlaceRef
    var entry: Record?
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
