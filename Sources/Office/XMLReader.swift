import Text

/// Reads the XML of office documents, one event at a time, and nothing that could lead elsewhere: a document type is
/// refused, so there are no entities but XML's own five, and what is nested too deep is refused.
///
/// Names come without the prefix of their namespace: `w:tbl` is `tbl`, `r:id` is `id`.
struct XMLReader {
    enum Event: Equatable {
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    enum Failure: Error, Equatable {
        case malformed
        case documentType
        case tooDeep
    }

    private let bytes: [UInt8]
    private var offset = 0
    /// The names of the elements that are open, with their prefixes.
    private var open: [Range<Int>] = []
    /// An element that ends where it starts is told twice.
    private var ending: String?

    init(_ bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        guard firstInvalidByte(bytes) == nil else { throw .malformed }
        offset = byteOrderMarkLength(bytes)
    }

    /// The next event; nil at the end of a whole document.
    mutating func next() throws(Failure) -> Event? {
        if let name = ending {
            ending = nil
            return .end(name)
        }
        while offset < bytes.count {
            if bytes[offset] != UInt8(ascii: "<") {
                let start = offset
                while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
                if !open.isEmpty { return .text(try resolved(start..<offset)) }
            } else if has("<!--") {
                _ = try skip(past: "-->", from: offset + 4)
            } else if has("<![CDATA[") {
                let content = try skip(past: "]]>", from: offset + 9)
                return .text(String(decoding: bytes[content], as: UTF8.self))
            } else if has("<?") {
                try readInstruction()
            } else if has("<!") {
                throw .documentType
            } else if has("</") {
                return try readEndTag()
            } else {
                return try readStartTag()
            }
        }
        guard open.isEmpty else { throw .malformed }
        return nil
    }

    /// Another encoding could hide what is refused here.
    private mutating func readInstruction() throws(Failure) {
        let content = String(decoding: bytes[try skip(past: "?>", from: offset + 2)], as: UTF8.self).lowercased()
        guard !content.hasPrefix("xml ") || !content.contains("encoding") || content.contains("utf-8") else {
            throw .malformed
        }
    }

    private mutating func readEndTag() throws(Failure) -> Event {
        offset += 2
        let name = try readName()
        skipSpace()
        guard take(">"), let last = open.popLast(), bytes[last] == bytes[name] else { throw .malformed }
        return .end(localName(name))
    }

    private mutating func readStartTag() throws(Failure) -> Event {
        offset += 1
        let name = try readName()
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            if take("/>") {
                ending = localName(name)
                break
            }
            if take(">") {
                guard open.count < Limits.xmlLevels else { throw .tooDeep }
                open.append(name)
                break
            }
            let key = try readName()
            skipSpace()
            guard take("=") else { throw .malformed }
            skipSpace()
            guard offset < bytes.count, has("\"") || has("'") else { throw .malformed }
            let content = try skip(past: has("'") ? "'" : "\"", from: offset + 1)
            attributes[localName(key)] = try resolved(content)
        }
        return .start(localName(name), attributes)
    }

    private mutating func readName() throws(Failure) -> Range<Int> {
        let start = offset
        while offset < bytes.count, !" \t\r\n=/><\"'&".utf8.contains(bytes[offset]) { offset += 1 }
        guard offset > start else { throw .malformed }
        return start..<offset
    }

    private func localName(_ range: Range<Int>) -> String {
        let start = bytes[range].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? range.lowerBound
        return String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
    }

    private func has(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard has(text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    private mutating func skipSpace() {
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    }

    /// Moves behind the end of what begins here and gives what is in it.
    private mutating func skip(past end: StaticString, from start: Int) throws(Failure) -> Range<Int> {
        offset = start
        while offset < bytes.count {
            let content = start..<offset
            if take(end) { return content }
            offset += 1
        }
        throw .malformed
    }

    /// A text with its character references resolved and its line ends as one sign.
    private func resolved(_ range: Range<Int>) throws(Failure) -> String {
        var text = String(decoding: bytes[range], as: UTF8.self)
        if text.utf8.contains(0x0D) { text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
        guard let resolved = text.resolvingXMLReferences else { throw .malformed }
        return resolved
    }
}
