/// Escaping for HTML and XML, in elements and in double-quoted attributes, as cmark does it (`houdini_html_e.c`):
/// `"`, `&`, `<` and `>` become entities.
extension [UInt8] {
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            default: continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    package mutating func append(escaping text: [UInt8]) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    package mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }
}

extension String {
    /// The text as it may stand in HTML, in elements and in double-quoted attributes.
    package var htmlEscaped: String {
        guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return self }
        var output: [UInt8] = []
        output.append(escaping: self)
        return String(decoding: output, as: UTF8.self)
    }
}
