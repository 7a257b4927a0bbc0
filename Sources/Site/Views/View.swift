/// What templates may say about a kind of subject: names, what they mean, and where their values come from.
///
/// One list is the schema against which templates are compiled, the text of `docs/templates.md`, and the data. A
/// value is made only when a template prints it.
///
///     let linkView = View<Link>("link", [
///         .text("title", "the words of the link") { link, _ in link.title },
///         .text("href", "the relative address") { link, _ in link.href },
///     ])
///
/// The type of the subject is for whoever writes views; what templates are compiled against is its ``ViewScope``.
package struct View<Subject>: Sendable {
    let scope: ViewScope

    init(_ name: String, _ groups: [ViewField<Subject>]...) {
        scope = ViewScope(name: name, fields: groups.joined().map(\.erased))
    }

    /// A view all of whose fields are of the ``Surroundings``.
    init(ofSurroundings name: String, _ groups: [ViewField<Subject>]...) {
        scope = ViewScope(name: name, fields: groups.joined().map(\.ofSurroundings.erased))
    }

    var name: String { scope.name }

    var fields: [ViewField<Subject>] { scope.fields.map(ViewField.init(erased:)) }

    /// The fields of this view for a subject that leads to one of its own; all are absent where it leads to none.
    ///
    ///     placeFields.fields { practice, _ in practice.place }
    func fields<Other>(of lead: @escaping @Sendable (Other, PageContext) -> Subject?) -> [ViewField<Other>] {
        scope.fields.map { field in
            ViewField<Other>(
                field.name, field.meaning,
                field.value.reached { frame, context in
                    lead(frame.subject(as: Other.self), context).map { SubjectFrame($0, outer: nil) }
                })
        }
    }
}

/// A name in a view of subjects of one type.
package struct ViewField<Subject>: Sendable {
    fileprivate let erased: ViewScope.Field

    fileprivate init(erased: ViewScope.Field) { self.erased = erased }

    fileprivate init(_ name: String, _ meaning: String, _ value: ViewScope.Value) {
        erased = ViewScope.Field(name: name, meaning: meaning, value: value)
    }
}

extension ViewField {
    /// The field of a page's ``Surroundings``: its value is the same on all pages that share them, and so is what fields of
    /// its subjects say that are marked likewise.
    var ofSurroundings: ViewField {
        var field = erased
        field.isOfSurroundings = true
        return ViewField(erased: field)
    }

    /// The interface texts: any key of `templates/strings/`.
    static var words: ViewField {
        ViewField("t", "the interface texts: {{t.key}} for any key of templates/strings/", .words).ofSurroundings
    }

    /// The notes of the page, which are known when it is written.
    static func notes(_ name: String, _ meaning: String) -> ViewField { ViewField(name, meaning, .notes) }

    /// Escaped with `{{name}}`. Nil and empty are false as a section.
    static func text(
        _ name: String, _ meaning: String, _ text: @escaping @Sendable (Subject, PageContext) -> String?
    ) -> ViewField {
        ViewField(name, meaning, .text { text($0.subject(as: Subject.self), $1) })
    }

    /// Written as it is with `{{{name}}}`; false as a section if nothing is written.
    ///
    /// - Parameter isPresent: whether something would be written, where that is cheaper to know than to try.
    static func html(
        _ name: String, _ meaning: String, where isPresent: (@Sendable (Subject, PageContext) -> Bool)? = nil,
        _ write: @escaping @Sendable (Subject, PageContext, inout HTMLOutput) -> Void
    ) -> ViewField {
        var html = ViewScope.HTML { write($0.subject(as: Subject.self), $1, &$2) }
        if let isPresent { html.isPresent = { isPresent($0.subject(as: Subject.self), $1) } }
        return ViewField(name, meaning, .html(html))
    }

    /// For sections only.
    static func flag(
        _ name: String, _ meaning: String, _ flag: @escaping @Sendable (Subject, PageContext) -> Bool
    ) -> ViewField {
        ViewField(name, meaning, .flag { flag($0.subject(as: Subject.self), $1) })
    }

    static func list<Child>(
        _ name: String, of view: View<Child>, _ meaning: String,
        _ items: @escaping @Sendable (Subject, PageContext) -> [Child]
    ) -> ViewField {
        ViewField(
            name, meaning,
            .list(
                ViewScope.Children(
                    scope: view.scope, isEmpty: { items($0.subject(as: Subject.self), $1).isEmpty },
                    frames: { frame, context, outer in
                        items(frame.subject(as: Subject.self), context).map { SubjectFrame($0, outer: outer) }
                    })))
    }

    /// None or one.
    static func object<Child>(
        _ name: String, of view: View<Child>, _ meaning: String,
        _ item: @escaping @Sendable (Subject, PageContext) -> Child?
    ) -> ViewField {
        ViewField(
            name, meaning,
            .object(
                ViewScope.Children(
                    scope: view.scope, isEmpty: { item($0.subject(as: Subject.self), $1) == nil },
                    frames: { frame, context, outer in
                        item(frame.subject(as: Subject.self), context).map { [SubjectFrame($0, outer: outer)] } ?? []
                    })))
    }
}
