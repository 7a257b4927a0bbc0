/// The seventeen items that let somebody else repeat a practice, in the order in which they are shown:
/// TIDieR-PHP (Campbell et al. 2018) plus cost, staff, baseline, risks and contact.
package enum PracticeItem: String, Vocabulary {
    package static let labels = "item"

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
    /// The editor concludes it from what a source says.
    case inferred
    /// The editor added it.
    case added
    /// Nobody says: a question to ask the place.
    case unknown

    /// The firmest of several.
    fileprivate init(_ states: [ItemState]) {
        self = Self.allCases.first(where: states.contains) ?? .unknown
    }
}

/// Why nothing is known of an item. Only what somebody looked for may be said of a source.
package enum Absence: String, CaseIterable, Sendable {
    /// A source says that there is none.
    case none
    /// The editor looked for it, and the sources do not tell.
    case untold
    /// The library holds nothing; what the sources say, nobody has noted.
    case unrecorded
}

extension Practice {
    /// Why nothing stands under an item.
    package func absence(of item: PracticeItem) -> Absence {
        absent.first { $0.word == item }.map { $0.state == .added ? .untold : .none } ?? .unrecorded
    }
}

extension Library {
    /// The figures of a practice that stand for a result. What was put in and how things are set up are none, even
    /// where they are listed as outcomes.
    package func results(ofPractice index: Int) -> [Int] { results(in: relations.outcomesOfPractice[index]) }

    func results(in outcomes: [Int]) -> [Int] { outcomes.filter { observations[$0].role == .result } }

    package func state(of item: PracticeItem, ofPractice index: Int) -> ItemState { itemStates[index][item] }

    /// How many of the seventeen items are in a state.
    package func count(of state: ItemState, ofPractice index: Int) -> Int { itemStates[index].count(of: state) }
}

/// The states of the seventeen items of a practice, which many pages ask for: worked out once.
package struct ItemStates: Sendable {
    /// In the order of the items.
    private let states: [ItemState]

    /// - Parameter hasResult: whether a figure among the outcomes stands for a result.
    init(of practice: Practice, hasResult: Bool) {
        states = PracticeItem.allCases.map { item in
            if practice.absence(of: item) == .none { return .stated }
            return switch item {
            case .name: .stated
            case .why: practice.problem.state
            case .steps: ItemState(practice.steps.map(\.state))
            case .who: ItemState(practice.actors.map(\.state))
            case .results: hasResult ? .stated : .unknown
            default: ItemState((practice.statements[item] ?? []).map(\.state))
            }
        }
    }

    package subscript(item: PracticeItem) -> ItemState {
        PracticeItem.allCases.firstIndex(of: item).map { states[$0] } ?? .unknown
    }

    func count(of state: ItemState) -> Int { states.count { $0 == state } }
}
