/// Renders compiled templates into bytes.
struct TemplateRenderer: Sendable {
    /// By name: `practice`, `partials/notes`.
    var templates: [String: CompiledTemplate] = [:]

    func render(_ name: String, _ context: Context) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(16_384)
        var stack = [context]
        render(templates[name]?.nodes ?? [], &stack, into: &output)
        return output
    }

    private func render(_ nodes: [CompiledTemplate.Node], _ stack: inout [Context], into output: inout [UInt8]) {
        for node in nodes {
            switch node {
            case .text(let bytes): output += bytes
            case .variable(let way, let isEscaped):
                switch value(at: way, in: stack) {
                case .text(let text), .html(let text):
                    if isEscaped { output.append(escaping: text) } else { output += text.utf8 }
                case .flag, .list, .object, .absent, nil: break
                }
            case .section(let way, let children):
                switch value(at: way, in: stack) {
                case .text, .html, .flag(true): render(children, &stack, into: &output)
                case .object(let context):
                    stack.append(context)
                    render(children, &stack, into: &output)
                    stack.removeLast()
                case .list(let contexts):
                    for context in contexts {
                        stack.append(context)
                        render(children, &stack, into: &output)
                        stack.removeLast()
                    }
                case .flag(false), .absent, nil: break
                }
            case .inverted(let way, let children):
                switch value(at: way, in: stack) {
                case .flag(false), .absent, nil: render(children, &stack, into: &output)
                case .list(let contexts) where contexts.isEmpty: render(children, &stack, into: &output)
                case .text, .html, .flag, .object, .list: break
                }
            case .partial(let name): render(templates[name]?.nodes ?? [], &stack, into: &output)
            }
        }
    }

    /// Looks a name up from the innermost context outwards; a dotted name goes on inside what it finds.
    private func value(at way: [String], in stack: [Context]) -> Context.Value? {
        var found: Context.Value?
        for context in stack.reversed() {
            found = context[way[0]]
            if found != nil { break }
        }
        for name in way.dropFirst() {
            guard case .object(let context)? = found else { return nil }
            found = context[name]
        }
        return found
    }
}

extension [UInt8] {
    /// Appends text as it may stand in HTML, in elements and in double-quoted attributes.
    mutating func append(escaping text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): self += "&amp;".utf8
            case UInt8(ascii: "<"): self += "&lt;".utf8
            case UInt8(ascii: ">"): self += "&gt;".utf8
            case UInt8(ascii: "\""): self += "&quot;".utf8
            default: append(byte)
            }
        }
    }
}

/// Text as it may stand in HTML, in elements and in double-quoted attributes.
func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var output: [UInt8] = []
    output.append(escaping: text)
    return String(decoding: output, as: UTF8.self)
}
