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

    func fits(_ practice: Practice) -> Bool {
        switch self {
        case .level(let word): practice.levels.contains { $0.word == word }
        case .community(let word): practice.communities.contains { $0.word == word }
        case .asset(let word): practice.assets.contains { $0.word == word }
        }
    }

    /// The name of its page.
    var name: String { "\(question)-\(word)" }
}
