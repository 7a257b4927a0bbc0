import Diagnostics
import Text

/// Binds the names of a template to the values of a view. A name that is in no view around it is refused with its
/// line and column, whatever the data: what a page never reaches today is checked as well.
struct TemplateCompiler {
    /// Those that could be parsed.
    let templates: [String: ParsedTemplate]
    /// The names of all there are.
    let names: Set<String>
    let strings: Strings
    private(set) var diagnostics: [Diagnostic] = []

    private typealias Node = CompiledTemplate.Node

    /// What names are looked up in, the innermost last.
    private enum Scope {
        /// A frame of its own.
        case view(ViewScope)
        /// A name whose value an enclosing section holds, as the number of a held text or part.
        case heldText(name: String, Int)
        case heldPart(name: String, Int)
    }

    /// What a tag stands for.
    private enum Meaning {
        /// - `levels`: how many frames further out.
        case value(ViewScope.Value, levels: Int)
        case word(String)
        case heldText(Int)
        case heldPart(Int)
    }

    private var scopes: [Scope] = []
    /// The lists whose sections are open, each with the frame that it belongs to.
    private var repeating: Set<Repeated> = []

    /// A list of a frame, which is known by how many frames are around it.
    private struct Repeated: Hashable {
        var name: String
        var frame: Int
    }

    private func repeated(_ name: String, _ meaning: Meaning) -> Repeated? {
        guard case .value(let value, let levels) = meaning, case .list = value else { return nil }
        let frames = scopes.count { if case .view = $0 { true } else { false } }
        return Repeated(name: name, frame: frames - 1 - levels)
    }

    /// Whether a name was bound to what is not of the ``Surroundings``.
    private var asksForPage = false

    /// The template at hand and the partials around it, the innermost last.
    private var including: [(name: String, template: ParsedTemplate)] = []
    /// How many tags may still be bound, so that partials that include each other many times come to an end.
    private var budget = Limits.templateTags

    init(templates: [String: ParsedTemplate], names: Set<String>, strings: Strings) {
        (self.templates, self.names, self.strings) = (templates, names, strings)
    }

    /// The template bound to a view; nil if it could not be parsed.
    mutating func compile(_ name: String, against view: ViewScope) -> CompiledTemplate? {
        guard let template = templates[name] else { return nil }
        budget = Limits.templateTags
        scopes = [.view(view)]
        repeating = []
        including = [(name, template)]
        return CompiledTemplate(nodes: CompiledTemplate.Nodes(nodes(template.pieces)))
    }

    private mutating func nodes(_ pieces: [ParsedTemplate.Piece]) -> [Node] {
        var nodes: [Node] = []
        for piece in pieces {
            budget -= 1
            guard budget > 0 else {
                if budget == 0 { reportExpansion() }
                break
            }
            for node in surroundings(piece) { Node.append(node, to: &nodes) }
        }
        return nodes
    }

    /// The nodes of a piece, marked if it is outside of all sections with a value and asks for nothing of the page itself.
    private mutating func surroundings(_ piece: ParsedTemplate.Piece) -> [Node] {
        let before = asksForPage
        asksForPage = false
        defer { asksForPage = asksForPage || before }
        let nodes = nodes(piece)
        guard scopes.count == 1, !asksForPage else { return nodes }
        return nodes.map { node in
            switch node {
            case .bytes, .surroundings: node
            default: .surroundings([node])
            }
        }
    }

    private mutating func nodes(_ piece: ParsedTemplate.Piece) -> [Node] {
        switch piece {
        case .text(let bytes): return [.bytes(bytes)]
        case .variable(let tag): return meaning(of: tag).map { variable($0, isEscaped: !tag.isRaw) } ?? []
        case .section(let tag, let pieces):
            guard let meaning = meaning(of: tag) else {
                _ = nodes(pieces)
                return []
            }
            let list = repeated(tag.name, meaning)
            if let list, !repeating.insert(list).inserted {
                // A list within itself would be written as often as it is long, times its length.
                report(.sectionInsideItself(tag.name), tag)
                return []
            }
            defer { if let list { repeating.remove(list) } }
            return section(tag.name, meaning, pieces)
        case .inverted(let tag, let pieces):
            let meaning = meaning(of: tag)
            let children = nodes(pieces)
            return meaning.map { inverted($0, children) } ?? []
        case .partial(let tag): return partial(tag)
        }
    }

