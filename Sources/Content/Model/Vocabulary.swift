/// A field whose value is one word of a fixed list.
package protocol Vocabulary: RawRepresentable<String>, CaseIterable, Sendable, Hashable, FieldStorage
where Wrapped == Self {
    /// What the keys of the interface texts for its words begin with: `level` for `level-city`.
    static var labels: String { get }
}

extension Vocabulary {
    /// The first word, for a value that is about to be set.
    static var first: Self { allCases[allCases.startIndex] }
}

/// The levels of Chinese administration that a place or an actor can stand on.
package enum Level: String, Vocabulary {
    package static let labels = "level"

    case province, city, district, county, street, community
}

/// The types of community that practices are fitted to. The first four are those of the five-city library.
package enum CommunityType: String, Vocabulary {
    package static let labels = "community"

    case large, resettlement, old, village
    case commercialHousing = "commercial-housing"
    case publicHousing = "public-housing"
    case urbanVillage = "urban-village"
    case businessArea = "business-area"
}

/// What a practice relies on, which another place must have or create.
package enum Asset: String, Vocabulary {
    package static let labels = "asset"

    case leaders
    case coordinationBody = "coordination-body"
    case hotline, grid, volunteers
    case partyMembers = "party-members"
    case staffToSend = "staff-to-send"
    case socialPartners = "social-partners"
    case premises
    case idleResources = "idle-resources"
    case funds
    case digitalSystem = "digital-system"
}

/// Whether a place says it does a thing, or only that one should.
package enum Modality: String, Vocabulary {
    package static let labels = "modality"

    case reported, proposed
}

/// Drafts are left out unless asked for; archived records keep their page but are listed no more.
package enum Status: String, Vocabulary {
    package static let labels = "record-status"

    case draft, published, archived
}

package enum MechanismKind: String, Vocabulary {
    package static let labels = "mechanism-kind"

    case coordination, meeting, list, grid, hotline, ict, fund, role, facility, incentive, appraisal, deliberation
    case document
}

package enum TopicKind: String, Vocabulary {
    package static let labels = "topic-kind"

    case problem
    case targetGroup = "target-group"
}

package enum MetricKind: String, Vocabulary {
    package static let labels = "metric-kind"

    case count, share, change, duration, availability, money, index
}

package enum MetricDirection: String, Vocabulary {
    package static let labels = "direction"

    case higher, lower, neutral
}

/// What a figure stands for in the account it comes from.
package enum ObservationRole: String, Vocabulary {
    package static let labels = "role"

    case structure, action, result, baseline, target, checkpoint
}

/// How a source hedges a figure.
package enum Qualifier: String, Vocabulary {
    package static let labels = "qualifier"

    case exact
    case moreThan = "more-than"
    case atLeast = "at-least"
    case lessThan = "less-than"
    case atMost = "at-most"
    case about, nearly, rounded, range
}

package enum TaskOperator: String, Vocabulary {
    package static let labels = "op"

    case exact
    case atLeast = "at-least"
    case atMost = "at-most"
}

/// How far a source says that a task has come.
package enum TaskStage: String, Vocabulary {
    package static let labels = "stage"

    case announced, issued
    case underWay = "under-way"
    case resultReported = "result-reported"
}

package enum CheckpointStatus: String, Vocabulary {
    package static let labels = "status"

    case notStarted = "not-started"
    case onTrack = "on-track"
    case lagging, done, stopped
    case notReported = "not-reported"
}

/// How much of a source's text the library may show.
package enum Rights: String, Vocabulary {
    package static let labels = "rights"

    case full, quotes, reference
}

/// What a reader must know before trusting a figure, as the `flags` of its row say.
package enum Caution: String, Vocabulary {
    package static let labels = "caution"

    case selfReported = "self-reported"
    case noPeriod = "no-period"
    case asOfUnknown = "as-of-unknown"
    case endDateUnknown = "end-date-unknown"
    case periodScopeUnclear = "period-scope-unclear"
    case noDenominator = "no-denominator"
    case noBaseline = "no-baseline"
    case undefinedMeasure = "undefined-measure"
    case scopeUnclear = "scope-unclear"
    case stockOrFlowUnclear = "stock-or-flow-unclear"
    case statusUnclear = "status-unclear"
    case parseAmbiguous = "parse-ambiguous"
    case notComparableWithMemberCounts = "not-comparable-with-member-counts"
    case contentsNotListed = "contents-not-listed"
    case noClosureData = "no-closure-data"
    case acceptedAndCompletedConflated = "accepted-and-completed-conflated"
    case numberOfTerminalsNotGiven = "number-of-terminals-not-given"
    case measuredOrRequiredUnclear = "measured-or-required-unclear"
    /// Another figure for the same metric, place and period took its place.
    case superseded
    /// The source has a place for the figure and gives none.
    case notStated = "not-stated"
    /// There can be no such figure.
    case notApplicable = "not-applicable"

    /// Whether it says why the row has no figure.
    package var isWithoutFigure: Bool { self == .notStated || self == .notApplicable }
}
