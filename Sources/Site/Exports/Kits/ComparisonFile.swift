import Content
import Diagnostics
import Text

/// What the page of comparisons loads for one practice or place: a script that hands over its rows, since a
/// page opened from a folder may load scripts but fetch nothing.
enum ComparisonFile {
    case practice(PracticeRef)
    case place(PlaceRef)

    /// The id by which the page knows it: `panjin/three-grids`, or `places/panjin` for a place.
    var id: String {
        switch self {
        case .practice(let practice): practice.record.header.id
        case .place(let place): "places/" + place.record.header.id
        }
    }

    static func path(of id: String, prefix: String) -> String { "\(prefix)compare/data/\(id).js" }
}

extension Site {
    /// `exemplarCompare(id, {title, href, note, rows: [{label, state, lines}]})`, in ASCII, with addresses as
    /// the page of comparisons needs them.
    func comparisonFile(_ file: ComparisonFile, language: Int) -> SiteFile {
        SiteFile(path: ComparisonFile.path(of: file.id, prefix: plan.prefix(of: language))) {
            let id = PageID(.compare)
            guard let path = self.plan.path(of: id, language: language) else { return [] }
            let page = PageContext(PlannedPage(id: id, language: language, path: path), of: self, citesInPlace: true)
            return Array("exemplarCompare(\(JSON.string(file.id).text()), \(page.column(of: file).text()));\n".utf8)
        }
    }
}

extension PageContext {
    fileprivate func column(of file: ComparisonFile) -> JSON {
        switch file {
        case .practice(let practice):
            let rows = practice.items(PracticeItem.allCases).map { item in
                row(
                    item.item.rawValue, strings[.item, item.item], state: item.state.rawValue,
                    lines: lines(of: item).map { html(of: $0) })
            }
            return .object([
                "title": .string(title(of: practice)), "href": .string(href(practice.id)),
                "note": .string(practice.place?.record.header.title[language] ?? ""),
                "proposed": practice.isProposed ? .string(strings[.proposal]) : nil, "rows": .array(rows),
            ])
        case .place(let place):
            return .object([
                "title": .string(place.record.header.title[language]), "href": .string(href(place.id)),
                "note": .string(strings[.level, place.record.level]), "rows": .array(rows(of: place)),
            ])
        }
    }

    /// The practices of a place by kind of mechanism, then its cases and figures.
    private func rows(of place: PlaceRef) -> [JSON] {
        func anchor(_ link: Link) -> String { "<a href=\"\(link.href.htmlEscaped)\">\(link.title.htmlEscaped)</a>" }
        func told(_ key: String, _ label: String, _ lines: [String]) -> JSON {
            row(key, label, state: lines.isEmpty ? nil : ItemState.stated.rawValue, lines: lines)
        }
        var rows = MechanismKind.allCases.map { kind in
            let practices = place.practices.listed().filter { practice in
                practice.mechanisms.contains { $0.record.mechanismKind == kind }
            }
            let lines = practices.map { practice in
                anchor(link(to: practice.id)) + (practice.isProposed ? " · " + strings[.proposal].htmlEscaped : "")
            }
            return told(kind.rawValue, strings[.mechanismKind, kind], lines)
        }
        rows.append(told("cases", strings[.casesTitle], place.cases.map { anchor(link(to: $0.id)) }))
        let figures = place.observations.prefix(Figure.most).compactMap { figure -> String? in
            guard let metric = figure.metric else { return nil }
            let words = metric.record.name[language] + strings[.colon] + wording(of: figure).text
            return anchor(
                Link(title: words, href: href(PageID(.metric, metric.index)) + "#figure." + figure.record.id))
        }
        rows.append(told("figures", strings[.figures], figures))
        return rows
    }

    private func html(of line: ItemLine) -> String {
        var output = HTMLOutput()
        write(line, to: &output)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// - Parameter state: Nil where there is nothing.
    private func row(_ key: String, _ label: String, state: String?, lines: [String]) -> JSON {
        .object([
            "key": .string(key), "label": .string(label), "state": .string(state ?? "none"),
            "stateLabel": .string(state.map { strings[.state, $0] } ?? strings[.matrixNone]),
            "lines": .array(lines.map { .string($0) }),
        ])
    }
}
