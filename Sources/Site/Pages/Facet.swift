import Content

/// One answer to a question of the finder.
enum Facet: Hashable, Sendable {
    case level(Level)
    case community(CommunityType)
    case asset(Asset)

    static let all: [Facet] =
        Level.allCases.map(Facet.level) + CommunityType.allCases.map(Facet.community) + Asset.allCases.map(Facet.asset)

    /// The interface texts of its words.
    var family: PhraseFamily {
        switch self {
        case .level: .level
        case .community: .community
        case .asset: .asset
        }
    }

    /// The question that it answers, as the finder's address names it.
    var question: String { family.rawValue }

    var word: String {
        switch self {
        case .level(let word): word.rawValue
        case .community(let word): word.rawValue
        case .asset(let word): word.rawValue
        }
    }

    /// The answers that a practice fits.
    static func of(_ practice: Practice) -> [Facet] {
        practice.levels.map { .level($0.word) } + practice.communities.map { .community($0.word) }
            + practice.assets.map { .asset($0.word) }
    }

    /// The name of its page.
    var name: String { "\(question)-\(word)" }
}
