import Diagnostics
import Markdown

/// A city, district or other unit that reports practices.
package struct Place: Record, Equatable {
    package static let kind = RecordKind.place
    package var header: Header
    package var level: Level
    /// GB/T 2260 code of the administrative division.
    package var code: String?
    /// The unit above: a place of the library, or a text where it has no page.
    package var parent: Localized<String>?
}

/// The neutral tool behind a local brand: coordination, lists, a grid, a hotline.
package struct Mechanism: Record, Equatable {
    package static let kind = RecordKind.mechanism
    package var header: Header
    package var mechanismKind: MechanismKind
    package var synonyms: [Localized<String>]
}

/// A problem or a target group.
package struct Topic: Record, Equatable {
    package static let kind = RecordKind.topic
    package var header: Header
    package var topicKind: TopicKind
    package var synonyms: [Localized<String>]
    /// Places that name the problem or group but report no practice for it.
    package var mentions: [Mention]
}

/// A place that names a problem or group without reporting a practice for it.
package struct Mention: Sendable, Equatable {
    package var place: Reference
    package var statement: Statement
}

/// What a place set up, or proposes to.
package struct Practice: Record, Equatable {
    package static let kind = RecordKind.practice
    package var header: Header
    package var place: Reference
    package var problem: Statement
    package var mechanisms: [Reference]
    package var modality: Modality
    package var summary: Localized<String>?
    package var topics: [Reference]
    package var brand: Localized<String>?
    /// On which levels of administration it is run.
    package var levels: [Attribution<Level>]
    /// What types of community it is for.
    package var communities: [Attribution<CommunityType>]
    /// What it stands on.
    package var assets: [Attribution<Asset>]
    /// Those of the seventeen items that hold statements, by item.
    package var statements: [PracticeItem: [Statement]]
    package var steps: [Step]
    package var actors: [Actor]
    package var outcomes: [Reference]
    /// Where somebody independent confirms the results.
    package var verifiedBy: [Reference]
}

/// A problem handled, and what came of it.
package struct CaseStudy: Record, Equatable {
    package static let kind = RecordKind.case
    package var header: Header
    package var practices: [Reference]
    package var period: Period?
    package var problem: Statement
    package var response: [Statement]
    package var result: [Statement]
    package var outcomes: [Reference]
    package var lessons: [Statement]
    package var wentWrong: [Statement]
    package var topics: [Reference]

    /// The place, which is the folder the case lies in.
    package var placeID: String { String(header.id.prefix { $0 != "/" }) }
}

/// A text of its own: about, methods.
package struct Page: Record, Equatable {
    package static let kind = RecordKind.page
    package var header: Header
    package var order: Int
    package var isInMenu: Bool
}

/// The home page's own text.
package struct Home: Record, Equatable {
    package static let kind = RecordKind.home
    package var header: Header
    package var summary: Localized<String>?
}

/// Who took a practice over, and what they changed.
package struct Adoption: Sendable, Equatable {
    package var id: String
    package var path: String
    package var practice: Reference
    /// A place of the library, or a text where it has no page.
    package var adopter: Localized<String>
    /// Nil where no source says when.
    package var date: CalendarDate?
    package var kept: [Statement]
    package var changed: [Statement]
    package var why: [Statement]
    package var result: [Statement]
    package var locators: [Reference]
    package var body: Localized<MarkdownDocument>
}
