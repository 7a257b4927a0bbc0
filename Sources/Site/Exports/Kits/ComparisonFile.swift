import Content
import Diagnostics
import Text

/// What the page of comparisons loads for a few practices or places: a script that hands over their columns, since a
/// page opened from a folder may load scripts but fetch nothing.
enum ComparisonFile {
    /// How many columns are in a script: few files for the disk, few bytes for a reader. A place lists its practices.
    static func columnCount(_ kind: RecordKind) -> Int { kind == .place ? 4 : 32 }

    /// The id by which the page knows a place; a practice has its own.
    static func id(of place: PlaceRef) -> String { "places/" + place.record.header.id }

    /// The script with a column.
    /// - Parameter index: the place of its practice or place among all that can be compared.
    static func path(_ kind: RecordKind, _ index: Int, prefix: String) -> String {
        "\(prefix)compare/data/\(kind.folder)-\(index / columnCount(kind)).js"
    }
}

/// Something to choose for a comparison.
struct ComparisonChoice: Sendable {
    var id: String
    var title: String
    var note: String?
    /// The script with its column, as the page of comparisons names it.
    var script: String

    /// How many the page itself lists; of more it loads a list, which a reader searches.
    static let mostOnPage = 200

    static func isOnPage(_ shared: SharedLibrary) -> Bool {
        shared.places.count + shared.practices.count <= mostOnPage
    }

    static func list(prefix: String) -> String { "\(prefix)compare/choices.js" }
}

extension PageContext {
    var comparablePlaces: [ComparisonChoice] {
        site.shared.places.map { place in
            ComparisonChoice(
                id: ComparisonFile.id(of: place), title: place.record.header.title[language],
                script: comparisonScript(.place, place.index))
        }
    }

    var comparablePractices: [ComparisonChoice] {
        site.shared.practices.listed().enumerated().map { index, practice in
            ComparisonChoice(
                id: practice.record.header.id, title: title(of: practice),
                note: practice.place?.record.header.title[language], script: comparisonScript(.practice, index))
        }
    }

    private func comparisonScript(_ kind: RecordKind, _ index: Int) -> String {
        href(ComparisonFile.path(kind, index, prefix: languagePrefix))
    }
}

extension Site {
    /// `exemplarChoices([[id, title, note, script], …])`, where the page of comparisons has no room for all.
    func comparisonChoices(language: Int) -> [SiteFile] {
        guard !ComparisonChoice.isOnPage(shared), let page = context(of: PageID(.compare), language: language) else {
            return []
        }
        return [
            .script(ComparisonChoice.list(prefix: page.languagePrefix), calling: "exemplarChoices") {
                .array(
                    (page.comparablePlaces + page.comparablePractices).map { choice in
                        .array([choice.id, choice.title, choice.note ?? "", choice.script].map { .string($0) })
                    })
            }
        ]
    }

    /// `exemplarCompare({rows: [label], states: {state: label}, columns: {id: {title, href, note, level, rows: [{state, lines}]}}})`,
    /// with addresses as the page of comparisons needs them.
    func comparisonFiles(language: Int) -> [SiteFile] {
        let strings = strings(language)
        return comparisonFiles(
            .practice, shared.practices.listed(), language, rows: PracticeItem.allCases.map { strings[.item, $0] },
            column: { page, practice in (practice.record.header.id, page.column(of: practice)) })
            + comparisonFiles(
                .place, shared.places, language,
                rows: MechanismKind.allCases.map { strings[.mechanismKind, $0] }
                    + [strings[.casesTitle], strings[.figures]],
                column: { page, place in (ComparisonFile.id(of: place), page.column(of: place)) })
    }

    private func comparisonFiles<Compared: Sendable>(
        _ kind: RecordKind, _ compared: [Compared], _ language: Int, rows: [String],
        column: @escaping @Sendable (PageContext, Compared) -> (id: String, JSON)
    ) -> [SiteFile] {
        guard let page = context(of: PageID(.compare), language: language, citesInPlace: true) else { return [] }
        let count = ComparisonFile.columnCount(kind)
        let states =
            kind == .place
            ? MatrixState.allCases.map { JSON.Member(name: $0.rawValue, value: .string(page.strings[.matrix, $0])) }
            : ItemState.allCases.map { JSON.Member(name: $0.rawValue, value: .string(page.strings[.state, $0])) }
        return stride(from: 0, to: compared.count, by: count).map { start in
            let path = ComparisonFile.path(kind, start, prefix: page.languagePrefix)
            return SiteFile.script(path, calling: "exemplarCompare") {
                let columns = compared[start...].prefix(count).map { column(page, $0) }
                return .object([
                    "rows": .array(rows.map { .string($0) }),
                    "states": .object(states),
                    "columns": .object(columns.map { JSON.Member(name: $0.id, value: $0.1) }),
                ])
            }
        }
    }
}

extension PageContext {
    fileprivate func column(of practice: PracticeRef) -> JSON {
        let rows = practice.items(PracticeItem.allCases).map { item in
            row(state: item.state.rawValue, lines: lines(of: item).map { html(of: $0) })
        }
        return .object([
            "title": .string(title(of: practice)), "href": .string(href(practice.id)),
            "note": .string(practice.place?.record.header.title[language] ?? ""),
            "level": practice.place.map { .string($0.record.level.rawValue) },
            "proposed": practice.isProposed ? .string(strings[.proposal]) : nil, "rows": .array(rows),
        ])
    }

    private func html(of line: ItemLine) -> String {
        var output = HTMLOutput()
        write(line, to: &output)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    func row(state: String, lines: [String]) -> JSON {
        .object(["state": .string(state), "lines": .array(lines.map { .string($0) })])
    }
}
