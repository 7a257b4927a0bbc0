import Charts
import Content

/// How many of what is reported, or of what is proposed, tell one of the seventeen items, and how.
struct KnownItem {
    var item: PracticeItem
    var counts: [ItemState: Int]

    /// The items in their order.
    static func all(_ practices: [PracticeRef]) -> [KnownItem] {
        PracticeItem.allCases.map { item in
            KnownItem(item: item, counts: practices.reduce(into: [:]) { $0[$1.state(of: item), default: 0] += 1 })
        }
    }
}

/// What is known of the practices that are reported, or of those that are proposed: the two are not counted together.
struct KnownGroup {
    var modality: Modality
    var practices: [PracticeRef]

    static func all(_ shared: SharedLibrary) -> [KnownGroup] {
        Modality.allCases.map { KnownGroup(modality: $0, practices: shared.practices.listed($0)) }
            .filter { !$0.practices.isEmpty }
    }
}

let knownGroupView = View<KnownGroup>(
    "known group",
    [
        .text("modality", "reported or proposed") { group, _ in group.modality.rawValue },
        .text("count", "how many practices or proposals there are, in words") { group, page in
            page.countText(group.practices)
        },
        .list("known-items", of: knownItemView, "how many of them tell each of the seventeen items") { group, _ in
            KnownItem.all(group.practices)
        },
    ])

let knownItemView = View<KnownItem>(
    "known item",
    [
        .text("label", "the item in words") { known, page in page.strings[.item, known.item] },
        .html("bar", "the shares of those who tell it and who do not, drawn") { known, _, output in
            output.write(html: shareBar(of: ItemState.allCases.map { ($0.rawValue, known.counts[$0] ?? 0) }))
        },
        .list("counts", of: stateCountView, "how many practices, by state") { known, _ in
            ItemState.allCases.map { known.counts[$0] ?? 0 }
        },
    ])

private let stateCountView = View<Int>(
    "count",
    [.text("count", "how many; absent for none") { count, _ in count > 0 ? String(count) : nil }])
