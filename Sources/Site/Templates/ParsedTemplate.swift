import Diagnostics
import Text

/// A Mustache template as a tree of tags and the text between them.
///
/// It follows the Mustache specification for variables, sections, inverted sections, partials and comments,
/// and for tags that stand alone on a line, which take the line with them; the one difference is that a
/// partial is not indented to the place of its tag, which means nothing in HTML.
struct ParsedTemplate {
    indirect enum Piece {
        case text([UInt8])
        case variable(TemplateTag)
        case section(TemplateTag, [Piece])
        case inverted(TemplateTag, [Piece])
        case partial(TemplateTag)
    }

    /// For messages: `templates/practice.mustache`.
    let path: String
    let pieces: [Piece]

    /// Nil after telling what is wrong: a section that is not closed in order, or a tag of an unknown kind.
    init?(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
        let tags = scanTags(bytes)
        if let problem = Self.structureProblem(tags, path: path) {
            diagnostics.append(problem)
            return nil
        }
        self.path = path
        words = tags.filter { $0.name.hasPrefix("t.") }.map { String($0.name.dropFirst(2)) }
        var parser = TemplateParser(bytes: bytes, tags: tags)
        pieces = parser.pieces(until: nil)
    }

    /// The first tag that includes a partial, outside of sections or in them.
    var firstPartial: TemplateTag? { Self.firstPartial(in: pieces) }

    private static func firstPartial(in pieces: [Piece]) -> TemplateTag? {
        for piece in pieces {
            switch piece {
            case .partial(let tag): return tag
            case .section(_, let inner), .inverted(_, let inner):
                if let tag = firstPartial(in: inner) { return tag }
            case .text, .variable: continue
            }
        }
        return nil
    }

    /// The keys of the interface texts that it prints.
    let words: [String]

    func span(_ tag: TemplateTag) -> SourceSpan { SourceSpan(path: path, range: tag.range) }

    private static func structureProblem(_ tags: [TemplateTag], path: String) -> Diagnostic? {
        func problem(_ message: Diagnostic.Message, _ tag: TemplateTag, _ notes: [Diagnostic.Note] = []) -> Diagnostic {
            Diagnostic(message, at: SourceSpan(path: path, range: tag.range), notes: notes)
        }
        var open: [TemplateTag] = []
        for tag in tags {
            switch tag.kind {
            case .section, .inverted:
                open.append(tag)
                // Sections are read, bound and written level by level.
                if open.count > Limits.templateLevels {
                    return Diagnostic(
                        .overLimit(Diagnostics.Phrase.templateNestedTooDeeply(Limits.templateLevels)),
                        at: SourceSpan(path: path, range: tag.range), hint: .seeLimits)
                }
            case .end:
                guard let last = open.popLast() else {
                    return problem(.closedButNotOpened(tag.name), tag)
                }
                guard last.name == tag.name else {
                    return problem(
                        .closedWhileOpen(name: tag.name, open: last.name), tag,
                        [.openedHere(last.name, at: SourceSpan(path: path, range: last.range))])
                }
            case .unsupported(let character):
                return problem(.unsupportedTag(String(character)), tag)
            case .unclosed: return problem(.tagNotClosed, tag)
            case .variable, .partial, .comment: break
            }
        }
        return open.last.map { problem(.sectionNeverClosed($0.name), $0) }
    }
}

private struct TemplateParser {
    let bytes: [UInt8]
    let tags: [TemplateTag]
    private var nextTag = 0
    /// The first byte that no piece holds yet.
    private var position = 0

    init(bytes: [UInt8], tags: [TemplateTag]) {
        (self.bytes, self.tags) = (bytes, tags)
    }

    mutating func pieces(until end: String?) -> [ParsedTemplate.Piece] {
        var pieces: [ParsedTemplate.Piece] = []
        while nextTag < tags.count {
            let tag = tags[nextTag]
            nextTag += 1
            let outer = tag.kind == .variable ? tag.outerRange : standaloneRange(tag) ?? tag.outerRange
            appendText(upTo: outer.lowerBound, to: &pieces)
            position = max(position, outer.upperBound)
            switch tag.kind {
            case .variable: pieces.append(.variable(tag))
            case .section: pieces.append(.section(tag, self.pieces(until: tag.name)))
            case .inverted: pieces.append(.inverted(tag, self.pieces(until: tag.name)))
            case .partial: pieces.append(.partial(tag))
            case .end where tag.name == end: return pieces
            case .end, .comment, .unsupported, .unclosed: break
            }
        }
        if end == nil { appendText(upTo: bytes.count, to: &pieces) }
        return pieces
    }

    private mutating func appendText(upTo end: Int, to pieces: inout [ParsedTemplate.Piece]) {
        guard end > position else { return }
        pieces.append(.text(Array(bytes[position..<end])))
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
