import Content

/// A level of administration in the portrait of a place, with those who act there.
struct PortraitLevel {
    /// Nil for those of whom no level is told.
    var level: Level?
    /// Everybody once.
    var actors: [NamedActor]
}

/// Somebody who acts, with the practice that names them first, or first by what a source says.
struct NamedActor {
    var name: String
    var state: ItemState
    var practice: PracticeRef
}

let portraitView = View<PortraitLevel>(
    "level of a place",
    [
        .text("level", "the level in words; absent for those of whom none is told") { row, page in
            row.level.map { page.strings[.level, $0] }
        },
        .list("actors", of: linkView, "those who act there; none where the sources name nobody") { row, page in
            row.actors.map { page.link(to: $0) }
        },
    ])

extension Ref where Record == Place {
    /// Who acts at which level, from the place's own downwards, as all its reported practices tell it. Places are drawn
    /// alike: a level at which nobody is named is in the portrait too. Empty where nobody is named at all.
    func portrait(in language: Int) -> [PortraitLevel] {
        var rows: [Level?: [NamedActor]] = [:]
        for practice in practices.listed(.reported) {
            for actor in practice.record.actors {
                let named = NamedActor(name: actor.name[language], state: actor.state, practice: practice)
                guard let place = rows[actor.level]?.firstIndex(where: { $0.name == named.name }) else {
                    rows[actor.level, default: []].append(named)
                    continue
                }
                if rows[actor.level]?[place].state != .stated, named.state == .stated {
                    rows[actor.level]?[place] = named
                }
            }
        }
        guard !rows.isEmpty else { return [] }
        let levels = Level.allCases.filter { level in
            // A county and a district are the same step; of the two only what is named is drawn, or the place's own.
            switch level {
            case .county: rows[.county] != nil || record.level == .county
            case .district: rows[.district] != nil || (rows[.county] == nil && record.level != .county)
            default: true
            }
        }
        let first = levels.firstIndex { $0 == record.level || rows[$0] != nil } ?? levels.startIndex
        let told = levels[first...].map { PortraitLevel(level: $0, actors: rows[$0] ?? []) }
        return told + (rows[nil].map { [PortraitLevel(level: nil, actors: $0)] } ?? [])
    }
}

extension PageContext {
    /// To where a practice tells who takes part.
    func link(to actor: NamedActor) -> Link {
        Link(title: strings.marked(actor.name, actor.state), href: href(actor.practice.id, fragment: "page.told-who"))
    }
}
