import Content
import Text

/// A note of a page: a sentence of a source, and its number on this page.
struct Note: Sendable {
    var number: Int
    var locator: Locator
}

/// What a page cites, in the order in which the finished page cites it.
struct Notes {
    private(set) var all: [Note] = []
    private var numbers: [Locator: Int] = [:]

    /// The number of what is cited; a new one if it was not cited before.
    mutating func number(of locator: Locator) -> (number: Int, isFirst: Bool) {
        if let number = numbers[locator] { return (number, false) }
        all.append(Note(number: all.count + 1, locator: locator))
        numbers[locator] = all.count
        return (all.count, true)
    }
}

/// A section over the notes of the page, kept until they are known.
struct DeferredNotes {
    var nodes: [CompiledTemplate.Node]
    /// Whether it is written if there are no notes, instead of once for each.
    var isInverted: Bool
    var frame: Frame
    var context: PageContext
    var heldTexts: [String]
    var heldParts: [HTMLPart]
}

extension HTMLOutput {
    /// The bytes of the page with every hole filled: notes are numbered in the order of their marks.
    func finished(_ context: PageContext) -> [UInt8] {
        guard !holes.isEmpty else { return bytes }
        var notes = Notes()
        let marks = holes.map { hole -> (number: Int, isFirst: Bool)? in
            guard case .mark(let locator) = hole.content else { return nil }
            return notes.number(of: locator)
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + holes.count * 160)
        var position = 0
        for (hole, mark) in zip(holes, marks) {
            output.append(contentsOf: bytes[position..<hole.position])
            position = hole.position
            switch hole.content {
            case .mark(let locator):
                guard let mark else { continue }
                let id = mark.isFirst ? " id=\"ref.\(mark.number)\"" : ""
                output += "<sup class=\"mark\"\(id)><a href=\"#note.\(mark.number)\" title=\"".utf8
                output.append(escaping: context.summary(of: locator))
                output += "\">\(mark.number)</a></sup>".utf8
            case .notes(let section): output.append(contentsOf: section.bytes(notes.all))
            }
        }
        output.append(contentsOf: bytes[position...])
        return output
    }
}

extension DeferredNotes {
    fileprivate func bytes(_ notes: [Note]) -> [UInt8] {
        var output = HTMLOutput()
        (output.heldTexts, output.heldParts) = (heldTexts, heldParts)
        if isInverted {
            if notes.isEmpty { CompiledTemplate.render(nodes, frame, context, into: &output) }
        } else {
            for note in notes {
                CompiledTemplate.render(nodes, SubjectFrame(note, outer: frame), context, into: &output)
            }
        }
        return output.bytes
    }
}

let noteView = View<Note>(
    "citation",
    [
        .text("number", "the number of the note on this page") { note, _ in String(note.number) },
        .text("id", "the anchor of the note") { note, _ in "note.\(note.number)" },
        .text("back", "the anchor of the first place that cites it") { note, _ in "ref.\(note.number)" },
        .text("speaker", "who said it; absent where the source names nobody") { note, page in
            page.speaker(of: note.locator)?.name[page.language]
        },
        .text("role", "the speaker's office as printed") { note, page in
            page.speaker(of: note.locator)?.role[page.language]
        },
        .text("source", "the title of the source") { note, page in
            page.source(of: note.locator)?.record.title[page.language]
        },
        .text("outlet", "where the source appeared") { note, page in
            page.source(of: note.locator)?.record.outlet[page.language]
        },
        .text("section", "the section of the source") { note, page in
            guard let source = page.source(of: note.locator)?.record,
                let paragraph = source.paragraph(note.locator.paragraph)
            else { return nil }
            return source.section(paragraph.section.id)?.title[page.language]
        },
        .text("place", "paragraph and sentence in words") { note, page in page.strings.place(of: note.locator) },
        .text("locator", "the locator, such as P25.S2") { note, _ in note.locator.place },
        .text("href", "the paragraph on the page of the source") { note, page in page.href(of: note.locator) },
    ])
