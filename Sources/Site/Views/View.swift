/// What templates may say about a kind of subject: names, what they mean, and where their values come from.
///
/// One list is the schema against which templates are compiled, the text of `docs/templates.md`, and the data. A
/// value is made only when a template prints it.
///
///     let linkView = View<Link>("link", [
///         .text("title", "the words of the link") { link, _ in link.title },
///         .text("href", "the relative address") { link, _ in link.href },
///     ])
package struct View<Subject>: Sendable {
    package let name: String
    let fields: [ViewField<Subject>]

    init(_ name: String, _ groups: [ViewField<Subject>]...) {
        self.name = name
        fields = groups.flatMap(\.self)
    }
}

/// A name in a view.
package struct ViewField<Subject>: Sendable {
    let name: String
    let meaning: String
    let value: Value

    enum Value: Sendable {
        /// Escaped with `{{name}}`. Nil and empty are false as a section.
        case text(@Sendable (Subject, PageContext) -> String?)
        /// Written as it is with `{{{name}}}`; false as a section if nothing is written.
        case html(HTML)
        /// For sections only.
        case flag(@Sendable (Subject, PageContext) -> Bool)
        case list(Children)
        /// None or one.
        case object(Children)
        /// The notes of the page, which are known when it is written.
        case notes
        /// The interface texts: any key of `templates/strings/`.
        case words
    }

    struct HTML: Sendable {
        var write: @Sendable (Subject, PageContext, inout HTMLOutput) -> Void
        /// Whether something would be written, where that is cheaper to know than to try.
        var isPresent: (@Sendable (Subject, PageContext) -> Bool)?
    }

    /// Subjects of another view.
    struct Children: Sendable {
        var scope: ViewScope
        var isEmpty: @Sendable (Subject, PageContext) -> Bool
        var frames: @Sendable (Subject, PageContext, Frame) -> [Frame]
    }
}

extension ViewField {
    static var words: ViewField {
        ViewField(
            name: "t", meaning: "the interface texts: {{t.key}} for any key of templates/strings/", value: .words)
    }

    static func text(
        _ name: String, _ meaning: String, _ text: @escaping @Sendable (Subject, PageContext) -> String?
    ) -> ViewField {
        ViewField(name: name, meaning: meaning, value: .text(text))
    }

    static func html(
        _ name: String, _ meaning: String, where isPresent: (@Sendable (Subject, PageContext) -> Bool)? = nil,
        _ write: @escaping @Sendable (Subject, PageContext, inout HTMLOutput) -> Void
    ) -> ViewField {
        ViewField(name: name, meaning: meaning, value: .html(HTML(write: write, isPresent: isPresent)))
    }

    static func flag(
        _ name: String, _ meaning: String, _ flag: @escaping @Sendable (Subject, PageContext) -> Bool
    ) -> ViewField {
        ViewField(name: name, meaning: meaning, value: .flag(flag))
    }

    static func list<Child>(
        _ name: String, of view: View<Child>, _ meaning: String,
        _ items: @escaping @Sendable (Subject, PageContext) -> [Child]
    ) -> ViewField {
        ViewField(
            name: name, meaning: meaning,
            value: .list(
                Children(
                    scope: ViewScope(view), isEmpty: { items($0, $1).isEmpty },
                    frames: { subject, context, outer in
                        items(subject, context).map { SubjectFrame($0, outer: outer) }
                    })))
    }

    static func object<Child>(
        _ name: String, of view: View<Child>, _ meaning: String,
        _ item: @escaping @Sendable (Subject, PageContext) -> Child?
    ) -> ViewField {
        ViewField(
            name: name, meaning: meaning,
            value: .object(
                Children(
                    scope: ViewScope(view), isEmpty: { item($0, $1) == nil },
                    frames: { subject, context, outer in
                        item(subject, context).map { [SubjectFrame($0, outer: outer)] } ?? []
                    })))
    }
}

extension View {
    /// The fields of this view for a subject that leads to one of its own; all are absent where it leads to none.
    ///
    ///     placeFields.fields { practice, _ in practice.place }
    func fields<Other>(
        of lead: @escaping @Sendable (Other, PageContext) -> Subject?
    ) -> [ViewField<Other>] {
        fields.map { field in
            ViewField<Other>(name: field.name, meaning: field.meaning, value: field.value.reached(by: lead))
        }
    }
}

extension ViewField.Value {
    fileprivate func reached<Other>(
        by lead: @escaping @Sendable (Other, PageContext) -> Subject?
    ) -> ViewField<Other>.Value {
        switch self {
        case .text(let text): .text { other, context in lead(other, context).flatMap { text($0, context) } }
        case .html(let html): .html(html.reached(by: lead))
        case .flag(let flag): .flag { other, context in lead(other, context).map { flag($0, context) } ?? false }
        case .list(let children): .list(children.reached(by: lead))
        case .object(let children): .object(children.reached(by: lead))
        case .notes: .notes
        case .words: .words
        }
    }
}

extension ViewField.HTML {
    fileprivate func reached<Other>(
        by lead: @escaping @Sendable (Other, PageContext) -> Subject?
    ) -> ViewField<Other>.HTML {
        var reached = ViewField<Other>.HTML { other, context, output in
            if let subject = lead(other, context) { write(subject, context, &output) }
        }
        if let isPresent {
            reached.isPresent = { other, context in lead(other, context).map { isPresent($0, context) } ?? false }
        }
        return reached
    }
}

extension ViewField.Children {
    fileprivate func reached<Other>(
        by lead: @escaping @Sendable (Other, PageContext) -> Subject?
    ) -> ViewField<Other>.Children {
        ViewField<Other>.Children(
            scope: scope,
            isEmpty: { other, context in lead(other, context).map { isEmpty($0, context) } ?? true },
            frames: { other, context, outer in
                lead(other, context).map { frames($0, context, outer) } ?? []
            })
    }
}
