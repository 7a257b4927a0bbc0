import Text

/// The menu as a library wants it: names of its sections, of the pages of the program, and of its own texts by their ids.
package struct MenuSettings: FieldEntry, Equatable {
    /// What comes first; what is not named follows in the order of the program.
    package var order: [Reference] = []
    /// Pages that the menu and the foot leave out. They stay where they are.
    package var hidden: [Reference] = []

    package static let shorthand = "order"
    package static let fields: [Field<MenuSettings>] = [
        .texts("order", \.order).with { $0.reference = ReferenceKind(.page) },
        .texts("hide", \.hidden).with { $0.reference = ReferenceKind(.page) },
    ]

    package init(at span: @autoclosure () -> SourceSpan) {}
}
