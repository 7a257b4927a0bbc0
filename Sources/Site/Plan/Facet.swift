import Content

/// One answer to a question of the finder, with a page that lists its practices for those without script.
package enum Facet: Hashable, Sendable {
    case level(Level)
    case community(CommunityType)
    case asset(Asset)

    package static let all: [Facet] =
        Level.allCases.map(Facet.level) + CommunityType.allCases.map(Facet.community) + Asset.allCases.map(Facet.asset)

    /// The question that it answers, as the finder's address names it.
    var question: String {
        switch self {
        case .level: "level"
        case .community: "community"
        case .asset: "asset"
        }
    }

    var word: String {
        switch self {
        case .level(let word): word.rawValue
        case .community(let word): word.rawValue
        case .asset(let word): word.rawValue
        }
    }

    /// The key of its interface text, and the name of its page.
    var name: String { "\(question)-\(word)" }
}

extension Library {
    /// The practices that an answer fits, in the order of the library.
    func practices(of facet: Facet) -> [Int] {
        practices.indices.filter { index in
            guard practices[index].header.status != .archived else { return false }
            return switch facet {
            case .level(let word): practices[index].levels.contains { $0.word == word }
            case .community(let word): practices[index].communities.contains { $0.word == word }
            case .asset(let word): practices[index].assets.contains { $0.word == word }
            }
        }
    }
}
