import Content

/// The portraits of a few places beside each other, level by level.
struct Portraits {
    var places: [PlaceRef]
    var rows: [Row]

    /// More places cannot be read beside each other; each has its portrait on its own page.
    private static let most = 8

    static func fit(_ places: [PlaceRef]) -> Bool { (2...most).contains(places.count) }

    struct Row {
        /// Those of the step that somebody acts at; none for those of whom no level is told.
        var levels: [Level]
        var cells: [Cell]
    }

    /// Who acts at a level in a place.
    struct Cell {
        var place: PlaceRef
        var actors: [NamedActor]

        static let most = 4
    }

    /// Nil where there are no two places to compare, too many, or none of which anybody is named.
    init?(_ places: [PlaceRef], in language: Int) {
        guard Self.fit(places) else { return nil }
        let portraits = places.map { $0.portrait(in: language) }
        let told = Set(portraits.joined().map(\.level))
        // A county and a district are the same step.
        var steps: [[Level?]] = [[nil]]
        for level in Level.allCases.reversed() where level != .county {
            steps.insert(level == .district ? [.district, .county] : [level], at: 0)
        }
        rows = steps.filter { !told.isDisjoint(with: $0) }.map { step in
            let cells = zip(places, portraits).map { place, portrait in
                Cell(place: place, actors: portrait.filter { step.contains($0.level) }.flatMap(\.actors))
            }
            return Row(levels: step.filter(told.contains).compactMap(\.self), cells: cells)
        }
        guard !rows.isEmpty else { return nil }
        self.places = places
    }
}

let portraitsView = View<Portraits>(
    "portraits",
    [
        .list("places", of: placeView, "the columns") { portraits, _ in portraits.places },
        .list("rows", of: portraitRowView, "the levels, the highest first") { portraits, _ in portraits.rows },
    ])

private let portraitRowView = View<Portraits.Row>(
    "level of places",
    [
        .text("level", "the level in words; absent for those of whom none is told") { row, page in
            row.levels.isEmpty ? nil : page.enumerated(row.levels.map { page.strings[.level, $0] })
        },
        .list("cells", of: portraitCellView, "by place") { row, _ in row.cells },
    ])

private let portraitCellView = View<Portraits.Cell>(
    "level of one place", placeView.fields { cell, _ in cell.place },
    [
        .list("actors", of: linkView, "the first of those who act there; none where the sources name nobody") {
            cell, page in
            cell.actors.prefix(Portraits.Cell.most).map { page.link(to: $0) }
        },
        .text("more", "how many more there are; absent for none") { cell, page in
            let more = cell.actors.count - Portraits.Cell.most
            return more > 0 ? page.strings.format(.portraitMore, count: more) : nil
        },
    ])
