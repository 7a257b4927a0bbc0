import Content
import Diagnostics
import Text

/// What the comparison of places tells of one: by kind of mechanism as the matrix has it, then its cases and figures.
extension PageContext {
    func column(of place: PlaceRef) -> JSON {
        let matrix = matrixCells
        let kinds = Dictionary(grouping: place.shared.mechanisms) { $0.record.mechanismKind }
        var rows = MechanismKind.allCases.map { row(of: place, kinds[$0] ?? [], matrix) }
        rows.append(told(place.cases.listed.map { anchor(link(to: $0.id)) }))
        rows.append(told(figures(of: place)))
        return .object([
            "title": .string(place.record.header.title[language]), "href": .string(href(place.id)),
            "note": .string(strings[.level, place.record.level]), "level": .string(place.record.level.rawValue),
            "rows": .array(rows),
        ])
    }

    /// A row is in the strongest state of its mechanisms; one in another says so itself.
    private func row(of place: PlaceRef, _ mechanisms: [MechanismRef], _ matrix: [[MatrixCell]]) -> JSON {
        let cells = mechanisms.map { ($0, matrix[$0.index][place.index]) }.filter { $0.1.state != .none }
        let state = MatrixState.allCases.first { state in cells.contains { $0.1.state == state } } ?? .none
        return row(
            state: state.rawValue,
            lines: cells.map { mechanism, cell in
                let practices = cell.practices.map { PracticeRef(mechanism.shared, $0) }.map { practice in
                    anchor(link(to: practice.id))
                        + (practice.isProposed ? " · " + strings[.modality, Modality.proposed].htmlEscaped : "")
                }
                let name =
                    anchor(link(to: mechanism.id))
                    + (cell.state == state ? "" : " · " + strings[.matrix, cell.state].htmlEscaped)
                return practices.isEmpty
                    ? name
                    : name + strings[.colon].htmlEscaped
                        + practices.joined(separator: strings[.enumerationSeparator].htmlEscaped)
            })
    }

    private func figures(of place: PlaceRef) -> [String] {
        place.observations.prefix(Figure.most).compactMap { figure in
            guard let metric = figure.metric else { return nil }
            let words = metric.record.name[language] + strings[.colon] + wording(of: figure).text
            return anchor(
                Link(title: words, href: href(PageID(.metric, metric.index)) + "#figure." + figure.record.id))
        }
    }

    /// What the library has, of which there is nothing to say but that it is there.
    private func told(_ lines: [String]) -> JSON {
        row(state: lines.isEmpty ? MatrixState.none.rawValue : "listed", lines: lines)
    }

    private func anchor(_ link: Link) -> String {
        "<a href=\"\(link.href.htmlEscaped)\">\(link.title.htmlEscaped)</a>"
    }
}
