import Content
import Diagnostics

extension PageName { static let matrix = PageName("matrix") }

extension PageKind {
    /// Places × mechanisms.
    static let matrix = PageKind(
        .matrix, of: { shared, _ in Matrix(shared: shared) },
        pages: { _ in [.only("matrix.html", what: .pageNamed("matrix"))] }, styles: { _ in ["overview.css"] },
        schemaType: .collectionPage, menu: .item(.places),
        view: View(
            "matrix", pageFields(),
            [
                .list("places", of: linkView, "the columns") { matrix, page in
                    matrix.shared.places.map { page.link(to: $0.id) }
                },
                .list("rows", of: matrixRowView, "the mechanisms") { matrix, _ in matrix.rows },
                .list("legend", of: matrixStateView, "what the states mean") { matrix, _ in
                    MatrixState.allCases.map { state in
                        StateCount(state: state, count: matrix.cells.joined().count { $0.state == state })
                    }
                },
                .list("downloads", of: linkView, "the open data behind the page") { _, page in
                    page.downloads([.table(.matrix)])
                },
            ]))
}

private struct Matrix {
    let shared: SharedLibrary
    let cells: [[MatrixCell]]

    init(shared: SharedLibrary) {
        self.shared = shared
        cells = shared.value.matrix
    }

    /// The mechanisms by their kinds.
    var rows: [MatrixRow] {
        MechanismKind.allCases.flatMap { kind in
            shared.mechanisms.filter { $0.record.mechanismKind == kind }
        }.map { MatrixRow(mechanism: $0, cells: cells[$0.index]) }
    }
}

private struct MatrixRow {
    var mechanism: MechanismRef
    var cells: [MatrixCell]
}

private let matrixRowView = View<MatrixRow>(
    "matrix row",
    linkFields(title: { $0.mechanism.record.header.title[$1.language] }, href: { $1.href($0.mechanism.id) }),
    [
        .text("kind", "the kind of mechanism, in words") { row, page in
            page.strings[.mechanismKind, row.mechanism.record.mechanismKind]
        },
        .text("reach", "in how many of the places it is reported") { row, page in
            let reported = row.cells.count { $0.state == .reported }
            return page.strings.format(
                .matrixReach, ["reported": String(reported), "all": String(row.cells.count)])
        },
        .list("cells", of: matrixCellView, "by place") { row, _ in
            row.cells.enumerated().map { place, cell in
                CellOfPlace(
                    mechanism: row.mechanism, cell: cell, place: PlaceRef(row.mechanism.shared, place),
                    practices: cell.practices.map { PracticeRef(row.mechanism.shared, $0) })
            }
        },
    ])

private struct CellOfPlace {
    var mechanism: MechanismRef
    var cell: MatrixCell
    var place: PlaceRef
    var practices: [PracticeRef]

    var state: MatrixState { cell.state }

    /// The only practice, if it is what the state says: a proposal does not stand for what is reported, nor a practice for
    /// what is only proposed.
    var single: PracticeRef? {
        guard practices.count == 1, state == .inferred || practices[0].isProposed == (state == .proposed) else {
            return nil
        }
        return practices[0]
    }
}

private let matrixCellView = View<CellOfPlace>(
    "matrix cell",
    [
        .text("state", "reported, inferred, proposed or none") { cell, _ in cell.state.rawValue },
        .text("label", "the state in words") { cell, page in page.strings[.matrix, cell.state] },
        .text("place", "the place") { cell, page in cell.place.record.header.title[page.language] },
        .object("single", of: matrixPracticeView, "the practice, if there is just one of the kind") { cell, _ in
            cell.single
        },
        .list("practices", of: matrixPracticeView, "the practices otherwise") { cell, _ in
            cell.single == nil ? cell.practices : []
        },
        .text("standing-href", "where the source says so, if no single practice stands for it") { cell, page in
            cell.single == nil && !cell.cell.locators.isEmpty
                ? page.href(PageID(cell.mechanism.id), fragment: "page.s-standings") : nil
        },
        .text("count", "how many practices") { cell, _ in String(cell.practices.count) },
    ])

private let matrixPracticeView = View<PracticeRef>(
    "matrix practice", linkFields(title: { $1.title(of: $0) }, href: { $1.href($0.id) }),
    [.flag("is-proposed", "whether it is only proposed") { practice, _ in practice.isProposed }])

private struct StateCount {
    var state: MatrixState
    var count: Int
}

private let matrixStateView = View<StateCount>(
    "matrix state",
    [
        .text("state", "reported, inferred, proposed or none") { state, _ in state.state.rawValue },
        .text("label", "the state in words") { state, page in page.strings[.matrix, state.state] },
        .text("meaning", "what it means") { state, page in
            page.strings[explained: .matrix, state.state]
        },
        .text("count", "how many cells are in it") { state, _ in String(state.count) },
    ])
