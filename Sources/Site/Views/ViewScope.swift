/// A view with its subject hidden in closures over frames: what a template is compiled against.
struct ViewScope: Sendable {
    let name: String
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let meaning: String
        let value: Value
        /// Whether it is the same on all pages with the same ``Surroundings``.
        var isOfSurroundings = false
    }

    enum Value: Sendable {
        case text(@Sendable (Frame, PageContext) -> String?)
        case html(HTML)
        case flag(@Sendable (Frame, PageContext) -> Bool)
        case list(Children)
        case object(Children)
        case notes
        case words
    }

    struct HTML: Sendable {
        var write: @Sendable (Frame, PageContext, inout HTMLOutput) -> Void
        var isPresent: (@Sendable (Frame, PageContext) -> Bool)?

        func isWritten(_ frame: Frame, _ context: PageContext) -> Bool {
            if let isPresent { return isPresent(frame, context) }
            var output = HTMLOutput()
            write(frame, context, &output)
            return !output.cut(from: 0).isEmpty
        }
    }

    /// Subjects of another view.
    struct Children: Sendable {
        let scope: ViewScope
        let isEmpty: @Sendable (Frame, PageContext) -> Bool
        /// - The last argument is the frame around the section, which may be further in than the one that has the value.
        let frames: @Sendable (Frame, PageContext, _ outer: Frame) -> [Frame]
    }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

extension ViewScope.Value {
    /// What is in scope inside a section of this value.
    var inner: ViewScope? {
        switch self {
        case .list(let children), .object(let children): children.scope
        case .notes: noteView.scope
        case .text, .html, .flag, .words: nil
        }
    }

    /// The value as a frame has it that leads to the one whose value it is; absent where it leads to none.
    func reached(by lead: @escaping @Sendable (Frame, PageContext) -> Frame?) -> ViewScope.Value {
        switch self {
        case .text(let text): .text { frame, context in lead(frame, context).flatMap { text($0, context) } }
        case .html(let html): .html(html.reached(by: lead))
        case .flag(let flag): .flag { frame, context in lead(frame, context).map { flag($0, context) } ?? false }
        case .list(let children): .list(children.reached(by: lead))
        case .object(let children): .object(children.reached(by: lead))
        case .notes, .words: self
        }
    }
}

extension ViewScope.HTML {
    fileprivate func reached(by lead: @escaping @Sendable (Frame, PageContext) -> Frame?) -> ViewScope.HTML {
        var reached = ViewScope.HTML { frame, context, output in
            if let inner = lead(frame, context) { write(inner, context, &output) }
        }
        if let isPresent {
            reached.isPresent = { frame, context in lead(frame, context).map { isPresent($0, context) } ?? false }
        }
        return reached
    }
}

extension ViewScope.Children {
    fileprivate func reached(by lead: @escaping @Sendable (Frame, PageContext) -> Frame?) -> ViewScope.Children {
        ViewScope.Children(
            scope: scope,
            isEmpty: { frame, context in lead(frame, context).map { isEmpty($0, context) } ?? true },
            frames: { frame, context, outer in lead(frame, context).map { frames($0, context, outer) } ?? [] })
    }
}
