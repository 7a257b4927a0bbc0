import Diagnostics
import Text

/// One thing that is done in a practice; a step where the source tells them in order.
package struct Step: StatementEntry, Equatable {
    package var statement = Statement()
    /// Who does it: names that stand under `who` of the practice.
    package var by: [Reference] = []
    package var needs: Localized<String>?
    package var gives: Localized<String>?
    package var takes: Localized<String>?

    package static let shorthand = Statement.shorthand
    package static let fields: [Field<Step>] =
        Statement.fields.map { $0.lifted(\.statement) } + [
            .texts("by", \.by),
            .localized("needs", \.needs, search: .part),
            .localized("gives", \.gives, search: .part),
            .localized("takes", \.takes, search: .part),
        ]

    package init(at span: @autoclosure () -> SourceSpan) {}
}

/// Somebody who takes part in a practice.
package struct Actor: Attested, Equatable {
    package var name = Localized<String>([])
    package var role: Localized<String>?
    package var level: Level?
    package var origin = Origin()

    package static let shorthand = "name"
    package static let fields: [Field<Actor>] =
        [
            .localized("name", \.name, required: true, search: .part),
            .localized("role", \.role, search: .part),
            .word("level", \.level),
        ] + Origin.fields()

    package init(at span: @autoclosure () -> SourceSpan) {}
}

/// A question to ask the place about a practice, written for this one.
package struct Question: FieldEntry, Equatable {
    package var text = Localized<String>([])
    /// The item it asks for; none where it asks for something else.
    package var item: PracticeItem?

    package static let shorthand = "text"
    package static let fields: [Field<Question>] = [
        .localized("text", \.text, required: true, search: .part),
        .word("item", \.item),
    ]

    package init(at span: @autoclosure () -> SourceSpan) {}
}

extension [Actor] {
    /// Those who do a step, in the order in which it names them. ``check(_:today:jobs:diagnostics:)`` reports a name that
    /// nobody has.
    package func doing(_ step: Step) -> [Actor] { step.by.compactMap { named($0) } }

    /// Steps name those who take part by their name in the default language.
    func named(_ reference: Reference) -> Actor? { first { $0.name[0] == reference.id.onOneLine } }
}
