/// A view with its subject hidden in closures over frames: what a template is compiled against.
struct ViewScope: Sendable {
    let name: String
    let fields: [Field]

    struct Field: Sendable {
        package let name: String
        package let meaning: String
        let value: Value
    }

    indirect enum Value: Sendable {
        case text(@Sendable (Frame, PageContext) -> String?)
        case html(HTML)
        case flag(@Sendable (Frame, PageContext) -> Bool)
        case list(Children)
        case object(Children)
        case notes
        case words
    }

    struct HTML: Sendable {
        let write: @Sendable (Frame, PageContext, inout HTMLOutput) -> Void
        var isPresent: (@Sendable (Frame, PageContext) -> Bool)?
    }

    struct Children: Sendable {
        let scope: ViewScope
        let isEmpty: @Sendable (Frame, PageContext) -> Bool
        let frames: @Sendable (Frame, PageContext) -> [Frame]
    }

    init<Subject>(_ view: View<Subject>) {
        name = view.name
        fields = view.fields.map {
            Field(name: $0.name, meaning: $0.meaning, value: Value($0.value))
        }
    }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

extension ViewScope.HTML {
    fileprivate init<Subject>(_ html: ViewField<Subject>.HTML) {
        write = { html.write($0.subject(as: Subject.self), $1, &$2) }
        if let isPresent = html.isPresent { self.isPresent = { isPresent($0.subject(as: Subject.self), $1) } }
    }
}

extension ViewScope.Value {
    fileprivate init<Subject>(_ value: ViewField<Subject>.Value) {
        func children(_ children: ViewField<Subject>.Children) -> ViewScope.Children {
            ViewScope.Children(
                scope: children.scope, isEmpty: { children.isEmpty($0.subject(as: Subject.self), $1) },
                frames: { children.frames($0.subject(as: Subject.self), $1, $0) })
        }
        self =
            switch value {
            case .text(let text): .text { text($0.subject(as: Subject.self), $1) }
            case .html(let html): .html(ViewScope.HTML(html))
            case .flag(let flag): .flag { flag($0.subject(as: Subject.self), $1) }
            case .list(let list): .list(children(list))
            case .object(let object): .object(children(object))
            case .notes: .notes
            case .words: .words
            }
    }

    /// What is in scope inside a section of this value.
    var inner: ViewScope? {
        switch self {
        case .list(let children), .object(let children): children.scope
        case .notes: Notes.scope
        case .text, .html, .flag, .words: nil
        }
    }
}
