import Diagnostics
import Text

/// One step of a practice, in order.
package struct Step: FieldEntry, Equatable {
    package var statement = Statement()
    package var by: Localized<String>?
    package var needs: Localized<String>?
    package var gives: Localized<String>?
    package var takes: Localized<String>?

    package static let shorthand = Statement.shorthand
    package static let fields: [Field<Step>] =
        Statement.fields.map { $0.lifted(\.statement) } + [
            .localized("by", \.by, search: .part),
            .localized("needs", \.needs, search: .part),
            .localized("gives", \.gives, search: .part),
            .localized("takes", \.takes, search: .part),
        ]

    package init(at span: @autoclosure () -> SourceSpan) {}
}

/// Somebody who takes part in a practice.
package struct Actor: FieldEntry, Equatable {
    package var name = Localized<String>([])
    package var role: Localized<String>?
    package var level: Level?
    package var locators: [Reference] = []

    package static let shorthand = "name"
    package static let fields: [Field<Actor>] = [
        .localized("name", \.name, required: true, search: .part),
        .localized("role", \.role, search: .part),
        .word("level", \.level),
        .locators("from", \.locators),
    ]

    package init(at span: @autoclosure () -> SourceSpan) {}
}