    private func variable(_ meaning: Meaning, isEscaped: Bool) -> [Node] {
        switch meaning {
        case .word(let text):
            var bytes: [UInt8] = []
            if isEscaped { bytes.append(escaping: text) } else { bytes += text.utf8 }
            return [.bytes(bytes)]
        case .heldText(let index): return [.heldText(index, isEscaped: isEscaped)]
        case .heldPart(let index): return [.heldPart(index, isEscaped: isEscaped)]
        case .value(.text(let text), let levels): return [.text(levels: levels, text, isEscaped: isEscaped)]
        case .value(.html(let html), let levels): return [.html(levels: levels, html.write, isEscaped: isEscaped)]
        case .value: return []
        }
    }

    private mutating func section(_ name: String, _ meaning: Meaning, _ pieces: [ParsedTemplate.Piece]) -> [Node] {
        switch meaning {
        case .word(let text): return text.isEmpty ? [] : nodes(pieces)
        case .heldText, .heldPart: return nodes(pieces)
        case .value(let value, let levels):
            switch value {
            case .text(let text):
                let scope = Scope.heldText(name: name, scopes.count { if case .heldText = $0 { true } else { false } })
                return [.holdText(levels: levels, text, list(pieces, within: scope))]
            case .html(let html):
                if let isPresent = html.isPresent {
                    return [.when(levels: levels, isPresent, CompiledTemplate.Nodes(nodes(pieces)))]
                }
                let scope = Scope.heldPart(name: name, scopes.count { if case .heldPart = $0 { true } else { false } })
                return [.holdPart(levels: levels, html.write, list(pieces, within: scope))]
            case .flag(let flag): return [.when(levels: levels, flag, CompiledTemplate.Nodes(nodes(pieces)))]
            case .list(let children), .object(let children):
                return [.each(levels: levels, children.frames, list(pieces, within: .view(children.scope)))]
            case .notes: return [.notes(isInverted: false, list(pieces, within: .view(noteView.scope)))]
            case .words: return nodes(pieces)
            }
        }
    }

    private mutating func list(_ pieces: [ParsedTemplate.Piece], within inner: Scope) -> CompiledTemplate.Nodes {
        scopes.append(inner)
        defer { scopes.removeLast() }
        return CompiledTemplate.Nodes(nodes(pieces))
    }

    private func inverted(_ meaning: Meaning, _ nodes: [Node]) -> [Node] {
        let children = CompiledTemplate.Nodes(nodes)
        switch meaning {
        case .word(let text): return text.isEmpty ? nodes : []
        case .heldText, .heldPart: return []
        case .value(let value, let levels):
            switch value {
            case .text(let text): return [.when(levels: levels, { text($0, $1)?.isEmpty ?? true }, children)]
            case .html(let html): return [.when(levels: levels, { !html.isWritten($0, $1) }, children)]
            case .flag(let flag): return [.when(levels: levels, { !flag($0, $1) }, children)]
            case .list(let list), .object(let list): return [.when(levels: levels, list.isEmpty, children)]
            case .notes: return [.notes(isInverted: true, children)]
            case .words: return []
            }
        }
    }

