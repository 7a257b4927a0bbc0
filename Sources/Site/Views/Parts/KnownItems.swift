import Charts
import Content

/// How many practices tell one of the seventeen items, and how.
struct KnownItem {
    var item: PracticeItem
    var counts: [ItemState: Int]

    /// The items in their order, over all practices that are listed.
    static func all(_ shared: SharedLibrary) -> [KnownItem] {
        let practices = shared.practices.filter(\.isListed)
        return PracticeItem.allCases.map { item in
            KnownItem(item: item, counts: practices.reduce(into: [:]) { $0[$1.state(of: item), default: 0] += 1 })
        }
    }
}

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
