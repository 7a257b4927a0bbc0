/// Whether a place has a mechanism, as far as the library knows.
package enum MatrixState: String, CaseIterable, Sendable {
    /// At least one practice with it is reported.
    case reported
    /// It is only proposed.
    case proposed
    /// No practice mentions it, which is not the same as not having it.
    case none
}

/// What a place has of a mechanism, with the practices that say so.
package struct MatrixCell: Sendable, Equatable {
    package var state: MatrixState
    /// Reported before proposed, then as in the library.
    package var practices: [Int]
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
            return practices.map { cell($0) }
        }
    }

    private func cell(_ practices: [Int]) -> MatrixCell {
        let reported = practices.filter { self.practices[$0].modality == .reported }
        let proposed = practices.filter { self.practices[$0].modality == .proposed }
        let state: MatrixState = !reported.isEmpty ? .reported : !proposed.isEmpty ? .proposed : .none
        return MatrixCell(state: state, practices: reported + proposed)
    }
}
