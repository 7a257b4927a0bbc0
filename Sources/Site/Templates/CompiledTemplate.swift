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
    /// every node, so a node lies in a box and the walk looks into boxes that this list holds.
    struct Nodes: Sendable {
        private let boxes: [Box]
        private let walk: [Unmanaged<Box>]

        init(_ nodes: [Node]) {
            boxes = nodes.map { Box($0) }
            walk = boxes.map { Unmanaged.passUnretained($0) }
        }

        func render(_ frame: Frame, _ context: PageContext, into output: inout HTMLOutput) {
            for box in walk { box._withUnsafeGuaranteedRef { $0.render(frame, context, into: &output) } }
        }
    }

    final class Box: Sendable {
        private let node: Node

        init(_ node: Node) { self.node = node }

        func render(_ frame: Frame, _ context: PageContext, into output: inout HTMLOutput) {
            switch node {
            case .bytes(let bytes): output.write(html: bytes)
            case .text(let levels, let text, let isEscaped):
                guard let text = text(frame.outward(levels), context) else { return }
                if isEscaped { output.write(text) } else { output.write(html: text) }
            case .heldText(let index, let isEscaped):
                if isEscaped {
                    output.write(output.heldTexts[index])
                } else {
                    output.write(html: output.heldTexts[index])
                }
            case .html(let levels, let write, let isEscaped):
                let start = output.count
                write(frame.outward(levels), context, &output)
                if isEscaped { output.write(String(decoding: output.cut(from: start).bytes, as: UTF8.self)) }
            case .heldPart(let index, let isEscaped):
                if isEscaped {
                    output.write(String(decoding: output.heldParts[index].bytes, as: UTF8.self))
                } else {
                    output.write(output.heldParts[index])
                }
            case .holdText(let levels, let text, let children):
                guard let text = text(frame.outward(levels), context), !text.isEmpty else { return }
                output.heldTexts.append(text)
                children.render(frame, context, into: &output)
                output.heldTexts.removeLast()
            case .holdPart(let levels, let write, let children):
                let start = output.count
                write(frame.outward(levels), context, &output)
                let part = output.cut(from: start)
                guard !part.isEmpty else { return }
                output.heldParts.append(part)
                children.render(frame, context, into: &output)
                output.heldParts.removeLast()
            case .when(let levels, let isTrue, let children):
                if isTrue(frame.outward(levels), context) { children.render(frame, context, into: &output) }
            case .each(let levels, let frames, let children):
                for inner in frames(frame.outward(levels), context, frame) {
                    children.render(inner, context, into: &output)
                }
            case .notes(let isInverted, let children):
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

    let nodes: Nodes
}
