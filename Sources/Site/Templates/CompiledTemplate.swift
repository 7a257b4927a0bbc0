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
}
