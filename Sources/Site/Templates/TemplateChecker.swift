import Diagnostics

/// Checks every name in every template against the schemas, whatever the data: what a page never reaches
/// today is checked as well.
struct TemplateChecker {
    let sources: [String: TemplateSet.Source]
    let stringKeys: Set<String>

    func check() -> [Diagnostic] {
        var found: Set<Diagnostic> = []
        for (name, schema) in Schemas.templates {
            guard let source = sources[name] else { continue }
            check(source, scopes: [schema], including: [name], into: &found)
        }
        // Partials that no template includes still have to be well formed.
        for (name, source) in sources where name.hasPrefix("partials/") {
            checkStructure(source, into: &found)
        }
        return found.sorted()
    }

    private func check(
        _ source: TemplateSet.Source, scopes: [Schema], including: [String], into found: inout Set<Diagnostic>
    ) {
        guard checkStructure(source, into: &found) else { return }
        var stack: [(tag: TemplateTag, scopes: [Schema])] = []
        var scopes = scopes
        for tag in scanTags(source.bytes) {
            switch tag.kind {
            case .variable:
                if tag.name != "." { _ = resolve(tag, in: scopes, source, into: &found) }
            case .section:
                stack.append((tag, scopes))
                if let inner = resolve(tag, in: scopes, source, into: &found)?.inner { scopes.append(inner) }
            case .inverted:
                stack.append((tag, scopes))
                _ = resolve(tag, in: scopes, source, into: &found)
            case .end:
                if let (_, outer) = stack.popLast() { scopes = outer }
            case .partial:
                include(tag, scopes, source, including, into: &found)
            case .comment, .unsupported, .unclosed: break
            }
        }
    }

    private func include(
        _ tag: TemplateTag, _ scopes: [Schema], _ source: TemplateSet.Source, _ including: [String],
        into found: inout Set<Diagnostic>
    ) {
        let name = "partials/" + tag.name
        guard let partial = sources[name] else {
            let names = sources.keys.filter { $0.hasPrefix("partials/") }.map { String($0.dropFirst(9)) }
            found.insert(
                Diagnostic(
                    .unknownPartial, "there is no partial ‘\(tag.name)’", at: span(tag, source),
                    hint: nearest(to: tag.name, among: names).map { "did you mean ‘\($0)’?" }))
            return
        }
        guard !including.contains(name) else {
            found.insert(
                Diagnostic(
                    .invalidTemplate, "the partial ‘\(tag.name)’ includes itself", at: span(tag, source)))
            return
        }
        check(partial, scopes: scopes, including: including + [name], into: &found)
    }

    /// The type of what a name stands for, from the innermost scope outwards, as Mustache looks it up.
    private func resolve(
        _ tag: TemplateTag, in scopes: [Schema], _ source: TemplateSet.Source, into found: inout Set<Diagnostic>
    ) -> Schema.FieldType? {
        let parts = tag.name.split(separator: ".").map(String.init)
        guard let first = parts.first, var field = scopes.reversed().lazy.compactMap({ $0.field(first) }).first else {
            let names = scopes.flatMap { $0.fields.map(\.name) }
            reportUnknown(tag, among: names, in: scopes.last?.name ?? "", source, into: &found)
            return nil
        }
        for part in parts.dropFirst() {
            if case .strings = field.type {
                if !stringKeys.contains(part), !stringKeys.isEmpty {
                    found.insert(
                        Diagnostic(
                            .unknownString, "there is no interface text ‘\(part)’", at: span(tag, source),
                            hint: nearest(to: part, among: stringKeys).map { "did you mean ‘\(first).\($0)’?" }))
                }
                return .text
            }
            guard let next = field.type.inner?.field(part) else {
                reportUnknown(
                    tag, among: field.type.inner?.fields.map { "\(first).\($0.name)" } ?? [], in: first, source,
                    into: &found)
                return nil
            }
            field = next
        }
        return field.type
    }

    private func reportUnknown(
        _ tag: TemplateTag, among names: [String], in scope: String, _ source: TemplateSet.Source,
        into found: inout Set<Diagnostic>
    ) {
        found.insert(
            Diagnostic(
                .unknownVariable, "‘\(tag.name)’ is not in the context ‘\(scope)’", at: span(tag, source),
                hint: nearest(to: tag.name, among: names).map { "did you mean ‘\($0)’?" }
                    ?? "see docs/templates.md"))
    }

    /// Whether sections are closed in order and tags are of a known kind.
    @discardableResult
    private func checkStructure(_ source: TemplateSet.Source, into found: inout Set<Diagnostic>) -> Bool {
        var open: [TemplateTag] = []
        for tag in scanTags(source.bytes) {
            switch tag.kind {
            case .section, .inverted: open.append(tag)
            case .end:
                guard let last = open.popLast() else {
                    return fail("‘\(tag.name)’ is closed but was not opened", tag, source, into: &found)
                }
                guard last.name == tag.name else {
                    return fail(
                        "‘\(tag.name)’ is closed while ‘\(last.name)’ is open", tag, source, into: &found,
                        note: .init("‘\(last.name)’ is opened here", at: span(last, source)))
                }
            case .unsupported(let character):
                return fail("tags beginning with ‘\(character)’ are not used here", tag, source, into: &found)
            case .unclosed: return fail("a tag is not closed", tag, source, into: &found)
            case .variable, .partial, .comment: break
            }
        }
        guard let last = open.last else { return true }
        return fail("‘\(last.name)’ is never closed", last, source, into: &found)
    }

    private func fail(
        _ message: String, _ tag: TemplateTag, _ source: TemplateSet.Source, into found: inout Set<Diagnostic>,
        note: Diagnostic.Note? = nil
    ) -> Bool {
        found.insert(
            Diagnostic(.invalidTemplate, message, at: span(tag, source), notes: [note].compactMap(\.self)))
        return false
    }

    private func span(_ tag: TemplateTag, _ source: TemplateSet.Source) -> SourceSpan {
        SourceSpan(path: source.path, range: tag.range)
    }
}
