import Diagnostics
import Foundation
import Text

/// A word that the house does not write, and what it writes instead.
package struct Wording: TableRow, Equatable {
    package static let path = LibraryPath.content + "wording.csv"

    package var span: SourceSpan
    package var wrong = ""
    /// What may stand in its place, with semicolons between.
    package var right: String?
    /// On what the house rests.
    package var why: String?
    package var level: WordingLevel?
    package var scope: WordingScope?
    /// Whether it can mean nothing else, so that `check --fix` may write it.
    package var isCertain = false
    /// Longer words in which it is no mistake, with semicolons between.
    package var exceptions: String?

    package static let fields: [Field<Wording>] = [
        .id("wrong", \.wrong, \.span),
        .text("right", \.right),
        .text("why", \.why),
        .word("severity", \.level),
        .word("scope", \.scope),
        .boolean("fix", \.isCertain),
        .text("except", \.exceptions),
    ]

    package init(at span: SourceSpan) { self.span = span }

    /// The parts of a cell that are not empty.
    static func parts(_ cell: String?) -> [String] {
        (cell ?? "").split { $0 == ";" || $0 == "；" }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }
}

package enum WordingLevel: String, Vocabulary {
    package static let labels = "severity"

    case warning, error
}

/// Where a wording is told of: in the house's own words, or in what it quotes as well.
package enum WordingScope: String, Vocabulary {
    package static let labels = "scope"

    case own
    case all
}

/// A title that somebody bears or bore, as it is printed.
package struct PersonTitle: TableRow, Equatable {
    package static let path = LibraryPath.content + "people.csv"

    package var span: SourceSpan
    package var name = ""
    package var title = ""
    package var from: Period?
    package var until: Period?

    package static let fields: [Field<PersonTitle>] = [
        .id("name", \.name, \.span),
        .text("title", \.title, required: true),
        .period("from", \.from),
        .period("until", \.until),
    ]

    package init(at span: SourceSpan) { self.span = span }
}
