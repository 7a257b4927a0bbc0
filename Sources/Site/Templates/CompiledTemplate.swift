/// A template bound to a view: a walk over nodes that write bytes. Nothing is looked up by name.
///
/// Interface texts are part of the bytes, so a template is compiled once for each language.
package struct CompiledTemplate: Sendable {
    indirect enum Node: Sendable {
        case bytes([UInt8])
        /// - `levels`: how many frames further out the value is.
        case text(levels: Int, @Sendable (Frame, PageContext) -> String?, isEscaped: Bool)
        case html(levels: Int, @Sendable (Frame, PageContext, inout HTMLOutput) -> Void, isEscaped: Bool)
        /// A value that an enclosing section holds.
        case heldText(Int, isEscaped: Bool)
        case heldPart(Int, isEscaped: Bool)
        /// Sections that hold their value while their content is written, so that it is made once.
        case holdText(levels: Int, @Sendable (Frame, PageContext) -> String?, [Node])
        case holdPart(levels: Int, @Sendable (Frame, PageContext, inout HTMLOutput) -> Void, [Node])
        case when(levels: Int, @Sendable (Frame, PageContext) -> Bool, [Node])
        case each(levels: Int, @Sendable (Frame, PageContext, Frame) -> [Frame], [Node])
        case notes(isInverted: Bool, [Node])
    }

    let nodes: [Node]

    static func render(_ nodes: [Node], _ frame: Frame, _ context: PageContext, into output: inout HTMLOutput) {
        for node in nodes {
            switch node {
            case .bytes(let bytes): output.write(html: bytes)
            case .text(let levels, let text, let isEscaped):
                guard let text = text(frame.outward(levels), context) else { continue }
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
                guard let text = text(frame.outward(levels), context), !text.isEmpty else { continue }
                output.heldTexts.append(text)
                render(children, frame, context, into: &output)
                output.heldTexts.removeLast()
            case .holdPart(let levels, let write, let children):
                let start = output.count
                write(frame.outward(levels), context, &output)
                let part = output.cut(from: start)
                guard !part.isEmpty else { continue }
                output.heldParts.append(part)
                render(children, frame, context, into: &output)
                output.heldParts.removeLast()
            case .when(let levels, let isTrue, let children):
                if isTrue(frame.outward(levels), context) { render(children, frame, context, into: &output) }
            case .each(let levels, let frames, let children):
                for inner in frames(frame.outward(levels), context, frame) {
                    render(children, inner, context, into: &output)
                }
            case .notes(let isInverted, let children):
                // The notes of the combined document stand at its end, not behind each of its parts.
                if context.part != nil {
                    if isInverted { render(children, frame, context, into: &output) }
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
