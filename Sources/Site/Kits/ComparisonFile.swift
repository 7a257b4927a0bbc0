import Content
import Diagnostics

/// What the page of comparisons loads for one practice or place: a script that hands over its rows, since a
/// page opened from a folder may load scripts but fetch nothing.
package struct ComparisonFile: Sendable, Hashable {
    package enum Compared: Sendable, Hashable {
        case practice(Int)
        case place(Int)
    }

    package var compared: Compared
    package var language: Int

    /// - Parameter id: `panjin/three-grids`, or `places/panjin` for a place.
    static func path(of id: String, prefix: String) -> String { "\(prefix)compare/data/\(id).js" }
}

extension Site {
    func path(of file: ComparisonFile) -> String {
        let prefix = plan.prefix(of: file.language)
        return switch file.compared {
        case .practice(let index): ComparisonFile.path(of: library.practices[index].header.id, prefix: prefix)
        case .place(let index): ComparisonFile.path(of: "places/" + library.places[index].header.id, prefix: prefix)
        }
    }

    /// `exemplarCompare(id, {title, href, note, rows: [{label, state, lines}]})`, in ASCII, with addresses as
    /// the page of comparisons needs them.
    func render(_ file: ComparisonFile) -> [UInt8] {
        guard let path = plan.path(of: .compare, language: file.language) else { return [] }
        let page = PlannedPage(kind: .compare, language: file.language, path: path, isListed: false)
        var builder = PageBuilder(site: self, page: page)
        builder.text.citesInPlace = true
        let (id, column) = builder.column(of: file.compared)
        return Array("exemplarCompare(\(JSON.string(id).text()), \(column.text()));\n".utf8)
    }
}

extension PageBuilder {
    fileprivate mutating func column(of compared: ComparisonFile.Compared) -> (id: String, column: JSON) {
        switch compared {
        case .practice(let index):
            let practice = library.practices[index]
            let place = library.relations.placeOfPractice[index]
            let rows = PracticeItem.allCases.map { item in
                row(
                    item.rawValue, strings["item-\(item.rawValue)"], state: practice.state(of: item).rawValue,
                    lines: lines(item, ofPractice: index))
            }
            let column: JSON = .object([
                "title": .string(practice.header.title[language]), "href": .string(href(RecordID(.practice, index))),
                "note": .string(place < 0 ? "" : library.places[place].header.title[language]),
                "proposed": practice.modality == .proposed ? .string(strings["proposal"]) : nil, "rows": .array(rows),
            ])
            return (practice.header.id, column)
        case .place(let index):
            let place = library.places[index]
            return (
                "places/" + place.header.id,
                .object([
                    "title": .string(place.header.title[language]), "href": .string(href(RecordID(.place, index))),
                    "note": .string(strings["level-\(place.level.rawValue)"]), "rows": .array(rows(ofPlace: index)),
                ])
            )
        }
    }

    /// The practices of a place by kind of mechanism, then its cases and figures.
    private func rows(ofPlace place: Int) -> [JSON] {
        func anchor(_ title: String, _ href: String) -> String { "<a href=\"\(escaped(href))\">\(escaped(title))</a>" }
        var rows = MechanismKind.allCases.map { kind in
            let practices = library.relations.practicesOfPlace[place].filter { practice in
                library.practices[practice].header.status != .archived
                    && library.relations.mechanismsOfPractice[practice].contains {
                        library.mechanisms[$0].mechanismKind == kind
                    }
            }
            let lines = practices.map { index in
                let proposal =
                    library.practices[index].modality == .proposed ? " · " + escaped(strings["proposal"]) : ""
                return anchor(library.practices[index].header.title[language], href(RecordID(.practice, index)))
                    + proposal
            }
            return row(
                kind.rawValue, strings["mechanism-kind-\(kind.rawValue)"], state: lines.isEmpty ? "none" : "stated",
                lines: lines)
        }
        let cases = library.relations.casesOfPlace[place].map { index in
            anchor(library.cases[index].header.title[language], href(RecordID(.case, index)))
        }
        rows.append(row("cases", strings["cases-title"], state: cases.isEmpty ? "none" : "stated", lines: cases))
        let figures = library.relations.observationsOfPlace[place].prefix(Self.mostFigures).compactMap {
            figure -> String? in
            let metric = library.relations.metricOfObservation[figure]
            guard metric >= 0 else { return nil }
            let words =
                library.metrics[metric].name[language] + strings["colon"]
                + site.wording(of: figure, language: language).text
            return anchor(words, href(.metric(metric)) + "#figure." + library.observations[figure].id)
        }
        rows.append(row("figures", strings["figures"], state: figures.isEmpty ? "none" : "stated", lines: figures))
        return rows
    }

    private func row(_ key: String, _ label: String, state: String, lines: [String]) -> JSON {
        .object([
            "key": .string(key), "label": .string(label), "state": .string(state),
            "stateLabel": .string(state == "none" ? strings["matrix-none"] : strings["state-\(state)"]),
            "lines": .array(lines.map { .string($0) }),
        ])
    }
}
