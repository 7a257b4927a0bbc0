import Content

/// The matrix of places and mechanisms.
extension PageBuilder {
    func matrixContext() -> Context {
        let matrix = library.matrix
        let order = MechanismKind.allCases.flatMap { kind in
            library.mechanisms.indices.filter { library.mechanisms[$0].mechanismKind == kind }
        }
        let rows = order.map { mechanism in
            var row = link(library.mechanisms[mechanism].header.title[language], to: RecordID(.mechanism, mechanism))
            row["kind"] = .text(strings["mechanism-kind-\(library.mechanisms[mechanism].mechanismKind.rawValue)"])
            row["cells"] = .list(matrix[mechanism].enumerated().map { cellContext($1, place: $0) })
            return row
        }
        let legend = MatrixState.allCases.map { state in
            Context([
                "state": .text(state.rawValue), "label": .text(strings["matrix-\(state.rawValue)"]),
                "meaning": .text(strings["matrix-\(state.rawValue)-explained"]),
                "count": .text(String(matrix.joined().count { $0.state == state })),
            ])
        }
        return Context([
            "places": .list(
                library.places.indices.map { link(library.places[$0].header.title[language], to: RecordID(.place, $0)) }
            ),
            "rows": .list(rows), "legend": .list(legend), "downloads": .list(downloads([.table(.matrix)])),
        ])
    }

    private func cellContext(_ cell: MatrixCell, place: Int) -> Context {
        let links = cell.practices.map { index in
            var link = link(library.practices[index].header.title[language], to: RecordID(.practice, index))
            link["is-proposed"] = .flag(library.practices[index].modality == .proposed)
            return link
        }
        return Context([
            "state": .text(cell.state.rawValue), "label": .text(strings["matrix-\(cell.state.rawValue)"]),
            "place": .text(library.places[place].header.title[language]),
            "single": links.count == 1 ? .object(links[0]) : .absent,
            "practices": .list(links.count > 1 ? links : []), "count": .text(String(links.count)),
        ])
    }
}
