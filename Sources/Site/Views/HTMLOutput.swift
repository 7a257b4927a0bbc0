import Content
import Text

/// A page while it is written: one buffer of bytes, and the holes that are filled when the page is whole.
///
/// What stands in a hole is known only at the end: the number of a note follows the order in which the page cites,
/// whatever the order in which its template asks for texts.
package struct HTMLOutput {
    private(set) var bytes: [UInt8] = []
    private(set) var holes: [Hole] = []
    /// How many charts the page has so far, for their ids.
    private var chartCount = 0
    /// What sections of texts and of HTML hold while their content is written: see ``CompiledTemplate``.
    var heldTexts: [String] = []
    var heldParts: [HTMLPart] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Something that is put in when the page is whole.
    struct Hole {
        var position: Int
        var content: Content

        enum Content {
            /// The mark of a citation.
            case mark(Locator)
            /// The content of a section over the notes of the page.
            case notes(DeferredNotes)
        }
    }

    var count: Int { bytes.count }

    // MARK: Writing

    /// Writes a text, escaped as it may stand in elements and in double-quoted attributes.
    mutating func write(_ text: String) { bytes.append(escaping: text) }

    mutating func write(html: String) {
        var html = html
        html.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func write(html: [UInt8]) { html.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }

    /// Leaves room for the mark of a citation.
    mutating func write(mark locator: Locator) { holes.append(Hole(position: bytes.count, content: .mark(locator))) }

    mutating func write(_ notes: DeferredNotes) { holes.append(Hole(position: bytes.count, content: .notes(notes))) }

    mutating func write(_ part: HTMLPart) {
        for hole in part.holes { holes.append(Hole(position: hole.position + bytes.count, content: hole.content)) }
        bytes.append(contentsOf: part.bytes)
    }

    /// Takes back what was written since the buffer had `start` bytes.
    mutating func cut(from start: Int) -> HTMLPart {
        let first = holes.firstIndex { $0.position >= start } ?? holes.endIndex
        let part = HTMLPart(
            bytes: Array(bytes[start...]),
            holes: holes[first...].map { Hole(position: $0.position - start, content: $0.content) })
        bytes.removeSubrange(start...)
        holes.removeSubrange(first...)
        return part
    }

    mutating func nextChartID() -> String {
        chartCount += 1
        return "chart.\(chartCount)"
    }
}

/// A stretch of HTML with the holes in it, counted from its own start.
struct HTMLPart {
    var bytes: [UInt8]
    var holes: [HTMLOutput.Hole]

    var isEmpty: Bool { bytes.isEmpty && holes.isEmpty }
}
