import Diagnostics

/// A problem handled, and what came of it.
package struct CaseStudy: Record, Equatable {
    package static let kind = RecordKind.case
    package static let noun = Phrase.case
    package static let folder = "cases"
    package static let isGroupedByPlace = true
    package static let reportsLooseFigures = true
    package static var list: WritableKeyPath<Library, [CaseStudy]> { \.cases }

    package var header: Header
    package var practices: [Reference] = []
    package var period: Period?
    /// Whether the editor concludes the period: the source says ‘this year’, or says it of something else.
    package var isPeriodInferred = false
    package var problem = Statement()
    package var response: [Statement] = []
    package var result: [Statement] = []
    package var outcomes: [Reference] = []
    package var lessons: [Statement] = []
    package var wentWrong: [Statement] = []
    package var topics: [Reference] = []

    package static let fields: [Field<CaseStudy>] =
        header + [
            .references(
                "practice", \.practices, to: .practice, required: true,
                relation: .many(\.practicesOfCase, inverse: \.casesOfPractice), column: FieldColumn("practices")),
            .references("topics", \.topics, to: .topic, relation: .many(\.topicsOfCase, inverse: \.casesOfTopic)),
            .period("period", \.period),
            .boolean("period-inferred", \.isPeriodInferred),
            .statement("problem", \.problem, required: true),
            .statements("response", \.response),
            .statements("result", \.result),
            .references(
                "outcomes", \.outcomes, to: .observation, relation: .many(\.outcomesOfCase),
                search: .section("figures")),
            .statements("lessons", \.lessons),
            .statements("went-wrong", \.wentWrong),
            body(anchor: "page.s-account"),
        ]

    /// The place, which is the folder the case lies in.
    package var placeID: String { header.folder }

    package init(_ file: RecordIdentity) { header = Header(file) }

    package func rank(among places: [String: Int]) -> RecordRank {
        RecordRank(number: places[placeID] ?? .max, id: id)
    }
}
