import Content
import Text

/// What the finder loads of the practices that its page has no room for: scripts, since a page opened from a folder may
/// load scripts but fetch nothing.
enum FinderFile {
    /// How many cards stand on the page itself.
    static let cardsOnPage = 60
    /// How many cards are in a script.
    static let cardCount = 50

    static func facts(prefix: String) -> String { "\(prefix)find/facts.js" }

    /// - Parameter number: Of the script among those of cards; the finder puts it in the place of `{number}`.
    static func cards(_ number: String, prefix: String) -> String { "\(prefix)find/cards-\(number).js" }
}

extension Site {
    /// `exemplarFinder([[topics, levels, communities, assets, unknown items, is proposed], …])`, what the answers are
    /// compared with, and `exemplarFinderCards([html, …])`, of those practices that are shown. None where the page holds all.
    func finderFiles(language: Int) -> [SiteFile] {
        let prefix = plan.prefix(of: language)
        let practices = shared.practices.listed().enumerated().dropFirst(FinderFile.cardsOnPage).map {
            FinderEntry(practice: $1, number: $0)
        }
        guard !practices.isEmpty, let page = context(of: PageID(.finder), language: language) else { return [] }
        let facts = SiteFile.script(FinderFile.facts(prefix: prefix), calling: "exemplarFinder") {
            .array(
                practices.map(\.practice).map { practice in
                    .array(
                        FinderWords.all.map { .string($0.words(practice)) } + [
                            .integer(practice.count(of: .unknown)), .integer(practice.isProposed ? 1 : 0),
                        ])
                })
        }
        let cards = stride(from: 0, to: practices.count, by: FinderFile.cardCount).map { start in
            let path = FinderFile.cards(String(start / FinderFile.cardCount), prefix: prefix)
            return SiteFile.script(path, calling: "exemplarFinderCards") {
                .array(
                    practices[start...].prefix(FinderFile.cardCount).map { entry in
                        var output = HTMLOutput()
                        self.templates.write("finder-card", SubjectFrame(entry, outer: nil), page, to: &output)
                        return .string(String(decoding: output.finished(page), as: UTF8.self))
                    })
            }
        }
        return [facts] + cards
    }
}
