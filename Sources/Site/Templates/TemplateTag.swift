/// A Mustache tag and where it stands in its template.
struct TemplateTag: Equatable {
    enum Kind: Equatable {
        /// `{{name}}` and `{{{name}}}`.
        case variable
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{>name}}`
        case partial
        /// `{{!…}}`
        case comment
        /// Tags that Mustache has but these templates do not use.
        case unsupported(Character)
        /// A `{{` without its `}}`.
        case unclosed
    }

    var kind: Kind
    var name: String
    /// The bytes of the name in the template.
    var range: Range<Int>
    /// The bytes of the whole tag with its braces.
    var outerRange: Range<Int>
    /// Whether a variable is written without escaping: `{{{name}}}` or `{{&name}}`.
    var isRaw = false
}

/// Finds the tags of a Mustache template with their places, so that a misspelt name can be reported with
/// line and column before anything is rendered.
func scanTags(_ bytes: [UInt8]) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var index = 0
    let brace = UInt8(ascii: "{")
    while index + 1 < bytes.count {
        guard bytes[index] == brace, bytes[index + 1] == brace else {
            index += 1
            continue
        }
        let isTriple = index + 2 < bytes.count && bytes[index + 2] == brace
        let start = index + (isTriple ? 3 : 2)
        let closing = [UInt8](repeating: UInt8(ascii: "}"), count: isTriple ? 3 : 2)
        guard let end = firstIndex(of: closing, in: bytes, from: start) else {
            tags.append(
                TemplateTag(kind: .unclosed, name: "", range: index..<index + 2, outerRange: index..<bytes.count))
            break
        }
        tags.append(tag(bytes, start..<end, outer: index..<end + closing.count, isTriple: isTriple))
        index = end + closing.count
    }
    return tags
}

private func tag(_ bytes: [UInt8], _ content: Range<Int>, outer: Range<Int>, isTriple: Bool) -> TemplateTag {
    var isRaw = isTriple
    var start = content.lowerBound
    var end = content.upperBound
    var kind = TemplateTag.Kind.variable
    if !isTriple, start < end {
        switch bytes[start] {
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .end
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "&"): isRaw = true
        case UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "*"):
            kind = .unsupported(Character(Unicode.Scalar(bytes[start])))
        default: start -= 1
        }
        start += 1
    }
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return TemplateTag(
        kind: kind, name: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end, outerRange: outer,
        isRaw: isRaw)
}

private func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + pattern.count <= bytes.count {
        if bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
        index += 1
    }
    return nil
}
