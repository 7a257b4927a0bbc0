import Content
import Text

/// A note of a page: a sentence of a source, and its number on this page.
struct Note: Sendable {
    let number: Int
    let locator: Locator
    /// Paragraph and sentence in words.
    let place: String
    /// Nil where the library has no such source.
    let source: SourceRef?
    /// Where the paragraph stands in the source's list; nil where an error says that there is none.
    private let paragraph: Int?
    /// Where the speaker stands in the source's list; nil where the source names nobody.
    private let speakerIndex: Int?
    /// The first note of the page with the same speaker in the same section, of which only the place differs.
    fileprivate(set) var first: Int?
    /// Whether the note right before it is another of these.
    fileprivate(set) var isSameAsAbove = false
    /// Whether the speaker's office and where the source appeared have been told, and no other source of theirs since.
    fileprivate(set) var isKnown = false

    fileprivate init(number: Int, locator: Locator, on page: PageContext) {
        (self.number, self.locator) = (number, locator)
        let source = page.source(of: locator)
        let paragraph = source?.record.paragraphs.index(of: locator.paragraph)
        (self.source, self.paragraph) = (source, paragraph)
        let speaker = paragraph.flatMap { source?.record.paragraphs[$0].speaker?.id }
        speakerIndex = speaker.flatMap { id in source?.record.speakers.firstIndex { $0.id == id } }
        let name = paragraph.flatMap { source?.record.paragraphs[$0].name }
        place = page.strings.place(of: locator, paragraph: name)
    }

    var speaker: Source.Speaker? { speakerIndex.flatMap { source?.record.speakers[$0] } }

    fileprivate var section: String? { paragraph.flatMap { source?.record.paragraphs[$0].section.id } }

    /// Who says it, in which section of which source.
    fileprivate struct Origin: Hashable {
        var source: String
        var speaker: Int?
        var section: String?
    }

    fileprivate var origin: Origin { Origin(source: locator.source, speaker: speakerIndex, section: section) }

    /// Who says it and where, for the title of a mark.
    fileprivate func summary(on page: PageContext) -> String {
        [speaker?.name[page.language], place].compactMap(\.self).joined(separator: page.strings[.listSeparator])
    }
}

/// What a page cites, in the order in which the finished page cites it.
private struct Notes {
    private(set) var all: [Note] = []
    private var indices: [Locator: Int] = [:]
    /// The numbers of the first notes of an origin, and by speaker the source that was told last.
    private var firsts: [Note.Origin: Int] = [:]
    private var sources: [String: String] = [:]

    /// The mark of what is cited: the number of its note, which is a new one if it was not cited before.
    /// The note leads back to its first mark.
    mutating func mark(of locator: Locator, on page: PageContext) -> [UInt8] {
        let index = indices[locator] ?? all.count
        var id = ""
        if index == all.count {
            indices[locator] = index
            append(Note(number: index + 1, locator: locator, on: page))
            id = " id=\"ref.\(index + 1)\""
        }
        let number = index + 1
        var output = Array("<sup class=\"mark\"\(id)><a href=\"#note.\(number)\" title=\"".utf8)
        output.append(escaping: all[index].summary(on: page))
        output += "\" aria-label=\"".utf8
        output.append(escaping: page.strings.format(.noteMark, ["number": String(number), "place": all[index].place]))
        output += "\">\(number)</a></sup>".utf8
        return output
    }

    private mutating func append(_ new: Note) {
        var note = new
        let origin = note.origin
        note.first = firsts[origin]
        note.isSameAsAbove = all.last?.origin == origin
        firsts[origin] = note.first ?? note.number
        if let speaker = note.speaker?.id {
            note.isKnown = sources.updateValue(note.locator.source, forKey: speaker) == note.locator.source
        }
        all.append(note)
    }
}

/// A section over the notes of the page, kept until they are known.
struct DeferredNotes {
    var nodes: CompiledTemplate.Nodes
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
        // All marks first: a list of notes may stand before the last mark.
        var marks: [[UInt8]] = []
        for hole in holes {
            if case .mark(let locator) = hole.content { marks.append(notes.mark(of: locator, on: context)) }
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + holes.count * 160)
        var position = 0
        var nextMark = 0
        for hole in holes {
            output.append(contentsOf: bytes[position..<hole.position])
            position = hole.position
            switch hole.content {
            case .mark:
                output.append(contentsOf: marks[nextMark])
                nextMark += 1
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
            if notes.isEmpty { nodes.render(frame, context, into: &output) }
        } else {
            for note in notes {
                nodes.render(SubjectFrame(note, outer: frame), context, into: &output)
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
            note.speaker?.name[page.language]
        },
        .text("role", "the speaker's office as printed") { note, page in note.speaker?.role[page.language] },
        .flag("is-same", "whether the note before it names the same speaker in the same section") { note, _ in
            note.isSameAsAbove
        },
        .text("same-as", "the number of an earlier note that does; absent where the note before it does") { note, _ in
            note.isSameAsAbove ? nil : note.first.map(String.init)
        },
        .flag("is-known", "whether the last note of the same speaker is of the same source") { note, _ in
            note.isKnown
        },
        .text("source", "the title of the source") { note, page in note.source?.record.title[page.language] },
        .text("outlet", "where the source appeared") { note, page in note.source?.record.outlet[page.language] },
        .flag("is-outlet-inferred", "whether the editor concludes where it appeared") { note, _ in
            note.source?.record.isOutletPrinted == false
        },
        .text("section", "the section of the source") { note, page in
            note.section.flatMap { note.source?.record.section($0) }?.title[page.language]
        },
        .text("place", "paragraph and sentence in words") { note, _ in note.place },
        .text("locator", "the locator, such as P25.S2") { note, _ in note.locator.place },
        .text("href", "the paragraph on the page of the source") { note, page in page.href(of: note.locator) },
    ])
