extension TemplateSet {
    /// The text of `docs/templates.md` after its introduction: every name every template may say.
    package static var documentation: String {
        var text = ""
        var parts: [ViewScope] = []
        for (name, view) in views() {
            text += "\n## \(name).mustache\n\n" + table(view)
            collectParts(of: view, into: &parts)
        }
        text += "\n# Parts\n\nLists and objects hold these.\n"
        for part in parts { text += "\n## \(part.name)\n\n" + table(part) }
        return text
    }

    private static func table(_ view: ViewScope) -> String {
        var text = "| name | what it is | meaning |\n|---|---|---|\n"
        for field in view.fields { text += "| `\(field.name)` | \(field.value.description) | \(field.meaning) |\n" }
        return text
    }

    private static func collectParts(of view: ViewScope, into parts: inout [ViewScope]) {
        for field in view.fields {
            guard let inner = field.value.inner, !parts.contains(where: { $0.name == inner.name }) else { continue }
            parts.append(inner)
            collectParts(of: inner, into: &parts)
        }
    }
}

extension ViewScope.Value: CustomStringConvertible {
    var description: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .flag: "yes or no"
        case .list(let children): "list of \(Self.link(children.scope))"
        case .notes: "list of \(Self.link(noteView.scope))"
        case .object(let children): Self.link(children.scope)
        case .words: "interface texts"
        }
    }

    private static func link(_ view: ViewScope) -> String {
        "[\(view.name)](#\(view.name.split(separator: " ").joined(separator: "-")))"
    }
}
