import Diagnostics
import Text

/// What a place set up, or proposes to.
package struct Practice: Record, Equatable {
    package static let kind = RecordKind.practice
    package static let noun = Phrase.practice
    package static let folder = "practices"
    package static let isGroupedByPlace = true
    package static let reportsLooseFigures = true
    package static var list: WritableKeyPath<Library, [Practice]> { \.practices }

    package var header: Header
    package var place: Reference
    package var problem = Statement()
    package var mechanisms: [Reference] = []
    package var modality = Modality.reported
    package var summary: Localized<String>?
    package var topics: [Reference] = []
    package var brand: Localized<String>?
    /// On which levels of administration it is run.
    package var levels: [Attribution<Level>] = []
    /// What types of community it is for.
    package var communities: [Attribution<CommunityType>] = []
    /// What it relies on.
    package var assets: [Attribution<Asset>] = []
    /// Those of the seventeen items that hold statements, by item.
    package var statements: [PracticeItem: [Statement]] = [:]
    package var steps: [Step] = []
    /// Whether the steps follow each other; if not, they are things that are done, in no order.
    package var areStepsOrdered = true
    package var actors: [Actor] = []
    package var outcomes: [Reference] = []
    /// Where somebody independent confirms the results.
    package var verifiedBy: [Reference] = []
    /// Items of which a source says that there is none, or, without a locator, of which the editor found nothing said.
    package var absent: [Attribution<PracticeItem>] = []
    /// What to ask the place, besides what is asked of every practice.
    package var questions: [Question] = []

    package static let fields: [Field<Practice>] =
        header + [
            .reference(
                "place", \.place, to: .place, required: true,
                relation: .one(\.placeOfPractice, inverse: \.practicesOfPlace)),
            .word("modality", \.modality, required: true),
            .localized("brand", \.brand, search: .name),
            .localized("summary", \.summary, search: .summary),
            .statement("problem", \.problem, required: true, search: told("why", heading: "problem")),
            body(),
            .references(
                "mechanisms", \.mechanisms, to: .mechanism, required: true,
                relation: .many(\.mechanismsOfPractice, inverse: \.practicesOfMechanism)),
            .references(
                "topics", \.topics, to: .topic,
                relation: .many(\.topicsOfPractice, inverse: \.practicesOfTopic)),
            .attributions("levels", \.levels),
            .attributions("communities", \.communities),
            .attributions("assets", \.assets),
            .entries("steps", \.steps, search: told("steps", heading: "steps")),
            .boolean("steps-ordered", \.areStepsOrdered),
            .entries("who", \.actors, search: told("who", heading: "actors")),
            .references(
                "outcomes", \.outcomes, to: .observation, relation: .many(\.outcomesOfPractice),
                search: told("results", heading: "figures")),
        ]
        + PracticeItem.statementItems.map { item in
            .statements(item.rawValue, \.[item], search: .section("items")).with { $0.column = nil }
        } + [
            .locators("verified-by", \.verifiedBy, column: nil),
            .attributions("absent", \.absent),
            .entries(
                "ask", \.questions, search: .section(anchor: "page.s-ask", heading: "kit-questions"),
                column: FieldColumn()),
        ]

    package subscript(item: PracticeItem) -> [Statement] {
        get { statements[item] ?? [] }
        set { statements[item] = newValue }
    }

    /// The part of the page that tells an item.
    private static func told(_ item: String, heading: String) -> SearchRole {
        .section(anchor: "page.told-" + item, heading: heading)
    }

    package init(_ file: RecordIdentity) {
        header = Header(file)
        // A place still to be filled in is the one whose folder the file lies in.
        place = Reference(id: header.folder, span: file.titleSpan)
    }

    /// By place, what is reported before what is proposed.
    package func rank(among places: [String: Int]) -> RecordRank {
        RecordRank(number: places[place.id] ?? .max, text: modality == .reported ? "" : "~", id: id)
    }
}
