/// A template bound to a view: a walk over nodes that write bytes. Nothing is looked up by name.
///
/// Interface texts are part of the bytes, so a template is compiled once for each language.
package struct CompiledTemplate: Sendable {
    enum Node: Sendable {
        case bytes([UInt8])
        /// - `levels`: how many frames further out the value is.
        case text(levels: Int, @Sendable (Frame, PageContext) -> String?, isEscaped: Bool)
        case html(levels: Int, @Sendable (Frame, PageContext, inout HTMLOutput) -> Void, isEscaped: Bool)
        /// A value that an enclosing section holds.
        case heldText(Int, isEscaped: Bool)
        case heldPart(Int, isEscaped: Bool)
        /// Sections that hold their value while their content is written, so that it is made once.
        case holdText(levels: Int, @Sendable (Frame, PageContext) -> String?, Nodes)
        case holdPart(levels: Int, @Sendable (Frame, PageContext, inout HTMLOutput) -> Void, Nodes)
        case when(levels: Int, @Sendable (Frame, PageContext) -> Bool, Nodes)
        case each(levels: Int, @Sendable (Frame, PageContext, Frame) -> [Frame], Nodes)
        case notes(isInverted: Bool, Nodes)
        /// Nodes of the ``Surroundings``, outside of all sections that hold a value.
        case surroundings([Node])
    }

    /// The nodes of a template or of a section.
    ///
    /// All threads walk the same nodes. To count references to what they share, each thread would wait for the others at
    /// every node, so what a node writes lies in an object, and the walk borrows the objects that this list holds.
    struct Nodes: Sendable {
        private let writers: [Writer]
        private let walk: [Unmanaged<Writer>]

        init(_ nodes: [Node]) {
            writers = nodes.map { Writer($0.writer) }
            walk = writers.map { Unmanaged.passUnretained($0) }
        }

        /// Of those that are not empty.
        var id: ObjectIdentifier? { writers.first.map { ObjectIdentifier($0) } }

        func render(_ frame: Frame, _ context: PageContext, into output: inout HTMLOutput) {
            for writer in walk { writer._withUnsafeGuaranteedRef { $0.write(frame, context, &output) } }
        }
    }

    typealias Write = @Sendable (Frame, PageContext, inout HTMLOutput) -> Void

    private final class Writer: Sendable {
        let write: Write

        init(_ write: @escaping Write) { self.write = write }
    }

    let nodes: Nodes
}

extension CompiledTemplate.Node {
    /// Adds a node to those before it. Bytes that stand side by side are written in one go, and so are the surroundings with the
    /// bytes between them.
    static func append(_ node: Self, to nodes: inout [Self]) {
        switch (nodes.last, node) {
        case (.bytes(let old), .bytes(let new)): nodes[nodes.count - 1] = .bytes(old + new)
        case (.bytes, .surroundings(let new)): nodes[nodes.count - 1] = .surroundings([nodes[nodes.count - 1]] + new)
        case (.surroundings(var stretch), .bytes):
            append(node, to: &stretch)
            nodes[nodes.count - 1] = .surroundings(stretch)
        case (.surroundings(var stretch), .surroundings(let new)):
            for node in new { append(node, to: &stretch) }
            nodes[nodes.count - 1] = .surroundings(stretch)
        default: nodes.append(node)
        }
    }

    /// Writes what the node stands for.
    fileprivate var writer: CompiledTemplate.Write {
        switch self {
        case .bytes(let bytes): { _, _, output in output.write(html: bytes) }
        case .text(let levels, let text, isEscaped: true):
            { frame, context, output in
                if let text = text(frame.outward(levels), context) { output.write(text) }
            }
        case .text(let levels, let text, isEscaped: false):
            { frame, context, output in
                if let text = text(frame.outward(levels), context) { output.write(html: text) }
            }
        case .heldText(let index, isEscaped: true): { _, _, output in output.write(output.heldTexts[index]) }
        case .heldText(let index, isEscaped: false): { _, _, output in output.write(html: output.heldTexts[index]) }
        case .html(let levels, let write, isEscaped: true):
            { frame, context, output in
                let start = output.count
                write(frame.outward(levels), context, &output)
                output.write(String(decoding: output.cut(from: start).bytes, as: UTF8.self))
            }
        case .html(let levels, let write, isEscaped: false):
            { frame, context, output in write(frame.outward(levels), context, &output) }
        case .heldPart(let index, isEscaped: true):
            { _, _, output in output.write(String(decoding: output.heldParts[index].bytes, as: UTF8.self)) }
        case .heldPart(let index, isEscaped: false): { _, _, output in output.write(output.heldParts[index]) }
        case .holdText(let levels, let text, let children):
            { frame, context, output in
                guard let text = text(frame.outward(levels), context), !text.isEmpty else { return }
                output.heldTexts.append(text)
                children.render(frame, context, into: &output)
                output.heldTexts.removeLast()
            }
        case .holdPart(let levels, let write, let children):
            { frame, context, output in
                let start = output.count
                write(frame.outward(levels), context, &output)
                let part = output.cut(from: start)
                guard !part.isEmpty else { return }
                output.heldParts.append(part)
                children.render(frame, context, into: &output)
                output.heldParts.removeLast()
            }
        case .when(let levels, let isTrue, let children):
            { frame, context, output in
                if isTrue(frame.outward(levels), context) { children.render(frame, context, into: &output) }
            }
        case .each(let levels, let frames, let children):
            { frame, context, output in
                for inner in frames(frame.outward(levels), context, frame) {
                    children.render(inner, context, into: &output)
                }
            }
        case .surroundings(let nodes): Self.surroundings(CompiledTemplate.Nodes(nodes))
        case .notes(let isInverted, let children):
            { frame, context, output in
                // The notes of the combined document stand at its end, not behind each of its parts.
                if context.part != nil {
                    if isInverted { children.render(frame, context, into: &output) }
                } else {
                    output.write(
                        DeferredNotes(
                            nodes: children, isInverted: isInverted, frame: frame, context: context,
                            heldTexts: output.heldTexts, heldParts: output.heldParts))
                }
            }
        }
    }

    private static func surroundings(_ nodes: CompiledTemplate.Nodes) -> CompiledTemplate.Write {
        guard let id = nodes.id else { return { _, _, _ in } }
        return { frame, context, output in
            context.surroundings.write(id, to: &output) {
                var output = HTMLOutput()
                nodes.render(frame, context, into: &output)
                return output
            }
        }
    }
}
