import Content
import Diagnostics

extension PageName {
    static let compare = PageName("compare")
    static let comparison = PageName("comparison")
}

extension PageKind {
    /// The page on which readers choose what to set side by side.
    static let compare = PageKind(
        .compare, of: { shared, _ in shared }, pages: { _ in [.only("compare.html", what: .pageNamed("compare"))] },
        styles: { _ in ["compare.css"] }, scripts: ["compare.js"], schemaType: .webPage, menu: .item(.find),
        view: View(
            "compare", pageFields(),
            [
                .list("places", of: choiceView, "places to choose from; none where the page has no room for all") {
                    shared, page in
                    ComparisonChoice.isOnPage(shared) ? page.comparablePlaces : []
                },
                .list("practices", of: choiceView, "practices to choose from, likewise") { shared, page in
                    ComparisonChoice.isOnPage(shared) ? page.comparablePractices : []
                },
                .text("choices", "the script with all that can be chosen; absent where the page has room for all") {
                    shared, page in
                    ComparisonChoice.isOnPage(shared)
                        ? nil : page.href(ComparisonChoice.list(prefix: page.languagePrefix))
                },
                .list("ready", of: linkView, "comparisons that are ready made") { shared, page in
                    (shared.topics.map(\.id) + shared.mechanisms.map(\.id)).compactMap { record in
                        page.comparisonHref(record).map {
                            Link(title: page.site.shared.header(of: record)?.title[page.language] ?? "", href: $0)
                        }
                    }
                },
            ]))

    /// The practices that use a mechanism or answer a problem, side by side.
    static let comparison = PageKind(
        .comparison, of: { Compared(record: $0.comparedRecord($1), shared: $0) },
        pages: { shared in
            (0..<shared.value.mechanisms.count + shared.value.topics.count).compactMap { index in
                let record = shared.comparedRecord(index)
                guard Compared(record: record, shared: shared).isEnough,
                    let header = shared.header(of: record)
                else { return nil }
                return PageSeed(
                    index: index, path: "compare/\(record.kind.folder)/\(header.id).html",
                    origin: (.comparisonFor(header.title[0]), header.titleSpan))
            }
        },
        title: { compared, page in page.strings.format(.comparisonTitle, ["title": compared.title(page.language)]) },
        trail: { compared, _ in
            [
                PageID(.home), PageID(compared.record.kind == .mechanism ? .mechanisms : .topics),
                PageID(compared.record),
            ]
        },
        styles: { _ in ["compare.css"] }, schemaType: .collectionPage, menu: .below(.compare),
        view: View(
            "comparison", pageFields(),
            [
                .text("subject", "the mechanism or topic") { compared, page in compared.title(page.language) },
                .text("subject-href", "its page") { compared, page in page.href(compared.record) },
                .list("columns", of: practiceCardView, "the practices") { compared, _ in compared.practices },
                .list("rows", of: comparisonRowView, "the seventeen items") { compared, _ in
                    PracticeItem.allCases.map { ComparisonRow(item: $0, practices: compared.practices) }
                },
                .flag("is-uneven", "whether the places are on different levels of administration") { compared, _ in
                    compared.isUneven
                },
                .text("more", "how many more practices there are") { compared, page in
                    let more = compared.all.count - compared.practices.count
                    return more > 0 ? page.strings.format(.compareMore, count: more) : nil
                },
                .text("compare-href", "the same practices on the page where one can choose") { compared, page in
                    let ids = compared.practices.map(\.record.header.id).joined(separator: ",")
                    return (page.pageHref(PageID(.compare)) ?? "") + "?p=" + ids
                },
            ]))
}

/// A mechanism or topic whose practices are set side by side.
private struct Compared {
    var record: RecordID
    var shared: SharedLibrary

    /// The least and the most that are set side by side.
    static let least = 2
    static let most = 4

    var all: [PracticeRef] {
        record.kind == .mechanism
            ? MechanismRef(shared, record.index).practices : TopicRef(shared, record.index).practices
    }

    /// Whether there are any two to set side by side.
    var isEnough: Bool { all.lazy.filter(\.isListed).prefix(Self.least).count == Self.least }

    /// Reported before proposed, one of each place before a second of any, no more than fit.
    var practices: [PracticeRef] {
        let ordered = all.listed(.reported) + all.listed(.proposed)
        var places: Set<Int> = []
        var rest: [PracticeRef] = []
        let first = ordered.filter { practice in
            let isNew = places.insert(practice.place?.index ?? -1).inserted
            if !isNew { rest.append(practice) }
            return isNew
        }
        return Array((first + rest).prefix(Self.most))
    }

    var isUneven: Bool {
        let levels = practices.compactMap { $0.place?.record.level }
        return Set(levels).count > 1
    }

    func title(_ language: Int) -> String { shared.header(of: record)?.title[language] ?? "" }
}

extension SharedLibrary {
    /// What a page of comparison is about, by its index: mechanisms first, then topics.
    fileprivate func comparedRecord(_ index: Int) -> RecordID {
        let mechanisms = value.mechanisms.count
        return index < mechanisms ? RecordID(.mechanism, index) : RecordID(.topic, index - mechanisms)
    }
}

extension PageContext {
    /// The comparison of the practices of a mechanism or topic, if there is one.
    func comparisonHref(_ record: RecordID) -> String? {
        let index = record.kind == .mechanism ? record.index : library.mechanisms.count + record.index
        return pageHref(PageID(.comparison, index))
    }
}

private let choiceView = View<ComparisonChoice>(
    "choice",
    [
        .text("value", "the id") { choice, _ in choice.id },
        .text("label", "the practice or place") { choice, _ in choice.title },
        .text("note", "the place") { choice, _ in choice.note },
        .text("script", "the script that hands over its column") { choice, _ in choice.script },
    ])

/// An item of all the practices of a comparison.
private struct ComparisonRow {
    var item: PracticeItem
    var practices: [PracticeRef]
}

private let comparisonRowView = View<ComparisonRow>(
    "comparison row",
    [
        .text("label", "the item") { row, page in page.strings[.item, row.item] },
        .list("cells", of: comparisonCellView, "a cell for each practice") { row, _ in
            row.practices.map { ItemOfPractice(item: row.item, practice: $0) }
        },
    ])

private let comparisonCellView = View<ItemOfPractice>(
    "comparison cell",
    [
        .text("column", "the practice") { cell, page in page.title(of: cell.practice) },
        .text("state", "stated, inferred, added or unknown") { cell, _ in cell.state.rawValue },
        .text("state-label", "the state in words") { cell, page in page.strings[.state, cell.state] },
        .list("lines", of: itemLineView, "what is known") { cell, page in page.lines(of: cell) },
    ])
