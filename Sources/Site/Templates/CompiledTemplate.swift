/// A Mustache template as a tree that is ready to be rendered.
///
/// It follows the Mustache specification for variables, sections, inverted sections, partials and comments,
/// and for tags that stand alone on a line, which take the line with them; the one difference is that a
/// partial is not indented to the place of its tag, which means nothing in HTML. Names were checked against
/// the schemas before, so that rendering cannot fail.
struct CompiledTemplate: Sendable {
    indirect enum Node: Sendable {
        case text([UInt8])
        /// The way to the value, and whether it is escaped.
        case variable([String], isEscaped: Bool)
        case section([String], [Node])
        case inverted([String], [Node])
        /// The name with its folder: `partials/notes`.
        case partial(String)
    }

    let nodes: [Node]

    /// - Parameter bytes: a template whose sections were found to close in order.
    init(_ bytes: [UInt8]) {
        var compiler = Compiler(bytes: bytes, tags: scanTags(bytes))
        nodes = compiler.nodes(until: nil)
    }
}

private struct Compiler {
    let bytes: [UInt8]
    let tags: [TemplateTag]
    private var nextTag = 0
    /// The first byte that no node holds yet.
    private var position = 0

    init(bytes: [UInt8], tags: [TemplateTag]) {
        (self.bytes, self.tags) = (bytes, tags)
    }

    mutating func nodes(until end: String?) -> [CompiledTemplate.Node] {
        var nodes: [CompiledTemplate.Node] = []
        while nextTag < tags.count {
            let tag = tags[nextTag]
            nextTag += 1
            let outer = tag.kind == .variable ? tag.outerRange : standaloneRange(tag) ?? tag.outerRange
            appendText(upTo: outer.lowerBound, to: &nodes)
            position = max(position, outer.upperBound)
            let way = tag.name.split(separator: ".").map(String.init)
            switch tag.kind {
            case .variable: nodes.append(.variable(way, isEscaped: !tag.isRaw))
            case .section: nodes.append(.section(way, self.nodes(until: tag.name)))
            case .inverted: nodes.append(.inverted(way, self.nodes(until: tag.name)))
            case .partial: nodes.append(.partial("partials/" + tag.name))
            case .end where tag.name == end: return nodes
            case .end, .comment, .unsupported, .unclosed: break
            }
        }
        if end == nil { appendText(upTo: bytes.count, to: &nodes) }
        return nodes
    }

    private mutating func appendText(upTo end: Int, to nodes: inout [CompiledTemplate.Node]) {
        guard end > position else { return }
        nodes.append(.text(Array(bytes[position..<end])))
        position = end
    }

    /// The whole line of a tag that has nothing but spaces beside it.
    private func standaloneRange(_ tag: TemplateTag) -> Range<Int>? {
        var start = tag.outerRange.lowerBound
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
        var end = tag.outerRange.upperBound
        while end < bytes.count, Self.isBlank(bytes[end]) || bytes[end] == UInt8(ascii: "\r") { end += 1 }
        guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return nil }
        return start..<min(end + 1, bytes.count)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
