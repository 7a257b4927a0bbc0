/// Whether a place has a mechanism, as far as the library knows.
package enum MatrixState: String, CaseIterable, Sendable {
    /// A source says that the place has it.
    case reported
    /// The editor concludes it, or counts a practice of the place under it; no sentence says so.
    case inferred
    /// A source proposes it for the place; so it is where the editor concludes that the proposal is for this mechanism.
    case proposed
    /// The library has nothing on it, which is not the same as not having it.
    case none
}

/// What a place has of a mechanism, with the practices that belong to it and where the source says so.
package struct MatrixCell: Sendable, Equatable {
    package var state: MatrixState
    /// Reported before proposed, then as in the library.
    package var practices: [Int]
    package var locators: [Reference] = []
}

extension Library {
    /// Places × mechanisms: a row for each mechanism, a cell for each place, in the order of the library.
    package var matrix: [[MatrixCell]] {
        mechanisms.indices.map { mechanism in
            var practices = [[Int]](repeating: [], count: places.count)
            for practice in relations.practicesOfMechanism[mechanism]
            where self.practices[practice].header.status != .archived {
                let place = relations.placeOfPractice[practice]
                if place >= 0 { practices[place].append(practice) }
            }
            let standings = Dictionary(
                mechanisms[mechanism].standings.map { ($0.place.id, $0) }, uniquingKeysWith: { first, _ in first })
            return places.indices.map { cell(practices[$0], standings[places[$0].header.id]) }
        }
    }

    private func cell(_ practices: [Int], _ standing: Standing?) -> MatrixCell {
        let reported = practices.filter { self.practices[$0].modality == .reported }
        let proposed = practices.filter { self.practices[$0].modality == .proposed }
        return MatrixCell(
            state: standing?.matrixState ?? (practices.isEmpty ? .none : .inferred),
            practices: reported + proposed, locators: standing?.locators ?? [])
    }
}

extension Standing {
    package var matrixState: MatrixState {
        modality == .proposed ? .proposed : state == .stated ? .reported : .inferred
    }
}