    private mutating func partial(_ tag: TemplateTag) -> [Node] {
        let name = "partials/" + tag.name
        guard names.contains(name) else {
            let others = names.filter { $0.hasPrefix("partials/") }.map { String($0.dropFirst(9)) }
            report(.unknownPartial(tag.name), tag, hint: .nearest(to: tag.name, among: others))
            return []
        }
        guard !including.contains(where: { $0.name == name }) else {
            report(.partialIncludesItself(tag.name), tag)
            return []
        }
        guard let partial = templates[name] else { return [] }
        guard including.count + scopes.count < Limits.templateLevels else {
            report(.overLimit(Diagnostics.Phrase.templateNestedTooDeeply(Limits.templateLevels)), tag, hint: .seeLimits)
            return []
        }
        including.append((name, partial))
        defer { including.removeLast() }
        return nodes(partial.pieces)
    }

    /// Told once, at the template whose partials make it so large, by its first tag that includes one.
    private mutating func reportExpansion() {
        guard let outermost = including.first?.template else { return }
        let tag = outermost.firstPartial
        diagnostics.append(
            Diagnostic(
                .overLimit(Diagnostics.Phrase.templateTooLarge(Limits.templateTags)),
                at: tag.map(outermost.span) ?? SourceSpan(path: outermost.path, range: 0..<0), hint: .seeLimits))
    }

    // MARK: Names

    /// What a name stands for, from the innermost scope outwards, as Mustache looks it up.
    private mutating func meaning(of tag: TemplateTag) -> Meaning? {
        // A part may be empty, as in `{{.}}` and `{{t.}}`: nothing has that name.
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var levels = 0
        for scope in scopes.reversed() {
            switch scope {
            case .heldText(tag.name, let index): return .heldText(index)
            case .heldPart(tag.name, let index): return .heldPart(index)
            case .heldText, .heldPart: break
            case .view(let view):
                if let first = parts.first, let field = view.field(first) {
                    return inside(field, parts, tag, levels: levels)
                }
                levels += 1
            }
        }
        let views = scopes.compactMap { if case .view(let view) = $0 { view } else { nil } }
        reportUnknown(tag, among: views.flatMap { $0.fields.map(\.name) }, in: views.last?.name ?? "")
        return nil
    }

    /// Follows a dotted name into an object, or to an interface text.
    private mutating func inside(
        _ first: ViewScope.Field, _ parts: [String], _ tag: TemplateTag, levels: Int
    ) -> Meaning? {
        var value = first.value
        asksForPage = asksForPage || !first.isOfSurroundings
        for part in parts.dropFirst() {
            if case .words = value {
                return word(parts.dropFirst().joined(separator: "."), tag, prefix: parts[0])
            }
            guard case .object(let object) = value, let field = object.scope.field(part) else {
                reportUnknown(
                    tag, among: value.inner?.fields.map { "\(parts[0]).\($0.name)" } ?? [], in: parts[0])
                return nil
            }
            asksForPage = asksForPage || !field.isOfSurroundings
            value = field.value.reached { frame, context in object.frames(frame, context, frame).first }
        }
        return .value(value, levels: levels)
    }

    private mutating func word(_ key: String, _ tag: TemplateTag, prefix: String) -> Meaning {
        if strings.texts[key] == nil, !strings.texts.isEmpty {
            report(
                .unknownString(key), tag,
                hint: nearest(to: key, among: strings.texts.keys).map { .didYouMean("\(prefix).\($0)") })
        }
        return .word(strings.text(key))
    }

    private mutating func reportUnknown(
        _ tag: TemplateTag, among names: @autoclosure () -> [String], in scope: String
    ) {
        guard diagnostics.count < Limits.suggestions else {
            return report(.unknownVariable(name: tag.name, context: scope), tag)
        }
        report(
            .unknownVariable(name: tag.name, context: scope), tag,
            hint: .nearest(to: tag.name, among: names()) ?? .readTemplateDocumentation)
    }

    private mutating func report(_ message: Diagnostic.Message, _ tag: TemplateTag, hint: Diagnostic.Hint? = nil) {
        guard let template = including.last?.template else { return }
        diagnostics.append(Diagnostic(message, at: template.span(tag), hint: hint))
    }
}
