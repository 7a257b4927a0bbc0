/// The seventeen items that let somebody else repeat a practice, in the order in which they are shown:
/// TIDieR-PHP (Campbell et al. 2018) plus cost, staff, baseline, risks and contact.
package enum PracticeItem: String, CaseIterable, Sendable, Hashable {
    case name, why, logic, materials, steps, who, `where`, when, cost, staff, fit, changes, monitoring, results
    case baseline, risks, contact

    /// Items that hold statements under a front-matter key of the same name. The others are told by the
    /// title, the problem, the steps, the actors and the outcomes.
    package static let statementItems: [PracticeItem] = [
        .logic, .materials, .where, .when, .cost, .staff, .fit, .changes, .monitoring, .baseline, .risks, .contact,
    ]
}

/// Who vouches for an item of a practice.
package enum ItemState: String, CaseIterable, Sendable {
    /// A source says so.
    case stated
    /// The editor added it.
    case added
    /// Nobody says: a question to ask the place.
    case unknown
}

extension Practice {
    package func state(of item: PracticeItem) -> ItemState {
        switch item {
        case .name: .stated
        case .why: problem.isStatedInSource ? .stated : .added
        case .steps: Self.state(steps.map(\.statement.isStatedInSource))
        case .who: Self.state(actors.map { !$0.locators.isEmpty })
        case .results: outcomes.isEmpty ? .unknown : .stated
        default: Self.state((statements[item] ?? []).map(\.isStatedInSource))
        }
    }

    /// How many of the seventeen items are in a state.
    package func count(of state: ItemState) -> Int {
        PracticeItem.allCases.count { self.state(of: $0) == state }
    }

    private static func state(_ areStated: [Bool]) -> ItemState {
        areStated.isEmpty ? .unknown : areStated.contains(true) ? .stated : .added
    }
}
