import Diagnostics
import Text

/// A problem or a target group.
package struct Topic: Record, Equatable {
    package static let kind = RecordKind.topic
    package static let noun = Phrase.topic
    package static let folder = "topics"
    package static var list: WritableKeyPath<Library, [Topic]> { \.topics }

    package var header: Header
    package var topicKind = TopicKind.problem
    package var synonyms: [Localized<String>] = []
    /// Words that people look for it with and no source uses: found, and shown nowhere as its names.
    package var also: [Localized<String>] = []
    /// Places that name the problem or group and neither report nor propose a practice for it.
    package var mentions: [Mention] = []

    package static let fields: [Field<Topic>] =
        header + [
            .word("kind", \.topicKind, required: true),
            .entries("synonyms", \.synonyms, search: .name, column: FieldColumn()),
            .entries("also", \.also, search: .also, column: FieldColumn()),
            body(),
            .entries("named-by", \.mentions, search: .section(anchor: "page.s-named", heading: "")),
        ]

    package init(_ file: RecordIdentity) { header = Header(file) }

    /// Problems before groups.
    package func rank(among places: [String: Int]) -> RecordRank {
        RecordRank(number: TopicKind.allCases.firstIndex(of: topicKind) ?? 0, id: id)
    }
}

/// A place that names a problem or group without reporting or proposing a practice for it.
package struct Mention: StatementEntry, Equatable {
    package var place = Reference(id: "", span: SourceSpan(path: "", range: 0..<0))
    package var statement = Statement()

    package static let shorthand = "place"
    package static let fields: [Field<Mention>] =
        [.reference("place", \.place, to: .place, required: true), .prose("text", \.statement.text)]
        + Origin.fields(required: true)

    package init(at span: @autoclosure () -> SourceSpan) {}
}
