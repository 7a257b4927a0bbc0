import Content
import Diagnostics

extension PageName { static let matrix = PageName("matrix") }

extension PageKind {
    /// Places × mechanisms.
    static let matrix = PageKind(
        .matrix, of: { shared, _ in shared },
        pages: { shared in
            PageSeed.only("matrix.html", what: .pageNamed("matrix")).inParts(of: shared.places.count, most: mostPlaces)
        }, styles: { _ in ["matrix.css"] },
        schemaType: .collectionPage, menu: .item(.places),
        view: View(
            "matrix", pageFields(),
            [
                .list("places", of: linkView, "the columns, as many as have room") { shared, page in
                    page.onThisPage(shared.places).map { page.link(to: $0.id) }
                },
                .list("rows", of: matrixRowView, "the mechanisms by their kinds") { shared, page in
                    let cells = page.matrixCells
                    return shared.mechanisms.grouped { $0.record.mechanismKind }.map {
                        MatrixRow(mechanism: $0, cells: cells[$0.index])
                    }
                },
                .list("legend", of: matrixStateView, "what the states mean") { _, page in
                    let cells = page.matrixCells.joined()
                    return MatrixState.allCases.map { state in
                        StateCount(state: state, count: cells.count { $0.state == state })
                    }
                },
                .list("downloads", of: linkView, "the open data behind the page") { _, page in
                    page.downloads([.table(.matrix)])
                },
            ]))

    /// As many places as can be read side by side.
    private static let mostPlaces = 8
}

extension PageContext {
    /// By mechanism and place.
    var matrixCells: [[MatrixCell]] { site.lists.list(.page(.matrix)) { $0.value.matrix } }
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
        .list("cells", of: matrixCellView, "by place") { row, page in
            page.onThisPage(row.mechanism.shared.places).map { place in
                let cell = row.cells[place.index]
                return CellOfPlace(
                    mechanism: row.mechanism, cell: cell, place: place,
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
        .object("several", of: matrixPracticesView, "the practices otherwise; absent if there is none") { cell, _ in
            cell.single == nil && !cell.practices.isEmpty ? cell.practices : nil
        },
        .text("standing-href", "where the source says so, if no single practice stands for it") { cell, page in
            cell.single == nil && !cell.cell.locators.isEmpty
                ? page.href(PageID(cell.mechanism.id), fragment: "page.s-standings") : nil
        },
    ])

private let matrixPracticesView = View<[PracticeRef]>(
    "matrix practices",
    [
        .list("practices", of: matrixPracticeView, "the practices") { practices, _ in practices },
        .text("count", "how many practices and how many proposals there are") { practices, page in
            page.countText(practices)
        },
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
