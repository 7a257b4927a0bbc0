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
    /// The editor concludes it from what a source says.
    case inferred
    /// The editor looked for it, and the sources do not tell.
    case untold
    /// Nobody has looked, or nobody has noted it.
    case unrecorded
}

extension Absence {
    /// - Parameter state: who vouches for what is noted; nil where nothing is.
    package init(_ state: ItemState?) {
        switch state {
        case .stated: self = .none
        case .inferred: self = .inferred
        case .added: self = .untold
        case .unknown, nil: self = .unrecorded
        }
    }
}

extension [Attribution<PracticeItem>] {
    package func entry(for item: PracticeItem) -> Attribution<PracticeItem>? { first { $0.word == item } }
}

extension Practice {
    /// What is noted of an item under which nothing stands.
    package func absent(_ item: PracticeItem) -> Attribution<PracticeItem>? { absent.entry(for: item) }

    /// Who vouches for what stands under an item, whatever is noted as absent.
    ///
    /// - Parameter hasResult: whether a figure among the outcomes stands for a result.
    func told(_ item: PracticeItem, hasResult: Bool) -> ItemState {
        switch item {
        case .name: .stated
        case .why: problem.state
        case .steps: ItemState(steps.map(\.state))
        case .who: ItemState(actors.map(\.state))
        case .results: hasResult ? .stated : .unknown
        default: ItemState((statements[item] ?? []).map(\.state))
        }
    }
}

extension Library {
    /// The figures of a practice that stand for a result. What was put in and how things are set up are none, even
    /// where they are listed as outcomes, and neither are rows without a figure and superseded ones.
    @inline(__always)
    package func results(ofPractice index: Int) -> [Int] { results(in: relations.outcomesOfPractice[index]) }

    @inline(__always)
    func results(in outcomes: [Int]) -> [Int] {
        outcomes.filter { observations.rows[$0].role == .result && observations.rows[$0].isCurrent }
    }
}

/// The states of the seventeen items of a practice, which many pages ask for: worked out once.
package struct ItemStates: Sendable {
    private static let order = PracticeItem.allCases

    /// In the order of the items.
    private let states: [ItemState]

    /// - Parameter hasResult: whether a figure among the outcomes stands for a result.
    init(of practice: Practice, hasResult: Bool) {
        states = Self.order.map { item in
            if let entry = practice.absent(item), entry.state != .added { return entry.state }
            return practice.told(item, hasResult: hasResult)
        }
    }

    package subscript(item: PracticeItem) -> ItemState {
        Self.order.firstIndex(of: item).map { states[$0] } ?? .unknown
    }

    package func items(in state: ItemState) -> [PracticeItem] {
        zip(Self.order, states).filter { $1 == state }.map(\.0)
    }

    package func count(of state: ItemState) -> Int { states.count { $0 == state } }
}
