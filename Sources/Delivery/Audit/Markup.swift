import Text

/// A tag of HTML or XML as it is written.
struct MarkupTag {
    var name: String
    var attributes: [String: String]
    var isClosing: Bool
    var isEmpty: Bool
}

/// The tags of a document, in order. Comments, declarations and what stands in scripts and styles are passed over.
func markupTags(in bytes: [UInt8]) -> [MarkupTag] {
    var tags: [MarkupTag] = []
    var index = 0
    func find(_ text: StaticString, from start: Int) -> Int {
        let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var position = start
        while position + needle.count <= bytes.count {
            if bytes[position] == needle[0], bytes[position..<position + needle.count].elementsEqual(needle) {
                return position
            }
            position += 1
        }
        return bytes.count
    }
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        if bytes[open...].starts(with: "<!--".utf8) {
            index = min(bytes.count, find("-->", from: open) + 3)
            continue
        }
        // A tag ends at the first `>` outside of quotation marks.
        var (end, quote) = (open + 1, UInt8(0))
        while end < bytes.count, quote != 0 || bytes[end] != UInt8(ascii: ">") {
            if quote != 0 {
                if bytes[end] == quote { quote = 0 }
            } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
                quote = bytes[end]
            }
            end += 1
        }
        index = min(bytes.count, end + 1)
        guard end < bytes.count, let tag = MarkupTag(String(decoding: bytes[(open + 1)..<end], as: UTF8.self)) else {
            continue
        }
        tags.append(tag)
        if !tag.isClosing {
            if tag.name == "script" { index = find("</script", from: index) }
            if tag.name == "style" { index = find("</style", from: index) }
        }
    }
    return tags
}

extension MarkupTag {
    /// - Parameter text: what stands between `<` and `>`; nil for declarations.
    fileprivate init?(_ text: String) {
        isClosing = text.hasPrefix("/")
        isEmpty = text.hasSuffix("/")
        guard let first = text.first, first != "!", first != "?" else { return nil }
        var rest = text.drop { $0 == "/" }
        name = rest.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        rest = rest.dropFirst(name.count)
        attributes = [:]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            guard !key.isEmpty else { return }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else {
                attributes[key.lowercased()] = ""
                continue
            }
            rest = rest.dropFirst()
            let mark = rest.first.flatMap { "\"'".contains($0) ? $0 : nil }
            let value = mark.map { mark in rest.dropFirst().prefix { $0 != mark } } ?? rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(value.count + (mark == nil ? 0 : 2))
            attributes[key.lowercased()] = value.resolvingXMLReferences ?? String(value)
        }
    }
}
